"""One run per state: a lock that dies with the process that holds it."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from newscrawl.errors import LockedError, StateError

if TYPE_CHECKING:
    from pathlib import Path


class RunLock:
    """An exclusive ``flock`` on a file that stays in place.

    The file is never deleted: deleting it would let two processes lock two files of
    the same name. Its text says who holds it, for the message of the one who must wait.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self, holder: str) -> None:
        """Take the lock at once or raise.

        Raises ``LockedError`` when another process has it, ``StateError`` when the lock
        file cannot be made.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise StateError(
                f"cannot create the lock {self.path}: {error.strerror}; choose a "
                "writable place with -s NEWSCRAWL_STORE=FILE"
            ) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            other = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
            os.close(handle)
            ours = other.endswith(f", process {os.getpid()}")
            who = "this very process" if ours else "another run"
            until = "close it there first" if ours else "wait for it to end"
            raise LockedError(
                f"{who} holds this state ({other or self.path}); {until}, or give this"
                " run a state of its own with -s NEWSCRAWL_STORE=FILE"
            ) from error
        with suppress(OSError):  # a full disk; the lock holds without its text
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{holder}, process {os.getpid()}\n".encode(), 0)
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; without effect when it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
