"""One time from its several printings on a page, at the offset of the place itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newscrawl.text.dates import Moment, read_moment
from newscrawl.text.zones import named_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

_FINE = {"second": 0, "minute": 0, "hour": 1, "day": 2}
_MOST = 8  # printings read
_QUARTER = timedelta(minutes=15)
_WEST, _EAST = timedelta(hours=-11), timedelta(hours=14)
_ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "Europe/Berlin", "Europe/Istanbul", "Asia/Dubai", "Asia/Kolkata", "Asia/Shanghai",
    "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
_HALF_DAY = timedelta(hours=12)  # rather a lost "pm" than the clocks of the Pacific


def choose_moment(
    printings: Iterable[tuple[str, str]],
    *,
    zone: str | None = None,
    order: str = "DMY",
    now: str | None = None,
) -> tuple[Moment, str] | None:
    """The first readable time, with its reader.

    A finer one of the same day replaces a bare day.

    >>> told = [("soon", "a"), ("2 May 2025", "b"), ("2025-05-02T07:51Z", "c")]
    >>> moment, reader = choose_moment(told)
    >>> moment.iso, reader
    ('2025-05-02T07:51:00+00:00', 'c')
    """
    best: tuple[Moment, str] | None = None
    for value, reader in list(printings)[:_MOST]:
        moment = read_moment(value, zone=zone, order=order, now=now)
        if moment is None:
            continue
        if best is None or (
            _FINE[moment.precision] < _FINE[best[0].precision]
            and moment.iso[:10] == best[0].iso[:10]
        ):
            best = moment, reader
        if _FINE[best[0].precision] == 0:
            break
    return best


def _days(texts: Sequence[str], order: str) -> list[date]:
    """The days shown without a zone: what is told in UTC shows no other place's day."""
    read = (read_moment(text, order=order) for text in texts[:_MOST])
    shown = (moment for moment in read if moment and moment.zone_from != "page")
    return [date.fromisoformat(moment.iso[:10]) for moment in shown]


def localise(
    moment: Moment,
    others: Sequence[str],
    *,
    zone: str | None = None,
    order: str = "DMY",
    day: str | None = None,
    seat: str | None = None,
) -> Moment:
    """The same instant at the offset of the place, where the page gave it in UTC.

    The offset is that of another printing of the same instant, or what a printed clock
    without a zone differs by; else that of ``zone``, the outlet's; else, where the page
    is of the ``day`` before or after that in UTC, the nearest one that has it so; else
    that of ``seat``, where most newsrooms of the outlet's country are.

    >>> told = read_moment("2025-04-02T02:21:00Z")
    >>> localise(told, ["April 2, 2025 07:51 AM"]).iso
    '2025-04-02T07:51:00+05:30'
    """
    if moment.precision == "day" or moment.zone_from != "page":
        return moment
    when = datetime.fromisoformat(moment.iso)
    if when.utcoffset():
        return moment
    for text in others[:_MOST]:
        printed = read_moment(text, order=order)
        offset = _offset(when, printed) if printed else None
        if offset:
            return replace(moment, iso=when.astimezone(timezone(offset)).isoformat())
    home = named_zone(zone) if zone else _having(when, day, seat)
    if home is None:
        return moment
    there = when.astimezone(home)
    if (there.utcoffset() or timedelta(0)) % timedelta(minutes=1):
        return moment
    if there.date() != when.date():
        days = _days([text for text in others if text != moment.raw], order)
        if when.date() in days and there.date() not in days:
            if not zone:
                return moment
            # Some outlets write their own clock as UTC: then they show that day.
            there = when.replace(tzinfo=home)
    return replace(moment, iso=there.isoformat())


def _having(when: datetime, day: str | None, seat: str | None) -> tzinfo | None:
    """The first zone with that day at that time, of those most newsrooms are in."""
    if day is None:
        return named_zone(seat) if seat else None
    if day == when.date().isoformat():
        return None
    zones = (zone for name in (seat, *_ZONES) if name and (zone := named_zone(name)))
    has = (zone for zone in zones if when.astimezone(zone).date().isoformat() == day)
    return next(has, None)


def _offset(when: datetime, printed: Moment) -> timedelta | None:
    """How far the clocks are east of UTC where ``printed`` tells the same instant."""
    if printed.precision in ("day", "hour"):
        return None
    other = datetime.fromisoformat(printed.iso)
    if printed.zone_from == "page":
        same = abs(other - when) < timedelta(minutes=1)
        return other.utcoffset() if same else None
    apart = other.replace(second=0) - when.replace(second=0, microsecond=0)
    if apart % _QUARTER or apart == _HALF_DAY or not _WEST <= apart <= _EAST:
        return None
    return apart
