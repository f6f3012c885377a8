"""Rare keys name candidates; keys of many stories mark common property."""

from __future__ import annotations

import pytest

from newscrawl.copies.candidates import LEAST_KEYS, MOST, candidates, common_words

KEYS = {101: 0, 102: 8, 103: 16, 104: 30}


@pytest.mark.parametrize(
    ("counts", "marked"),
    [
        ({}, None),
        ({101: 3, 102: 3}, None),
        ({101: 4}, range(5)),
        ({101: 4, 102: 9}, range(13)),
        ({101: 4, 103: 4}, [*range(5), *range(16, 21)]),
        ({104: 4}, range(30, 33)),
    ],
)
def test_common_words_lie_between_common_keys(
    counts: dict[int, int], marked: range | list[int] | None
) -> None:
    owners = [(key, number) for key, count in counts.items() for number in range(count)]
    marks = common_words(KEYS, owners, 33)
    if marked is None:
        assert marks is None
    else:
        assert marks is not None
        assert [place for place, mark in enumerate(marks) if mark] == list(marked)


def test_one_shared_key_makes_a_candidate_only_where_it_is_rare() -> None:
    assert LEAST_KEYS == 2
    spread = [(101, number) for number in (7, 8, 9)]
    assert candidates(spread) == []
    assert candidates([*spread, (102, 8)]) == [8]
    assert candidates([(101, 7)]) == [7]


def test_rare_keys_weigh_more_and_ties_go_to_the_earlier() -> None:
    many = [(key, number) for key in (103, 104, 105) for number in range(10, 20)]
    rare = [(101, 30), (102, 30)]
    found = candidates([*many, *rare])
    assert found[0] == 30
    assert found[1:] == [10, 11, 12, 13, 14][: MOST - 1]
