"""Postings answer as a plain dictionary would, however often runs were made of them."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newscrawl.copies import postings as module
from newscrawl.copies.keytable import KEY_BITS, NUMBER_BITS
from newscrawl.copies.postings import Postings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from newscrawl.copies.index import Owners


def spread(key: int) -> int:
    """A key that lies apart from its neighbours', as hashes do."""
    return key * 0x9E3779B97F4A7C15 % (1 << KEY_BITS)


class Kept:
    """What somebody keeps of postings, run by run."""

    def __init__(self) -> None:
        self.runs: dict[int, NDArray[np.uint64]] = {}

    @property
    def sizes(self) -> dict[int, int]:
        return {run: len(postings) for run, postings in self.runs.items()}

    def shelve(self, postings: Postings) -> None:
        run, made = postings.shelve()
        assert run not in self.runs
        self.runs[run] = made

    def again(self) -> Postings:
        postings = Postings()
        postings.renew(self.sizes, self.runs.__getitem__)
        return postings


def run_of(number: int, keys: Iterable[int]) -> NDArray[np.uint64]:
    return np.array([key << NUMBER_BITS | number for key in sorted(keys)], np.uint64)


def same(one: Owners, other: Owners) -> bool:
    """Whether both name the same texts, in any order."""
    return {key: sorted(some) for key, some in one.items()} == {
        key: sorted(some) for key, some in other.items()
    }


def test_every_posting_is_found_and_no_other() -> None:
    chance = random.Random(3)
    plain: dict[int, set[int]] = defaultdict(set)
    postings, kept = Postings(), Kept()
    for number in range(1, 400):
        keys = [
            chance.choice([spread(chance.randrange(60)), chance.getrandbits(KEY_BITS)])
            for _ in range(6)
        ]
        postings.add(number, keys)
        for key in keys:
            plain[key].add(number)
        if postings.count >= 16:
            kept.shelve(postings)
            assert postings.count == 0
    asked = [*plain, *(chance.getrandbits(KEY_BITS) for _ in range(200))]
    assert same(postings.owners(asked), plain)
    assert same(postings.owners(asked), plain)


def test_runs_read_back_answer_the_same() -> None:
    postings, kept = Postings(), Kept()
    assert postings.is_empty
    for number in range(1, 100):
        postings.add(number, [number % 7, number * 1001])
        if number % 9 == 0:
            kept.shelve(postings)
        assert not postings.is_empty
    again = kept.again()
    keys = [*range(7), 5005, 99 * 1001, 4]
    assert same(again.owners(keys), postings.owners(keys))
    assert again.owners(keys)[5005] == [5]
    assert not again.is_empty


def test_runs_bound_together_are_one_under_another_number() -> None:
    postings, kept = Postings(), Kept()
    for number in range(1, 9):
        postings.add(number, [number])
        kept.shelve(postings)
    bound = postings.bind([2, 3, 4])
    assert bound == 9
    postings.add(10, [10])
    kept.shelve(postings)
    assert set(kept.runs) == {*range(1, 9), 10}
    kept.runs[bound] = np.concatenate([kept.runs.pop(run) for run in (2, 3, 4)])
    keys = range(12)
    assert same(kept.again().owners(keys), postings.owners(keys))


def test_renewed_postings_are_of_the_runs_there_are() -> None:
    runs = {number: run_of(number, range(number, 40, 3)) for number in range(1, 5)}
    read: list[int] = []

    def reading(run: int) -> NDArray[np.uint64]:
        read.append(run)
        return runs[run]

    postings = Postings()
    postings.renew({1: 13, 2: 13}, reading)
    postings.add(9, [50])
    # What is had is not read again, and what is in no run is gone.
    postings.renew({1: 13, 2: 13, 3: 13}, reading)
    assert read == [1, 2, 3]
    assert postings.owners([50]) == {}
    # Unless one is gone.
    postings.renew({2: 13, 4: 12}, reading)
    assert read == [1, 2, 3, 2, 4]
    fresh = Postings()
    fresh.renew({4: 12, 2: 13}, reading)
    assert same(postings.owners(range(60)), fresh.owners(range(60)))
    assert postings.owners([1, 5, 3, 4]) == {5: [2], 4: [4]}


@pytest.mark.parametrize("most", [1 << 13, 3])
def test_what_was_asked_before_is_no_reason_to_miss_what_came_since(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """The texts of keys that many brought are remembered, and added to."""
    monkeypatch.setattr(module, "_REMEMBERED", most)
    postings, kept = Postings(), Kept()
    keys = list(map(spread, range(1, 8)))
    for number in range(1, 200):
        postings.add(number, [*keys, 1000 + number])
        if number % 5 == 0:
            kept.shelve(postings)
        for key in keys:
            mine = postings.owners([key, 8])
            assert sorted(mine[key]) == list(range(1, number + 1))
    again = kept.again()
    assert len(again.owners(keys)[keys[5]]) == 195
    one = min(kept.runs)
    again.renew({one: len(kept.runs[one])}, kept.runs.__getitem__)
    assert len(again.owners(keys)[keys[5]]) == 5


def test_owners_given_do_not_change_when_more_come() -> None:
    postings = Postings()
    for number in range(1, 12):
        postings.add(number, [7])
    postings.shelve()
    before = postings.owners([7])
    before = postings.owners([7])
    postings.add(12, [7])
    postings.shelve()
    assert sorted(before[7]) == list(range(1, 12))
    assert sorted(postings.owners([7])[7]) == list(range(1, 13))
