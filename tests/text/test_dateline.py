"""Datelines in the wires' many forms, and the sentences that only look like one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.dateline import read_dateline
from newscrawl.text.names import AgencyNames

NAMES = AgencyNames(
    {
        "IANS": "ians",
        "आईएएनएस": "ians",
        "ANI": "ani",
        "PTI": "pti",
        "भाषा": "bhasha",
        "Reuters": "reuters",
        "AP": "ap",
        "UPI": "upi",
        "AFP": "afp",
        "EFE": "efe",
        "ANSA": "ansa",
        "TASS": "tass",
        "РИА Новости": "ria",
        "dpa": "dpa",
        "WAM": "wam",
        "ANTARA": "antara",
        "VNA": "vna",
        "Xinhua": "xinhua",
        "XINHUA": "xinhua",
        "APP": "app",
        "हि.स.": "hs",
        "জি.বা.": "gb",
        "جی بی": "gb",
        "जी.एन.एस": "gns",
        "Yonhap": "yonhap",
        "EUROPA PRESS": "ep",
        "Jiji Press": "jiji",
    }
)
NEAR = "2025-06-27T09:00:00+05:30"

CASES = tomllib.loads(
    Path(__file__).with_name("dateline_cases.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["raw"])
def test_dateline_is_read_and_the_rest_is_exact(case):
    hindi = "\u0900" <= case["raw"][1] <= "\u097f"
    lead = "बकरियां मैदान में आईं।" if hindi else "Goats left the hills."
    found = read_dateline(case["printed"] + lead, NAMES, near=NEAR)
    assert found is not None
    assert found.raw == case["raw"]
    assert list(found.located) == case["located"]
    assert found.date == (f"2025-{case['day']}" if "day" in case else None)
    assert (found.agency, found.token) == (case.get("agency"), case.get("token"))
    assert found.rest == lead


@pytest.mark.parametrize("text", CASES["refused"]["texts"])
def test_a_sentence_is_left_alone(text):
    assert read_dateline(text, NAMES, near=NEAR) is None


@pytest.mark.parametrize(
    ("day", "near", "date"),
    [
        ("Jan 1", "2025-12-31T20:00:00+00:00", "2026-01-01"),
        ("Dec 31", "2026-01-01", "2025-12-31"),
        ("July 26", "2025-06-26", None),
        ("Sept 26", "2025-06-26", None),
        ("June 26", None, None),
        ("June 26, 2024", None, "2024-06-26"),
        ("Feb 29", "2024-03-01", "2024-02-29"),
        ("Feb 29", "2025-03-01", None),
        ("June 26", "no date", None),
    ],
)
def test_year_is_the_one_nearest_to_the_page(day, near, date):
    found = read_dateline(f"OSLO, {day} (AFP) - Goats left.", NAMES, near=near)
    assert found is not None
    assert (found.raw, found.date) == (f"OSLO, {day} (AFP)", date)


def test_dateline_on_a_line_of_its_own_leaves_nothing():
    found = read_dateline("KATHMANDU, JUNE 26", NAMES, near=NEAR)
    assert found is not None
    assert (found.date, found.rest) == ("2025-06-26", "")


_PIECES = st.sampled_from(
    [
        "OSLO",
        "Odde",
        "नई दिल्ली",
        "June 26",
        "26 जून",
        "(IANS)",
        "(",
        ")",
        "[",
        "]",
        "/",
        ",",
        ".",
        ":",
        " - ",
        "--",
        "—",
        "।",
        "|",
        " ",
        "\n",
        "ता.",
        "9",
        "a",
        "A",
        "\u00a0",
        "²",
        "/TASS/",
    ]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_any_text_is_taken_and_rest_is_its_end(text):
    found = read_dateline(text, NAMES, near=NEAR)
    if found is not None:
        assert found.raw
        assert found.raw in text
        assert text.endswith(found.rest)
        assert len(found.rest) < len(text)


@pytest.mark.parametrize(
    "unit", ["A, ", "(", "(A) ", "[A] ", "May 1 ", "A/", "- ", " ", "A "]
)
def test_only_the_head_is_looked_at(unit):
    """What stands behind the first two hundred characters changes nothing but rest."""
    text = "OSLO, June 26 (AFP) - " + unit * 50_000
    found = read_dateline(text, NAMES, near=NEAR)
    assert found is not None
    assert found.raw == "OSLO, June 26 (AFP)"
    assert text.endswith(found.rest)
    short, long = unit * 200, unit * 50_000
    one, other = (read_dateline(t, NAMES, near=NEAR) for t in (short, long))
    assert (one and one.raw) == (other and other.raw)
