"""Rare keys name candidates; keys of many stories mark common property."""

from __future__ import annotations

import pytest

from newscrawl.copies.candidates import (
    LEAST_KEYS,
    MOST,
    candidates,
    common_words,
    likely,
    spent_keys,
)
from newscrawl.copies.index import COMMON, Outline

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
    owners = {key: list(range(count)) for key, count in counts.items()}
    marks = common_words(KEYS, owners, 33)
    if marked is None:
        assert marks is None
    else:
        assert marks is not None
        assert [place for place, mark in enumerate(marks) if mark] == list(marked)


def test_one_shared_key_makes_a_candidate_only_where_it_is_rare() -> None:
    assert LEAST_KEYS == 2
    spread = {101: [7, 8, 9]}
    assert candidates(spread, 60) == []
    assert candidates({**spread, 102: [8]}, 60) == [8]
    assert candidates({101: [7]}, 60) == [7]


def test_rare_keys_weigh_more_and_ties_go_to_the_earlier() -> None:
    many = {key: list(range(10, 20)) for key in (103, 104, 105)}
    rare = {101: [30], 102: [30]}
    found = candidates({**many, **rare}, 6)
    assert found[0] == 30
    assert found[1:] == [10, 11, 12, 13, 14][: MOST - 1]


def test_little_common_property_makes_no_candidate_by_itself() -> None:
    common = {key: list(range(10, 20)) for key in (103, 104, 105)}
    assert candidates(common, 60) == []
    assert candidates({**common, 101: [12]}, 60) == [12]
    much = {key: list(range(10, 20)) for key in range(200, 230)}
    assert candidates(much, 60) == [10, 11, 12, 13, 14, 15]


@pytest.mark.parametrize(
    ("shared", "common", "kept"),
    [(2, 0, False), (10, 0, True), (0, 10, False), (2, 8, True), (0, 30, True)],
)
def test_a_story_needs_keys_of_its_own_or_very_many(
    shared: int, common: int, *, kept: bool
) -> None:
    owners = {key: [3] for key in range(shared)}
    owners.update({100 + key: [3, 5, 6, 7, 8] for key in range(common)})
    outline = Outline(3, "s1", 1650)
    assert likely([outline], owners, 600) == ([3] if kept else [])


def test_a_story_s_texts_speak_together() -> None:
    owners = {key: [3 + key % 2] for key in range(8)}
    outlines = [Outline(3, "s1", 1650), Outline(4, "s1", 1650), Outline(9, "s2", 1650)]
    assert likely(outlines, owners, 600) == [3, 4]


def test_keys_of_the_story_and_of_very_many_are_spent() -> None:
    owners = {1: [5], 2: [6], 3: list(range(100, 100 + COMMON)), 4: [6, 5]}
    assert spent_keys(owners, {5}) == {1, 3, 4}
    assert spent_keys(owners, set()) == {3}
