"""A concept is found in every language as by its plain alternatives."""

from __future__ import annotations

import re

import pytest

from newscrawl.text.concepts import Concept

ALTERNATIVES = (
    r"\b(?:feed|agenc(?:y|ies))\b|\bwires?\b",
    r"\w*agentur\b|[|(]x[)|]",
    "एजेंसी|फीड",
    r"\bлент[ыа]\b",
)
PLAIN = re.compile("|".join(ALTERNATIVES), re.I)
TEXTS = [
    "From an agency.", "AGENCIES", "Rewired", "wire", "Nachrichtenagentur meldet",
    "|x|", "x", "(x)", "यह फीड से", "из ленты", "плента",
    "Résumé – “agency”", "", "ſ feed",
]  # fmt: skip
# Capitals that mean themselves, beside words that do not.
CASED = (r"\bby (?-i:[A-Z])", r"\bwires?\b")


@pytest.mark.parametrize("text", ["By A", "by a", "A WIRE", "Wire – यह", "PLAIN"])
def test_capitals_in_a_pattern_stay_capitals(text: str) -> None:
    plain = re.compile("|".join(CASED), re.I)
    assert bool(Concept(*CASED).search(text)) is bool(plain.search(text))


@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_its_alternatives_find(text: str) -> None:
    concept = Concept(*ALTERNATIVES)
    assert bool(concept.search(text)) is bool(PLAIN.search(text))
