"""A connection to the state file whose failures are told in one clear line."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any

from newscrawl.errors import OutputError, StateError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TOLD = {
    sqlite3.SQLITE_NOTADB: "is not a newscrawl state file; move it away",
    sqlite3.SQLITE_CORRUPT: "is damaged; rebuild it from the lines: scrapy reindex",
    sqlite3.SQLITE_BUSY: "is in use by another process",
    sqlite3.SQLITE_LOCKED: "is in use by another process",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the path and its permissions",
    sqlite3.SQLITE_READONLY: "is not writable; check its permissions",
    sqlite3.SQLITE_PERM: "is not accessible; check its permissions",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk failed",
}


class Connection(sqlite3.Connection):
    """SQLite's connection; what the user can act on is raised as ``StateError``, a
    full disk as ``OutputError``.

    Faults of the program, such as a wrong statement, stay ``sqlite3.Error``. What waits
    to be written is written before any statement but those that ``ask``.
    """

    path = ""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        #: Called once each, before the next statement, to write what waits.
        self.waiting: list[Callable[[], None]] = []
        #: Whether all is written in transactions that the store begins and ends.
        self.transactional = False
        self._lost: Exception | None = None

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        """Run one statement."""
        self.write()
        return self.ask(*arguments)

    def ask(self, *arguments: Any) -> sqlite3.Cursor:
        """Run one statement that what waits does not concern."""
        self._require_transaction()
        try:
            return super().execute(*arguments)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        """Run one statement for many rows."""
        self.write()
        self._require_transaction()
        try:
            return super().executemany(*arguments)
        except sqlite3.Error as error:
            raise self._told(error) from error

    def write(self) -> None:
        """Write what waits; what cannot be written goes on waiting."""
        while self.waiting:
            flush = self.waiting.pop()
            try:
                flush()
            except BaseException:
                self.waiting.append(flush)
                raise

    def _require_transaction(self) -> None:
        """Raise again what ended the transaction: each statement would be its own."""
        if self._lost is not None:
            raise self._lost

    def _told(self, error: sqlite3.Error) -> Exception:
        known = told(self.path, error)
        # A full disk ends the transaction, and all that was in it.
        if self.transactional and not self.in_transaction:
            self._lost = known
        return known


def connect(path: Path, *, read_only: bool) -> Connection:
    """A connection in autocommit mode; the file is made unless only reading."""
    if read_only and not path.exists():
        raise StateError(f"state file {path}: does not exist")
    if path.is_dir():
        raise StateError(f"state file {path}: cannot be opened; it is a directory")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?{_how(path, read_only=read_only)}",
            uri=True,
            isolation_level=None,
            factory=Connection,
        )
    except sqlite3.Error as error:
        raise told(str(path), error) from error
    except OSError as error:
        raise StateError(f"state file {path}: {error.strerror or error}") from error
    connection.path = str(path)
    return connection


def _how(path: Path, *, read_only: bool) -> str:
    """How SQLite is to open the file.

    It wants to write beside a file that it only reads. Where that is not allowed, as on
    a back-up's medium, the file is at rest unless there is a log of changes beside it.
    """
    if not read_only:
        return "mode=rwc"
    log = path.with_name(f"{path.name}-wal")
    at_rest = not os.access(path.parent, os.W_OK) and not log.exists()
    return "mode=ro&immutable=1" if at_rest else "mode=ro"


def damaged(path: str) -> StateError:
    """What is told of a file whose contents SQLite reads but nobody wrote."""
    return StateError(f"state file {path}: {_TOLD[sqlite3.SQLITE_CORRUPT]}")


def told(path: str, error: sqlite3.Error) -> Exception:
    """What the user can act on behind an error of SQLite, or the error itself."""
    # The low byte is the kind; the rest of an extended code is detail.
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind == sqlite3.SQLITE_FULL:
        return OutputError(
            f"state file {path}: the disk is full; free some space and run again;"
            " everything reported as written is kept"
        )
    meaning = _TOLD.get(kind)
    return StateError(f"state file {path}: {meaning}") if meaning else error
