"""The day a page shows its readers, held against the day its head tells machines."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Literal

from newscrawl.text.dates import read_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 8  # printings read
_NEXT = timedelta(days=1)  # which another zone's clock explains
_CODE = 3  # characters of a language's or region's code
_EDITION = timedelta(days=60)  # after which a text is brought out anew, not mended
_CHANGE = re.compile(r"updat|aktualis|actuali[sz]|mis à jour|aggiorn|更新|수정", re.I)
# Beside the clocks of the United States the month comes first.
_AMERICAN = re.compile(r"\d ?[ap]\.?m\.? ?\(?(?:[ECMP][SD]?T)\b", re.I)
_FIGURES = re.compile(r"(?<![\d:])\d{1,4}(?![\d:])", re.A)  # but a clock's
_ROW = 120  # characters of a row
_UTC = re.compile(r"(?:Z|UTC|GMT|[+-]00:?00)\W{0,2}\Z", re.I)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")

Leader = Literal["head", "row", "change"]


def leading(
    told: Sequence[str],
    marked: Sequence[str],
    rows: Sequence[str],
    changed: Sequence[str],
    changed_rows: Sequence[str],
    *,
    described: bool = False,
    zone: str | None = None,
    order: str = "DMY",
    now: str | None = None,
) -> Leader:
    """Which place has the day of publication: the head, the row shown, or an update's.

    ``told`` are the head's times of publication (``described`` where JSON-LD is among
    them), ``marked`` those of ``time`` elements, ``rows`` those shown at the headline,
    ``changed`` and ``changed_rows`` those of the last change. A page that shows one day
    alone is of that day where something else has it too: its mark-up, where the head is
    a lone tag; another tag of the head; the last change, under which a text is then
    brought out again. So is one that shows only when it was updated, months later.

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
    if head and rows and _says(rows[0], head[0]):
        return "head"
    shown = days(rows)
    if not head:
        # Of the times marked up on a page the first need not be the article's.
        mark = days(marked[:1])
        apart = mark and shown and all(abs(day - mark[0]) > _NEXT for day in shown)
        return "row" if apart else "head"
    if any(abs(day - head[0]) <= _NEXT for day in shown):
        return "head"
    if not shown:
        late = days(changed_rows[:1])
        return "change" if late and late[0] - head[0] >= _EDITION else "head"
    other = days(changed)
    if not described and days(marked[:1]) == shown[:1] and shown[0] not in other:
        return "row"
    if any(_CHANGE.search(row) for row in rows if days([row])):
        return "head"
    return "row" if shown[0] in {*other, *days(told[1:])} else "head"


def _says(text: str, day: date) -> bool:
    """Whether a row has the figures of a day, or of the next; it is not read for it."""
    figures = set(_FIGURES.findall(text[:_ROW]))
    near = {day.day - 1, day.day, day.day + 1} & {int(f) for f in figures if len(f) < 3}
    return bool(near) and str(day.year) in figures


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


def habit(printings: Sequence[str], order: str) -> str:
    """The order of a page's numbers: the other one where only that fits its days.

    >>> habit(["11/01/2023 12:43", "Published 1 November 2023"], "DMY")
    'MDY'
    """
    some = [text for text in printings if "/" in text]
    slashed = [text for text in some if _SLASHED.search(text[:60])]
    if not slashed:
        return order
    plain = (text for text in printings if text not in slashed)
    read = (read_moment(text) for text in islice(plain, _MOST))
    known = {moment.iso[:10] for moment in read if moment}
    one, two, year = _SLASHED.findall(slashed[0][:60])[0]
    days = {
        "DMY": f"{year}-{two:0>2}-{one:0>2}",
        "MDY": f"{year}-{one:0>2}-{two:0>2}",
    }
    fits = [name for name, day in days.items() if day in known]
    if not fits and any(_AMERICAN.search(text[:60]) for text in slashed):
        return "MDY"
    return fits[0] if len(fits) == 1 else order
