"""Cities are found by every name in the file, words and people's names are not."""

from __future__ import annotations

import gzip

import pytest

from newscrawl.text import gazetteer
from newscrawl.text.dateline import read_dateline
from newscrawl.text.gazetteer import cities, country_of
from newscrawl.text.names import AgencyNames
from newscrawl.text.places import is_place

NAMES = AgencyNames({"IANS": "ians"})


def test_every_name_of_the_file_is_found() -> None:
    lines = gzip.decompress(gazetteer._FILE.read_bytes()).decode().split("\n")[1:-1]
    assert len(lines) > 50_000
    assert lines == sorted(lines, key=str.encode)
    for line in lines[:: len(lines) // 500] + lines[:1] + lines[-1:]:
        name, country, people = line.split("\t")
        assert (country, int(people)) in cities(name)


@pytest.mark.parametrize("name", ["", "\n", "\t", "a", "\ud800", "zzzz", "lucknow\tIN"])
def test_what_is_no_name_is_not_found(name: str) -> None:
    assert cities(name) == ()
    assert country_of(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("lucknow", "IN"), ("paris", "FR"), ("hyderabad", None), ("springdale", "US")],
)
def test_a_name_of_several_cities_has_a_country_if_one_is_much_larger(
    name: str, code: str | None
) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Vadodara", True), ("TINSUKIA", True), ("North Hollywood", True),
        ("Aachen", True), ("Washington", True), ("AALSMEER", True), ("Aalsmeer", False),
        ("Reading", False), ("Police", False), ("Warren", False), ("VLADIMIR", False),
    ],
)  # fmt: skip
def test_words_and_peoples_names_are_no_places(name: str, told: bool) -> None:
    assert is_place(name) is told


def test_a_dateline_tells_the_country_of_its_city() -> None:
    found = read_dateline("Lucknow, May 2 (IANS) A dam broke.", NAMES)
    assert found is not None
    assert [place.code for place in found.places] == ["IN"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("VADODARA Shops stayed shut on Friday.", "VADODARA"),
        ("VLADIMIR Orlov said no.", None),
        ("Warren: So I agree.", None),
    ],
)
def test_the_gazetteer_decides_bare_forms(text: str, raw: str | None) -> None:
    found = read_dateline(text, NAMES)
    assert (found.raw if found else None) == raw
