"""Who is named in a byline, and as what."""

from __future__ import annotations

import pytest

from newscrawl.text.byline import is_agency_line, is_byline, read_byline, writers
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
        (
            "Asha Rao (aro), Jon Ek (jek)",
            [("Asha Rao", "person"), ("Jon Ek", "person")],
        ),
        ("Asha Rao (PTI)", [("Asha Rao", "person"), ("PTI", "agency")]),
        ("By Asha Rao @asharao May 6, 2025, 3:54pm", [("Asha Rao", "person")]),
        ("Asha Rao - Aug 10, 2024 | 5 min read", [("Asha Rao", "person")]),
        ("Posted: Dec 20, 2024 5:00 AM ET | Last Updated: Dec 21", []),
        ("Asha Rao 19 December 2023 • 3:54pm", [("Asha Rao", "person")]),
        ("Asha Rao | Publicado hace 3 horas", [("Asha Rao", "person")]),
        ("ByAsha Rao", [("Asha Rao", "person")]),
        ("Alle Artikel von Asha Rao", [("Asha Rao", "person")]),
        ("Interview: Asha Rao", [("Asha Rao", "person")]),
        (
            "Asha Rao, HARBOUR NETWORK",
            [("Asha Rao", "person"), ("HARBOUR NETWORK", "outlet")],
        ),
        (
            "Asha Rao, Ode News & Gazette",
            [
                ("Asha Rao", "person"),
                ("Ode News", "outlet"),
                ("Gazette", "outlet"),
            ],
        ),
        ("07:11 Uhr, Lesedauer: 8 Minuten, Asha Rao", [("Asha Rao", "person")]),
        ("Asha Rao, X Contributing Opinion Writer", [("Asha Rao", "person")]),
        ("Asha Rao, PhD", [("Asha Rao", "person")]),
        ("Asha Rao, Madrid", [("Asha Rao", "person")]),
        (
            "Asha Rao And Jon Ek For The Harbour Mail",
            [("Asha Rao", "person"), ("Jon Ek", "person")],
        ),
        (
            "Asha Rao, The Harbour Gazette",
            [("Asha Rao", "person"), ("The Harbour Gazette", "outlet")],
        ),
        ("Asha Rao HARBOUR TODAY", [("Asha Rao", "person")]),
        ("Special Correspondent", [("Special Correspondent", "desk")]),
        (
            '<a href="/a/asha" title="Posts by Asha Rao">Asha Rao</a>',
            [("Asha Rao", "person")],
        ),
        (
            "April May, August Holm",
            [("April May", "person"), ("August Holm", "person")],
        ),
        ("Asha Rao, View all posts by Asha Rao", [("Asha Rao", "person")]),
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


def test_beside_a_writer_neither_outlet_nor_unnamed_writer_is_an_author() -> None:
    found = read_byline("Asha Rao, X Times", NAMES, "X Times")
    assert [one.name for one in writers(found)] == ["Asha Rao"]
    alone = read_byline("X Times", NAMES, "X Times")
    assert writers(alone) == alone


@pytest.mark.parametrize("text", ["(" * 5_000, "<" * 5_000, "a " * 9_000, "1:" * 5_000])
def test_hostile_rows_are_read_at_once(text: str) -> None:
    assert len(read_byline(text, NAMES)) <= 1
