"""The shelves answer as a plain dictionary would, however often they were merged."""

from __future__ import annotations

import random
from array import array
from collections import defaultdict

import pytest

from newscrawl.copies import shelves
from newscrawl.copies.shelves import KEY_BITS, Postings, Shelf


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "FRESH", 16)
    monkeypatch.setattr(shelves, "_LARGEST", 512)


@pytest.mark.usefixtures("small")
def test_every_posting_is_found_and_no_other() -> None:
    chance = random.Random(3)
    plain: dict[int, set[int]] = defaultdict(set)
    postings = Postings()
    kept: dict[int, Shelf] = {}
    for number in range(1, 400):
        keys = [chance.choice([chance.randrange(60), chance.getrandbits(KEY_BITS)])
                for _ in range(6)]  # fmt: skip
        postings.add(number, keys)
        for key in keys:
            plain[key].add(number)
        if postings.full:
            done = postings.shelve()
            kept[done.made.number] = done.made
            for gone in done.gone:
                del kept[gone]
            assert set(kept) == {one.number for one in postings.shelves}
    asked = [*plain, *(chance.getrandbits(KEY_BITS) for _ in range(200))]
    found = postings.owners(asked)
    assert len(found) == len(set(found))
    assert set(found) == {(key, n) for key in asked for n in plain.get(key, ())}
    assert 1 < len(kept) < 20


@pytest.mark.usefixtures("small")
def test_shelves_read_back_answer_the_same() -> None:
    postings = Postings()
    for number in range(1, 100):
        postings.add(number, [number % 7, number * 1001])
        if postings.full:
            postings.shelve()
    postings.shelve()
    again = Postings(Shelf(one.number, one.postings) for one in postings.shelves)
    keys = [*range(7), 5005, 99 * 1001, 4]
    assert sorted(again.owners(keys)) == sorted(postings.owners(keys))
    assert not again.is_empty
    assert Postings().is_empty


def test_the_highest_keys_and_none() -> None:
    top = (1 << KEY_BITS) - 1
    shelf = Shelf(1, array("Q", [top << (64 - KEY_BITS) | 5]))
    assert list(shelf.find([0, top, top - 1])) == [(top, 5)]
    assert list(Shelf(2, array("Q")).find([0, top])) == []
