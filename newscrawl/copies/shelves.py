"""Which texts brought a key: a small table of the newest, and sorted shelves behind it.

A log-structured index. A posting is one number, the key above and the text's number
below, so that a shelf is a sorted array; new postings gather in a dictionary and become
a shelf when they are many, and like shelves are merged. One directory says of a key in
which shelves it may stand, so that a look-up costs the same for few shelves and many.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

KEY_BITS = 36
_NUMBER_BITS = 64 - KEY_BITS
_NUMBER = (1 << _NUMBER_BITS) - 1
# So many postings make a shelf, so many shelves of a size make one of the next size,
# and beyond the largest size they are left alone: a merge must not stop a crawl.
FRESH = 1 << 15
_TOGETHER = 4
_LARGEST = 1 << 22
# Unless they are so many that the directory has no mark for another.
_MOST_SHELVES = 56
# The directory has eight slots for each posting of the largest shelf, and a key marks
# three of a block that lies together in memory (a blocked Bloom filter): one absent key
# in twenty-five is looked for in vain.
_SLOTS_PER_POSTING = 8
_CROWD = 4
_BLOCK_BITS = 6
_LEAST_SLOT_BITS = 12
_AT_ONCE = 1 << 16
# About so many postings are searched for a key, as keys are hashes.
_SECTION = 16
# Arrays of so many bytes have memory of their own.
_OWN_ROOM = 1 << 19
_PRIVATE: Mapping[str, int] = (
    {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS}
    if hasattr(mmap, "MAP_PRIVATE")
    else {}
)


def number_of(posting: int) -> int:
    """The number of the text that a posting names."""
    return posting & _NUMBER


class Shelf:
    """Sorted postings that do not change any more."""

    def __init__(self, number: int, postings: Numbers | array[int]) -> None:
        self.number = number
        self.postings: Numbers = np.frombuffer(postings, np.uint64)
        self._numbers = self.postings.data
        bits = max(0, (len(self.postings) // _SECTION).bit_length())
        self._shift = KEY_BITS - bits
        self._sections = _sections(self.postings, self._shift, bits)

    def find(self, key: int) -> list[int]:
        """The numbers of the texts that brought this key."""
        postings, section = self._numbers, key >> self._shift
        start, stop = self._sections[section], self._sections[section + 1]
        least = key << _NUMBER_BITS
        start = bisect_left(postings, least, start, stop)
        after = least + (1 << _NUMBER_BITS)
        if start == stop or postings[start] >= after:
            return []
        stop = bisect_left(postings, after, start, stop)
        return [posting & _NUMBER for posting in postings[start:stop]]


def _sections(postings: Numbers, shift: int, bits: int) -> memoryview:
    """Where each section of the range of keys begins among the postings."""
    counts = np.zeros(1 << bits, np.uint32)
    for start in range(0, len(postings), _AT_ONCE):
        keys = postings[start : start + _AT_ONCE] >> np.uint64(_NUMBER_BITS)
        sections = (keys >> np.uint64(shift)).view(np.int64)
        first = int(sections[0])
        some = np.bincount(sections - first)
        counts[first : first + len(some)] += some.astype(np.uint32)
    starts = _room(len(counts) + 1, np.dtype(np.uint32))
    np.cumsum(counts, dtype=np.uint32, out=starts[1:])
    return starts.data


class _Directory:
    """Which shelves a key may stand in, a bit for each shelf in every slot.

    From so many shelves on, ``crowd``, it has twice as many slots: each shelf adds its
    share of keys that are looked for in vain.
    """

    def __init__(self, crowd: int = 64) -> None:
        self._crowd = crowd
        self._bits = _LEAST_SLOT_BITS
        self._slots: NDArray[Any] = np.zeros(1 << self._bits, np.uint8)
        self._places: dict[int, Shelf] = {}

    def add(self, shelf: Shelf) -> None:
        """Enter a shelf."""
        wanted = (_SLOTS_PER_POSTING * 3 // 4 * len(shelf.postings)).bit_length()
        place = next(at for at in range(64) if at not in self._places)
        self._places[place] = shelf
        wanted += len(self._places) >= self._crowd
        if place >= 8 * self._slots.itemsize:
            wider = _room(len(self._slots), np.dtype(f"u{2 * self._slots.itemsize}"))
            wider[:] = self._slots
            self._slots = wider
        if wanted <= self._bits:
            self._mark(place)
            return
        self._bits = wanted
        self._slots = _room(1 << wanted, self._slots.dtype)
        for at in self._places:
            self._mark(at)

    def drop(self, gone: Iterable[Shelf]) -> None:
        """Take shelves out that are in it."""
        numbers = {shelf.number for shelf in gone}
        for place, shelf in list(self._places.items()):
            if shelf.number in numbers:
                self._mark(place, wipe=True)
                del self._places[place]

    def shelves(
        self, keys: Sequence[int], asked: Numbers
    ) -> Iterator[tuple[int, Shelf]]:
        """Each key with each shelf that may have it; ``asked`` are the keys too."""
        if not self._places:
            return
        one, two, three = self._slots_of(asked)
        slots = self._slots
        masks = slots[one]
        masks &= slots[two]
        masks &= slots[three]
        found = np.flatnonzero(masks)
        for at, mask in zip(found.tolist(), masks[found].tolist(), strict=True):
            while mask:
                lowest = mask & -mask
                yield keys[at], self._places[lowest.bit_length() - 1]
                mask ^= lowest

    def _mark(self, place: int, *, wipe: bool = False) -> None:
        postings = self._places[place].postings
        bit = self._slots.dtype.type(1 << place)
        for start in range(0, len(postings), _AT_ONCE):
            keys = postings[start : start + _AT_ONCE] >> np.uint64(_NUMBER_BITS)
            for slots in self._slots_of(keys):
                marked = self._slots[slots]
                self._slots[slots] = marked & ~bit if wipe else marked | bit

    def _slots_of(self, keys: Numbers) -> tuple[Numbers, ...]:
        within = np.uint64((1 << _BLOCK_BITS) - 1)
        first = keys >> np.uint64(KEY_BITS - self._bits)
        block = first & ~within
        other = keys >> np.uint64(_BLOCK_BITS) & within
        return first, block | keys & within, block | other


@dataclass(frozen=True, slots=True)
class Shelving:
    """What became of the shelves: the new one, and the numbers of those merged."""

    made: Shelf
    gone: list[int]


class Postings:
    """The index of keys. Whoever keeps it durable asks for ``shelve`` when ``full``."""

    def __init__(self, shelves: Iterable[Shelf] = ()) -> None:
        self._shelves: list[Shelf] = []
        # Two, as slots are as many as the largest of their shelves needs.
        self._small, self._large = _Directory(), _Directory(_CROWD)
        # The first text that brought a key, and the others.
        self._fresh: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        self._count = 0
        self.renew(list(shelves))

    def renew(self, shelves: Sequence[Shelf]) -> None:
        """Have these shelves and no other postings; those had before cost nothing."""
        gone = [one for one in self._shelves if one not in shelves]
        new = [one for one in shelves if one not in self._shelves]
        self._small.drop(gone)
        self._large.drop(gone)
        # The largest first: a directory is made anew for each that is larger.
        for shelf in sorted(new, key=lambda one: -len(one.postings)):
            self._directory(shelf).add(shelf)
        self._shelves = list(shelves)
        self._fresh, self._others = {}, {}
        self._count = 0

    def owners(self, keys: Sequence[int]) -> dict[int, list[int]]:
        """The texts that brought these keys, key by key."""
        found: dict[int, list[int]] = {}
        asked = np.array(keys, np.uint64)
        for directory in (self._small, self._large):
            for key, shelf in directory.shelves(keys, asked):
                if numbers := shelf.find(key):
                    if key in found:
                        found[key] += numbers
                    else:
                        found[key] = numbers
        fresh = self._fresh
        for key in [key for key in keys if key in fresh]:
            others = found.setdefault(key, [])
            others.append(fresh[key])
            others += self._others.get(key, ())
        return found

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Note that this text brought these keys."""
        fresh = self._fresh
        new = [key for key in keys if key not in fresh]
        for key in keys if len(new) < len(keys) else ():
            first = fresh.get(key, number)
            if first != number:
                others = self._others.setdefault(key, [])
                if number not in others:
                    others.append(number)
        fresh.update(dict.fromkeys(new, number))
        self._count += len(keys)

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The shelves, without what is not shelved yet."""
        return tuple(self._shelves)

    @property
    def is_empty(self) -> bool:
        """Whether no text has brought anything."""
        return not self._shelves and not self._fresh

    @property
    def full(self) -> bool:
        """Whether the newest postings should become a shelf."""
        return self._count >= FRESH

    def shelve(self) -> Shelving:
        """Make a shelf of the newest postings, merged with its likes."""
        fresh = self._gathered()
        self._fresh, self._others = {}, {}
        self._count = 0
        likes = self._likes()
        number = max((shelf.number for shelf in self._shelves), default=0) + 1
        gone = [one.number for one in likes]
        self._shelves = [one for one in self._shelves if one not in likes]
        made = Shelf(number, _merged([fresh, *(one.postings for one in likes)]))
        self._shelves.append(made)
        self._small.drop(likes)
        self._large.drop(likes)
        self._directory(made).add(made)
        return Shelving(made, gone)

    def _gathered(self) -> Numbers:
        count = len(self._fresh)
        postings = np.fromiter(self._fresh, np.uint64, count)
        postings <<= np.uint64(_NUMBER_BITS)
        postings |= np.fromiter(self._fresh.values(), np.uint64, count)
        others = [
            key << _NUMBER_BITS | number
            for key, numbers in self._others.items()
            for number in numbers
        ]
        return np.concatenate([postings, np.array(others, np.uint64)])

    def _directory(self, shelf: Shelf) -> _Directory:
        return self._large if len(shelf.postings) >= _LARGEST else self._small

    def _likes(self) -> list[Shelf]:
        """The shelves whose turn it is to be merged with the newest postings."""
        many = len(self._shelves) >= _MOST_SHELVES
        gone: list[Shelf] = []
        limit = FRESH
        while limit < _LARGEST or many:
            likes = [
                one
                for one in self._shelves
                if len(one.postings) < 2 * limit and one not in gone
            ]
            if len(likes) < _TOGETHER - 1:
                break
            gone.extend(likes[: _TOGETHER - 1])
            limit *= _TOGETHER
        return gone


def _merged(runs: Sequence[Numbers]) -> Numbers:
    runs[0].sort()
    postings = _room(sum(map(len, runs)), np.dtype(np.uint64))
    np.concatenate(runs, out=postings)
    # In place: merging would want half as much memory again.
    postings.sort()
    return postings


def _room(count: int, kind: np.dtype[Any]) -> NDArray[Any]:
    """Zeros; the memory of many goes back to the system when they are dropped.

    What is freed piece by piece from the common heap leaves holes there.
    """
    size = count * kind.itemsize
    if size < _OWN_ROOM:
        return np.zeros(count, kind)
    return np.frombuffer(mmap.mmap(-1, size, **_PRIVATE), kind)
