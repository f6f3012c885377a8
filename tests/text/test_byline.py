"""Who is named in a byline, and as what."""

from __future__ import annotations

import pytest

from newscrawl.text.byline import is_byline, read_byline
from newscrawl.text.names import AgencyNames

NAMES = AgencyNames({"IANS": "ians", "PTI": "pti", "Press Trust of India": "pti"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By IANS", [("IANS", "agency")]),
        ("Press Trust of India", [("Press Trust of India", "agency")]),
        ("By Asha Rao and Jon Ek", [("Asha Rao", "person"), ("Jon Ek", "person")]),
        ("By Asha Rao, PTI", [("Asha Rao", "person"), ("PTI", "agency")]),
        ("Written by: Asha Rao", [("Asha Rao", "person")]),
        ("X Times Web Desk", [("X Times Web Desk", "desk")]),
        ("X Times", [("X Times", "outlet")]),
        ("von Konrad Lund", [("Konrad Lund", "person")]),
        ("https://x.test/author/7", []),
        ("Updated: May 5, 2025", []),
    ],
)
def test_names_and_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    found = read_byline(text, NAMES, "X Times")
    assert [(n.name, n.kind) for n in found] == expected


def test_a_sentence_is_no_byline() -> None:
    assert not is_byline("Bystanders fled when the crane fell.")
