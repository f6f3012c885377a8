"""The news article a page describes in JSON-LD."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ARTICLE = re.compile(
    r"(?:\w*NewsArticle|ReportageNewsArticle|Article|BlogPosting|LiveBlogPosting|Report"
    r"|\w*Article|SocialMediaPosting|Posting)\Z"
)
_LISTS = frozenset({"CollectionPage", "SearchResultsPage", "ItemList"})
_DECODER = json.JSONDecoder(strict=False)
_TRAILING = re.compile(r",(\s{0,200}[}\]])")
_TAGS = re.compile(r"<[^<>]{0,1000}>")
_BREAKING = re.compile(r"<\s{0,3}(?:/p|br\s{0,3}/?|/div|/li|/h\d)\s{0,3}>", re.I)
_MOST_NODES = 5_000


@dataclass(slots=True)
class LinkedData:
    """What JSON-LD says of the article; empty where it says nothing.

    ``page_published`` is the first time of publication of anything described.
    """

    kinds: frozenset[str] = frozenset()
    headline: str | None = None
    alternative: str | None = None
    description: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: list[tuple[str, str | None]] = field(default_factory=list)
    section: str | None = None
    keywords: list[str] = field(default_factory=list)
    language: str | None = None
    image: str | None = None
    caption: str | None = None
    credit: str | None = None
    url: str | None = None
    publisher: str | None = None
    free: bool | None = None
    body: str | None = None
    page_published: str | None = None


def read_linked(root: _Element) -> LinkedData:
    """The best article among the page's JSON-LD objects."""
    objects = list(_objects(root))
    kinds = frozenset(kind for o in objects for kind in _kinds(o))
    by_id = {
        o["@id"]: o for o in objects if isinstance(o.get("@id"), str) and len(o) > 1
    }
    articles = [o for o in objects if any(_ARTICLE.match(k) for k in _kinds(o))]
    # What is said of the page, or of a recipe on it, is weaker than of an article.
    dated = (_text(o.get("datePublished")) for o in objects)
    day = next(filter(None, dated), None)
    if not articles:
        return LinkedData(kinds=kinds, page_published=day)
    told = _read(max(articles, key=_richness), kinds, by_id)
    told.page_published = day
    return told


def _objects(root: _Element) -> Iterator[dict[str, Any]]:
    left = _MOST_NODES
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        queue: list[Any] = [_load("".join(script.itertext()))]
        while queue and left:
            left -= 1
            thing = queue.pop(0)
            if isinstance(thing, list):
                queue[:0] = thing[:200]
            elif isinstance(thing, dict):
                yield thing
                inner = [
                    thing.get(k)
                    for k in (
                        "@graph",
                        "mainEntity",
                        "mainEntityOfPage",
                        "author",
                        "creator",
                        "publisher",
                    )
                ]
                queue += [x for x in inner if isinstance(x, (dict, list))]


def _load(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removeprefix("//<![CDATA[")
    text = text.removeprefix("<![CDATA[").strip()
    if text[1:40].lstrip().startswith("&quot;"):
        text = unescape(text)
    try:
        return _DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        text = text.rstrip("; \n\t->]/") if text[-1:] not in "]}" else text
    try:
        return _DECODER.raw_decode(_TRAILING.sub(r"\1", text))[0]
    except (ValueError, RecursionError):
        return None


def _kinds(thing: dict[str, Any]) -> list[str]:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [k.rsplit("/", 1)[-1] for k in kinds if isinstance(k, str)]


def _richness(thing: dict[str, Any]) -> int:
    news = any("News" in k or "Report" in k for k in _kinds(thing))
    wanted = ("headline", "datePublished", "author", "articleBody", "mainEntityOfPage")
    return 2 * news + sum(bool(thing.get(key)) for key in wanted) * 2


def _read(
    thing: dict[str, Any], kinds: frozenset[str], by_id: dict[str, Any]
) -> LinkedData:
    out = LinkedData(kinds=kinds)
    out.headline = _text(thing.get("headline")) or _text(thing.get("name"))
    out.alternative = _text(thing.get("alternativeHeadline"))
    out.description = _text(thing.get("description"))
    out.published = _text(thing.get("datePublished")) or _text(thing.get("dateCreated"))
    out.modified = _text(thing.get("dateModified"))
    out.authors = _people(thing.get("author") or thing.get("creator"), by_id)
    out.section = _first(thing.get("articleSection"))
    out.keywords = _words(thing.get("keywords"))
    language = thing.get("inLanguage")
    out.language = (
        _text(language.get("alternateName") or language.get("name"))
        if isinstance(language, dict)
        else _first(language)
    )
    out.url = _text(thing.get("url")) or _identity(thing.get("mainEntityOfPage"))
    names = _people(thing.get("publisher"), by_id)
    out.publisher = names[0][0] if names else None
    image = thing.get("image")
    image = image[0] if isinstance(image, list) and image else image
    if isinstance(image, dict):
        out.image = _text(image.get("url")) or _text(image.get("contentUrl"))
        out.caption = _text(image.get("caption"))
        out.credit = _text(image.get("creditText")) or _text(
            image.get("copyrightHolder")
        )
    else:
        out.image = _text(image)
    free = thing.get("isAccessibleForFree")
    if isinstance(free, (bool, str)):
        out.free = str(free).strip().lower() in {"true", "1", "yes"}
    body = thing.get("articleBody") or thing.get("text")
    body = (
        "\n\n".join(x for x in body if isinstance(x, str))
        if isinstance(body, list)
        else body
    )
    out.body = plain(body) if isinstance(body, str) else None
    return out


def plain(text: str) -> str:
    """Escaped or marked-up text as plain text, paragraphs apart by blank lines.

    >>> plain("&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;")
    'One & two.\\n\\nThree.'
    """
    for _ in range(2):
        if "&" in text:
            text = unescape(text)
    if "<" in text:
        text = _TAGS.sub("", _BREAKING.sub("\n\n", text))
    return text.strip()


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("url")
    if not isinstance(value, str):
        return None
    return plain(value) or None


def _first(value: Any) -> str | None:
    return _text(value) if not isinstance(value, dict) else _text(value.get("name"))


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [w.strip() for w in value.split(",") if w.strip()]
    if isinstance(value, list):
        flat = [_first(v) for v in value[:100]]
        if len(flat) == 1 and flat[0] and "," in flat[0]:
            return _words(flat[0])
        return [w for w in flat if w]
    return []


def _identity(value: Any) -> str | None:
    if isinstance(value, dict):
        return _text(value.get("@id")) or _text(value.get("url"))
    return _text(value)


def _people(value: Any, by_id: dict[str, Any]) -> list[tuple[str, str | None]]:
    out: list[tuple[str, str | None]] = []
    for one in value if isinstance(value, list) else [value]:
        if (
            isinstance(one, dict)
            and "name" not in one
            and isinstance(one.get("@id"), str)
        ):
            one = by_id.get(one["@id"], one)
        if isinstance(one, str):
            out.append((plain(one), None))
        elif isinstance(one, dict):
            names = one.get("name")
            kind = next(iter(_kinds(one)), None)
            several = names if isinstance(names, list) else [names]
            out += [(plain(n), kind) for n in several if isinstance(n, str)]
    return [pair for pair in out[:50] if pair[0]]
