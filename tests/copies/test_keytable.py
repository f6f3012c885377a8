"""The table answers as a plain dictionary would, however full it is."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pytest

from newscrawl.copies.keytable import KEY_BITS, NUMBER_BITS, KeyTable, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

TOP = (1 << KEY_BITS) - 1


def postings(pairs: Iterable[tuple[int, int]]) -> NDArray[np.uint64]:
    return np.array([key << NUMBER_BITS | text for key, text in sorted(pairs)], "u8")


def ordered(found: dict[int, list[int]]) -> dict[int, list[int]]:
    return {key: sorted(texts) for key, texts in found.items()}


def test_a_posting_names_its_text() -> None:
    text = (1 << NUMBER_BITS) - 2
    assert number_of(TOP << NUMBER_BITS | text) == text


@pytest.mark.parametrize("seed", range(4))
def test_every_posting_is_found_and_no_other(seed: int) -> None:
    """Random keys, some of many texts, and crowds of neighbours, through growing."""
    chance = random.Random(seed)
    table = KeyTable()
    plain: dict[int, list[int]] = defaultdict(list)
    many = [
        0,
        1,
        5,
        1 << 16,
        1 << 32,
        TOP,
        TOP - 1,
        *(chance.randrange(TOP) for _ in "ab"),
    ]
    text = 0
    for batch in range(12):
        keys = [chance.randrange(1 << KEY_BITS) for _ in range(12_000)]
        keys += [chance.choice(many) for _ in range(90)]
        if (
            seed % 2
        ):  # at the end of the table: what finds no room there stays behind it
            keys += [TOP - 30 * batch - n for n in range(30)]
        some = []
        for key in dict.fromkeys(keys):
            text += 1
            plain[key].append(text)
            some.append((key, text))
        table.put(postings(some))
        assert len(table) == text
        if batch in {0, 4, 11}:
            asked = [*plain, *(chance.randrange(1 << KEY_BITS) for _ in range(3000))]
            assert ordered(table.find(asked)) == {
                key: plain[key] for key in asked if key in plain
            }


@pytest.mark.parametrize("count", [1, 3, 40])
def test_few_keys_are_found_like_many(count: int) -> None:
    """Those in full buckets are gone after one by one or together."""
    table = KeyTable()
    keys = [(7 << 20) + n for n in range(300)]
    table.put(postings((key, 1 + key % 1000) for key in keys))
    for start in range(0, 300 - count, 11):
        some = keys[start : start + count]
        assert table.find(some) == {key: [1 + key % 1000] for key in some}
    absent = [(8 << 20) + n for n in range(count)]
    assert table.find(absent) == {}


def test_a_table_without_postings_and_one_asked_nothing() -> None:
    assert len(KeyTable()) == 0
    assert KeyTable().find([0, 1, TOP]) == {}
    table = KeyTable(100_000)
    table.put(postings([]))
    table.put(postings([(0, 1)]))
    assert table.find([]) == {}
    # The tag of an empty place is that of the key 0.
    assert table.find([0, 1 << 32]) == {0: [1]}


def test_keys_that_differ_in_any_bit_are_apart() -> None:
    key = 0x5A5A5A5A5
    others = [key ^ 1 << bit for bit in range(KEY_BITS)]
    table = KeyTable()
    table.put(postings([(key, 7)]))
    assert table.find([*others, key]) == {key: [7]}


def test_what_hundreds_of_texts_brought_is_common_property() -> None:
    """The table lets go of what would make every look-up nearby slow."""
    table = KeyTable()
    table.put(postings((1 << 35, text) for text in range(1, 5001)))
    table.put(postings([((1 << 35) - (1 << 30), 6001), ((1 << 35) + (1 << 30), 6002)]))
    found = table.find([1 << 35, (1 << 35) - (1 << 30), (1 << 35) + (1 << 30)])
    assert 256 < len(found[1 << 35]) < 1000
    assert set(found[1 << 35]) <= set(range(1, 5001))
    assert found[(1 << 35) - (1 << 30)] == [6001]
    assert found[(1 << 35) + (1 << 30)] == [6002]
    chance = random.Random(2)
    rest = {chance.randrange(1 << KEY_BITS): text for text in range(7000, 90_000)}
    table.put(postings(rest.items()))
    assert len(table.find([1 << 35])[1 << 35]) > 256
    assert table.find(list(rest)) == {key: [text] for key, text in rest.items()}
