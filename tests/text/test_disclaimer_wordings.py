"""Disclaimers are told by what they say, whatever their words and language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newscrawl.agencies import load_agencies
from newscrawl.text.disclaimer import read_disclaimer

NAMES = load_agencies().names
CASES = tomllib.loads(
    Path(__file__).with_name("disclaimer_wordings.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in CASES.items() for text in texts]
)
def test_wording(kind, text):
    told = read_disclaimer(text, NAMES)
    assert (told.kind if told else "none") == kind
