"""What the head says: tags by trust, links, title, microdata."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.meta import Head, read_head

URL = "https://x.test/news/a"


def head(markup: str) -> Head:
    page = html.document_fromstring(f"<html><head>{markup}</head><body></body></html>")
    return read_head(page, URL)


def test_titles_links_and_language() -> None:
    page = html.document_fromstring(
        "<html lang=hi><head><title> A \n title </title><title>other</title>"
        "<base href=https://x.test/deep/><link rel=canonical href=story>"
        "<link rel=amphtml href=/amp/story><link rel=next href='?page=2'>"
        "<link rel=canonical href=later></head><body></body></html>"
    )
    told = read_head(page, URL)
    assert (told.title, told.language) == ("A title", "hi")
    assert told.canonical == "https://x.test/deep/story"
    assert told.amp == "https://x.test/amp/story"
    assert told.next_page == "https://x.test/deep/?page=2"


def test_a_drawing_has_no_title_of_the_page() -> None:
    page = "<svg><title>Menu</title></svg>"
    assert read_head(html.fragment_fromstring(page, create_parent=True), URL).title is (
        None
    )


@pytest.mark.parametrize(
    "href", ["javascript:void(0)", "http://[bad", "mailto:a@x.test"]
)
def test_only_web_addresses_are_links(href: str) -> None:
    assert head(f"<link rel=canonical href='{href}'>").canonical is None


def test_the_more_trusted_tag_comes_first() -> None:
    told = head(
        "<meta name=pubdate content=2025-05-05>"
        "<meta property=article:published_time content=2025-05-06T09:14>"
        "<meta property='OG:Title' content='  Quay   dredged '>"
        "<meta name=og:title content=second><meta name=empty content=' '>"
    )
    assert [value for value, _ in told.published()] == [
        "2025-05-06T09:14",
        "2025-05-05",
    ]
    assert told.first("twitter:title", "og:title") == ("Quay dredged", "og:title")
    assert told.first("empty", "absent") is None


def test_addresses_of_profiles_are_no_authors() -> None:
    told = head(
        "<meta property=article:author content=https://social.test/rao>"
        "<meta name=dc.creator content='Asha Rao'><meta name=dc.creator content=PTI>"
    )
    assert told.authors() == (["Asha Rao", "PTI"], "dc.creator")
    assert head("").authors() is None


def test_microdata_and_equivalents() -> None:
    told = head(
        "<meta itemprop=datePublished content=2025-05-06>"
        "<meta http-equiv=Content-Language content=en-IN>"
        "<meta http-equiv=refresh content=300>"
    )
    assert told.props == {"datePublished": ["2025-05-06"]}
    assert told.tags == {"content-language": ["en-IN"]}
