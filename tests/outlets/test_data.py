"""The bundled outlets."""

from __future__ import annotations

import pytest

from newscrawl.agencies import load_agencies
from newscrawl.outlets import load_outlets
from newscrawl.pages.rules import ReadingRules

AGENCIES = load_agencies()
OUTLETS = load_outlets(agencies=AGENCIES)
SPIDERS = ("ians", "ani", "pti", "uni", "reuters", "ap", "afp", "xinhua")
RULES = [name for name in vars(ReadingRules) if not name.startswith("_")]


def test_every_outlet_is_described():
    assert len(OUTLETS) >= 120
    assert sum(outlet.enabled for outlet in OUTLETS.values()) >= 90


@pytest.mark.parametrize("agency", SPIDERS)
def test_every_spider_has_somewhere_to_go(agency):
    assert OUTLETS.select(None, agencies=[agency])


@pytest.mark.parametrize("outlet", OUTLETS.values(), ids=list(OUTLETS))
def test_what_a_file_says_holds_together(outlet):
    assert outlet.languages
    assert outlet.zone or not outlet.country
    assert outlet.enabled or outlet.note
    assert outlet.enabled == (outlet.status == "observed")
    assert not set(outlet.feeds) & set(outlet.doubtful_feeds)
    assert outlet.note is None or len(outlet.note) < 200
    for host in outlet.hosts:
        assert OUTLETS.by_host(f"https://{host}/a") is outlet
    if outlet.enabled:
        assert outlet.feeds or outlet.sitemaps or outlet.sections
    for url in (*outlet.feeds, *outlet.sitemaps, *outlet.sections):
        assert outlet.covers(url)
    assert all(hasattr(outlet, rule) for rule in RULES)
