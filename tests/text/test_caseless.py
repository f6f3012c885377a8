"""Patterns that ignore case match as the engine's own flag does, in every script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.caseless import Caseless, is_small

PATTERNS = [
    r"\bup(?:dated)?\b", "sis|kik", "[a-z]+ä|ße", r"агентств|\bленты", "এজেন্সি|एजेंसी",
    r"^\W*[à-ü]", "[^a-z ]{2}", r"(?P<one>ista?)|(?P<two>ø\d)", "å|ω|dž",
]  # fmt: skip
ODD = "UuPpSsIiKkſıİKΣσςΩωΩµμÅÅåẞßÄäДдᲁᲂоЛлǅǆএজিए’ 0a"


@given(st.sampled_from(PATTERNS), st.text(alphabet=ODD, max_size=12))
@settings(max_examples=400, deadline=None)
def test_it_finds_what_the_flag_finds(pattern: str, text: str) -> None:
    plain, caseless = re.compile(pattern, re.I), Caseless(pattern)
    for wanted, found in (
        (plain.search(text), caseless.search(text)),
        (plain.match(text), caseless.match(text)),
    ):
        assert (found and (found.span(), found.lastgroup)) == (
            wanted and (wanted.span(), wanted.lastgroup)
        )


@pytest.mark.parametrize(
    ("pattern", "small"),
    [
        (r"\Wby\S\b", True),
        ("(?P<Name>x)", False),
        ("(?P<name>x)(?!y)(?<=x)", True),
        ("[A-Z]", False),
        ("(?i:x)", False),
        ("(?-i:x)", False),
        ("É", False),
    ],
)
def test_capitals_and_flags_are_refused(pattern: str, small: bool) -> None:
    assert is_small(pattern) is small
    if not small:
        with pytest.raises(ValueError, match="capitals"):
            Caseless(pattern)


def test_places_are_those_of_the_text() -> None:
    found = Caseless("von").search("“İİ – VON”")
    assert found is not None
    assert found.start() == 6
