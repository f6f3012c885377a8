"""The bundled agencies, and a user's beside them."""

from __future__ import annotations

import pytest

from newscrawl.agencies import Agencies, Agency, load_agencies
from newscrawl.agencies.attribution import attribute
from newscrawl.items import Article, Trimmed
from newscrawl.text.dateline import read_dateline
from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.tail import cut_tail

AGENCIES = load_agencies()
SPIDERS = ("ians", "ani", "pti", "uni", "reuters", "ap", "afp", "xinhua")


def test_every_agency_is_described():
    assert len(AGENCIES) >= 60
    assert set(SPIDERS) <= set(AGENCIES)
    assert list(AGENCIES) == sorted(AGENCIES)
    assert sum(a.kind == "press_release" for a in AGENCIES.values()) >= 8


@pytest.mark.parametrize("agency", AGENCIES.values(), ids=list(AGENCIES))
def test_what_a_file_says_holds_together(agency):
    assert agency.aliases
    assert len(set(agency.aliases)) == len(agency.aliases)
    if agency.status == "observed" and agency.kind == "agency":
        assert agency.examples
    if agency.status == "unverified":
        assert agency.note
    if agency.weak:
        assert agency.home
    for example in agency.examples:
        assert example.gives in example.text
        assert AGENCIES.names.agency(example.gives) == agency.id


EXAMPLES = [
    pytest.param(agency, example, id=f"{agency.id}: {example.text[:40]}")
    for agency in AGENCIES.values()
    for example in agency.examples
]


def shown_as(example, country):
    """The article on which a page prints the example where it says."""
    if example.where == "dateline":
        found = read_dateline(example.text, AGENCIES.names)
        assert found is not None
        assert found.rest
        return Article(dateline=found.raw)
    if example.where == "byline":
        return Article(by=example.text)
    told = read_disclaimer(example.text, AGENCIES.names)
    cuts = cut_tail(["Rain fell.", example.text], AGENCIES.names)[1]
    glued = cut_tail([f"Rain fell. {example.text}"], AGENCIES.names)[1]
    assert told or cuts or glued
    cut = (cuts or glued or [None])[0]
    reason = "disclaimer" if told or not cut else cut.reason
    return Article(trimmed=[Trimmed(reason, cut.text if cut else example.text)])


@pytest.mark.parametrize(("agency", "example"), EXAMPLES)
def test_an_agencys_examples_are_its_tests(agency, example):
    country = agency.home[0] if agency.home else agency.country
    shown = shown_as(example, country)
    told = attribute(shown, AGENCIES, country=country)
    if agency.kind == "press_release":
        assert told.syndication.role == "press_release"
    else:
        assert told.agency == agency.id


@pytest.mark.parametrize(
    ("token", "agency"),
    [
        ("IANS", "ians"),
        ("आईएएनएस", "ians"),
        ("Press Trust of India", "pti"),
        ("भाषा", "pti_bhasha"),
        ("REUTERS", "reuters"),
        ("The Associated Press", "ap"),
        ("Associated Press of Pakistan", "app"),
        ("ТАСС", "tass"),
        ("dpa", "dpa"),
        ("EUROPA PRESS", "europapress"),
        ("ians", None),
        ("app", None),
        ("", None),
    ],
)
def test_a_token_names_its_agency_as_it_is_printed(token, agency):
    assert AGENCIES.names.agency(token) == agency


@pytest.mark.parametrize(
    ("agency", "country", "home"),
    [
        ("uni", "IN", True),
        ("uni", "PE", False),
        ("app", "PK", True),
        ("app", "IN", False),
        ("rss_np", "NP", True),
        ("rss_np", "IN", False),
        ("aap", "AU", True),
        ("aap", "IN", False),
        ("ians", "IN", True),
        ("uni", None, False),
    ],
)
def test_weak_names_have_a_home(agency, country, home):
    assert AGENCIES[agency].is_home(country) is home


def test_an_agency_without_a_country_is_at_home_nowhere():
    assert not Agency(id="x", name="X").is_home("IN")
    assert not Agency(id="x", name="X").is_home(None)


@pytest.mark.parametrize(
    "token", ["UNI", "APP", "RSS", "CP", "PA", "AAP", "UPI", "NAN"]
)
def test_colliding_names_are_weak(token):
    agency = AGENCIES[AGENCIES.names.tokens[token]]
    assert token in agency.weak


def test_a_user_adds_and_replaces_agencies(tmp_path):
    for text in (
        'id = "kna"\nname = "Kosi News"\naliases = ["KNA", "IANS"]\n',
        'id = "pti"\nname = "Mine"\naliases = ["P.T.I."]\n',
    ):
        name = text.split('"')[1]
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    agencies = load_agencies(tmp_path)
    assert len(agencies) == len(AGENCIES) + 1
    assert agencies["pti"].name == "Mine"
    assert agencies.names.agency("P.T.I.") == "pti"
    assert agencies.names.agency("PTI") is None
    # A name of a bundled agency that a user's agency claims is the user's.
    assert agencies.names.agency("IANS") == "kna"
    assert agencies.names.agency("आईएएनएस") == "ians"


def test_no_agencies_is_an_empty_mapping():
    assert len(Agencies()) == 0
    assert Agencies().names.agency("IANS") is None
