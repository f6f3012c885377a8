"""Dates that the mark-up keeps for machines: in attributes, and in tags of any name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.beside import is_elsewhere
from newscrawl.pages.times import is_beside
from newscrawl.text.datelabels import find_label
from newscrawl.text.dates import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newscrawl.pages.meta import Head

# Attributes whose names tell of a time, and those of any name that may hold one.
_KEPT = XPath(
    "//@*[contains(name(), 'date') or contains(name(), 'time')"
    " or contains(name(), 'publish') or contains(name(), 'posted')"
    " or contains(name(), 'created') or contains(name(), 'epoch')"
    " or contains(name(), '-iso') or contains(name(), '-utc')"
    " or contains(name(), '-ts') or contains(name(), 'unix')"
    " or contains(name(), '-seconds') or contains(name(), 'livestamp')"
    " or (name() = 'content' and (contains(../@itemprop, 'date')"
    "  or contains(../@property, 'date') or contains(../@property, 'created')))"
    " or (name() = 'title' and (contains(../@class, 'published')"
    "  or contains(../@class, 'updated') or contains(../@class, 'date')"
    "  or contains(../@class, 'time')))"
    " or (name() = 'aria-label' and contains(., 'ublished'))]"
)
_OTHER = re.compile(
    r"modif|updat|expir|(?<![a-z])(?:end|start|now|max|min|to|from)(?![a-z])|event|server"
    r"|current|delay|duration|valid|until|build|cache|load|version|zone|birth|deadline"
    r"|timeout|timer|interval|read|play|video|show|scroll|transition|animation|format",
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
    {"a", "img", "source", "video", "audio", "iframe", "input", "option"}
)
_ROW = 120  # characters of an attribute that holds a date and little else
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
    for at, value in enumerate(_KEPT(root)):
        if at >= _MOST:
            break
        name = str(value.attrname)
        if _OTHER.search(name.removeprefix("data-")):
            continue
        text = str(value)[:_ROW].strip()
        if not (
            _MACHINE.fullmatch(text) or (name in _WORDED and _DIGITAL.search(text))
        ):
            continue
        element = value.getparent()
        if element is None or is_beside(element, around) or is_elsewhere(element):
            continue
        if element.tag in _OTHERS and name != "title":
            continue
        if name == "aria-label":
            label = find_label(text)
            if label is None or label.lastgroup != "published":
                continue
        if read_moment(text):
            return text
    return None


def named_tags(head: Head) -> Iterator[tuple[str, str]]:
    """The values of tags whose name tells of publication, the most telling first."""
    names = [name for name in head.tags if not _NO_TAG.search(name)]
    told: set[str] = set()
    for pattern in _TAGS:
        for name in names:
            if name not in told and pattern.search(name):
                told.add(name)
                yield head.tags[name][0], name
