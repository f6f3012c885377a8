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


@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_its_alternatives_find(text: str) -> None:
    concept = Concept(*ALTERNATIVES)
    assert bool(concept.search(text)) is bool(PLAIN.search(text))
