"""A page's raw values: what marks a piece of the body as none of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newscrawl.pages.article import gather
from newscrawl.pages.page import parse
from newscrawl.pages.rules import PlainRules

if TYPE_CHECKING:
    from newscrawl.pages.raw import RawArticle

LINE = "The quay was dredged in winter and the harbour board measured it again. "
URL = "https://post.test/city/the-quay-is-open"


def gathered(body: str, **linked: object) -> RawArticle:
    data = {"@type": "NewsArticle", "headline": "The quay is open", **linked}
    page = (
        f"<script type='application/ld+json'>{json.dumps(data)}</script>"
        f"<h1>The quay is open</h1><div class=text>{body}</div>"
    )
    return gather(parse(page, URL), PlainRules())


def test_what_presents_the_author_at_the_end_is_marked() -> None:
    bio = "Asha Rao writes about the sea and its harbours."
    raw = gathered(
        f"<p>Asha Rao is the pilot. {LINE}</p>"
        + f"<p>{LINE}</p>" * 8
        + f"<p>{bio}</p>",
        author={"@type": "Person", "name": "Asha Rao"},
    )
    assert [piece.text for piece in raw.pieces if piece.noise == "author_box"] == [bio]


def test_codes_of_the_publishing_system_leave_the_text_of_the_json() -> None:
    told = f'{LINE}[box id="4" title="More boats"] {LINE}[/box] [sic] {LINE}'
    raw = gathered("", articleBody=told)
    assert raw.linked_body is not None
    assert raw.linked_body.split() == f"{LINE}{LINE}[sic] {LINE}".split()


def test_a_comma_without_a_name_before_it_is_no_author() -> None:
    linked = '{"@type":"NewsArticle","author":{"@type":"Person","name":", Sea Post"}}'
    page = f"<script type=application/ld+json>{linked}</script><h1>Quay</h1><p>Text</p>"
    raw = gather(parse(page, "https://x.test/a"), PlainRules())
    assert raw.values["author"] == []
