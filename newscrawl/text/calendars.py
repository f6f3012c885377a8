"""Days told in other calendars than ours: Persian, Japanese eras, the Republic's years.

A Thai year is one of ours with another number; ``days`` knows it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERSIAN_MONTHS = (
    "فروردین|حمل", "اردیبهشت|ثور", "خرداد|جوزا", "تیر|سرطان", "مرداد|امرداد|اسد",
    "شهریور|سنبله", "مهر|میزان", "آبان|عقرب", "آذر|قوس", "دی|جدی", "بهمن|دلو",
    "اسفند|حوت",
)  # fmt: skip
_NUMBERS = {
    name: number
    for number, names in enumerate(_PERSIAN_MONTHS, 1)
    for name in names.split("|")
}
_PERSIAN = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:م|ام)?[\s،,/]{1,3}(?P<name>"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")(?:\sماه)?[\s،,/]{1,3}(?:سال\s)?(?P<y>1[34]\d\d)(?!\d)"
    r"|(?<![\d./-])(?P<y2>1[34]\d\d) ?[./-] ?(?P<m>\d{1,2})"
    r" ?[./-] ?(?P<d2>\d{1,2})(?!\d)"
)
_LETTERS = str.maketrans("يك", "یک")  # the Arabic forms that many keyboards give
# Years of the web; a later one is of the Islamic calendar, which tells no day of ours.
_FIRST, _LAST = 1369, 1425
_CYCLE, _LEAPS = 33, 8  # years, of which so many are leap years
_SINCE = 1_595  # years from the first of such a cycle to the first Persian year
_OFFSET = -356_032  # from the days since then to the ordinals of our calendar
_ERA = re.compile(
    r"(?:(?P<era>令和|平成|昭和|民國|民国) ?(?P<n>\d{1,3}|元)"
    r"|(?<!\d)(?P<roc>1[0-2]\d)) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2})(?: ?[日號号])?"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_TAIWAN = 1911


def days_elsewhere(text: str) -> Iterator[tuple[date, tuple[int, int]]]:
    """The days of other calendars in a text with ASCII digits, with their places.

    >>> [str(day) for day, _ in days_elsewhere("22 اسفند 1399 - 14:05")]
    ['2021-03-12']
    >>> [str(day) for day, _ in days_elsewhere("令和3年3月12日")]
    ['2021-03-12']
    """
    if "13" in text or "14" in text:
        for found in _PERSIAN.finditer(text.translate(_LETTERS)):
            month = found["m"] or _NUMBERS[found["name"]]
            day = persian_day(
                int(found["y"] or found["y2"]),
                int(month),
                int(found["d"] or found["d2"]),
            )
            if day:
                yield day, found.span()
    if "年" in text:
        for found in _ERA.finditer(text):
            year = 1 if found["n"] == "元" else int(found["n"] or found["roc"])
            first = _ERAS[found["era"]] if found["era"] else _TAIWAN
            try:
                yield date(first + year, int(found["m"]), int(found["d"])), found.span()
            except ValueError:
                continue


def persian_day(year: int, month: int, day: int) -> date | None:
    """A day of the Persian calendar in ours; ``None`` where there is none.

    Leap years come eight in 33, which has held since 1244 and will until 1472.

    >>> str(persian_day(1400, 1, 1)), str(persian_day(1399, 12, 30))
    ('2021-03-21', '2021-03-20')
    >>> persian_day(1400, 12, 30) is None
    True
    """
    if not (_FIRST <= year <= _LAST and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    if month > 6 and day > 30:
        return None
    if month == 12 and day == 30 and _new_year(year + 1) - _new_year(year) < 366:
        return None
    before = 31 * (month - 1) - max(0, month - 7)
    return date.fromordinal(_new_year(year) + before + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of the first day of a Persian year."""
    years = year + _SINCE
    cycles, rest = divmod(years, _CYCLE)
    return 365 * years + _LEAPS * cycles + (rest + 3) // 4 + _OFFSET
