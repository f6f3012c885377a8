"""Places at the start of a text, and how they are printed there."""

from __future__ import annotations

import pytest

from newscrawl.text.places import leading_place, shouted_place


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("SEOUL Samsung opened a plant", 5),
        ("NEW DELHI The river rose", 9),
        ("Seoul Samsung opened a plant", 0),
        ("NEW Delhi The river rose", 0),
        ("МОСКВА Река поднялась", 6),
        ("NEWEST Harbour plan", 0),
        ("SEOUL", 5),
        ("नई दिल्ली राज्यसभा में", 0),
        ("", 0),
    ],
)
def test_a_name_in_capitals_without_a_mark(text: str, size: int) -> None:
    assert shouted_place(text) == size


@pytest.mark.parametrize(
    "text",
    ["SEOUL Samsung", "Seoul Samsung", "नई दिल्ली राज्यसभा में", "NEW DELHI The", "Mr X"],
)
def test_it_is_the_place_that_the_text_begins_with(text: str) -> None:
    size = leading_place(text)
    shouted = text[:size].isupper() or "/" in text[:size]
    assert shouted_place(text) == (size if shouted else 0)
