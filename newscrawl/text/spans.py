"""Spans of time: of the day ("23:00-05:30"), and ages ("1h 6h 1d")."""

from __future__ import annotations

import re
from datetime import time, timedelta
from functools import lru_cache

_SPAN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s?[-–]\s?([01]?\d|2[0-3]):([0-5]\d)")

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_AGE = re.compile(r"([0-9]{1,6})\s*([mhdw])")

Hours = tuple[tuple[time, time], ...]


@lru_cache(maxsize=256)
def read_hours(text: str) -> Hours:
    """The spans of a text; raises ``ValueError`` for what is none.

    >>> read_hours("23:00-05:30")
    ((datetime.time(23, 0), datetime.time(5, 30)),)
    """
    spans = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        found = _SPAN.fullmatch(part)
        if found is None:
            raise ValueError(f"{part!r} is no span as 23:00-05:30")
        hour, minute, till, to = map(int, found.groups())
        spans.append((time(hour, minute), time(till, to)))
    return tuple(spans)


def is_within(now: time, hours: Hours) -> bool:
    """Whether a time of day is in one of the spans; one may go over midnight.

    >>> night = read_hours("23:00-05:30")
    >>> is_within(time(1, 0), night), is_within(time(5, 30), night)
    (True, False)
    """
    return any(
        start <= now < end if start <= end else now >= start or now < end
        for start, end in hours
    )


def read_age(text: str) -> timedelta:
    """One span of time; raises ``ValueError`` for what is none.

    >>> read_age("90m")
    datetime.timedelta(seconds=5400)
    """
    found = _AGE.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is no span as 90m, 12h, 2d or 1w")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def read_ages(text: str | None) -> list[timedelta]:
    """Spans of time, ascending; raises ``ValueError`` for what is none.

    >>> read_ages("3d, 1h") == [timedelta(hours=1), timedelta(days=3)]
    True
    """
    ages = map(read_age, str(text or "").replace(",", " ").split())
    return sorted(age for age in ages if age)
