"""What a dateline says of its places besides their names: state and country."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscrawl.text import places
from newscrawl.text.gazetteer import cities, country_of

_SQUARE = re.compile(r"\s?\[([^\[\]]{2,40})\]")
_ROUND = re.compile(r"\s?\(([^()]{1,40})\)")
_COMMA = re.compile(
    r"\s?[,،]\s?([^,،()\[\]/\d–—-]{2,30}?)\s?(?=[,،()\[\]/–—-]|\Z|\s\()"
)


class Place(NamedTuple):
    """One place of a dateline, with country and state as printed, if printed.

    ``code`` is the country's (ISO 3166-1 alpha-2), from the gazetteer: of the city that
    the name means, where no other of the name is of a like size.
    """

    name: str
    country: str | None = None
    admin: str | None = None
    code: str | None = None


def places_of(raw: str, located: tuple[str, ...]) -> tuple[Place, ...]:
    """The places of a dateline with the regions printed beside them.

    A country in square brackets, or behind the last, is said of all.

    >>> places_of("Mumbai (Maharashtra) [India], Jan 13 (ANI)", ("Mumbai",))
    (Place(name='Mumbai', country='India', admin='Maharashtra', code='IN'),)
    >>> places_of("SURABAYA, Indonesia/JAKARTA (Reuters)", ("SURABAYA", "JAKARTA"))[1]
    Place(name='JAKARTA', country=None, admin=None, code='ID')
    """
    found = []
    at = 0
    square = _SQUARE.search(raw)
    country = square[1].strip() if square else None
    for name in located:
        start = raw.find(name, at)
        at = start + len(name) if start >= 0 else at
        admin, land, at = _beside(raw, at)
        land = land or country
        found.append(Place(name, land, admin, _code(name, stated=bool(land or admin))))
    return tuple(found)


def _code(name: str, *, stated: bool) -> str | None:
    """The country's code; where a region is printed only if no other has the name."""
    key = places.folded(name)
    return None if stated and len(cities(key)) > 1 else country_of(key)


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
