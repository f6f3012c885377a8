"""JSON-LD as pages really write it."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.jsonld import read_linked


def linked(text: str):  # type: ignore[no-untyped-def]
    return read_linked(
        html.fromstring(
            f'<html><script type="application/ld+json">{text}</script></html>'
        )
    )


def test_graph_with_references_and_lists() -> None:
    found = linked(
        '{"@graph":[{"@type":"WebPage","name":"no"},{"@type":["Article","NewsArticle"],'
        '"headline":"Quay &amp; boats","author":{"@id":"#a"},"keywords":"quay, ferry",'
        '"articleSection":["World"],"isAccessibleForFree":"False"},'
        '{"@type":"Person","@id":"#a","name":"Asha Rao"}]}'
    )
    assert found.headline == "Quay & boats"
    assert found.authors == [("Asha Rao", "Person")]
    assert (found.keywords, found.section, found.free) == (
        ["quay", "ferry"],
        "World",
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"NewsArticle","headline":"A\tb\nc"}',
        '{"@type":"NewsArticle","headline":"A\tb\nc",}',
        '<!-- {"@type":"NewsArticle","headline":"A\tb\nc"}',
    ],
)
def test_broken_json_is_read_leniently(text: str) -> None:
    assert linked(text).headline == "A\tb\nc"


@pytest.mark.parametrize("text", ["", "{", "[" * 5000, "null", '"x"', '{"@type":5}'])
def test_garbage_says_nothing(text: str) -> None:
    assert linked(text).headline is None


def test_the_photographer_is_not_the_author() -> None:
    found = linked(
        '[{"@type":"ImageObject","author":"AFP/Jon Ek"},'
        '{"@type":"NewsArticle","headline":"Quay","author":"Asha Rao"}]'
    )
    assert [name for name, _ in found.authors] == ["Asha Rao"]
