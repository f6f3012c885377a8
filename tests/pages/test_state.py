"""The text from script state: the usual keepers, the page's own story, the bounds."""

from __future__ import annotations

import json

import pytest
from lxml import html

from newscrawl.pages import state
from newscrawl.pages.state import read_state
from newscrawl.reading import read_article

TITLE = "Quay reopens after dredging"
LINES = [
    "The quay was dredged in winter, and the harbour board measured it again.",
    "Two boats carried some 340 passengers on the first morning of the week.",
    "The work cost about a third of the sum that was set aside in March.",
]
OTHER = {
    "headline": "Timber mills ask for a longer season",
    "body": " ".join(LINES) * 9,
}


def script(value: object, lead: str = "", tail: str = "", kind: str = "") -> str:
    text = json.dumps(value).replace("</", "<\\/")
    return f'<script type="{kind}">{lead}{text}{tail}</script>'


def arc() -> dict[str, object]:
    parts = [{"type": "text", "content": line} for line in LINES]
    ads = {"type": "interstitial_link", "content": "Also see the boats " * 20}
    return {"headlines": {"basic": TITLE}, "content_elements": [ads, *parts]}


def slate() -> dict[str, object]:
    """Paragraphs of runs of words, as rich-text editors keep them."""
    return {
        "title": TITLE,
        "body": {
            "type": "doc",
            "content": [
                {
                    "type": "paragraph",
                    "content": [
                        {"type": "text", "text": line[:9]},
                        {"type": "text", "text": line[9:]},
                    ],
                }
                for line in LINES
            ],
        },
    }


TYPED = {
    "title": TITLE,
    "blocks": [{"type": "text", "text": line} for line in LINES],
}
MARKUP = {"title": TITLE, "content": "".join(f"<p>{line}</p>" for line in LINES)}
NESTED = {"page": {"title": TITLE, "data": {"body": LINES}}}


@pytest.mark.parametrize(
    "markup",
    [
        script({"props": {"story": MARKUP, "more": [OTHER]}}, kind="application/json"),
        script(arc(), "window.Fusion=window.Fusion||{};Fusion.globalContent=", ";f()"),
        script(TYPED, "window.page = "),
        script(slate(), "window.__INITIAL_STATE__ = ", ";"),
        script(json.dumps(MARKUP), "window.__DATA__ = JSON.parse(", ");"),
        script(json.dumps(NESTED), "window.__DATA__="),
        script(NESTED, "var a=").replace('{"page"', '{"u":undefined,"page"'),
        "<script>let broken = {\"a\": };</script>" + script(MARKUP, "x = "),
    ],
)  # fmt: skip
def test_the_text_is_found(markup: str) -> None:
    found = read_state(html.document_fromstring(markup), [TITLE])
    assert found is not None
    assert found.split("\n\n") == LINES


@pytest.mark.parametrize(
    "markup",
    [
        script(OTHER, "x = "),
        script({"title": TITLE, "body": "Too short."}, "x = "),
        script({"title": TITLE, "body": "A1b2C3" * 200}, "x = "),
        script({"title": TITLE, "related": [OTHER]}, "x = "),
        "<script>x = {" + "{" * 5_000 + "</script>",
        "<script type=application/json>" + "[" * 200_000 + "</script>",
    ],
)
def test_nothing_else_is_taken(markup: str) -> None:
    assert read_state(html.document_fromstring(markup), [TITLE]) is None


def test_values_and_nodes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    root = html.document_fromstring(script([[[MARKUP]]], "x = "))
    monkeypatch.setattr(state, "_MOST_NODES", 3)
    assert read_state(root, [TITLE]) is None
    monkeypatch.undo()
    many = script({"a": "b" * 200}, "x = ") * state._MOST_VALUES
    root = html.document_fromstring(many + script(MARKUP, "x = "))
    assert read_state(root, [TITLE]) is None


def test_a_page_drawn_by_its_script_is_read_whole() -> None:
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1>{script(MARKUP, 'window.state = ')}"
    article = read_article(page, "https://x.test/a")
    assert [p.text for p in article.paragraphs] == LINES
    assert article.provenance["body"] == "state"


def test_a_text_in_the_tree_is_not_replaced() -> None:
    shown = "".join(f"<p>{line[:-1]}, it said.</p>" for line in LINES)
    page = f"<h1>{TITLE}</h1>{shown}{script(MARKUP, 'x = ')}"
    article = read_article(page, "https://x.test/a")
    assert article.provenance["body"] == "density"


def test_what_is_kept_for_subscribers_is_left_there() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False}
    page = f"<h1>{TITLE}</h1><p>{LINES[0]}</p>{script(MARKUP, 'x = ')}" + script(
        data, kind="application/ld+json"
    )
    assert read_article(page, "https://x.test/a").body == LINES[0]
