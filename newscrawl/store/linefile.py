"""A file of whole lines that takes its name when it is complete."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

from newscrawl.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

PART = ".part"
_BLOCK = 1 << 16


class LineFile:
    """Lines appended in memory, made durable together, published under ``final``.

    Until ``publish`` the file is called ``final`` + ``.part`` and is locked, so that a
    later run can tell a dead run's file from a living one's. A flush that fails leaves
    the file as it was after the last one that worked.
    """

    def __init__(self, final: Path) -> None:
        self.final = final
        self.part = final.with_name(final.name + PART)
        self.lines = 0
        self._pending: list[bytes] = []
        self._size = 0
        try:
            self._handle: int | None = os.open(
                self.part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o644
            )
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise _unwritable(self.part, error) from error

    def append(self, line: str) -> None:
        """Take a line without its newline; it is not durable before ``flush``."""
        self._pending.append(line.encode("utf-8") + b"\n")

    def flush(self) -> None:
        """Make every line taken so far durable, or raise ``OutputError``."""
        if not self._pending or self._handle is None:
            return
        data = b"".join(self._pending)
        try:
            _write_all(self._handle, data)
            os.fsync(self._handle)
        except OSError as error:
            self._cut_back()
            raise _unwritable(self.part, error) from error
        self.lines += len(self._pending)
        self._size += len(data)
        self._pending.clear()

    def publish(self) -> Path:
        """Give the durable lines their final name; lines never flushed stay out."""
        if self._handle is not None:
            try:
                self.part.rename(self.final)
                sync_directory(self.final.parent)
            except OSError as error:
                raise _unwritable(self.final, error) from error
            os.close(self._handle)
            self._handle = None
        return self.final

    def abandon(self) -> None:
        """Leave the file unfinished, for the next run's recovery to tell and publish.

        The ledger may not know all of its lines.
        """
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def finish(self, *, failed: bool) -> None:
        """``abandon`` after a failure, else ``publish``."""
        if failed:
            self.abandon()
        else:
            self.publish()

    def _cut_back(self) -> None:
        assert self._handle is not None
        try:
            os.ftruncate(self._handle, self._size)
        except OSError:
            return  # the torn tail is trimmed by the next run's recovery


def trim_torn_tail(path: Path) -> int:
    """Cut what stands after the last newline; returns the number of bytes cut."""
    with path.open("r+b") as file:
        size = end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - _BLOCK)
            file.seek(start)
            at = file.read(end - start).rfind(b"\n")
            if at >= 0:
                end = start + at + 1
                break
            end = start
        if end < size:
            file.truncate(end)
            os.fsync(file.fileno())
    return size - end


def sync_directory(path: Path) -> None:
    """Make renames inside a directory durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_abandoned(path: Path) -> bool:
    """Whether no living process holds the file."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write {path}: {error.strerror}; free some space or choose another "
        "place with -s NEWSCRAWL_OUTPUT_DIR=DIR; everything reported as written is kept"
    )
