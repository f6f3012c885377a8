"""The day in a dateline: a month's name beside a number, with or without a year."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from newscrawl.text.months import month_number

# Days by which a dateline may come before its page, or after it by another zone's
# clock, and still be believed: the weekly press is late, a wrong month is farther off.
_BEFORE, _AFTER_PAGE = 12, 3
_WORD = r"[^\W\d_][^\s\d,.:;()\[\]/|।۔–—_\"“”-]{1,24}"
_YEAR = r"(?:\s?,?\s?((?:19|20)\d\d)(?!\d)(?:\s?(?:ء|г\.|года|р\.))?)?"
_AFTER = r"(?![\d%])(?![.,:]\d)(?!\s?[-\u2010-\u2015]\s?\d)"
_MONTH_DAY = re.compile(
    rf"(?<!\w)({_WORD})\s?[.,]{{0,2}}\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?{_AFTER}{_YEAR}"
)
_DAY_MONTH = re.compile(
    r"(?<!\d)(?<!\d[.,:])(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s{0,2}"
    rf"(?:(?:de|of|d['’])\s?)?({_WORD})\.?{_YEAR}"
)
# "2 เม.ย. 2568": the Thai short months hold full stops, the years are the Buddha's.
_THAI = re.compile(
    r"(?<!\d)(\d{1,2})\s?((?:ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย"
    r"|ธ\.ค)\.?|[\u0e00-\u0e7f]{4,10}คม|[\u0e00-\u0e7f]{4,12}(?:ยน|พันธ์))"
    r"(?:\s?((?:19|20|25)\d\d))?(?!\d)"
)
# "2025. április 2." and "02.04.2025", the year first or all in figures.
_YEAR_FIRST = re.compile(rf"(?<!\d)((?:19|20)\d\d)\.\s({_WORD})\s(\d{{1,2}})\.?(?!\d)")
_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?![\d.])")
_NUMBERED = re.compile(r"\bdpa:(\d\d)(\d\d)(\d\d)-\d{2,3}-\d{4,9}")
_FIRST = re.compile(r"\bfirst published(?: on)?\s", re.I)
_NEXT = 12  # characters, of a weekday, between these words and their day
_BUDDHA = 543
_DIGIT = re.compile(r"\d")
_BARE_DAY = re.compile(r"ता\.?\s?(\d{1,2})(?!\d)")


class FilingDay(NamedTuple):
    """A printed day: where it stands, month (0 when left out), day, year if printed."""

    start: int
    end: int
    month: int
    day: int
    year: int | None


def find_day(text: str, start: int = 0) -> FilingDay | None:
    """The first month and day in the text, or ``None``.

    A month counts only next to a number from 1 to 31, so "May says" is no day.

    >>> find_day("Seoul, Sept. 13 (X)")
    FilingDay(start=7, end=15, month=9, day=13, year=None)
    >>> find_day("May says 100 left") is None
    True
    """
    if not _DIGIT.search(text, start):
        return None
    best: FilingDay | None = None
    for pattern, word, number in ((_MONTH_DAY, 1, 2), (_DAY_MONTH, 2, 1)):
        for found in pattern.finditer(text, start):
            month, day = month_number(found[word]), int(found[number])
            if month is None or not 1 <= day <= 31:
                continue
            if best is None or found.start() < best.start:
                year = int(found[3]) if found[3] else None
                best = FilingDay(found.start(), found.end(), month, day, year)
            break
    return best or _other_day(text, start)


def _other_day(text: str, start: int) -> FilingDay | None:
    """A day in Thai, with the year first, or in figures."""
    found = _THAI.search(text, start)
    month = month_number(found[2]) if found else None
    if found and month:
        year = int(found[3]) if found[3] else None
        if year and year > 2400:
            year -= _BUDDHA
        return _valid(found, month, int(found[1]), year)
    found = _YEAR_FIRST.search(text, start)
    month = month_number(found[2]) if found else None
    if found and month:
        return _valid(found, month, int(found[3]), int(found[1]))
    found = _FIGURES.search(text, start)
    if found:
        return _valid(found, int(found[2]), int(found[1]), int(found[3]))
    return None


def _valid(
    found: re.Match[str], month: int, day: int, year: int | None
) -> FilingDay | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return FilingDay(found.start(), found.end(), month, day, year)


def bare_day(text: str, start: int) -> FilingDay | None:
    """A day without its month just there, as "ता.02" prints it."""
    found = _BARE_DAY.match(text, start)
    if found is None or not 1 <= int(found[1]) <= 31:
        return None
    return FilingDay(found.start(), found.end(), 0, int(found[1]), None)


def embedded_day(text: str, near: str | None) -> str | None:
    """The day an agency's own line under a text tells, as ISO 8601.

    dpa prints it in its copyright's number, The Canadian Press in words.

    >>> embedded_day("© dpa-infocom, dpa:240516-99-53606/3", "2024-05-16")
    '2024-05-16'
    >>> embedded_day("This report was first published Feb. 22, 2024.", None)
    '2024-02-22'
    """
    number = _NUMBERED.search(text)
    if number:
        year, month, day = 2000 + int(number[1]), int(number[2]), int(number[3])
        found = _valid(number, month, day, year)
        return iso_day(found, near) if found else None
    said = _FIRST.search(text)
    told = find_day(text, said.end()) if said else None
    if said is None or told is None or told.year is None:
        return None
    return iso_day(told, near) if told.start - said.end() < _NEXT else None


def iso_day(filed: FilingDay, near: str | None) -> str | None:
    """The day as ISO 8601, in the year that brings it nearest to ``near``.

    Without a year and without ``near`` there is none, nor when the page is more than
    twelve days later or three days earlier: one of the two is then wrong, mostly the
    month.

    >>> iso_day(FilingDay(0, 6, 12, 31, None), "2026-01-01T02:00:00+05:30")
    '2025-12-31'
    """
    page = _page_day(near)
    if filed.month == 0:
        return _nearest(_same_day(filed.day, page), page) if page else None
    if filed.year is not None:
        return _nearest(_days(filed, [filed.year]), page)
    if page is None:
        return None
    return _nearest(_days(filed, [page.year - 1, page.year, page.year + 1]), page)


def _page_day(near: str | None) -> date | None:
    try:
        return date.fromisoformat(near[:10]) if near else None
    except ValueError:
        return None


def _days(filed: FilingDay, years: list[int]) -> list[date]:
    days = []
    for year in years:
        try:
            days.append(date(year, filed.month, filed.day))
        except ValueError:
            continue
    return days


def _same_day(day: int, page: date) -> list[date]:
    window = range(max(page.toordinal() - 20, 1), min(page.toordinal() + 6, 3652059))
    return [d for d in map(date.fromordinal, window) if d.day == day]


def _nearest(days: list[date], page: date | None) -> str | None:
    if not days:
        return None
    if page is None:
        return days[0].isoformat()
    best = min(days, key=lambda d: abs((d - page).days))
    believed = -_BEFORE <= (best - page).days <= _AFTER_PAGE
    return best.isoformat() if believed else None
