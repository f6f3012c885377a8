"""Harvest news-agency copy: crawl outlets, name the agency, join the copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from newscrawl.agencies import Agencies
    from newscrawl.items import Article, Syndication
    from newscrawl.pages.rules import ReadingRules
    from newscrawl.storyindex import StoryIndex as StoryIndex
    from newscrawl.text.recurring import OutletMemory

__version__ = "0.1.0"


def attribute(
    article_or_text: object,
    *,
    agencies: Agencies | None = None,
    country: str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Syndication:
    """Whose text it is: agency, role, confidence, and each sign with its place.

    Takes an ``Article``, an item or dict (of any crawler: ``body`` or ``text``,
    ``authors`` or ``byline``, ``url``), a line of output, or bare text. ``country`` is
    the outlet's and ``language`` the text's, where they are known: some names mean
    something else elsewhere. ``agencies`` are the bundled ones unless given.

    >>> told = attribute("Oslo, May 2 (IANS) A dam broke in the north on Friday.")
    >>> told.role, told.agency, told.evidence[0].quote
    ('wire', 'ians', 'Oslo, May 2 (IANS)')
    """
    from newscrawl.agencies.asking import ask

    return ask(
        article_or_text,
        agencies=agencies,
        country=country,
        language=language,
        url=url,
    )


def read_article(
    html: bytes | bytearray | memoryview | str,
    url: str | None,
    *,
    outlet: ReadingRules | None = None,
    fetched_at: datetime | str | None = None,
    memory: OutletMemory | None = None,
) -> Article:
    """The article of one page, as the crawl reads it: no Scrapy, no network, no state.

    ``url`` is the page's address ("" if unknown; one that is malformed counts as
    unknown). ``outlet`` is what is known of the
    site; without it the bundled outlet of the address's host is taken, if there is one.
    ``fetched_at``, a ``datetime`` or ISO 8601 text, lets "2 hours ago" be read;
    ``memory`` is what is known to recur on the outlet's pages. Raises
    ``newscrawl.errors.NotAnArticle`` for a page that is none; its ``reason`` says what
    the page is. The Article says in ``provenance`` which reader gave each field.

    >>> from newscrawl.errors import NotAnArticle
    >>> try:
    ...     read_article("<title>Gone</title>", "https://x.test/a")
    ... except NotAnArticle as none:
    ...     none.reason
    'no_body'
    """
    from newscrawl.agencies import bundled_agencies
    from newscrawl.outlets import bundled_outlets
    from newscrawl.reading import read_article as read

    if isinstance(html, bytearray | memoryview):
        html = bytes(html)
    if not isinstance(html, bytes | str):
        raise TypeError(f"html is of type {type(html).__name__}, not str or bytes")
    url = _readable(url)
    if outlet is None and url:
        outlet = bundled_outlets().by_host(url)
    return read(
        html,
        url,
        outlet=outlet,
        names=bundled_agencies().names,
        now=str(fetched_at) if fetched_at is not None else None,
        memory=memory,
    )


def _readable(url: str | None) -> str:
    from urllib.parse import urlsplit

    try:
        urlsplit(url or "")
    except ValueError:
        return ""
    return url or ""


def __dir__() -> list[str]:
    """The module's names, ``StoryIndex`` among them."""
    return sorted({*globals(), "StoryIndex"})


def __getattr__(name: str) -> object:
    """``StoryIndex``, brought in when it is asked for."""
    if name == "StoryIndex":
        from newscrawl.storyindex import StoryIndex

        return StoryIndex
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
