"""The times of day printed in a line, with their zones and places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.text.zones import abbreviations, offset_zone

if TYPE_CHECKING:
    from datetime import tzinfo

_MOST = 8  # clocks looked at in one line


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``minute`` and ``second`` are ``None`` where not printed.

    ``zone`` is the abbreviation or IANA name printed with it, ``offset`` the zone of a
    printed offset.
    """

    hour: int
    minute: int | None
    second: int | None
    offset: tzinfo | None
    zone: str | None
    span: tuple[int, int]


_GLUED = r"(?:\b|(?-i:(?=[A-Z][a-z])))"  # "2:00 PMTags", as some templates print it
_AM = (
    rf"a\.? ?m{_GLUED}\.?|上午|早上|凌晨|오전|午前|सुबह|पूर्वाह्न|एएम|সকাল|এএম|காலை|ఉదయం"
    r"|ص\b|صبح|π\.?μ\b\.?|am\b"
)
_PM = (
    rf"p\.? ?m{_GLUED}\.?|下午|晚上|中午|오후|午後|दोपहर|शाम|रात|अपराह्न|पीएम"
    r"|দুপুর|বিকেল|বিকাল|সন্ধ্যা|রাত|পিএম|மாலை|இரவு|சாயంత్రం|సాయంత్రం|రాత్రి|م\b|مساء|شام|رات|μ\.?μ\b\.?"
)
_AM_WORD = re.compile(_AM, re.I)
_HALF = rf"(?:{_AM}|{_PM})"
_CLOCK = re.compile(
    rf"(?P<before>{_HALF})?(?<![\d:.,/-]) ?(?<!\d)"
    r"(?:(?<=[T ])|(?<![\w.:]))?(?P<h>\d{1,2})"
    r"(?:"
    r" ?: ?(?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
    r"| ?(?:h|時|时|點|点|시) ?(?P<m2>\d{1,2})?(?: ?(?:分|분|min\b|m\b))?(?![\w])"
    rf"|\.(?P<m3>\d\d)(?= ?(?:uhr|{_HALF}|hrs|น\.|wi(?:b|ta?)\b))"
    rf"|(?= ?(?:{_HALF}|uhr|o'clock|बजे|টা))"
    r"|(?P<m4>\d\d)(?= ?(?:hrs|hours|h\b|gmt|utc))"
    r")(?!\d)"
    rf"[ :]?(?P<after>{_HALF})?",
    re.I,
)
# "klo 14.05", "12.3.2021 14.05": with a stop, a word or a whole date before it.
_STOPPED = re.compile(
    r"(?:(?:(?<!\w)(?:kl|klo|kello|ore|ora|pukul|jam|alle|alle ore)\.? "
    r"|(?<=[./]20\d\d) )"
    r"(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d))(?![\d.]| ?[./-]\d)",
    re.I,
)
_FILLER = re.compile(r" ?(?:uhr|hrs|hours|h|बजे|น\.)\b\.?", re.I)
_OFFSET = re.compile(
    r" ?\(?(?:(?:gmt|utc) ?)?(?P<sign>[+-])(?P<h>0\d|1[0-4])(?::?(?P<m>[0-5]\d))?"
    r"(?!:?\d|[/.-]| ?(?:uhr|hrs?\b|h\b))"  # "10:00-11:30 Uhr" has no zone
    r"| ?\(?(?:gmt|utc) ?(?P<sign2>[+-]) ?(?P<h2>\d{1,2})(?::(?P<m2>\d\d))?"
    r"(?![\d/.-])",
    re.I,
)
_IANA = re.compile(
    r" ?[(\[]?((?:Africa|America|Asia|Atlantic|Australia|Europe|Indian"
    r"|Pacific)/[A-Za-z_/+-]{2,40})"
)
_ABBREVIATION = re.compile(
    r"[ (\[,-]{0,3}(" + "|".join(sorted(abbreviations(), key=len, reverse=True))
    + r")\b(?!['’])", re.I
)  # fmt: skip


def find_clocks(text: str) -> list[Clock]:
    """Every time of day in the line, in order; impossible ones are left out.

    >>> [(c.hour, c.minute, c.zone) for c in find_clocks("Apr 2, 7:51 PM IST")]
    [(19, 51, 'IST')]
    """
    clocks: list[Clock] = []
    position = 0
    while len(clocks) < _MOST and (found := _CLOCK.search(text, position)):
        clock = _clock(text, found)
        position = max(clock.span[1] if clock else found.end(), position + 1)
        if clock:
            clocks.append(clock)
    if not clocks and (found := _STOPPED.search(text)):
        offset, zone, end = _zone(text, found.end())
        hour, minute = int(found["h"]), int(found["m"])
        clocks.append(Clock(hour, minute, None, offset, zone, (found.start(), end)))
    return clocks


def _clock(text: str, found: re.Match[str]) -> Clock | None:
    minute = found["m"] or found["m2"] or found["m3"] or found["m4"]
    hour = int(found["h"])
    half = found["before"] or found["after"]
    if half:
        hour = _of_half(hour, half)
    if hour > 23 or int(minute or 0) > 59:
        return None
    end = found.end()
    filler = _FILLER.match(text, end)
    end = filler.end() if filler else end
    offset, zone, end = _zone(text, end)
    second = None if found["s"] is None else int(found["s"])
    return Clock(
        hour,
        None if minute is None else int(minute),
        second,
        offset,
        zone,
        (found.start(), end),
    )


def _of_half(hour: int, half: str) -> int:
    if _AM_WORD.fullmatch(half):
        return 0 if hour == 12 else hour
    return hour + 12 if hour < 12 else hour


def _zone(text: str, end: int) -> tuple[tzinfo | None, str | None, int]:
    found = _OFFSET.match(text, end)
    if found:
        sign = found["sign"] or found["sign2"]
        hours = found["h"] or found["h2"]
        offset = offset_zone(sign, hours, found["m"] or found["m2"])
        if offset is not None:
            return offset, None, found.end()
    for pattern in (_IANA, _ABBREVIATION):
        found = pattern.match(text, end)
        if found:
            return None, found[1], found.end()
    return None, None, end
