"""Agency names where they are printed as credits: exact tokens with clean edges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

# An edge is no letter, digit or Indic vowel sign (these are not \w); dandas are edges.
_LETTER = r"[\w\u0900-\u0963\u0966-\u0dff]"
_BEFORE = rf"(?<!{_LETTER})"
_AFTER = rf"(?!{_LETTER})"
_SHOUTED = 5  # from this length a name may also be printed in capitals only
_NEVER = r"(?!)"


class Named(NamedTuple):
    """An agency name found in a text."""

    agency: str
    token: str
    start: int
    end: int


def find_names(text: str, names: AgencyNames) -> list[Named]:
    """Every agency name in the text, in order, the longer of two at one place.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti", "Reuters": "reuters"})
    >>> [n.agency for n in find_names("PTI and REUTERS, not PTIX", names)]
    ['pti', 'reuters']
    """
    found = []
    for match in _finder(names.printed).finditer(text):
        agency = agency_of(match[0], names)
        if agency:
            found.append(Named(agency, match[0], match.start(), match.end()))
    return found


def agency_of(token: str, names: AgencyNames) -> str | None:
    """The agency a token stands for, also when a longer name is in capitals only.

    >>> from newscrawl.text.names import AgencyNames
    >>> agency_of("XINHUA", AgencyNames({"Xinhua": "xinhua"}))
    'xinhua'
    """
    known = names.agency(token)
    if known or not token.isupper() or len(token) < _SHOUTED:
        return known
    printed = _shouted(names.printed).get(token.strip())
    return names.agency(printed) if printed else None


@lru_cache(maxsize=16)
def alternatives(tokens: frozenset[str]) -> str:
    """A pattern for any of the names, longest first; it never matches without names."""
    inner = "|".join(map(re.escape, _spellings(tokens)))
    if not inner:
        return _NEVER
    return rf"{_BEFORE}(?:{inner}){_AFTER}"


@lru_cache(maxsize=16)
def _finder(tokens: frozenset[str]) -> re.Pattern[str]:
    """The names found anywhere, tried only where one can begin.

    The engine skips to a character of the leading class by itself; an alternation
    behind an assertion would be tried at every character, ten times as dear.
    """
    spellings = _spellings(tokens)
    if not spellings:
        return re.compile(_NEVER)
    rests: dict[str, list[str]] = {}
    for name in spellings:
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    first = "".join(map(re.escape, rests))
    tails = "|".join(
        f"(?<={re.escape(c)})(?:{'|'.join(ends)})" for c, ends in rests.items()
    )
    return re.compile(rf"[{first}](?<!{_LETTER}[{first}])(?:{tails}){_AFTER}")


def _spellings(tokens: frozenset[str]) -> list[str]:
    every = {t for t in tokens if t.strip()} | set(_shouted(tokens))
    return sorted(every, key=lambda t: (-len(t), t))


@lru_cache(maxsize=16)
def _shouted(tokens: frozenset[str]) -> dict[str, str]:
    return {t.upper(): t for t in tokens if len(t) >= _SHOUTED and t.isascii()}
