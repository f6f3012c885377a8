"""Who is named in a byline, and as what."""

from __future__ import annotations

import pytest

from newscrawl.text.byline import is_agency_line, is_byline, read_byline
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
        ("IANS-in-New Delhi", [("IANS", "agency")]),
        ("IANS, Pune", [("IANS", "agency")]),
        ("IANS, Asha Rao", [("IANS", "agency"), ("Asha Rao", "person")]),
        ("Source: PTI", [("PTI", "agency")]),
        ("Submitted by Asha Rao", [("Asha Rao", "person")]),
    ],
)
def test_names_and_kinds(text: str, expected: list[tuple[str, str]]) -> None:
    found = read_byline(text, NAMES, "X Times")
    assert [(n.name, n.kind) for n in found] == expected


def test_a_sentence_is_no_byline() -> None:
    assert not is_byline("Bystanders fled when the crane fell.")


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("IANS", True),
        ("— PTI Desk", True),
        ("(IANS)", True),
        ("Source: IANS", True),
        ("IANS, Pune", True),
        ("IANS-in-Pune", True),
        ("IANS in New Delhi", True),
        ("Asha Rao and IANS", True),
        ("द्वारा: IANS", True),
        ("IANS wins a prize", False),
        ("IANS moves to a new house, staff and PTI say", False),
        ("Asha Rao", False),
        ("Pune, May 6", False),
        ("IANS?", False),
        ("IANS " + "x, " * 9_000, False),
        ("", False),
    ],
)
def test_a_line_that_is_wholly_a_credit(text: str, credits: bool) -> None:
    assert is_agency_line(text, NAMES) is credits
