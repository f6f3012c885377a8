"""Which texts brought a key: a small table of the newest, and sorted shelves behind it.

A log-structured index. A posting is one number, the key above and the text's number
below, so that a shelf is a sorted array; new postings gather in a dictionary and become
a shelf when they are many, and like shelves are merged. Each shelf has a bitmap that
says of most absent keys that they are absent.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KEY_BITS = 36
_NUMBER_BITS = 64 - KEY_BITS
_NUMBER = (1 << _NUMBER_BITS) - 1
# So many postings make a shelf, so many shelves of a size make one of the next size,
# and beyond the largest size they are left alone: a merge must not stop a crawl.
FRESH = 1 << 17
_TOGETHER = 4
_LARGEST = 1 << 22
# A bitmap of 16 bits per posting lets one absent key in sixteen through.
_BITMAP_BITS = 4


def number_of(posting: int) -> int:
    """The number of the text that a posting names."""
    return posting & _NUMBER


class Shelf:
    """Sorted postings that do not change any more."""

    def __init__(self, number: int, postings: array[int]) -> None:
        self.number = number
        self.postings = postings
        bits = max(3, len(postings).bit_length() + _BITMAP_BITS)
        self._byte = KEY_BITS - bits + 3
        self._bit = KEY_BITS - bits
        self._marks = bytearray(1 << (bits - 3))
        self._mark()

    def _mark(self) -> None:
        marks, byte, bit = self._marks, self._byte, self._bit
        shift_byte, shift_bit = byte + _NUMBER_BITS, bit + _NUMBER_BITS
        for posting in self.postings:
            marks[posting >> shift_byte] |= 1 << (posting >> shift_bit & 7)

    def find(self, keys: Sequence[int]) -> list[tuple[int, int]]:
        """(key, number) for each posting of these keys."""
        marks, byte, bit, postings = self._marks, self._byte, self._bit, self.postings
        size = len(postings)
        found: list[tuple[int, int]] = []
        for key in [key for key in keys if marks[key >> byte] >> (key >> bit & 7) & 1]:
            at = bisect_left(postings, key << _NUMBER_BITS)
            while at < size and postings[at] >> _NUMBER_BITS == key:
                found.append((key, postings[at] & _NUMBER))
                at += 1
        return found


@dataclass(frozen=True, slots=True)
class Shelving:
    """What became of the shelves: the new one, and the numbers of those merged."""

    made: Shelf
    gone: list[int]


class Postings:
    """The index of keys. Whoever keeps it durable asks for ``shelve`` when ``full``."""

    def __init__(self, shelves: Iterable[Shelf] = ()) -> None:
        self._shelves = list(shelves)
        self._fresh: dict[int, int | list[int]] = {}
        self._count = 0

    def owners(self, keys: Sequence[int]) -> list[tuple[int, int]]:
        """(key, number) for each text that brought one of these keys."""
        found: list[tuple[int, int]] = []
        for shelf in self._shelves:
            found.extend(shelf.find(keys))
        fresh = self._fresh
        for key in keys:
            numbers = fresh.get(key)
            if numbers is None:
                continue
            if isinstance(numbers, int):
                found.append((key, numbers))
            else:
                found.extend((key, number) for number in numbers)
        return found

    def add(self, number: int, keys: Iterable[int]) -> None:
        """Note that this text brought these keys."""
        fresh = self._fresh
        for key in keys:
            others = fresh.setdefault(key, number)
            self._count += 1
            if others is number or others == number:
                continue
            if isinstance(others, int):
                fresh[key] = [others, number]
            elif number not in others:
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
        fresh: list[int] = []
        for key, numbers in self._fresh.items():
            if isinstance(numbers, int):
                fresh.append(key << _NUMBER_BITS | numbers)
            else:
                fresh.extend(key << _NUMBER_BITS | number for number in numbers)
        self._fresh = {}
        self._count = 0
        merged, gone = self._merge(array("Q", sorted(fresh)))
        number = max((shelf.number for shelf in self._shelves), default=0) + 1
        self._shelves = [one for one in self._shelves if one.number not in set(gone)]
        made = Shelf(number, merged)
        self._shelves.append(made)
        return Shelving(made, gone)

    def _merge(self, postings: array[int]) -> tuple[array[int], list[int]]:
        """The postings with all the shelves whose turn it is, and those shelves."""
        gone: list[int] = []
        limit = FRESH
        while limit < _LARGEST:
            likes = [
                one
                for one in self._shelves
                if len(one.postings) < 2 * limit and one.number not in gone
            ]
            if len(likes) < _TOGETHER - 1:
                break
            # Sorting runs that are sorted is merging them.
            runs = postings.tolist()
            for one in likes:
                runs.extend(one.postings)
                gone.append(one.number)
            runs.sort()
            postings = array("Q", runs)
            limit *= _TOGETHER
        return postings, gone
