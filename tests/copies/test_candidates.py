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


def test_a_text_with_one_shared_key_is_no_candidate() -> None:
    assert LEAST_KEYS == 2
    assert candidates([(101, 7), (101, 8), (102, 8)]) == [8]


def test_rare_keys_weigh_more_and_ties_go_to_the_earlier() -> None:
    many = [(key, number) for key in (103, 104, 105) for number in range(10, 20)]
    rare = [(101, 30), (102, 30)]
    found = candidates([*many, *rare])
    assert found[0] == 30
    assert found[1:] == [10, 11, 12, 13, 14][: MOST - 1]
