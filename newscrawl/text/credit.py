"""Agency names where they are printed as credits: exact tokens with clean edges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text.wordsearch import AnyWord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.names import AgencyNames

# An edge is no letter, digit or Indic vowel sign (these are not \w); dandas are edges.
_LETTER = r"[\w\u0900-\u0963\u0966-\u0dff]"
_AFTER = rf"(?!{_LETTER})"
_SHOUTED = 5  # from this length a name may also be printed in capitals only
_NEVER = r"(?!)"
_CACHED = 1_000  # characters of a text whose names are kept for the next question


class Named(NamedTuple):
    """An agency name found in a text."""

    agency: str
    token: str
    start: int
    end: int


def find_names(text: str, names: AgencyNames) -> Sequence[Named]:
    """Every agency name in the text, in order, the longer of two at one place.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti", "Reuters": "reuters"})
    >>> [n.agency for n in find_names("PTI and REUTERS, not PTIX", names)]
    ['pti', 'reuters']
    """
    return _found(text, names) if len(text) <= _CACHED else _find(text, names)


@lru_cache(maxsize=256)
def _found(text: str, names: AgencyNames) -> Sequence[Named]:
    """As the text's lines are asked for their names by several rules in a row."""
    return _find(text, names)


def _find(text: str, names: AgencyNames) -> Sequence[Named]:
    finders = _finders(names.printed)
    finder = finders.capital
    if finders.small.is_in(text):
        finder = finders.every
    elif not text.isascii():
        finder = finders.letters
    found = []
    for match in finder.finditer(text):
        agency = agency_of(match[0], names)
        if agency:
            found.append(Named(agency, match[0], match.start(), match.end()))
    return tuple(found)


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


class _Finders(NamedTuple):
    """The names as patterns: those with an ASCII capital first, all but ``small``, all.

    ``small`` are names that begin with a small letter or a mark. Such a beginning is
    everywhere in a text, so these names are looked for whole before.
    """

    capital: re.Pattern[str]
    letters: re.Pattern[str]
    every: re.Pattern[str]
    small: AnyWord


@lru_cache(maxsize=16)
def _finders(tokens: frozenset[str]) -> _Finders:
    spellings = _spellings(tokens)
    small = [s for s in spellings if s[0].isascii() and not s[0].isupper()]
    letters = [s for s in spellings if s not in small]
    capital = [s for s in letters if s.isascii()]
    return _Finders(
        _finder(capital), _finder(letters), _finder(spellings), AnyWord(small)
    )


def _finder(spellings: Sequence[str]) -> re.Pattern[str]:
    """Any of the names, tried only where one can begin.

    The engine skips by itself to a character with which a branch begins; an assertion
    in front of the branches would be tried at every character, ten times as dear.
    """
    rests: dict[str, list[str]] = {}
    for name in spellings:
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    branches = (
        rf"{re.escape(first)}(?<!{_LETTER}{re.escape(first)})(?:{'|'.join(ends)})"
        for first, ends in rests.items()
    )
    return re.compile(rf"(?:{'|'.join(branches) or _NEVER}){_AFTER}")


def _spellings(tokens: frozenset[str]) -> list[str]:
    every = {t for t in tokens if t.strip()} | set(_shouted(tokens))
    return sorted(every, key=lambda t: (-len(t), t))


@lru_cache(maxsize=16)
def _shouted(tokens: frozenset[str]) -> dict[str, str]:
    return {t.upper(): t for t in tokens if len(t) >= _SHOUTED and t.isascii()}
