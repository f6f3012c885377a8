"""The package's own functions take what people have in hand, and refuse the rest."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

import newscrawl

TEXT = "The river rose past the old bridge while boats waited at the upper landing. "
PAGE = f"<title>Boats</title><h1>Boats wait</h1><p>{TEXT * 5}</p><p>{TEXT * 2}</p>"


@pytest.mark.parametrize("kind", [str.encode, lambda page: bytearray(page.encode()),
                                  lambda page: memoryview(page.encode())])  # fmt: skip
def test_bytes_of_any_kind(kind: Any) -> None:
    url = "https://x.test/a"
    assert newscrawl.read_article(kind(PAGE), url) == newscrawl.read_article(PAGE, url)


@pytest.mark.parametrize("html", [None, 5, [PAGE], object()])
def test_what_is_no_page(html: Any) -> None:
    with pytest.raises(TypeError, match="html is of type"):
        newscrawl.read_article(html, "https://x.test/a")


@pytest.mark.parametrize(
    "url", [None, "", "http://[::1/a", "//[x", "http://\u2100.test/a"]
)
def test_an_address_that_is_none(url: str | None) -> None:
    article = newscrawl.read_article(PAGE, url)
    assert (article.headline, article.url) == ("Boats wait", "")


@dataclass(slots=True)
class Item:
    body: str
    url: str = ""


def test_items_of_any_kind_are_asked_about() -> None:
    text = "Oslo, May 2 (IANS) A dam broke in the north on Friday."
    items = (
        text,
        {"body": text},
        {"body": [text]},
        Item(text),
        SimpleNamespace(text=text),
    )
    assert [newscrawl.attribute(item).agency for item in items] == ["ians"] * 5


@pytest.mark.parametrize("told", [None, 5, b"Oslo, May 2 (IANS)", [], object()])
def test_what_nobody_can_have_written(told: object) -> None:
    with pytest.raises(TypeError, match="is no article, item or text"):
        newscrawl.attribute(told)


def test_the_names_are_listed() -> None:
    names = {"StoryIndex", "attribute", "read_article"}
    assert names <= set(dir(newscrawl))
    assert all(callable(getattr(newscrawl, name)) for name in names)
