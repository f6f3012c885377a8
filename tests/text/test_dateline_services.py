"""Datelines of many agencies' services: other scripts, other orders, damaged print."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.agencies import load_agencies
from newscrawl.text.dateline import find_dateline, read_dateline
from newscrawl.text.filingday import embedded_day

NAMES = load_agencies().names
NEAR = "2025-04-02T10:00:00+05:30"
CASES = tomllib.loads(
    Path(__file__).with_name("service_datelines.toml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"][:30])
def test_what_is_read_off(case):
    found = read_dateline(case["text"], NAMES, near=NEAR)
    assert found is not None
    assert list(found.located) == case["located"]
    assert (found.date, found.agency) == (case.get("date"), case.get("agency"))


@pytest.mark.parametrize("text", CASES["refused"]["texts"])
def test_what_is_left_alone(text):
    assert read_dateline(text, NAMES, near=NEAR) is None


@pytest.mark.parametrize("case", CASES["places"], ids=lambda case: case["printed"])
def test_places_have_the_regions_printed_beside_them(case):
    found = read_dateline(f"{case['printed']} - The organ was mended.", NAMES)
    assert found is not None
    told = [[one.name, one.country or "", one.admin or ""] for one in found.places]
    assert told == case["places"]


@pytest.mark.parametrize(
    ("day", "doubted"),
    [("April 2", False), ("April 1", False), ("April 3", False), ("July 2", True)],
)
def test_a_day_that_cannot_be_the_pages_is_kept_and_doubted(day, doubted):
    found = read_dateline(f"OSLO, {day} (AFP) - The organ.", NAMES, near=NEAR)
    assert found is not None
    assert (found.raw, found.doubted) == (f"OSLO, {day} (AFP)", doubted)
    assert (found.date is None) is doubted


@pytest.mark.parametrize(
    ("line", "near", "day"),
    [
        ("© dpa-infocom, dpa:201227-99-820474/3", "2020-12-28", "2020-12-27"),
        ("© dpa-infocom, dpa:201227-99-820474/3", "2024-12-28", None),
        ("© dpa-infocom, dpa:201399-99-820474/3", None, None),
        ("This report by X was first published Feb. 22, 2024.", None, "2024-02-22"),
        ("It was first published in a book of May 2.", None, None),
        ("© 2024 AFP", "2024-05-02", None),
    ],
)
def test_a_line_under_the_text_may_tell_its_day(line, near, day):
    assert embedded_day(line, near) == day


WORDS = [
    "The",
    "organ",
    "of",
    "Oslo",
    "(AFP)",
    "mended",
    "-",
    "风琴",
    "ऑर्गन",
    "May",
    "2",
]


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.sampled_from(CASES["put_back"]["forms"]), st.lists(st.sampled_from(WORDS)))
def test_a_dateline_taken_off_and_put_back_gives_the_text(form, words):
    text = form + " ".join(["The organ was", *words, "mended."])
    found = read_dateline(text, NAMES, near=NEAR)
    assert found is not None
    assert found.rest
    cut = text[: len(text) - len(found.rest)]
    assert cut + found.rest == text
    assert cut.strip().startswith(found.raw)


@pytest.mark.parametrize(
    ("above", "place"),
    [
        ([], 0),
        (["A standfirst of some words."], 1),
        (["Highlights", "One point", "Two points", "Three points", "Four"], 5),
        (["A long first paragraph of the text. " * 8] * 3, None),
        (["One point"] * 12, None),
    ],
)
def test_a_dateline_is_sought_under_standfirst_and_highlights(above, place):
    lines = [("p", text) for text in [*above, "OSLO, April 2 (AFP) - The organ."]]
    told = find_dateline(lines, NAMES, near=NEAR)
    assert (told[0] if told else None) == place
