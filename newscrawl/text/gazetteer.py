"""Cities of over 15,000 people and their countries, looked up by name.

The data are GeoNames' (geonames.org), licensed under CC BY 4.0; ``.ci/cities.py`` makes
the file. One million characters are kept as they are and searched by halves: reading
them into tables would cost each run more than its look-ups do.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("cities.txt.gz")
_KNOWN_BY = 4  # times the people of the next city of its name


class City(NamedTuple):
    """A country (ISO 3166-1 alpha-2) with a city of the name; people in thousands."""

    country: str
    people: int


@lru_cache(maxsize=4_096)
def cities(name: str) -> tuple[City, ...]:
    """The cities of a name in the form that places are looked up by, largest first.

    >>> cities("lucknow")
    (City(country='IN', people=2472),)
    >>> cities("nowhere")
    ()
    """
    if not name.isprintable():
        return ()
    key, data = f"{name}\t".encode("utf-8", "replace"), _data()
    low, high = 0, len(data) - 1
    while low < high:  # both are at a line's end
        start = data.rfind(b"\n", low, (low + high) // 2 + 1) + 1
        end = data.find(b"\n", start)
        if data[start:end] < key:
            low = end
        else:
            high = start - 1
    found = []
    while data.startswith(key, low + 1):
        end = data.find(b"\n", low + 1)
        _, country, people = data[low + 1 : end].decode().split("\t")
        found.append(City(country, int(people)))
        low = end
    return tuple(sorted(found, key=lambda city: -city.people))


def country_of(name: str) -> str | None:
    """The country of the city that the name means, unless it may mean another.

    >>> country_of("lucknow"), country_of("springfield")
    ('IN', 'US')
    >>> country_of("hyderabad") is None
    True
    """
    found = cities(name)
    if not found:
        return None
    if len(found) > 1 and found[0].people < _KNOWN_BY * found[1].people:
        return None
    return found[0].country


@lru_cache(maxsize=1)
def _data() -> bytes:
    return gzip.decompress(_FILE.read_bytes())
