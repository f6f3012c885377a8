"""The signs beside a text: its address, and agencies it cites in its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.text.credit import find_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.agencies.context import Context
    from newscrawl.agencies.weights import Sign

_BODY = 20_000
_NEAR = 70  # characters after "told" in which a name may follow
_FEED_PATH = re.compile(
    r"/(?:agency-news|agency-feed|agencies|agencias|agencia|wire|wires|wire-stories"
    r"|syndicated|newsfeed|agenturmeldungen|ticker-agentur)(?=/)",
    re.I,
)
_VERBS = (" told ", " tells ", " informed ", " spoke to ", " spoke with ")
_TOLD = re.compile(r"\s?(?:news agency\s|the\s)?\Z")
# A sentence that ends with its source: how one agency runs another's story.
_REPORTED = re.compile(
    r"(?:\s?(?:News Agency|news agency|press))?\s(?:has\s|had\s)?report(?:ed|s)"
    r"(?:\s(?:on\s\w+day|earlier))?\s?(?:\.|\Z|,\s(?:citing|quoting))"
)
_FIRST = 3


def address_signs(page: Context) -> Iterator[Sign]:
    """Sections of the address that hold an agency's copy."""
    article = page.article
    for url in dict.fromkeys((article.canonical_url, article.url)):
        path = _path(url)
        found = [a for part, a in page.agencies.segments if part in path]
        for agency in dict.fromkeys(found):
            release = page.is_release(agency)
            yield page.sign(
                "url", agency, "url", url, "press_release" if release else "wire"
            )
        if not found and _FEED_PATH.search(path):
            yield page.sign("url_feed", None, "url", url, "feed")
        if found:
            return


def body_signs(page: Context) -> Iterator[Sign]:
    """Somebody who spoke to an agency: next to nothing, and never proof.

    The sentences by which an agency speaks of itself as the source count more.
    """
    text = page.body[:_BODY]
    for phrase, agency in page.agencies.citations:
        at = text.find(phrase)
        if at >= 0:
            yield page.sign("self_citation", agency, "body", phrase, "wire")
    seen: set[str] = set()
    for verb in _VERBS:
        at = text.find(verb)
        while at >= 0:
            end = at + len(verb) - 1
            near = text[end : end + _NEAR]
            for named in find_names(near, page.agencies.names)[:1]:
                if named.agency in seen or not _TOLD.fullmatch(near[: named.start]):
                    continue
                seen.add(named.agency)
                start = max(0, at - 20)
                quote = text[start : end + named.end]
                yield page.sign(
                    "told", named.agency, "body", quote, "hint", strong=False
                )
            at = text.find(verb, end)


def origin_of(page: Context, agency: str) -> str | None:
    """The agency whose story another agency runs, if the text's beginning says so.

    Only a sentence that ends with its source counts ("…, Xinhua reported."); an agency
    of the same country is not the source but the news.
    """
    home = page.agencies[agency].country
    for text in (paragraph[:600] for paragraph in page.paragraphs[:_FIRST]):
        if "eport" not in text:
            continue
        for named in find_names(text, page.agencies.names):
            other = page.agencies[named.agency]
            if (
                named.agency != agency
                and other.country != home
                and named.token not in other.weak
                and _REPORTED.match(text, named.end)
            ):
                return named.agency
    return None


def _path(url: str) -> str:
    try:
        return urlsplit(url[:2000]).path.casefold() + "/"
    except ValueError:
        return ""
