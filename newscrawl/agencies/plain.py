"""Bare text and items of other crawlers as an Article that signs can be read on.

The text's own lines are all there is: a credit line and a dateline at the head, sign-
offs and disclaimers at the end. What stands after a heading of related stories is
another text and not looked at.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from newscrawl.agencies.bylines import read_credit
from newscrawl.items import Article, Author, Paragraph, Trimmed
from newscrawl.text.boilerplate import closes_article, opens_related
from newscrawl.text.byline import is_agency_line, is_byline, read_byline
from newscrawl.text.clean import squeeze
from newscrawl.text.credit import find_names
from newscrawl.text.dateline import read_dateline
from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.language import read_language
from newscrawl.text.tail import cut_tail

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newscrawl.text.names import AgencyNames

_TEXTS = ("body", "text", "articleBody", "article_body", "content", "maintext", "html")
_BYLINES = ("by", "byline", "author", "authors", "creator", "source")
_RECORDED = ("by", "dateline", "body", "url", "canonical_url", "outlet", "language")
_URLS = ("canonical_url", "url", "link")
_TIMES = ("date_published", "datePublished", "published", "date", "pubDate")
_MOST = 400_000  # characters of a text that are looked at
_HEAD, _FOOT = 5, 8  # lines in which credits stand
_LINE = 120
_WORDS = 6  # a line of more words that ends with a full stop is a sentence
_SHORT_DISCLAIMER = 1_500
_TAG = re.compile(r"<(?:br|/p|/div|/h\d|/li)\b[^<>]{0,200}>|<[a-zA-Z/!][^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/h\d|/li)\b")
_LABEL = re.compile(r"(?:by|von|par|por|di|da)\s?:?", re.I)
# What may follow an agency's name in a row over the text, besides a place.
_ROW = re.compile(
    r"[)\]]?\s?(?:[,|·•–—-]\s?)?(?:(?:[A-Z][\w'’-]+\s){0,3}[|·•]\s?)?"
    r"(?:\d|(?i:updated|published|last updated|editor)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)"
)
_STOPS = frozenset('.!?।。”"')
_SKIPPED = re.compile(r"[*•]\s|\W*\Z|\((?:ATTN|Eds|\d?\w{0,3} ?LD|LEAD)\b", re.I)


def article_of(told: object, names: AgencyNames) -> tuple[Article, str | None]:
    """The article that was given, or one made of text or item, and its bare text."""
    if isinstance(told, Article):
        return told, None
    if isinstance(told, str):
        return read_text(told, names), told
    values = _values(told)
    if isinstance(values.get("trimmed"), list) or isinstance(
        values.get("paragraphs"), list
    ):
        return _from_record(values), None
    text = _first(values, _TEXTS)
    if "<" in text and "</" in text:
        text = _TAG.sub(lambda m: "\n" if _BREAK.match(m[0]) else "", text)
    near = _first(values, _TIMES) or None
    article = read_text(text, names, near=near)
    by = " and ".join(_people(values))
    if by:
        article.by = by
        article.authors = _authors(by, names)
    article.url = _first(values, _URLS)
    article.canonical_url = str(values.get("canonical_url") or article.url)
    article.outlet = str(values.get("outlet") or "")
    article.headline = _first(values, ("headline", "title"))
    article.dateline = article.dateline or _first(values, ("dateline",)) or None
    return article, text


def _values(told: Any) -> dict[str, Any]:
    """The fields of an item of any kind, by name."""
    if hasattr(told, "items"):
        return dict(told.items())
    if is_dataclass(told) and not isinstance(told, type):
        return {one.name: getattr(told, one.name) for one in fields(told)}
    if not hasattr(told, "__dict__"):
        raise TypeError(f"{type(told).__name__} is no article, item or text")
    return dict(vars(told))


def read_text(text: str, names: AgencyNames, *, near: str | None = None) -> Article:
    """An Article of what a bare text says; ``near`` is its time, if known.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"IANS": "ians"})
    >>> told = read_text("Oslo, May 2 (IANS) A dam broke.\\n--IANS\\nab/cd/", names)
    >>> told.dateline, told.body, [t.text for t in told.trimmed][1:]
    ('Oslo, May 2 (IANS)', 'A dam broke.', ['--IANS', 'ab/cd/'])
    """
    lines = [squeeze(line) for line in text[:_MOST].splitlines()]
    lines = [line for line in lines if line]
    ends = (i for i, line in enumerate(lines) if i and _ends_text(line))
    end = next(ends, None)
    lines = lines[:end]
    article = Article(date_published=near)
    lines = _without_head(lines, article, names)
    lines = _without_disclaimers(lines, article, names)
    lines, cuts = cut_tail(lines, names)
    article.trimmed += [Trimmed(cut.reason, cut.text) for cut in cuts]
    lines = _without_disclaimers(lines, article, names)
    article.paragraphs = [Paragraph("p", line) for line in lines]
    article.body = "\n\n".join(lines)
    article.language = (
        read_language(article.body) if len(article.body) > _LINE else None
    )
    return article


def _ends_text(line: str) -> bool:
    return opens_related(line) or closes_article(line)


def _without_head(lines: list[str], article: Article, names: AgencyNames) -> list[str]:
    """Take credit line and dateline off the first lines."""
    prose = False
    for place, line in enumerate(lines[:_HEAD]):
        after = lines[place + 1 : place + 2]
        if _LABEL.fullmatch(line) and after and len(after[0]) < _LINE:
            line = f"{line} {after[0]}"
            after = lines[place + 2 : place + 3]
        if not prose and article.by is None and _is_credit(line, names):
            article.by = line
            article.authors = _authors(line, names)
            continue
        found = None if _SKIPPED.match(line) else read_dateline(line, names)
        if found is None and after and len(line) < _LINE:
            # A dateline may be broken in two: "KATHMANDU, ⏎ April 25 (X) -".
            joined = f"{line} {after[0]}"
            found = read_dateline(joined, names)
            if found and found.rest:
                line, lines = joined, [*lines[:place], joined, *lines[place + 2 :]]
        if found is not None:
            near = article.date_published
            dated = read_dateline(line, names, near=near) if near else found
            article.dateline, article.located = found.raw, list(found.located)
            article.dateline_date = dated.date if dated else None
            raw = line[: len(line) - len(found.rest)].strip() or found.raw
            article.trimmed.append(Trimmed("dateline", raw))
            rest = [found.rest] if found.rest else []
            above = [one for one in lines[:place] if one not in (article.by or "")]
            return [*above, *rest, *lines[place + 1 :]]
        prose = prose or line[-1] in _STOPS
    return [
        line
        for place, line in enumerate(lines)
        if place >= _HEAD or article.by is None or line not in article.by
    ]


def _is_credit(line: str, names: AgencyNames) -> bool:
    """Whether a line over a text is a byline or an agency's row."""
    sentence = line[-1] == "." and len(line.split()) > _WORDS
    if len(line) > _LINE or line[-1] in "!?।" or sentence:
        return False
    found = find_names(line, names)
    if is_byline(line) and (line[-1] != "." or found):
        return True
    if not found:
        return False
    if is_agency_line(line.lstrip("(["), names):
        return True
    return found[0].start <= 2 and _ROW.match(line, found[0].end) is not None


def _without_disclaimers(
    lines: list[str], article: Article, names: AgencyNames
) -> list[str]:
    kept = []
    for place, line in enumerate(lines):
        near = place < _HEAD or place >= len(lines) - _FOOT
        if near and len(line) < _SHORT_DISCLAIMER and read_disclaimer(line, names):
            article.trimmed.append(Trimmed("disclaimer", line))
        else:
            kept.append(line)
    return kept


def _authors(by: str, names: AgencyNames) -> list[Author]:
    found = read_byline(by, names)
    if not found and read_credit(by, names).agencies:
        return [Author(by[:80], "agency")]
    return [Author(one.name, one.kind) for one in found]  # type: ignore[arg-type]


def _first(values: Mapping[str, Any], keys: Iterable[str]) -> str:
    for key in keys:
        value = values.get(key)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = "\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _people(values: Mapping[str, Any]) -> list[str]:
    """Names from a byline field of any shape: text, list, or dicts with a name."""
    for key in _BYLINES:
        found = _named(values.get(key))
        if found:
            return found
    return []


def _named(value: object) -> list[str]:
    if isinstance(value, str):
        return [value[:300]] if value.strip() else []
    if isinstance(value, list | tuple):
        return [name for one in value[:10] for name in _named(one)]
    name = (
        value.get("name") if isinstance(value, dict) else getattr(value, "name", None)
    )
    return [name[:300]] if isinstance(name, str) and name.strip() else []


def _from_record(values: Mapping[str, Any]) -> Article:
    """One output line of this project as an Article, as far as signs need it."""
    article = Article()
    for name in (
        "by",
        "dateline",
        "body",
        "url",
        "canonical_url",
        "outlet",
        "language",
    ):
        setattr(article, name, values.get(name) or getattr(article, name))
    article.trimmed = [
        Trimmed(*_pair(t, "reason")) for t in values.get("trimmed") or ()
    ]
    article.paragraphs = [
        Paragraph(*_pair(p, "kind"))  # type: ignore[arg-type]
        for p in values.get("paragraphs") or ()
    ]
    article.authors = [
        Author(*_pair(a, "name", "kind"))  # type: ignore[arg-type]
        for a in values.get("authors") or ()
    ]
    if not article.body:
        article.body = "\n\n".join(p.text for p in article.paragraphs)
    return article


def _pair(one: Any, first: str, second: str = "text") -> tuple[str, str]:
    if isinstance(one, dict):
        return str(one.get(first, "")), str(one.get(second, ""))
    return str(getattr(one, first, "")), str(getattr(one, second, one))
