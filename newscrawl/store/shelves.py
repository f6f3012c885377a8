"""The shelves of keys in the state file: the newest row by row, the rest as blobs."""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING

import numpy as np

from newscrawl.copies.index import COMMON
from newscrawl.copies.postings import FRESH, Postings
from newscrawl.copies.shingles import key_of, sample
from newscrawl.copies.tokens import unpack_text, word_form
from newscrawl.store.connection import damaged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from newscrawl.copies.index import Owners
    from newscrawl.store.connection import Connection


# So many shelves are made one, unless they have so many postings already.
_TOGETHER = 64
_LARGE = _TOGETHER * FRESH // 2
# Bytes of a posting.
_SIZE = 8


class SqliteShelves:
    """``Postings`` that the store's transactions keep; read when first asked."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        # The keys of texts that are not written yet.
        self._waiting: list[tuple[int, Sequence[int]]] = []
        self._postings: Postings | None = None
        self._version = -1
        self._reading: bool | None = None
        # The shelves that will be made one.
        self._small: list[int] = []

    def owners(self, keys: Sequence[int]) -> Owners:
        """The texts that brought these keys, key by key."""
        return self._current().owners(keys)

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Note that this text brought these keys."""
        if keys:
            self._add(self._current(), number, keys)

    def _add(self, postings: Postings, number: int, keys: Sequence[int]) -> None:
        if not self._waiting:
            self._db.waiting.append(self._flush)
        self._waiting.append((number, keys))
        postings.add(number, keys)
        if postings.count >= FRESH:
            self._shelve(postings)

    def _shelve(self, postings: Postings) -> None:
        # A shelf has them; to write none is harmless.
        self._waiting = []
        run, made = postings.shelve()
        self._keep(run, made)
        self._db.execute("DELETE FROM fresh")
        self._small.append(run)
        if len(self._small) >= _TOGETHER:
            self._bind(postings)

    def _keep(self, run: int, postings: NDArray[np.uint64]) -> None:
        kept = postings.astype("<u8", copy=False).data
        self._db.execute(
            "INSERT INTO shelf (number, postings) VALUES (?, ?)", (run, kept)
        )

    def _bind(self, postings: Postings) -> None:
        """Make one row of many small ones: a state is opened the sooner."""
        together = np.concatenate([self._run(run) for run in self._small])
        together.sort()
        self._keep(postings.bind(self._small), together)
        for run in self._small:
            self._db.execute("DELETE FROM shelf WHERE number = ?", (run,))
        self._small = []

    def _flush(self) -> None:
        """Write the keys that wait: text by text, or as a shelf where they are many."""
        if self._postings is not None and self._postings.count >= FRESH // 2:
            self._shelve(self._postings)
            return
        rows = [(number, as_bytes(keys)) for number, keys in self._waiting]
        self._db.executemany("INSERT INTO fresh (copy, keys) VALUES (?, ?)", rows)
        self._waiting = []

    def _current(self) -> Postings:
        """The postings; a reader's are read again when the writer has committed."""
        if self._reading is None:
            row = self._db.execute("PRAGMA query_only").fetchone()
            self._reading = bool(row[0])
        if self._postings is not None and not self._reading:
            return self._postings
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        if self._postings is None or version != self._version:
            before, self._postings = self._postings, None
            self._postings = self._read(before or Postings())
            self._version = version
        return self._postings

    def _read(self, postings: Postings) -> Postings:
        rows = self._db.execute("SELECT number, length(postings) FROM shelf")
        runs = {number: size // _SIZE for number, size in rows}
        postings.renew(runs, self._run)
        self._small = [run for run in sorted(runs) if runs[run] < _LARGE]
        fresh = self._db.execute("SELECT copy, keys FROM fresh ORDER BY number")
        for number, keys in fresh:
            postings.add(number, as_array(keys))
        if postings.is_empty:
            self._fill(postings)
        return postings

    def _run(self, number: int) -> NDArray[np.uint64]:
        row = self._db.execute(
            "SELECT postings FROM shelf WHERE number = ?", (number,)
        ).fetchone()
        if len(row[0]) % _SIZE == 0:
            postings = np.frombuffer(row[0], "<u8").astype(np.uint64, copy=False)
            if (postings[1:] >= postings[:-1]).all():
                return postings
        raise damaged(self._db.path)

    def _fill(self, postings: Postings) -> None:
        """Make the keys anew from the texts: each once for a story, as in joining."""
        rows = self._db.execute("SELECT story, number, packed FROM copy ORDER BY 1, 2")
        last, had = None, set[int]()
        for story, number, packed in rows:
            if story != last:
                last, had = story, set()
            form = word_form(unpack_text(packed))
            if not form:
                continue  # pruned
            keys = [key for key in (key_of(form), *sample(form)) if key not in had]
            had.update(keys)
            owners = postings.owners(keys)
            keys = [key for key in keys if len(owners.get(key, ())) < COMMON]
            if self._reading:
                postings.add(number, keys)
            else:
                self._add(postings, number, keys)


def as_bytes(values: Sequence[int]) -> bytes:
    """Postings or keys as the tables keep them."""
    packed = array("Q", values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def as_array(stored: bytes) -> array[int]:
    """Postings or keys from the tables."""
    values = array("Q")
    values.frombytes(stored)
    if sys.byteorder == "big":
        values.byteswap()
    return values
