"""The day of publication that a page's scripts tell of, where nothing else does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawl.pages.state import titled_objects
from newscrawl.text.dates import read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_DAY = r"20\d\d[-./][01]\d[-./][0-3]\d"
_EPOCH = r"1\d{9}(?:\d{3})?"
_TOLD = re.compile(
    r'"(?P<key>(?:first_?)?publi(?:sh(?:ed)?|cation)_?(?:date|time|at|on|datetime)?'
    r"|pub_?date|date_?published|display_?date|(?:article|post|issue)_?date"
    r"|(?:date_?)?created_?(?:at|date|on)?"
    r'|(?:deploy|service|reg|insert)_?(?:dt|date))\\?"\s{0,3}:\s{0,3}'
    rf'(?:\\?"(?P<day>{_DAY}[^"\\]{{0,30}})[\\"]|"?(?P<epoch>{_EPOCH})(?![\d.]))',
    re.I,
)
# The call of a short script that writes a date into its place on the page.
_WRITTEN = re.compile(
    r"\s{0,40}(?:document\.write\()?(?:show|print|write|format|display)_?date(?:time)?"
    rf"\(\s{{0,3}}[\"']({_DAY}[^\"']{{0,30}})",
    re.I,
)
# The keys of an article's own object, the most telling first.
_KEYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:date)?(?:first)?publi(?:sh(?:ed|ing)?|cation|c)(?:date|time|at|on|datetime"
        r"|timestamp|dateiso|utc)*|displaydate|pubdate|datepublished",
        r"(?:article|post(?:ed)?|issue|release|news|story|content)(?:date|time|at|on)+"
        r"|live(?:date|at)|onlinedate",
        r"date|datetime|timestamp|(?:date)?creat(?:ed|ion)(?:date|time|at|on)*|time",
    )
)
_INNER = ("iso", "date", "$date", "utc", "value", "timestamp", "datetime", "raw")
_MACHINE = re.compile(rf"(?:{_DAY}|20\d{{6}}T).{{0,40}}|{_EPOCH}(?:\.\d{{1,6}})?")
_SCRIPTS = 1_000_000  # characters of scripts looked through for a date
_SHORT = 400  # characters of a script that only writes a date
_OBJECTS = 4  # titled like the page that are looked at


def date_in_scripts(root: _Element, titles: Sequence[str]) -> str | None:
    """The time of publication of the article's own object, or the one day of all."""
    return _of_object(root, titles) or _of_all(root)


def _of_object(root: _Element, titles: Sequence[str]) -> str | None:
    for at, thing in enumerate(titled_objects(root, titles)):
        if at >= _OBJECTS:
            break
        keys = {key: key.lower().replace("_", "").replace("-", "") for key in thing}
        for pattern in _KEYS:
            named = (key for key, plain in keys.items() if pattern.fullmatch(plain))
            told = (_machine(thing[key]) for key in named)
            if found := next(filter(None, told), None):
                return found
    return None


def _machine(value: Any) -> str | None:
    """A machine's form of a time, as a text, a number, or within an object."""
    if isinstance(value, dict):
        inner = (_machine(value[key]) for key in _INNER if key in value)
        return next(filter(None, inner), None)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = (str(int(value)) if isinstance(value, float) else str(value))[:60].strip()
    return text if _MACHINE.fullmatch(text) and read_moment(text) else None


def _of_all(root: _Element) -> str | None:
    """The one day of publication that the page's scripts tell of."""
    told: list[tuple[str, str]] = []
    firm: list[tuple[str, str]] = []
    for key, text in _tellings(root):
        moment = read_moment(text)
        if moment is None:
            continue
        told.append((moment.iso[:10], text))
        # When the parts of a page were made is told beside when it was published.
        if not key or "pub" in key:
            firm.append(told[-1])
    chosen = firm or told
    return chosen[0][1] if len({day for day, _ in chosen}) == 1 else None


def _tellings(root: _Element) -> Iterator[tuple[str, str]]:
    left = _SCRIPTS
    for script in root.iter("script"):
        text = (script.text or "")[:left]
        left -= len(text)
        if len(text) < _SHORT and (call := _WRITTEN.match(text)):
            yield "", call[1]
        linked = "ld+json" in (script.get("type") or "").lower()
        for found in _TOLD.finditer(text):
            # A comment's or a picture's, in what describes the page.
            if linked and "creat" in found["key"].lower():
                continue
            yield found["key"].lower(), found["day"] or found["epoch"]
