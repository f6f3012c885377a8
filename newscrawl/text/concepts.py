"""A concept as a pattern of many languages, told from plain text at little cost."""

from __future__ import annotations

import re

from newscrawl.text.caseless import Caseless, is_small

_ESCAPE = re.compile(r"\\\w")
_ROMAN = re.compile(r"[A-Za-z]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c00-\ud7ff\uf900-\U0010ffff]")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]|[^\\\[(|)]+", re.S)
_EDGE = r"\b"


class Concept:
    r"""Alternatives for one concept in all languages, matched without regard to case.

    A branch of other letters alone cannot match Latin text, and one that begins at a
    word's edge need not be tried inside a word: most of the time would go there.

    >>> concept = Concept(r"\b(?:feed|agency)\b|\bwires?\b", "एजेंसी")
    >>> [bool(concept.search(t)) for t in ("A wire.", "यह एजेंसी", "Rewired.")]
    [True, True, False]
    """

    __slots__ = ("_every", "_roman")

    def __init__(self, *alternatives: str) -> None:
        every = [branch for one in alternatives for branch in _branches(one)]
        roman = [one for one in every if _ROMAN.search(_ESCAPE.sub("", one))]
        self._every, self._roman = _any_of(every), _any_of(roman)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the concept is spoken of, there perhaps in small."""
        plain = text.isascii() or not _OTHER_SCRIPT.search(text)
        return (self._roman if plain else self._every).search(text)


def _branches(pattern: str) -> list[str]:
    """The pattern's outermost alternatives.

    >>> _branches("a(?:b|c)[|]|d")
    ['a(?:b|c)[|]', 'd']
    """
    found, depth = [""], 0
    for part in _TOKEN.findall(pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found


def _any_of(branches: list[str]) -> Caseless | re.Pattern[str]:
    at_edge = [one[len(_EDGE) :] for one in branches if one.startswith(_EDGE)]
    others = [one for one in branches if not one.startswith(_EDGE)]
    edged = [rf"\b(?:{'|'.join(at_edge)})"] if at_edge else []
    whole = "|".join(edged + others)
    return Caseless(whole) if is_small(whole) else re.compile(whole, re.I)
