from __future__ import annotations

import pytest

from newscrawl.text.litter import recurring_places, without_recurring
from newscrawl.text.names import AgencyNames
from newscrawl.text.recurring import OutletMemory

NAMES = AgencyNames({"IANS": "ians", "PTI": "pti"})
OWN = "Neighbours of the valley press meet at the old mill on first Sundays."
LEAD = "The upper dam broke on Friday after a week of rain, the board of canals said."
TEXTS = [
    f"Village number {word} had been left by its people in the night before the water "
    f"came, and nobody was hurt, the {word} of its elders told reporters at noon."
    for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
]
LONG = " ".join([OWN, "They bring bread and stories and take the minutes in turn."] * 3)


def known(paragraphs: list[str], *texts: str, kind: str = "p") -> list[int]:
    told = [(kind, text) for text in paragraphs]
    return recurring_places(told, OutletMemory.of(texts), NAMES)


@pytest.mark.parametrize("place", [1, 4, 5, 9, 10])
def test_a_short_known_line_goes_wherever_it_stands(place: int) -> None:
    texts = [LEAD, *TEXTS]
    texts.insert(place, OWN)
    assert known(texts, OWN) == [place]


@pytest.mark.parametrize(("place", "gone"), [(1, True), (3, False), (5, True)])
def test_a_long_one_goes_at_the_edges_only(place: int, gone: bool) -> None:
    texts = [LEAD, *TEXTS]
    texts.insert(place, LONG)
    assert known(texts, LONG) == ([place] if gone else [])


def test_the_lead_is_never_cut() -> None:
    texts = [LEAD + " " + TEXTS[0], *TEXTS]
    assert known(texts, texts[0]) == []
    assert known(texts, texts[0], OWN) == []


def test_a_line_over_the_lead_is() -> None:
    assert known([OWN, LEAD, *TEXTS], OWN) == [0]


def test_a_text_that_is_all_known_is_left_alone() -> None:
    assert known([LEAD, *TEXTS], LEAD, *TEXTS) == []
    assert known([OWN], OWN) == []
    assert known([], OWN) == []


def test_what_goes_is_never_more_than_what_stays() -> None:
    texts = [LEAD, *TEXTS]
    gone = known(texts, *TEXTS)
    assert gone
    cut = sum(len(texts[place]) for place in gone)
    assert cut <= sum(map(len, texts)) - cut
    assert gone[-1] == len(texts) - 1


@pytest.mark.parametrize(
    "line",
    [
        "(IANS)",
        "Read all of what PTI sends from the valley",
        "This story has been published from a wire feed without changes to the text.",
        "Source: Agencies",
        "(With inputs from agencies)",
        "By Our Correspondent",
        "Reporting by Anna Brook; Editing by Per Sund",
        "NEW DELHI, May 2:",
        "© 2026 The Valley Press. All rights reserved.",
    ],
)
def test_what_tells_of_the_source_stays_for_attribution(line: str) -> None:
    assert known([LEAD, *TEXTS, line], line) == []


def test_headings_over_nothing_go_too() -> None:
    told = [("p", LEAD), ("p", TEXTS[0]), ("subhead", "Our readers"), ("p", OWN)]
    kept, cut = without_recurring(told, OutletMemory.of([OWN]), NAMES)
    assert kept == told[:2]
    assert cut == [("recurring", OWN), ("heading", "Our readers")]


def test_other_headings_stay_where_nothing_was_cut() -> None:
    told = [("p", LEAD), ("subhead", "Our readers")]
    assert without_recurring(told, OutletMemory.of([OWN]), NAMES) == (told, [])
