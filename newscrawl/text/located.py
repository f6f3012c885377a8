"""What a dateline says of its places besides their names: state and country."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscrawl.text import places

_SQUARE = re.compile(r"\s?\[([^\[\]]{2,40})\]")
_ROUND = re.compile(r"\s?\(([^()]{1,40})\)")
_COMMA = re.compile(
    r"\s?[,،]\s?([^,،()\[\]/\d–—-]{2,30}?)\s?(?=[,،()\[\]/–—-]|\Z|\s\()"
)


class Place(NamedTuple):
    """One place of a dateline, with country and state as printed, if printed."""

    name: str
    country: str | None = None
    admin: str | None = None


def places_of(raw: str, located: tuple[str, ...]) -> tuple[Place, ...]:
    """The places of a dateline with the regions printed beside them.

    A country in square brackets, or behind the last, is said of all.

    >>> places_of("Mumbai (Maharashtra) [India], Jan 13 (ANI)", ("Mumbai",))
    (Place(name='Mumbai', country='India', admin='Maharashtra'),)
    >>> places_of("SURABAYA, Indonesia/JAKARTA (Reuters)", ("SURABAYA", "JAKARTA"))[1]
    Place(name='JAKARTA', country=None, admin=None)
    """
    found = []
    at = 0
    square = _SQUARE.search(raw)
    country = square[1].strip() if square else None
    for name in located:
        start = raw.find(name, at)
        at = start + len(name) if start >= 0 else at
        admin, land, at = _beside(raw, at)
        found.append(Place(name, land or country, admin))
    return tuple(found)


def _beside(raw: str, at: int) -> tuple[str | None, str | None, int]:
    """State and country that follow a name there, and where they end."""
    admin = country = None
    while True:
        next_one = _ROUND.match(raw, at) or _COMMA.match(raw, at)
        region = next_one[1].strip() if next_one else ""
        if next_one is None or not places.is_region(region):
            return admin, country, at
        if places.is_country(region):
            country = region
        elif admin is None:
            admin = region
        at = next_one.end()
