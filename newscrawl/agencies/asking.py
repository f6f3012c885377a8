"""Whose text is this? The answer for an article, an item or bare text, with places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.agencies.agency import bundled_agencies
from newscrawl.agencies.attribution import attribute
from newscrawl.agencies.plain import article_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.agencies.agency import Agencies
    from newscrawl.items import Article, Evidence, Syndication

_LAST = frozenset({"tail", "disclaimer"})  # these stand at the end of a text
_PIECES = re.compile(r"\S+")
_MOST_PIECES = 60


def ask(
    told: object,
    *,
    agencies: Agencies | None = None,
    country: str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Syndication:
    """Role, agency, confidence and evidence for an Article, an item or bare text.

    ``country`` is the outlet's, ``language`` the text's; both help to tell names that
    mean something else elsewhere. Evidence says in ``field``, ``start`` and ``end``
    where its quote stands ("text" for bare text).
    """
    known = agencies or bundled_agencies()
    article, text = article_of(told, known.names)
    if url and not article.url:
        article.url = article.canonical_url = url
    if language and article.language is None:
        article.language = language
    found = attribute(article, known, country=country).syndication
    for one in found.evidence:
        _locate(one, article, text)
    return found


def _locate(one: Evidence, article: Article, text: str | None) -> None:
    """Note where the quote stands, in the text given or in the article's field."""
    if text is not None:
        span = find_quote(text, one.quote, last=one.where in _LAST)
        if span:
            one.field, (one.start, one.end) = "text", span
            return
    for name, value in _fields(article, one.where):
        span = find_quote(value, one.quote)
        if span:
            one.field, (one.start, one.end) = name, span
            return


def _fields(article: Article, where: str) -> Iterator[tuple[str, str]]:
    """The article's texts in which a sign of that place can stand, likeliest first."""
    simple = {
        "byline": ("by",), "author": ("by",), "dateline": ("dateline",),
        "body": ("body",), "url": ("canonical_url", "url"),
    }  # fmt: skip
    for name in simple.get(where, ()):
        yield name, getattr(article, name) or ""
    if where == "author":
        for place, author in enumerate(article.authors):
            yield f"authors[{place}].name", author.name
    for place, trimmed in enumerate(article.trimmed):
        yield f"trimmed[{place}].text", trimmed.text
    yield "body", article.body


def find_quote(text: str, quote: str, *, last: bool = False) -> tuple[int, int] | None:
    """Where a quote stands in a text, its spaces and line breaks aside.

    ``last`` asks for the last place, a line of its own before others.

    >>> find_quote("Oslo,\\nMay 2 (X) A dam.", "Oslo, May 2 (X)")
    (0, 15)
    """
    if not quote:
        return None
    if last and f"\n{quote}\n" in f"{text}\n":
        return (at := f"{text}\n".rfind(f"\n{quote}\n") + 1), at + len(quote)
    at = text.rfind(quote) if last else text.find(quote)
    if at >= 0:
        return at, at + len(quote)
    pieces = _PIECES.findall(quote)[:_MOST_PIECES]
    loose = r"\s{1,9}".join(map(re.escape, pieces))
    found = list(re.finditer(loose, text)) if len(pieces) > 1 else []
    return found[-1 if last else 0].span() if found else None
