"""Who signs a page that names nobody in a row or in its head."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.raw import RawArticle
from newscrawl.pages.signature import add_signature
from newscrawl.text.names import AgencyNames


def signed(markup: str) -> list[str]:
    raw = RawArticle()
    add_signature(raw, html.document_fromstring(markup), AgencyNames())
    return [found.value for found in raw.values["signed"]]


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<p>x<a href=/author/asha-rao>Asha Rao</a></p>", "Asha Rao"),
        ("<p>x<a href=/x rel=author>Asha Rao</a></p>", "Asha Rao"),
        ("<p>x<span itemprop=author>आशा राव</span></p>", "आशा राव"),
        ("<p>x<span class='author vcard'>Asha Rao</span></p>", "Asha Rao"),
        ("<p>x<span class=byline>Asha Rao</span></p>", "Asha Rao"),
        ("<p>x<span class=autor>Asha Rao</span></p>", "Asha Rao"),
        ("<p>x<span id=x class='y autor-name'>Ása Rå</span></p>", "Ása Rå"),
        ("<meta itemprop=author content='Asha Rao'>", "Asha Rao"),
    ],
)
def test_each_mark_of_an_author_is_seen(markup: str, name: str) -> None:
    assert signed(markup) == [name]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>x<a href=/authority/harbour>Harbour board</a></p>",
        "<p>x<span title=author>Asha Rao</span></p>",
        "<p>x<span class=authority>Asha Rao</span></p>",
        "<p>x<b>Asha Rao</b></p>",
    ],
)
def test_what_only_sounds_like_one_is_none(markup: str) -> None:
    assert signed(markup) == []
