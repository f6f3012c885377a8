"""What a page printed, on one line, comparable and counted, in every script."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.clean import (
    comparable,
    folded,
    how_many_words,
    line_words,
    squeeze,
    words,
)

TEXTS = [
    "Rain stops play", " Rain", "Rain ", "Rain  stops", "Rain\tstops\nplay",
    "नदी  का पुल", " নদীর সেতু", "دریا کا\u200cپل", "橋は\u3000開通", "Zu\u0308rich",
    "\u200eRain\u00ad", "\u00a0Rain\u2009stops", "", " ", "\ud800x", "a\u0085b",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_one_line_has_single_spaces_and_nothing_unseen(text: str) -> None:
    line = squeeze(text)
    assert line == normalize("NFC", line) == " ".join(line.split())
    assert not re.search("[\u200e\u00ad\ud800\u0085]", line)
    assert squeeze(line) == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Don’t” — STOP…", '"don\'t" - stop...'),
        ("‚A‘ «B» „C“ ‐‑‒–―−", '\'a\' "b" "c" ------'),
        ("Straße ΣΟΦΟΣ", "strasse σοφοσ"),
        ("‘नदी’ का पुल–२", "'नदी' का पुल-२"),
        ("`Left' 5″ 6′", "'left' 5\" 6'"),
    ],
)
def test_signs_are_made_plain_in_every_script(text: str, expected: str) -> None:
    assert comparable(text) == expected


LINES = [
    "Rs 5,000 for “Kyiv’s” troops", "don't 'x' o'", "नदी का पुल", "'", "Müller’s Café",
    "a_b c-d", "নদীর সেতু — 3", "", "x\u00a0y", "L'été", "12.5%", "’’ “",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=6))
@settings(max_examples=80, deadline=None)
def test_the_words_of_lines_are_those_of_each_line(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert how_many_words(text) == sum(map(how_many_words, lines))
    assert how_many_words(text) == sum(len(words(line)) for line in lines)


@pytest.mark.parametrize("text", TEXTS + LINES)
def test_a_line_is_compared_as_the_text_it_was_made_of(text: str) -> None:
    line = squeeze(text)
    assert folded(line) == comparable(text)
    assert line_words(line) == words(text)
