"""Which texts brought a key: the newest in a dictionary, all others in a table.

The dictionary is what a crawl's own last texts brought. When it is large it becomes a
run, which its keeper writes once, and goes into the table.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from newscrawl.copies.keytable import NUMBER_BITS, KeyTable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from newscrawl.copies.keytable import Numbers

# So many postings make a run.
FRESH = 1 << 13
# A key that so many texts brought is likely to be asked for again: so many of them are
# remembered with their texts, in two megabytes.
_MANY = 8
_REMEMBERED = 1 << 13


class Postings:
    """The index of keys. Its keeper asks for ``shelve`` when ``count`` is high."""

    def __init__(self) -> None:
        self._table = KeyTable()
        self._runs: set[int] = set()
        # What the table says of some keys that many texts brought.
        self._common: dict[int, array[int]] = {}
        self._empty()

    def _empty(self) -> None:
        # The first text that brought a key, and the others.
        self._fresh: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        self._count = 0

    def renew(self, runs: Mapping[int, int], read: Callable[[int], Numbers]) -> None:
        """Have these runs, named with their sizes, and no other postings.

        Those had before are not read, unless others of them are gone.
        """
        if not self._runs or not self._runs <= runs.keys():
            self._table, self._runs = KeyTable(sum(runs.values())), set()
        self._common = {}
        self._empty()
        for run in sorted(runs.keys() - self._runs):
            self.take(run, read(run))

    def bind(self, runs: Collection[int]) -> int:
        """Have these runs kept as one, under a number that no other has."""
        run = self._next()
        self._runs = {run, *self._runs.difference(runs)}
        return run

    def take(self, run: int, postings: Numbers) -> None:
        """Have another run, sorted."""
        self._table.put(postings)
        self._runs.add(run)

    def owners(self, keys: Sequence[int]) -> Mapping[int, Sequence[int]]:
        """The texts that brought these keys, key by key."""
        common = self._common
        known = {key: common[key] for key in common.keys() & keys}
        new = [key for key in keys if key not in known] if known else keys
        found = self._table.find(new)
        for key, numbers in found.items():
            if len(numbers) >= _MANY:
                self._remember(key, numbers)
        owners: dict[int, Sequence[int]] = {**known, **found}
        fresh = self._fresh
        if not fresh.keys().isdisjoint(keys):
            for key in [key for key in keys if key in fresh]:
                owners[key] = [*owners.get(key, ()), *self._last(key)]
        return owners

    def _last(self, key: int) -> Sequence[int]:
        return self._fresh[key], *self._others.get(key, ())

    def _remember(self, key: int, numbers: Sequence[int]) -> None:
        """Keep who brought a key that many did."""
        if len(self._common) >= _REMEMBERED:
            self._common = {}
        self._common[key] = array("I", numbers)

    def add(self, number: int, keys: Sequence[int]) -> None:
        """Note that this text brought these keys."""
        fresh = self._fresh
        self._count += len(keys)
        if fresh.keys().isdisjoint(keys):
            fresh.update(dict.fromkeys(keys, number))
            return
        for key in keys:
            if fresh.setdefault(key, number) != number:
                others = self._others.setdefault(key, [])
                if number not in others:
                    others.append(number)

    @property
    def is_empty(self) -> bool:
        """Whether no text has brought anything."""
        return not len(self._table) and not self._fresh

    @property
    def count(self) -> int:
        """How many postings are in no run: ``FRESH`` of them should be one."""
        return self._count

    def shelve(self) -> tuple[int, Numbers]:
        """Make a run of the newest postings: a number that no other has, and it."""
        postings = self._gathered()
        postings.sort()
        common = self._common
        for key in common.keys() & self._fresh.keys():
            common[key] = common[key] + array("I", self._last(key))
        self._empty()
        run = self._next()
        self.take(run, postings)
        return run, postings

    def _next(self) -> int:
        return 1 + max(self._runs, default=0)

    def _gathered(self) -> Numbers:
        count = len(self._fresh)
        postings = np.fromiter(self._fresh, np.uint64, count)
        postings <<= np.uint64(NUMBER_BITS)
        postings |= np.fromiter(self._fresh.values(), np.uint64, count)
        others = [
            key << NUMBER_BITS | number
            for key, numbers in self._others.items()
            for number in numbers
        ]
        return np.concatenate([postings, np.array(others, np.uint64)])
