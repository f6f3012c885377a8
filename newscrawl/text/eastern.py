"""Datelines of Chinese, Japanese and Korean agencies, which have no spaces to go by.

"新华社北京4月2日电", "【ソウル共同】", "[ワシントン 2日 ロイター] - ", "(서울=연합뉴스)
기자 = ". A known agency's name anchors each; other brackets are labels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import places
from newscrawl.text.filingday import FilingDay

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

_DAY = r"(?:(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
_CHINESE = re.compile(
    rf"[（(【]?(?P<head>[^\s\d（）()【】，。]{{3,24}}?){_DAY}(?:[电電讯訊]|综合报道)"
    r"[）)】]?(?:\s?[（(](?:记者|記者)[^）)]{1,40}[）)])?\s?"
)
_BRACKETED = re.compile(
    r"[【［\[(（]([^】］\])）\n]{2,40})[】］\])）]\s?(?:[-–—＝=]{1,2}\s?)?"
)
_DATE = re.compile(rf"\s?{_DAY}\s?")
_KOREAN = re.compile(
    r"[(\[]\s?(?P<place>[^=()\[\]]{1,30}?)\s?=\s?(?P<name>[^=()\[\]]{2,20}?)\s?[)\]]\s?"
    r"(?:[^=.]{1,40}?(?:기자|특파원|통신원)\s?=\s?|=\s?)?"
)
_REPORTER = re.compile(r"(?:记者|記者)")
_EDGES = " 　=＝/／・、,-"
_LONGEST_NAME = 24


class Eastern(NamedTuple):
    """The pieces of such a dateline; positions are those of the text."""

    end: int
    located: tuple[str, ...]
    day: FilingDay | None
    token: str
    agency: str


def read_eastern(text: str, start: int, names: AgencyNames) -> Eastern | None:
    """The dateline at that place, or ``None``.

    >>> from newscrawl.text.names import AgencyNames
    >>> found = read_eastern("【ソウル2日共同】", 0, AgencyNames({"共同": "kyodo"}))
    >>> found.located, found.day.day, found.agency
    (('ソウル',), 2, 'kyodo')
    >>> read_eastern("【速報】", 0, AgencyNames({"共同": "kyodo"})) is None
    True
    """
    if not any(c > "\u2e7f" for c in text[start : start + 12]):
        return None
    return (
        _chinese(text, start, names)
        or _korean(text, start, names)
        or _bracketed(text, start, names)
    )


def _chinese(text: str, start: int, names: AgencyNames) -> Eastern | None:
    found = _CHINESE.match(text, start)
    if found is None:
        return None
    head = found["head"]
    for size in range(len(head) - 1, 1, -1):
        agency = names.agency(head[:size])
        if agency:
            break
    else:
        return None
    token, place = head[:size], head[size:]
    reporter = _REPORTER.match(place)
    if reporter:
        place = _last_place(place[reporter.end() :])
    located = (place,) if place else ()
    return Eastern(found.end(), located, _day(found), token, agency)


def _last_place(text: str) -> str:
    """The place after a reporter's name, which nothing parts from it."""
    for size in (4, 3, 2):
        if len(text) > size and places.is_place(text[-size:]):
            return text[-size:]
    return text[-2:]


def _korean(text: str, start: int, names: AgencyNames) -> Eastern | None:
    found = _KOREAN.match(text, start)
    agency = names.agency(found["name"]) if found else None
    if found is None or agency is None:
        return None
    located = tuple(p.strip() for p in re.split(r"[·・/]", found["place"]) if p.strip())
    return Eastern(found.end(), located, None, found["name"], agency)


def _bracketed(text: str, start: int, names: AgencyNames) -> Eastern | None:
    """A bracket that ends with an agency's name, after place and day."""
    found = _BRACKETED.match(text, start)
    if found is None:
        return None
    inner = found[1].strip()
    for size in range(min(len(inner), _LONGEST_NAME), 1, -1):
        agency = names.agency(inner[-size:])
        if agency:
            break
    else:
        return None
    before = inner[:-size].strip(_EDGES)
    day = _DATE.search(before)
    place = (before[: day.start()] if day else before).strip(_EDGES)
    located = tuple(p for p in re.split(r"[、・/／]", place) if p)
    if not located and not day:
        return None
    return Eastern(
        found.end(), located, _day(day) if day else None, inner[-size:], agency
    )


def _day(found: re.Match[str]) -> FilingDay | None:
    month, day = int(found["month"] or 0), int(found["day"])
    if month > 12 or not 1 <= day <= 31:
        return None
    year = int(found["year"]) if found["year"] else None
    return FilingDay(found.start("day"), found.end("day"), month, day, year)
