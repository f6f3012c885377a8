"""A printed date and time as one moment: the hour, the zone, and who said the zone.

The clock is found first and set aside, so that no digit of "10:44" is taken for a day
or a year; then the day; then the clock that stands nearest to it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Literal

from newscrawl.text.clean import squeeze
from newscrawl.text.clocks import Clock, find_clocks
from newscrawl.text.days import Day, find_days
from newscrawl.text.relative import relative_moment
from newscrawl.text.zones import named_zone, offset_zone, printed_zone

Precision = Literal["second", "minute", "hour", "day"]
ZoneFrom = Literal["page", "outlet", "none"]

_LONGEST = 300  # of a date line; a longer text is read up to here
_FIRST_YEAR = 1990
_REACH = 60  # characters between a day and its clock
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_EPOCH = re.compile(
    r"(?:/?Date\()?(?<!\d)(\d{10})(\d{3})?(?:\.\d{1,6})?(?:(?:[+-]\d{4})?\)/?)?"
)
_GLUED = re.compile(r"(?<=[ /.,]20\d\d)(?=\d{1,2}:\d\d)")
# "20250402075107", without a sign: the files and tags of some publishing systems.
_SOLID = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?")
_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)"
    r"(?::?(\d\d|(?<=:)\d)(?:[.,:]\d{1,9})?)?"
    r" ?(?:(Z)|([+-])(\d\d):?(\d\d))?)?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as the page tells it.

    ``iso`` has an offset, or is a plain date when ``precision`` is ``day``. A time that
    printed no zone takes the outlet's (``zone_from`` "outlet") or UTC ("none").
    """

    iso: str
    precision: Precision
    zone_from: ZoneFrom
    raw: str


def read_moment(
    raw: str, *, zone: str | None = None, order: str = "DMY", now: str | None = None
) -> Moment | None:
    """The first date in the text with its time, or ``None``.

    ``zone`` is the outlet's IANA zone, ``order`` how it writes numbers ("DMY", "MDY",
    "YMD"); ``now``, an ISO time, allows "2 hours ago" and dates without a year. Years
    before 1990 and after next year are not believed.

    >>> read_moment("Updated: April 2, 2025 07:51 IST").iso
    '2025-04-02T07:51:00+05:30'
    >>> read_moment("2 अप्रैल 2025, 07:51", zone="Asia/Kolkata").zone_from
    'outlet'
    >>> read_moment("31 February 2025") is None
    True
    """
    present = _present(now)
    latest = (present or datetime.now(UTC)).year + 1
    return _read(raw[:_LONGEST], zone, order, present, latest)


# A page prints one time in several places, and each is read for several questions.
@lru_cache(maxsize=256)
def _read(
    raw: str, zone: str | None, order: str, present: datetime | None, latest: int
) -> Moment | None:
    shown = squeeze(raw)
    text = _plain_digits(shown)
    found = _iso(text, zone) or _epoch(text)
    if found is None:
        found = _in_words(text, zone, order, present)
    if found is None:
        return None
    when, precision, zone_from = found
    if not _FIRST_YEAR <= when.year <= latest:
        return None
    iso = when.date().isoformat() if precision == "day" else when.isoformat()
    return Moment(iso, precision, zone_from, shown)


_Found = tuple[datetime, Precision, ZoneFrom]


def _iso(text: str, zone: str | None) -> _Found | None:
    """The commonest shape, of meta tags and feeds, without the search."""
    found = _ISO.fullmatch(text)
    if found is None:
        solid = _SOLID.fullmatch(text)
        return _iso("{}-{}-{}T{}:{}{}".format(*_parts(solid)), zone) if solid else None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    if found[4] is None:
        return _whole_day(day, zone)
    second = None if found[6] is None else int(found[6])
    offset: tzinfo | None = UTC if found[7] else None
    if found[8]:
        offset = offset_zone(found[8], found[9], found[10])
    clock = Clock(int(found[4]), int(found[5]), second, offset, None, (0, 0))
    return _at(day, clock, zone) or _whole_day(day, zone)


def _parts(solid: re.Match[str]) -> list[str]:
    """Year, month, day, hour, minute, and the second with its colon or nothing."""
    *parts, second = solid.groups()
    return [*parts, f":{second}" if second else ""]


def _epoch(text: str) -> _Found | None:
    found = _EPOCH.fullmatch(text)
    if found is None:
        return None
    return datetime.fromtimestamp(int(found[1]), UTC), "second", "page"


def _in_words(
    text: str, zone: str | None, order: str, present: datetime | None
) -> _Found | None:
    # "March 12, 20214:05 PM": texts of elements that only a style keeps apart.
    text = _GLUED.sub(" ", text)
    clocks = find_clocks(text)
    rest = list(text)
    for clock in clocks:
        start, end = clock.span
        rest[start:end] = "|" * (end - start)
    blanked = "".join(rest)
    days = find_days(blanked, order, present.date() if present else None)
    if not days:
        if present is None:
            return None
        return relative_moment(blanked, clocks, present, named_zone(zone or ""), zone)
    nearest = _nearest(days, clocks)
    found = _at(days[0].date, nearest, zone) if nearest else None
    return found or _whole_day(days[0].date, zone)


def _nearest(days: list[Day], clocks: list[Clock]) -> Clock | None:
    """The first day's clock: inside it, the first after it, else the last before it.

    A clock that stands behind a second day belongs to that one.
    """
    start, end = days[0].span
    later = [day.span[0] for day in days if day.span[0] >= end]
    reach = min([end + _REACH, *later])
    within = [c for c in clocks if start <= c.span[0] < end]
    after = [c for c in clocks if end <= c.span[0] <= reach]
    before = [c for c in clocks if 0 <= start - c.span[1] <= _REACH]
    if within or after:
        return (within or after)[0]
    return before[-1] if before else None


def _at(day: date, clock: Clock, zone: str | None) -> _Found | None:
    try:
        naive = datetime(day.year, day.month, day.day, clock.hour, clock.minute or 0)
        naive = naive.replace(second=min(clock.second or 0, 59))
    except ValueError:
        return None
    precision: Precision = "second"
    if clock.second is None:
        precision = "hour" if clock.minute is None else "minute"
    printed = clock.offset
    if printed is None and clock.zone:
        printed = printed_zone(clock.zone, naive, zone) or named_zone(clock.zone)
    if printed is not None:
        return _fixed(naive, printed), precision, "page"
    home = named_zone(zone) if zone else None
    if home is not None:
        return _fixed(naive, home), precision, "outlet"
    return naive.replace(tzinfo=UTC), precision, "none"


def _fixed(naive: datetime, zone: tzinfo) -> datetime:
    """The time with its offset; seconds of old local times are not ISO 8601."""
    when = naive.replace(tzinfo=zone)
    offset = when.utcoffset() or timedelta(0)
    return when if not offset.seconds % 60 else naive.replace(tzinfo=UTC)


def _whole_day(day: date, zone: str | None) -> _Found:
    known = bool(zone) and named_zone(zone or "") is not None
    when = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return when, "day", "outlet" if known else "none"


def _present(now: str | None) -> datetime | None:
    if now is None:
        return None
    try:
        present = datetime.fromisoformat(now)
    except ValueError:
        return None
    return present if present.tzinfo else present.replace(tzinfo=UTC)


def _plain_digits(text: str) -> str:
    """Digits of every script, and full-width signs, as ASCII."""
    if text.isascii():
        return text
    text = text.replace("：", ":").replace("／", "/").replace("．", ".")
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)
