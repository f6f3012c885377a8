"""Which texts brought a key: a small table of the newest, and sorted shelves behind it.

A log-structured index. A posting is one number, the key above and the text's number
below, so that a shelf is a sorted array; new postings gather in a dictionary and become
a shelf when they are many, and like shelves are merged. One directory says of a key in
which shelves it may stand, so that a look-up costs the same for few shelves and many.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]
    Places = NDArray[np.int64]

KEY_BITS = 36
_NUMBER_BITS = 64 - KEY_BITS
_NUMBER = (1 << _NUMBER_BITS) - 1
_NUMBER_MASK = np.uint64(_NUMBER)
# So many postings make a shelf, so many shelves of a size make one of the next size,
# and beyond the largest size they are left alone: a merge must not stop a crawl.
FRESH = 1 << 15
_TOGETHER = 4
_LARGEST = 1 << 22
# Unless they are so many that the directory has no mark for another.
_MOST_SHELVES = 56
# A directory has eight slots for each posting of its largest shelf, and a key marks
# three of a block that lies together in memory (a blocked Bloom filter): one absent key
# in twenty-five is looked for in vain.
_SLOTS_PER_POSTING = 8
# Shelves of like sizes have a directory together, for marks of a small one that lie far
# apart cost a cache line each.
_SMALL = 1 << 18
# From so many of the largest shelves on theirs has twice as many slots, the others'
# from the first: one absent key in two hundred is looked for in vain.
_CROWD = 4
_BLOCK_BITS = 6
_LEAST_SLOT_BITS = 12
_AT_ONCE = 1 << 16
# About so many postings are searched for a key, as keys are hashes.
_SECTION = 16
# More postings than that are read at once.
_FEW = 8
_REMEMBERED = 4096
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

    def find(self, key: int, found: dict[int, list[int]]) -> None:
        """Put the numbers of the texts that brought this key to those found."""
        postings, section = self._numbers, key >> self._shift
        start, stop = self._sections[section], self._sections[section + 1]
        least = key << _NUMBER_BITS
        start = bisect_left(postings, least, start, stop)
        after = least + _NUMBER
        if start == stop or postings[start] > after:
            return
        stop = bisect_right(postings, after, start, stop)
        if stop - start < _FEW:
            numbers = [posting - least for posting in postings[start:stop]]
        else:
            numbers = (self.postings[start:stop] & _NUMBER_MASK).tolist()
        if key in found:
            found[key] += numbers
        else:
            found[key] = numbers


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


class _Asked:
    """Keys, and what of them says where in its block each is marked.

    The places are signed: those are what numpy looks up without making them anew. What
    is ``known`` need not be looked for.
    """

    def __init__(
        self,
        array: Numbers,
        keys: Sequence[int] = (),
        known: Mapping[int, list[int]] = MappingProxyType({}),
    ) -> None:
        within = (1 << _BLOCK_BITS) - 1
        self.keys = keys
        self.known = known
        self.places: Places = array.view(np.int64)
        self.low: Places = self.places & within
        self.high: Places = self.places >> _BLOCK_BITS & within


class _Directory:
    """Which shelves a key may stand in, a bit for each shelf in every slot.

    From so many shelves on, ``crowd``, it has twice as many slots: each shelf adds its
    share of keys that are looked for in vain.
    """

    def __init__(self, crowd: int = 0) -> None:
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

    def find(self, asked: _Asked, found: dict[int, list[int]]) -> None:
        """Put those who brought the keys to those found."""
        if not self._places:
            return
        known = asked.known
        one, two, three = self._slots_of(asked)
        slots = self._slots
        masks = slots[one]
        masks &= slots[two]
        masks &= slots[three]
        some = masks.nonzero()[0]
        for at, mask in zip(some.tolist(), masks[some].tolist(), strict=True):
            key = asked.keys[at]
            if key in known:
                found[key] = known[key]
                continue
            while mask:
                lowest = mask & -mask
                self._places[lowest.bit_length() - 1].find(key, found)
                mask ^= lowest

    def _mark(self, place: int, *, wipe: bool = False) -> None:
        postings = self._places[place].postings
        bit = self._slots.dtype.type(1 << place)
        for start in range(0, len(postings), _AT_ONCE):
            keys = postings[start : start + _AT_ONCE] >> np.uint64(_NUMBER_BITS)
            for slots in self._slots_of(_Asked(keys)):
                marked = self._slots[slots]
                self._slots[slots] = marked & ~bit if wipe else marked | bit

    def _slots_of(self, asked: _Asked) -> tuple[Places, Places, Places]:
        first = asked.places >> (KEY_BITS - self._bits)
        block = first & -(1 << _BLOCK_BITS)
        return first, block | asked.low, block | asked.high


@dataclass(frozen=True, slots=True)
class Shelving:
    """What became of the shelves: the new one, and the numbers of those merged."""

    made: Shelf
    gone: list[int]


class Postings:
    """The index of keys. Whoever keeps it durable asks for ``shelve`` when ``full``."""

    def __init__(self, shelves: Iterable[Shelf] = ()) -> None:
        self._shelves: list[Shelf] = []
        self._small, self._middle = _Directory(), _Directory()
        self._large = _Directory(_CROWD)
        self._empty()
        self.renew(list(shelves))

    def _empty(self) -> None:
        # The first text that brought a key, and the others.
        self._fresh: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        self._count = 0
        # What the shelves say of some keys; true until they change.
        self._shelved: dict[int, list[int]] = {}

    def renew(self, shelves: Sequence[Shelf]) -> None:
        """Have these shelves and no other postings; those had before cost nothing."""
        gone = [one for one in self._shelves if one not in shelves]
        new = [one for one in shelves if one not in self._shelves]
        self._drop(gone)
        # The largest first: a directory is made anew for each that is larger.
        for shelf in sorted(new, key=lambda one: -len(one.postings)):
            self._directory(shelf).add(shelf)
        self._shelves = list(shelves)
        self._empty()

    def owners(self, keys: Sequence[int]) -> Mapping[int, Sequence[int]]:
        """The texts that brought these keys, key by key."""
        found: dict[int, list[int]] = {}
        asked = _Asked(np.array(keys, np.uint64), keys, self._shelved)
        for directory in (self._small, self._middle, self._large):
            directory.find(asked, found)
        self._remember(found)
        fresh = self._fresh
        for key in [key for key in keys if key in fresh]:
            new = (fresh[key], *self._others.get(key, ()))
            # Not added to: the list may be one that is remembered.
            found[key] = [*found[key], *new] if key in found else [*new]
        return found

    def _remember(self, found: Mapping[int, list[int]]) -> None:
        """Keep what the shelves say of the keys that many texts brought."""
        many = [key for key, numbers in found.items() if len(numbers) >= _FEW]
        if len(self._shelved) > _REMEMBERED:
            self._shelved = {}
        for key in many:
            self._shelved[key] = found[key]

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Note that this text brought these keys."""
        first_of = self._fresh.setdefault
        self._count += len(keys)
        for key in keys:
            if first_of(key, number) != number:
                others = self._others.setdefault(key, [])
                if number not in others:
                    others.append(number)

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
        self._empty()
        likes = self._likes()
        number = max((shelf.number for shelf in self._shelves), default=0) + 1
        gone = [one.number for one in likes]
        self._shelves = [one for one in self._shelves if one not in likes]
        made = Shelf(number, _merged([fresh, *(one.postings for one in likes)]))
        self._shelves.append(made)
        self._drop(likes)
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

    def _drop(self, gone: Sequence[Shelf]) -> None:
        for directory in (self._small, self._middle, self._large):
            directory.drop(gone)

    def _directory(self, shelf: Shelf) -> _Directory:
        if len(shelf.postings) < _SMALL:
            return self._small
        return self._middle if len(shelf.postings) < _LARGEST else self._large

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
