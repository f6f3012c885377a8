"""A table of keys: which texts brought a key, had with one look into memory.

An open table of hashes in buckets (Knuth 1998, section 6.4: buckets, overflow to the
next). The keys are hashes already and a bucket holds those of one stretch of their
range, so that a table is filled anew, larger, from one end to the other. A bucket's
keys are one line of a processor's cache, and a text's keys are looked for together.
"""

from __future__ import annotations

import mmap
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Signed = NDArray[np.int64]

KEY_BITS = 36
NUMBER_BITS = 64 - KEY_BITS
# The low bits of a key are kept, in two halves: the lower is looked at, the upper only
# where that agrees. The high bits follow from where they are kept.
_HALF_BITS = 16
_HALF = (1 << _HALF_BITS) - 1
_TAG_BITS = 2 * _HALF_BITS
_TAG = (1 << _TAG_BITS) - 1
_WIDTH_BITS = 5
_WIDTH = 1 << _WIDTH_BITS
_LEAST_BUCKETS = 1 << 12
# A key that fills so many buckets is common property, hundreds of times over: no more
# of its postings are kept. So none of another key goes much farther from its bucket,
# and the farthest is far below ``_LEAST_BUCKETS >> KEY_BITS - _TAG_BITS``, from where
# a key's high bits would not follow from its place.
_CROWDED = 8
_FARTHEST = 64
# A table is filled so far and then made larger by two fifths: 10 to 14 bytes for
# each posting.
_FULL = 0.8
_GROWTH = 1.4
# So many keys are looked for one by one.
_FEW = 5
# So many postings are put in at once, at most.
_AT_ONCE = 1 << 14


def number_of(posting: int) -> int:
    """The number of the text that a posting names."""
    return posting & ((1 << NUMBER_BITS) - 1)


class KeyTable:
    """The postings put in, for look-up.

    A posting is one number, the key above and the text's number, not 0, below.
    """

    def __init__(self, count: int = 0) -> None:
        """Make a table for so many postings to begin with."""
        self._count = 0
        self._make(max(_LEAST_BUCKETS, _buckets_for(count)))

    def __len__(self) -> int:
        return self._count

    def _make(self, buckets: int) -> None:
        self._buckets = buckets
        self._scale = np.uint64(buckets)
        # Behind the last is room for what finds none in it.
        rows = buckets + _FARTHEST
        self._lower = _Room(rows, np.uint16)
        self._upper = _Room(rows, np.uint16)
        self._texts = _Room(rows, np.uint32)
        self._fills = np.zeros(rows, np.uint8)

    def find(self, keys: Sequence[int]) -> dict[int, list[int]]:
        """The texts that brought the keys, of those that any brought."""
        found: dict[int, list[int]] = defaultdict(list)
        asked = np.array(keys, np.uint64)
        buckets, tags = self._homes(asked), asked.astype(np.uint16)
        for _ in range(_FARTHEST):
            same = self._lower.rows.take(buckets, 0) == tags[:, None]
            hits = same.ravel().nonzero()[0]
            if len(hits):
                self._enter(asked, buckets, hits, found)
            over = (self._fills.take(buckets) == _WIDTH).nonzero()[0]
            if len(over) < _FEW:
                break
            asked, buckets, tags = asked[over], buckets[over] + 1, tags[over]
        if len(over):
            for key, row in zip(
                asked[over].tolist(), buckets[over].tolist(), strict=True
            ):
                self._find_on(key, row + 1, found)
        return found

    def _enter(
        self, asked: Numbers, buckets: Signed, hits: Signed, found: dict[int, list[int]]
    ) -> None:
        """Enter the texts of places whose lower halves of tags are those of keys."""
        rows = hits >> _WIDTH_BITS
        places = buckets[rows] << _WIDTH_BITS
        places += hits & (_WIDTH - 1)
        keys = asked[rows]
        upper = (keys >> np.uint64(_HALF_BITS)).astype(np.uint16)
        same = self._upper.all[places] == upper
        texts = self._texts.all[places]
        for key, is_it, text in zip(
            keys.tolist(), same.tolist(), texts.tolist(), strict=True
        ):
            if is_it and text:  # a place without a text is empty
                found[key].append(text)

    def _find_on(self, key: int, first: int, found: dict[int, list[int]]) -> None:
        """Look for a key from this bucket on, all those before which are full."""
        lower, upper = key & _HALF, key >> _HALF_BITS & _HALF
        fills, places = self._fills.data, self._lower.line
        for row in range(first, len(fills)):
            start = row << _WIDTH_BITS
            some = places[start : start + _WIDTH].tolist()
            if lower in some:
                for place, half in enumerate(some, start):
                    if half == lower and self._upper.line[place] == upper:
                        text = self._texts.line[place]
                        if text:
                            found[key].append(text)
            if fills[row] < _WIDTH:
                break

    def put(self, postings: Numbers) -> None:
        """Put postings in, in their order from the lowest."""
        wanted = _buckets_for(self._count + len(postings))
        if wanted > self._buckets:
            self._grow(max(wanted, int(self._buckets * _GROWTH)))
        for start in range(0, len(postings), _AT_ONCE):
            self._put(postings[start : start + _AT_ONCE])

    def _put(self, postings: Numbers) -> None:
        buckets, tags, texts = self._parts(postings)
        for away in range(_FARTHEST):
            columns = _ranks(buckets) + self._fills[buckets]
            fits = (columns < _WIDTH).nonzero()[0]
            places = (buckets[fits] << _WIDTH_BITS) + columns[fits]
            self._write(places, tags[fits], texts[fits])
            # What finds no room goes on to the next bucket.
            over = (columns >= _WIDTH).nonzero()[0]
            if not len(over):
                break
            if away >= _CROWDED:
                over = over[~self._ends_with(buckets[over], tags[over])]
            buckets, tags, texts = buckets[over] + 1, tags[over], texts[over]

    def _ends_with(self, rows: Signed, tags: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Whether these tags are the last of these buckets."""
        same: NDArray[np.bool_] = self._lower.rows[rows, -1] == tags.astype(np.uint16)
        same &= self._upper.rows[rows, -1] == tags >> np.uint32(_HALF_BITS)
        return same

    def _write(
        self, places: Signed, tags: NDArray[np.uint32], texts: NDArray[np.uint32]
    ) -> None:
        """Fill places, counted from the table's first, in their order."""
        if not len(places):
            return
        # Numbers of the same kind are put in places three times as fast.
        self._lower.all[places] = tags.astype(np.uint16)
        self._upper.all[places] = (tags >> np.uint32(_HALF_BITS)).astype(np.uint16)
        self._texts.all[places] = texts
        rows = places >> _WIDTH_BITS
        # The last of a bucket tells how many there are.
        lasts = places[np.append(rows[1:] != rows[:-1], True)]
        self._fills[lasts >> _WIDTH_BITS] = (lasts & (_WIDTH - 1)) + 1
        self._count += len(places)

    def _grow(self, buckets: int) -> None:
        """Make the table larger, piece by piece, so that there are never two whole."""
        before, fills = self._buckets, self._fills
        lower, upper, texts = rooms = self._lower, self._upper, self._texts
        self._count = 0
        self._make(buckets)
        start = last = 0
        while start < len(fills):
            stop = min(len(fills), start + _AT_ONCE // _WIDTH)
            # What a full bucket had no room for comes with it.
            while stop < len(fills) and fills[stop - 1] == _WIDTH:
                stop += 1
            taken = (np.arange(_WIDTH) < fills[start:stop, None]).ravel().nonzero()[0]
            greatest = _greatest(start, stop, before)[taken >> _WIDTH_BITS]
            taken += start << _WIDTH_BITS
            tags = upper.all[taken].astype(np.uint32)
            tags <<= np.uint32(_HALF_BITS)
            tags |= lower.all[taken]
            # Of those that its place may have, a key is the greatest with its tag.
            postings = (greatest - ((greatest - tags) & _TAG)).view(np.uint64)
            postings <<= np.uint64(NUMBER_BITS)
            postings |= texts.all[taken]
            postings.sort()
            last = self._append(postings, last)
            for room in rooms:
                room.drop(start, stop)
            start = stop

    def _append(self, postings: Numbers, start: int) -> int:
        """Put in what is in order and stands behind all that is in, before ``start``.

        Each is put in the first place of its bucket or behind the one before it,
        whichever comes later. Returns where what follows may stand.
        """
        if not len(postings):
            return start
        buckets, tags, texts = self._parts(postings)
        order = np.arange(len(postings))
        places = buckets << _WIDTH_BITS
        places -= order
        places[0] = max(places[0], start)
        np.maximum.accumulate(places, out=places)
        places += order
        near = places < (buckets + _FARTHEST) << _WIDTH_BITS
        if not near.all():
            places, tags, texts = places[near], tags[near], texts[near]
        self._write(places, tags, texts)
        return max(start, int(places.max(initial=-1)) + 1)

    def _parts(
        self, postings: Numbers
    ) -> tuple[Signed, NDArray[np.uint32], NDArray[np.uint32]]:
        """The buckets, tags and texts of postings."""
        keys = postings >> np.uint64(NUMBER_BITS)
        texts = postings.astype(np.uint32)
        texts &= np.uint32((1 << NUMBER_BITS) - 1)
        return self._homes(keys), keys.astype(np.uint32), texts

    def _homes(self, keys: Numbers) -> Signed:
        """The buckets that keys belong to: the range of keys, cut into equal parts."""
        homes = keys * self._scale
        homes >>= np.uint64(KEY_BITS)
        return homes.view(np.int64)


class _Room:
    """Rows of numbers, one for each bucket.

    The memory is the table's own: what is freed piece by piece from the common heap
    leaves holes there.
    """

    def __init__(self, rows: int, kind: type[np.unsignedinteger[Any]]) -> None:
        self._row = _WIDTH * np.dtype(kind).itemsize
        self._map = mmap.mmap(-1, rows * self._row, **_PRIVATE)
        self.all: NDArray[Any] = np.frombuffer(self._map, kind)
        self.rows = self.all.reshape(rows, _WIDTH)
        self.line = self.all.data

    def drop(self, start: int, stop: int) -> None:
        """Give back the memory of rows; those before are not asked for any more."""
        first, last = (row * self._row & -mmap.PAGESIZE for row in (start, stop))
        if _GIVES_BACK and first < last:
            self._map.madvise(mmap.MADV_DONTNEED, first, last - first)


_GIVES_BACK = hasattr(mmap, "MADV_DONTNEED")
_PRIVATE: dict[str, Any] = (
    {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS}
    if hasattr(mmap, "MAP_PRIVATE")
    else {}
)


def _ranks(buckets: Signed) -> Signed:
    """How many of the same bucket stand before each; buckets are in their order."""
    places = np.arange(len(buckets))
    begins = np.empty(len(buckets), bool)
    begins[:1] = True
    np.not_equal(buckets[1:], buckets[:-1], out=begins[1:])
    return places - np.maximum.accumulate(np.where(begins, places, 0))


def _greatest(start: int, stop: int, buckets: int) -> Signed:
    """The greatest keys of some rows, in a table of so many buckets."""
    # Each is the one before the first of the next row.
    nexts = np.minimum(np.arange(start + 1, stop + 1), buckets) << KEY_BITS
    return (nexts + buckets - 1) // buckets - 1


def _buckets_for(count: int) -> int:
    return int(count / (_FULL * _WIDTH)) + 1
