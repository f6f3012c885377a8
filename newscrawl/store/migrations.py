"""The state file's schema: whose file it is, which version, and how to reach ours."""

from __future__ import annotations

import contextlib
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

from newscrawl.errors import StateError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

APPLICATION_ID = 0x4E435257  # "NCRW", SQLite's mark of whose file it is
# Entry n brings version n to n + 1; entry 0 makes the tables.
MIGRATIONS: Sequence[str] = (
    *(
        files("newscrawl.store").joinpath(name).read_text(encoding="utf-8")
        for name in (
            "schema.sql",
            "shelves.sql",
            "journal.sql",
            "stories.sql",
            "keys.sql",
            "learning.sql",
        )
    ),
)
VERSION = len(MIGRATIONS)
WAIT_MS = 5000


def prepare(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    """Check that the file is ours and bring it to this version's schema."""
    connection.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
    version = _check(connection, path)
    if read_only:
        if version < VERSION:
            raise StateError(
                f"state file {path}: has version {version} of the schema, this is"
                f" {VERSION}; a crawl upgrades it"
            )
        connection.execute("PRAGMA query_only = 1")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    # Killing the process loses nothing of a commit in any mode. FULL also survives a
    # power cut; it costs one fsync per commit, and commits come in batches.
    connection.execute("PRAGMA synchronous = FULL")
    # The system keeps the pages of the file too; more of our own gains little.
    connection.execute("PRAGMA cache_size = -8192")
    # In pages. Less often than by default, for a page that changes often is then
    # written into the file once.
    connection.execute("PRAGMA wal_autocheckpoint = 4000")
    connection.execute("PRAGMA temp_store = MEMORY")
    if version < VERSION:
        _upgrade(connection, path)


def _check(connection: sqlite3.Connection, path: Path) -> int:
    owner = _pragma(connection, "application_id")
    version = _pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StateError(
            f"state file {path}: is not a newscrawl state file; move it away"
        )
    if version > VERSION:
        raise StateError(
            f"state file {path}: was written by a newer newscrawl (schema {version},"
            f" this is {VERSION}); upgrade newscrawl"
        )
    return version


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it while this one waited.
        for number in range(_check(connection, path), VERSION):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
