"""The day a line names, in numbers or words, in the languages of ``months``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from newscrawl.text.calendars import days_elsewhere
from newscrawl.text.months import month_number


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where in the line it stands."""

    date: date
    span: tuple[int, int]


_YMD = re.compile(r"(?<![\d./-])(\d{4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,2})(?!\d)")
_HAN = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2})(?: ?[日일號号])?")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_SHORT = re.compile(
    r"(?<![\d./-])(\d{1,2})(?: ?\. ?| ?/ ?|-)(\d{1,2})(?: ?\. ?| ?/ ?|-)"
    r"(\d{4}|\d\d)(?!\d)"
)
# "12 - 03 - 2021": apart by one sign with spaces, so that no span of days is meant.
_APART = re.compile(r"(?<![\d./-])(\d{1,2})( - | – | ?[·_|] ?)(\d{1,2})\2(\d{4})(?!\d)")
_SIGNS = (" - ", " – ", "_", "·", "|")
_ROMAN = re.compile(
    r"(?<!\d)(\d{1,2})[. ] ?(I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})[. ] ?(\d{4})(?!\d)"
)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_VIETNAMESE = re.compile(
    r"(\d{1,2}) tháng (\d{1,2})(?:,| năm|, năm)? (\d{4})(?!\d)", re.I
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TWO_WORDS = re.compile(r"(كانون|تشرين) (الأول|الثاني)")
_MONTH_WORDS = re.compile(
    r"tháng (?:giêng|chạp|mười (?:một|hai)|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b",
    re.I,
)
_THAI = re.compile(r"([ก-๙])\.([ก-๙])\.?")
_THAI_MONTH = re.compile(r"[ก-๙]")
# A number, or a word of any script: whatever is no digit, space or stop.
_TOKEN = re.compile(r"\d+|[^\s\d,.:;|/()\[\]\-–—'’\"+~!?<>=&#%*]+")
# Words between the parts of a date: "2nd", "2 de abril de 2025", "2025 m. …", "г."
_BETWEEN = frozenset(
    re.findall(
        r"\S+",
        """st nd rd th day eko ko
        er ère ra ro º ª o e de del di d da do of the an am den der le la
        el a año г года р m gada ta year ad พ_ศ র তারিখ को तारीख ம் ஆம் நாள் వ తేదీ لا""",
    )
)
_MEASURES = frozenset("°º%")
_MOST_TOKENS = 60
_BUDDHIST = 543  # years that a Thai year is ahead of ours
_YEARS = range(1900, 2200)  # others are of another calendar, or none


class _Token(NamedTuple):
    text: str
    number: int | None
    month: int | None
    span: tuple[int, int]
    alone: bool = True  # no letter or sign of a measure behind a number


def find_days(text: str, order: str, today: date | None) -> list[Day]:
    """The possible days in the line, in order; clocks have been blanked with ``|``.

    ``order`` settles 02/04/2025. Without a year a day is taken only when ``today`` is
    known: the latest such day that is not to come.

    >>> [str(day.date) for day in find_days("Wed - 5 October 22", "DMY", None)]
    ['2022-10-05']
    """
    numeric = _numeric(text, order)
    # "Thứ Sáu, 12/03/2021": a word that a month might begin with, and its figures.
    worded = [day for day in _worded(text, None) if not _overlaps(day, numeric)]
    found = numeric + worded
    if not found and today is not None and not _YEAR.search(text):
        found = _worded(text, today)
    return sorted(found, key=lambda day: day.span)


def _overlaps(day: Day, others: list[Day]) -> bool:
    start, end = day.span
    return any(start < other.span[1] and other.span[0] < end for other in others)


def _numeric(text: str, order: str) -> list[Day]:
    days = [Day(day, span) for day, span in days_elsewhere(text)]
    for pattern in (_YMD, _HAN, _COMPACT):
        for m in pattern.finditer(text):
            days += _day(int(m[1]), int(m[2]), int(m[3]), m.span())
    for m in _SHORT.finditer(text):
        # With points between them the day is first everywhere.
        habit = "DMY" if order == "MDY" and "." in m[0] else order
        days += _in_order(m[1], m[2], m[3], m.span(), habit)
    if any(map(text.__contains__, _SIGNS)):
        for m in _APART.finditer(text):
            days += _in_order(m[1], m[3], m[4], m.span(), order)
    if "I" in text or "V" in text or "X" in text:
        for m in _ROMAN.finditer(text):
            days += _day(int(m[3]), _ROMANS.index(m[2]) + 1, int(m[1]), m.span())
    if "háng " in text:
        for m in _VIETNAMESE.finditer(text):
            days += _day(int(m[3]), int(m[2]), int(m[1]), m.span())
    return days


def _in_order(
    first: str, second: str, last: str, span: tuple[int, int], order: str
) -> list[Day]:
    one, two = int(first), int(second)
    if order == "YMD" and len(last) == 2:
        by_year = _day(_full_year(first), two, int(last), span)
        if by_year:
            return by_year
    year = _full_year(last)
    day, month = (two, one) if order == "MDY" else (one, two)
    # The other order when this one is impossible: 04/26/2025 on any page is April.
    if month > 12 >= day:
        day, month = month, day
    return _day(year, month, day, span)


def _worded(text: str, today: date | None) -> list[Day]:
    text = _TWO_WORDS.sub(r"\1_\2", text)
    if "háng " in text:
        text = _MONTH_WORDS.sub(lambda found: found[0].replace(" ", "_"), text)
    tokens = _tokens(_THAI.sub(r"\1_\2 ", text))
    days: list[Day] = []
    for place, token in enumerate(tokens):
        if token.month is not None:
            days += _around(tokens, place, today)
    return days


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        if word.isdecimal():
            number = int(word) if len(word) in {1, 2, 4} else None
            after = text[found.end() : found.end() + 1]
            alone = not (after.isalpha() or after in _MEASURES)
            tokens.append(_Token(word, number, None, found.span(), alone))
        elif word.casefold() not in _BETWEEN:
            month = month_number(word.replace("_", " ")) or month_number(
                word.replace("_", ".")
            )
            # A month by both its names: "24 نيسان / أبريل 2020".
            if not (month and tokens and tokens[-1].month == month):
                tokens.append(_Token(word, None, month, found.span()))
        if len(tokens) >= _MOST_TOKENS:
            break
    return tokens


def _around(tokens: list[_Token], place: int, today: date | None) -> list[Day]:
    """The day made of a month's name and the numbers beside it."""
    month = tokens[place].month or 0
    before2, before, after, after2 = (
        _at(tokens, place + step) for step in (-2, -1, 1, 2)
    )
    for first, day, year, last in (
        (before, before, after, after),  # 2 April 2025
        (after, after, after2, after2),  # April 2 2025
        (before, after, before, after),  # 2025 April 2
        (before2, before, before2, after),  # 2025 gada 2. aprilis
    ):
        if _is_day(day) and _is_year(year):
            return _spanned(tokens, place, day, month, year, (first, last))
    for day, year in ((before, after), (after, after2)):
        short = year and year.number is not None and len(year.text) == 2 and year.alone
        if _is_day(day) and year and short:
            return _spanned(tokens, place, day, month, year, (day, year))
    day = before if _is_day(before) else after
    if today is None or not _is_day(day):
        return []
    assert day is not None and day.number is not None
    span = (
        min(day.span[0], tokens[place].span[0]),
        max(day.span[1], tokens[place].span[1]),
    )
    return _nearest_year(today, month, day.number, span)


def _spanned(
    tokens: list[_Token], place: int, day: _Token | None, month: int,
    year: _Token | None, ends: tuple[_Token | None, _Token | None],
) -> list[Day]:  # fmt: skip
    assert day is not None and day.number is not None and year is not None
    spans = [tokens[place].span, day.span, year.span, *(t.span for t in ends if t)]
    span = (min(s[0] for s in spans), max(s[1] for s in spans))
    full = _full_year(year.text)
    if len(year.text) == 2 and _THAI_MONTH.match(tokens[place].text):
        full = 2500 + int(year.text) - _BUDDHIST
    return _day(full, month, day.number, span)


def _at(tokens: list[_Token], place: int) -> _Token | None:
    return tokens[place] if 0 <= place < len(tokens) else None


def _is_day(token: _Token | None) -> bool:
    return (
        token is not None
        and token.number is not None
        and len(token.text) <= 2
        and 1 <= token.number <= 31
    )


def _is_year(token: _Token | None) -> bool:
    return token is not None and token.number is not None and len(token.text) == 4


def _full_year(text: str) -> int:
    """A year of two digits in this century or the last; a Thai year in ours."""
    year = int(text)
    if len(text) == 4:
        return year - _BUDDHIST if 2533 <= year <= 2643 else year
    return 2000 + year if year < 70 else 1900 + year


def _nearest_year(
    today: date, month: int, day: int, span: tuple[int, int]
) -> list[Day]:
    days = [d for y in (-1, 0, 1) for d in _day(today.year + y, month, day, span)]
    past = [d for d in days if d.date <= today + timedelta(days=1)]
    return past[-1:]


def _day(year: int, month: int, day: int, span: tuple[int, int]) -> list[Day]:
    if year not in _YEARS:
        return []
    try:
        return [Day(date(year, month, day), span)]
    except ValueError:
        return []


_PATH_DAY = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3,9})"
    r"(?:/(?P<d>\d{1,2})(?=[/_])|-(?P<d4>\d{1,2})(?=[/_-]))"
    r"|/(?P<y7>(?:19|20)\d\d)/(?:[a-z][a-z-]{1,20}/){1,2}(?P<m7>\d\d)/(?P<d7>\d\d)(?=/)"
    r"|/(?P<y5>20\d\d)/(?P<m5>\d\d)(?P<d5>\d\d)(?=/)"
    r"|/(?P<y6>20\d\d)(?P<m6>\d\d)/(?P<d6>\d\d)(?=/)"
    r"|[/_-]t?(?P<y2>20\d\d)(?P<sign>[-_]?)(?P<m2>\d\d)(?P=sign)(?P<d2>\d\d)"
    r"(?=[/_.-]|\Z)"
    r"|/(?P<d3>\d\d)-(?P<m3>\d\d)-(?P<y3>20\d\d)(?=[/_.-]|\Z)"
)
_SHORT_MONTHS = frozenset(
    ("jan", "feb", "mar", "apr", "may", "jun",
     "jul", "aug", "sep", "oct", "nov", "dec")
)  # fmt: skip
_YEARS_AT = ("y", "y2", "y3", "y5", "y6", "y7")
_MONTHS_AT = ("m", "m2", "m3", "m5", "m6", "m7")
_DAYS_AT = ("d", "d2", "d3", "d4", "d5", "d6", "d7")


def dated_path(url: str) -> str | None:
    """The day that an address is filed under, as ISO date; ``None`` if under none.

    >>> dated_path("https://x.test/2025/04/02/rain-stops-play.html")
    '2025-04-02'
    >>> dated_path("https://x.test/2025/04/16-boats-in-the-rain.html")
    >>> dated_path("https://x.test/news/20250402-rain") or dated_path("https://x.test/20")
    '2025-04-02'
    """
    path = url[:2000].partition("//")[2].partition("?")[0].lower()
    found = _PATH_DAY.search(path)
    if found is None:
        return None
    year, month, day = (
        next(filter(None, (found[name] for name in names)))
        for names in (_YEARS_AT, _MONTHS_AT, _DAYS_AT)
    )
    named = month[:3] in _SHORT_MONTHS and month_number(month)
    try:
        return date(int(year), int(named or month), int(day)).isoformat()
    except ValueError:
        return None
