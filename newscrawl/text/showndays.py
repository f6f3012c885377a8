"""The day a page shows its readers, held against the day its head tells machines."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Literal

from newscrawl.text.clocks import find_clocks
from newscrawl.text.datelabels import find_label
from newscrawl.text.dates import read_moment
from newscrawl.text.days import find_days

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 8  # printings read
_NEXT = timedelta(days=1)  # which another zone's clock explains
_CODE = 3  # characters of a language's or region's code
# After which a text is brought out anew, not mended: with a clock's stamp, and without.
_EDITION, _UPKEEP = timedelta(days=3), timedelta(days=60)
_CHANGE = re.compile(r"updat|aktualis|actuali[sz]|mis à jour|aggiorn|更新|수정", re.I)
# Beside the clocks of the United States the month comes first.
_AMERICAN = re.compile(r"\d ?[ap]\.?m\.? ?\(?(?:[ECMP][SD]?T)\b", re.I)
_FIGURES = re.compile(r"(?<![\d:])\d{1,4}(?![\d:])", re.A)  # but a clock's
_ROW = 120  # characters of a row
_WORDS, _NAMES = re.compile(r"[^\W\d]{3,}"), 2  # of a month and of a weekday
_UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\W{0,2}\Z", re.I)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")

_MONTHS = 12
_WHOLE = 4  # figures of a year
# Where the year comes first, also when only two of its figures are printed.
_YEAR_FIRST = frozenset({"ja", "ko", "zh", "hu", "lt"})
_FILED = re.compile(r"/((?:19|20)\d\d)/(1[0-2]|0?[1-9])/")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b", re.I
)
_LAND = 2  # characters of a land's label

Leader = Literal["head", "row", "change"]


def leading(
    told: Sequence[str],
    marked: Sequence[str],
    rows: Sequence[str],
    changed: Sequence[str],
    changed_rows: Sequence[str],
    *,
    described: bool = False,
    weak: bool = False,
    filed: str | None = None,
    zone: str | None = None,
    order: str = "DMY",
    now: str | None = None,
) -> Leader:
    """Which place has the day of publication: the head, the row shown, or an update's.

    ``told`` are the head's times of publication (``described`` where JSON-LD is among
    them, ``weak`` where all are tags that may tell of a file), ``marked`` those of
    ``time`` elements, ``rows`` those shown at the headline, ``changed`` and
    ``changed_rows`` those of the last change. A page that shows one day alone is of
    that day where something else has it too: its mark-up, where the head is a lone tag;
    another tag of the head; the last change, under which a text is then brought out
    again. So is one that shows only when it was updated, days later, and one that
    shows an earlier day where the head has one day, without a time, for both. The day
    that the address is ``filed`` under, an ISO date, gives way to a row's later one.

    >>> leading(["2022-01-15"], ["2022-01-25"], ["25.01.2022"], [], [])
    'row'
    >>> leading(["2022-04-28"], [], ["6 Nov 2023"], ["2023-11-06"], [], described=True)
    'row'
    >>> leading(["2022-04-28"], [], [], ["2022-04-30"], ["Updated 30 Apr 2022"])
    'head'
    """

    def days(texts: Sequence[str]) -> list[date]:
        read = (read_moment(t, zone=zone, order=order, now=now) for t in texts[:_MOST])
        return [date.fromisoformat(moment.iso[:10]) for moment in read if moment]

    head = days(told[:1])
    if head and weak and rows and _is_labelled(rows[0]):
        return "row" if days(rows[:1])[:1] not in ([], head[:1]) else "head"
    if head and rows and _says(rows[0], head[0]):
        return "head"
    shown = days(rows)
    if not head:
        # Of the times marked up on a page the first need not be the article's.
        mark = days(marked[:1])
        if mark and rows and mark[0] in _all_days(rows[0], order):
            return "head"
        if filed and not mark and shown and shown[0].isoformat() > filed:
            own = _is_own(rows[0]) and filed not in _either_way(rows[0])
            return "row" if own else "head"
        apart = mark and shown and all(abs(day - mark[0]) > _NEXT for day in shown)
        return "row" if apart else "head"
    if any(abs(day - head[0]) <= _NEXT for day in shown):
        return "head"
    if not shown:
        late = days(changed_rows[:1])
        stamped = late and find_clocks(changed_rows[0][:_ROW])
        least = _EDITION if stamped else _UPKEEP
        return "change" if late and late[0] - head[0] >= least else "head"
    if weak:
        return "row"
    other = days(changed)
    if told[0] in changed and ":" not in told[0] and shown[0] < head[0]:
        return "row" if _is_bare(rows[0]) else "head"
    if not described and days(marked[:1]) == shown[:1] and shown[0] not in other:
        return "row"
    if any(_CHANGE.search(row) for row in rows if days([row])):
        return "head"
    return "row" if shown[0] in {*other, *days(told[1:])} else "head"


def _is_own(row: str) -> bool:
    """Whether a row seems to be that of the article, by its label or its few words."""
    return _is_bare(row) or _is_labelled(row)


def _either_way(row: str) -> set[str]:
    """The days that a row may mean, whatever the order of its numbers."""
    read = (read_moment(row, order=order) for order in ("DMY", "MDY"))
    return {moment.iso[:10] for moment in read if moment}


def _is_labelled(row: str) -> bool:
    label = find_label(row[:_ROW])
    return label is not None and label.lastgroup == "published"


def _all_days(row: str, order: str) -> set[date]:
    return {day.date for day in find_days(row[:_ROW], order, None)}


def _is_bare(row: str) -> bool:
    """Whether a row is a date and no words on what else has that date."""
    return len(row) <= _ROW and len(_WORDS.findall(row)) <= _NAMES


def _says(text: str, day: date) -> bool:
    """Whether a row has the figures of a day, or of the next; it is not read for it."""
    figures = set(_FIGURES.findall(text[:_ROW]))
    near = {day.day - 1, day.day, day.day + 1} & {int(f) for f in figures if len(f) < 3}
    return bool(near) and str(day.year) in figures


def of_that_day(
    changed: Sequence[str], rows: Sequence[str], zone: str | None, order: str
) -> list[str]:
    """The times of a change that are of the day which the first row shows.

    >>> of_that_day(["2025-05-06T10:48:20-05:00"], ["May 6, 10:48, 2025"], None, "MDY")
    ['2025-05-06T10:48:20-05:00']
    """
    shown = read_moment(rows[0], zone=zone, order=order) if rows else None
    if shown is None:
        return []
    read = ((t, read_moment(t, zone=zone, order=order)) for t in changed[:_MOST])
    return [t for t, moment in read if moment and moment.iso[:10] == shown.iso[:10]]


def in_utc(text: str) -> bool:
    """Whether a time seems to be told in UTC.

    >>> in_utc("2025-05-07T02:10:00Z"), in_utc("2025-05-07T02:10:00+05:30")
    (True, False)
    """
    return _UTC.search(text[-_ROW:]) is not None


def own_day(
    rows: Sequence[str], filed: str | None, changed: Sequence[str], order: str = "DMY"
) -> str | None:
    """The one day, without a time, that rows and address give a page, if one alone.

    None where it is the day of the last change too: that need not be the first's.

    >>> own_day(["17 February 2020"], "2020-02-17", ["2020-02-18T02:18:29Z"])
    '2020-02-17'
    """
    read = [read_moment(text, order=order) for text in rows[:2]]
    moments = [moment for moment in read if moment]
    days = {moment.iso[:10] for moment in moments} | ({filed} if filed else set())
    if len(days) != 1 or any(moment.precision != "day" for moment in moments):
        return None
    mended = (read_moment(text, order=order) for text in changed[:_MOST])
    return None if days & {m.iso[:10] for m in mended if m} else days.pop()


def is_front(url: str) -> bool:
    """Whether an address is that of a site or of one of its languages.

    >>> is_front("https://x.test/de/"), is_front("https://x.test/de/quay")
    (True, False)
    """
    path = url[:2000].partition("//")[2].partition("?")[0].partition("/")[2]
    path = path.strip("/")
    return not path or (len(path) <= _CODE and path.isalpha())


def habit(
    printings: Sequence[str], order: str, *, url: str = "", american: bool = False
) -> str:
    """The order of a page's numbers: the other one where only that fits its days.

    What fits is told by another printing, by a number over 12, by the weekday, by the
    month that the address is filed under; ``american`` is the last word.

    >>> habit(["11/01/2023 12:43", "Published 1 November 2023"], "DMY")
    'MDY'
    >>> habit(["Posted 3/12/2021", "Updated 3/20/2021"], "DMY")
    'MDY'
    """
    some = [text for text in printings if "/" in text]
    slashed = [text for text in some if _SLASHED.search(text[:60])]
    if not slashed or order == "YMD":
        return order
    figures = [_SLASHED.findall(text[:60])[0] for text in slashed[:_MOST]]
    for one, two, _ in figures:
        if (int(one) > _MONTHS) != (int(two) > _MONTHS):
            return "DMY" if int(one) > _MONTHS else "MDY"
    plain = (text for text in printings if text not in slashed)
    read = (read_moment(text) for text in islice(plain, _MOST))
    known = {moment.iso[:10] for moment in read if moment}
    days = _either(*figures[0])
    filed = _FILED.search(url[:2000])
    month = f"{filed[1]}-{int(filed[2]):02}" if filed else None
    weekday = _WEEKDAY.search(slashed[0][:_ROW])
    for told in (
        [name for name, day in days.items() if day in known],
        [name for name, day in days.items() if day[:7] == month],
        [n for n, d in days.items() if weekday and _is_on(d, weekday[0])],
    ):
        if len(told) == 1:
            return told[0]
    if american or any(_AMERICAN.search(text[:60]) for text in slashed):
        return "MDY"
    return order


def _either(one: str, two: str, year: str) -> dict[str, str]:
    year = year if len(year) == _WHOLE else f"20{year}"
    return {"DMY": f"{year}-{two:0>2}-{one:0>2}", "MDY": f"{year}-{one:0>2}-{two:0>2}"}


def _is_on(day: str, weekday: str) -> bool:
    try:
        return date.fromisoformat(day).strftime("%a").lower() == weekday[:3].lower()
    except ValueError:
        return False


def is_year_first(language: str) -> bool:
    """Whether dates in figures begin with the year in a language.

    >>> is_year_first("ko-KR"), is_year_first("kok")
    (True, False)
    """
    return language.lower().replace("_", "-").partition("-")[0] in _YEAR_FIRST


def is_american(language: str, url: str) -> bool:
    """Whether a page is in the English of the United States, its host in no other land.

    >>> is_american("en-US", "https://x.test/a"), is_american("en-US", "https://x.in/a")
    (True, False)
    """
    host = url[:2000].partition("//")[2].partition("/")[0].partition(":")[0]
    land = host.rpartition(".")[2].lower()
    american = language[:5].lower().replace("_", "-") == "en-us"
    return american and (len(land) != _LAND or land == "us")
