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


def _found(shelf: Shelf, key: int) -> list[int]:
    found: dict[int, list[int]] = {}
    shelf.find(key, found)
    return found.get(key, [])


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
    assert {key: sorted(numbers) for key, numbers in found.items()} == {
        key: sorted(numbers) for key, numbers in plain.items()
    }
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
    assert again.owners(keys) == postings.owners(keys)
    assert again.owners(keys)[5005] == [5]
    assert not again.is_empty
    assert Postings().is_empty


def test_the_highest_keys_and_none() -> None:
    top = (1 << KEY_BITS) - 1
    shelf = Shelf(1, array("Q", [top << (64 - KEY_BITS) | 5]))
    assert _found(shelf, top) == [5]
    assert _found(shelf, 0) == _found(shelf, top - 1) == []
    assert _found(Shelf(2, array("Q")), top) == []


@pytest.mark.parametrize("shelf_count", [3, 9, 17, 33])
@pytest.mark.parametrize("largest", [1, 1 << 22])
def test_many_shelves_of_any_size_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, shelf_count: int, largest: int
) -> None:
    monkeypatch.setattr(shelves, "_LARGEST", largest)
    chance = random.Random(shelf_count)
    lists = [
        sorted({chance.getrandbits(KEY_BITS) for _ in range(chance.randrange(1, 900))})
        for _ in range(shelf_count)
    ]
    made = [
        Shelf(number, array("Q", [key << (64 - KEY_BITS) | number for key in keys]))
        for number, keys in enumerate(lists, 1)
    ]
    postings = Postings(made)
    for number, keys in enumerate(lists, 1):
        assert postings.owners(keys) == {key: [number] for key in keys}
    assert postings.owners([chance.getrandbits(KEY_BITS) for _ in range(500)]) == {}


def test_a_crowd_of_neighbours_is_found() -> None:
    keys = [1 << 20 | n for n in range(3000)] + [(1 << KEY_BITS) - 1]
    shelf = Shelf(1, array("Q", [key << (64 - KEY_BITS) | 7 for key in keys]))
    for key in keys:
        assert _found(shelf, key) == [7]
    assert _found(shelf, 5) == _found(shelf, 1 << 30) == []
    common = Shelf(2, array("Q", [9 << (64 - KEY_BITS) | n for n in range(200)]))
    assert _found(common, 9) == list(range(200))


def test_renewed_shelves_answer_for_what_they_have() -> None:
    shelf = [
        Shelf(n, array("Q", [key << (64 - KEY_BITS) | n for key in range(n, 40, 3)]))
        for n in range(4)
    ]
    postings = Postings(shelf[:3])
    postings.add(9, [50])
    postings.renew([shelf[1], shelf[3]])
    assert postings.owners(range(60)) == Postings([shelf[1], shelf[3]]).owners(
        range(60)
    )
    assert postings.owners([2, 4, 50]) == {4: [1]}


@pytest.mark.usefixtures("small")
def test_shelves_too_many_for_the_directory_are_merged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shelves, "_LARGEST", 64)
    monkeypatch.setattr(shelves, "_MOST_SHELVES", 12)
    postings = Postings()
    most = 0
    for number in range(1, 2400):
        postings.add(number, [number * 104729 % (1 << KEY_BITS), 5])
        if postings.full:
            postings.shelve()
            most = max(most, len(postings.shelves))
    assert 12 <= most <= 16
    assert len(postings.owners([5])[5]) == 2399
    assert postings.owners([700 * 104729]) == {700 * 104729: [700]}


@pytest.mark.usefixtures("small")
def test_what_was_asked_before_is_no_reason_to_miss_what_came_since() -> None:
    """The owners of a key that many have are remembered until the shelves change."""
    postings = Postings()
    for number in range(1, 200):
        postings.add(number, [7, 1000 + number])
        if postings.full:
            postings.shelve()
        mine = postings.owners([7])[7]
        assert sorted(mine) == list(range(1, number + 1))
    again = Postings()
    again.renew(postings.shelves)
    again.owners([7])
    again.renew(postings.shelves[:1])
    assert len(again.owners([7])[7]) < len(postings.owners([7])[7])
