"""Dates that the mark-up keeps for machines: in attributes, and in tags of any name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.beside import is_elsewhere, is_listed
from newscrawl.pages.times import is_beside
from newscrawl.text.datelabels import find_label
from newscrawl.text.dates import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newscrawl.pages.meta import Head

# The attributes that templates make up, and those that may hold a time by standard.
_DATA = XPath("//@*[starts-with(name(), 'data-')]")
_STANDARD = XPath(
    "//@publishdate|//@datetime|//@content[contains(../@itemprop, 'date')"
    " or contains(../@property, 'date') or contains(../@property, 'created')]"
    "|//@title[contains(../@class, 'published') or contains(../@class, 'updated')"
    " or contains(../@class, 'date') or contains(../@class, 'time')]"
    "|//@aria-label[contains(., 'ublished')]"
)
_NAMED = re.compile(
    r"date|time|publish|posted|created|epoch|-(?:iso|utc|ts|unix|seconds|livestamp)\b"
)
_OTHER = re.compile(
    r"modif|updat|expir|(?<![a-z])(?:end|start|now|max|min|to|from)(?![a-z])|event|server"
    r"|current|delay|duration|valid|until|build|cache|load|version|zone|birth|deadline"
    r"|consent|cookie|reset|timeout|timer|interval|read|play|video|show|scroll|transition|animation|format",
    re.I,
)
_MACHINE = re.compile(
    r"(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:[T ].{0,40})?"
    r"|(?:19|20)\d\d/[01]?\d/[0-3]?\d(?:[T ].{0,40})?|1\d{9}(?:\d{3})?(?:\.\d{1,6})?"
)
_DIGITAL = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d|[०-९٠-٩]{4}|25\d\d")
_WORDED = frozenset({
    "publishdate", "data-publishdate", "data-publish-date", "data-published",
    "data-pubdate", "data-published-at", "data-datetime", "data-timestamp",
    "data-date", "data-article-date", "datetime", "content", "title", "aria-label",
})  # fmt: skip
# A link keeps the date of what it leads to, a picture its own.
_OTHERS = frozenset(
    {
        "a",
        "img",
        "source",
        "video",
        "audio",
        "iframe",
        "input",
        "option",
        "script",
        "form",
        "link",
    }
)
_ROW = 120  # characters of an attribute that holds a date and little else
_FAR = 8  # levels up to what holds the times of other stories
_MOST = 60  # attributes read
# Tags, the most telling names first; of what they do not tell there are more.
_TAGS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?:first|orig\w{0,6}|display)[\W_]?(?:publi\w{0,10})?[\W_]?(?:date|time|at|on)?\Z",
        r"publi(?:sh(?!er)|c)\w{0,8}|pub[\W_]?(?:date|time)|posted|issue[d ]|release"
        r"|\bptime\b|create[_-]?at\b|post[\W_]?date|live[\W_]?date|online[\W_]?date",
        r"created|available|(?:article|content|news|story|ob)[\W_]?(?:date|time)\Z"
        r"|date[\W_]?original|\bdate\b",
    )
)
_NO_TAG = re.compile(
    r"modif|updat|expir|revis|unavail|event|start|end\b|birth|copyright|valid|cache"
    r"|duration|publisher|publicationname|publication[\W_]?(?:name|title|type|id)|last"
    r"|reading|edit|build|deploy|server|current|now\b|refresh|section|author|image|url",
    re.I,
)


def kept_date(root: _Element, around: frozenset[_Element]) -> str | None:
    """The first machine's form of a date in an attribute."""
    named = (value for value in _DATA(root) if _is_named(value.attrname))
    for value in islice(chain(named, _STANDARD(root)), _MOST):
        text, name = str(value)[:_ROW].strip(), str(value.attrname)
        worded = name in _WORDED and _DIGITAL.search(text)
        if not (worded or _MACHINE.fullmatch(text)):
            continue
        element = value.getparent()
        if element is None or _is_of_others(element, name, around):
            continue
        if name == "aria-label" and not _is_published(text):
            continue
        if read_moment(text):
            return text
    return None


def _is_of_others(element: _Element, name: str, around: frozenset[_Element]) -> bool:
    if element.tag in _OTHERS and name != "title":
        return True
    if name == "content":
        told = element.get("itemprop") or element.get("property") or ""
        if _OTHER.search(told):
            return True
    above = list(islice(element.iterancestors(), _FAR))
    aside = is_beside(element, around) or is_elsewhere(element, above)
    return aside or is_listed(above)


@lru_cache(maxsize=2_048)
def _is_named(name: str) -> bool:
    """Whether an attribute's name tells of a time, and not of something else's."""
    return _NAMED.search(name) is not None and not _OTHER.search(name[len("data-") :])


def _is_published(text: str) -> bool:
    label = find_label(text)
    return label is not None and label.lastgroup == "published"


def named_tags(head: Head) -> Iterator[tuple[str, str]]:
    """The values of tags whose name tells of publication, the most telling first."""
    names = [name for name in head.tags if not _NO_TAG.search(name)]
    told: set[str] = set()
    for pattern in _TAGS:
        for name in names:
            if name not in told and pattern.search(name):
                told.add(name)
                yield head.tags[name][0], name
