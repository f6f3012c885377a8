"""The state made anew from the JSON lines, with what else the old one still tells."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError, OutputError
from newscrawl.store.connection import connect
from newscrawl.store.linefile import sync_directory
from newscrawl.store.migrations import prepare
from newscrawl.store.remains import carry_over
from newscrawl.store.replay import ARTICLES, CHANGES, replay, replay_changes
from newscrawl.store.runs import article_files
from newscrawl.store.sqlite import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawl.store.connection import Connection

logger = logging.getLogger(__name__)
_TAILS = ("", "-wal", "-shm")
_DAMAGE = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})


@dataclass(slots=True)
class Rebuilt:
    """What a rebuilding found.

    ``carried`` is whether the old state could be read for what the lines do not tell;
    ``forgotten`` counts the articles it knew of which no line is there any more.
    ``strangers`` are the runs left out because they belong to another state.
    """

    runs: int = 0
    lines: int = 0
    strangers: int = 0
    carried: bool = False
    forgotten: int = 0
    kept: Path | None = None


def rebuild(path: Path, output: Path, *, everything: bool = False) -> Rebuilt:
    """Put a state made from the lines under ``output`` in the place of ``path``.

    ``everything`` also takes the runs that belong to another state. The caller holds
    the state's lock. The old file stays beside the new one as ``.old``; until the new
    one is complete, nothing of the old one is changed. Raises ``OutputError`` or
    ``StateError``.
    """
    draft, told = path.with_name(f"{path.name}.new"), Rebuilt()
    _remove(draft)
    try:
        connection = connect(draft, read_only=False)
        try:
            prepare(connection, draft, read_only=False)
            store = SqliteStore(connection, read_only=False)
            _read_lines(store, path, output, told, everything=everything)
            if path.exists():
                _carry_over(path, store, connection, told)
            store.commit()
        finally:
            connection.close()
        told.kept = _put_in_place(draft, path)
    except OSError as error:
        raise OutputError(
            f"cannot rebuild {path}: {error.strerror or error}; nothing was changed"
        ) from error
    finally:
        _remove(draft)
    return told


def state_of_lines(output: Path, path: Path) -> list[str]:
    """Make a state that is not there from its lines; a note where it was done.

    The caller holds the state's lock. Raises ``OutputError`` or ``StateError``.
    """
    if path.exists() and path.stat().st_size:
        return []
    files = (file for file, ours in article_files(output, path) if ours)
    if not any(file.stat().st_size for file in files):
        return []
    logger.warning("State file %s is gone; it is made from its lines first", path)
    told = rebuild(path, output)
    return [f"{path}, which was gone, from {told.lines} lines of {told.runs} runs"]


def _read_lines(
    store: SqliteStore, path: Path, output: Path, told: Rebuilt, *, everything: bool
) -> None:
    for file, ours in article_files(output, path):
        if not ours and not everything:
            told.strangers += 1
            continue
        told.runs += 1
        told.lines += replay(file, store)
        changes = file.with_name(file.name.replace(ARTICLES, CHANGES))
        if changes.is_file():
            replay_changes(changes, store)
        store.commit()


def _carry_over(
    path: Path, store: SqliteStore, connection: Connection, told: Rebuilt
) -> None:
    """Take all that only the old state knows, or nothing where it is damaged.

    Half of it would do harm: sources that answer "not modified" would not tell again
    of the held articles that were lost.
    """
    try:
        old = connect(path, read_only=False)
        try:
            prepare(old, path, read_only=False)
            told.forgotten = carry_over(old, connection, store)
            told.carried = True
        finally:
            old.close()
    except (NewscrawlError, sqlite3.Error, zlib.error, ValueError, KeyError) as error:
        if isinstance(error, NewscrawlError) and not _is_damage(error.__cause__):
            raise  # in use, not readable, not ours, of a newer version
        told.carried, told.forgotten = False, 0
        connection.execute("ROLLBACK")
        connection.execute("BEGIN IMMEDIATE")


def _is_damage(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def _put_in_place(draft: Path, path: Path) -> Path | None:
    """Name the new file as the state, in one step; the old one stays beside it."""
    kept = path.with_name(f"{path.name}.old") if path.exists() else None
    if kept:
        _remove(kept)
    # A closed state has no log any more. That of a damaged or lost one must not stay:
    # it would be taken for the new one's.
    for tail in _TAILS[1:]:
        with suppress(FileNotFoundError):
            if kept:
                _beside(path, tail).rename(_beside(kept, tail))
            else:
                _beside(path, tail).unlink()
    if kept:
        try:
            os.link(path, kept)
        except OSError:
            shutil.copy2(path, kept)
    draft.replace(path)
    sync_directory(path.parent)
    return kept


def _remove(path: Path) -> None:
    for tail in _TAILS:
        _beside(path, tail).unlink(missing_ok=True)


def _beside(path: Path, tail: str) -> Path:
    return path.with_name(path.name + tail)
