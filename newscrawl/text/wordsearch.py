"""Whether a text holds any of many words, in one pass that seldom stops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

# The characters of texts in the Latin alphabet, the commonest first.
_COMMON = " etaoinsrhldcumfpgwybv,.k"
_ELSE = "?"  # stands for each other character where a text is made plain


class AnyWord:
    """Words of which a text may hold any, each told by its rarest character.

    The engine skips by itself to where one of these stands and only there looks back
    and ahead for the word. Looking for each word's first letter it would stop at most
    characters, and looking for the words one by one it would read the text as often.

    >>> AnyWord(["agency", "एजेंसी"]).is_in("from an agency")
    True
    """

    __slots__ = ("_others", "_plain")

    def __init__(self, words: Collection[str]) -> None:
        plain = [word for word in words if word.isascii() and _ELSE not in word]
        self._plain = _pattern(plain)
        others = [word for word in words if word not in plain]
        self._others = _pattern(others) if others else None

    def is_in(self, text: str) -> bool:
        """Whether one of the words stands in the text, in another word too."""
        if text.isascii():
            return self._plain.search(text) is not None
        # Most of these texts are plain too but for their quotes and dashes.
        plain = text.encode("ascii", "replace").decode("ascii")
        if self._plain.search(plain) is not None:
            return True
        return self._others is not None and self._others.search(text) is not None


def _pattern(words: Collection[str]) -> re.Pattern[str]:
    forms: dict[str, list[str]] = {}
    for word, at in _signs(words):
        behind = f"(?<={re.escape(word)})" if at else ""
        forms.setdefault(word[at], []).append(re.escape(word[at + 1 :]) + behind)
    branches = (f"{re.escape(c)}(?:{'|'.join(ends)})" for c, ends in forms.items())
    return re.compile("|".join(branches) or "(?!)")


def _signs(words: Collection[str]) -> list[tuple[str, int]]:
    """Each word with the place of its sign: rare ones, a commoner only in need."""
    signs = set("".join(words))
    left = [set(word) for word in words]
    for sign in sorted(signs, key=_rarity):
        if {sign} not in left:
            signs.discard(sign)
            for has in left:
                has.discard(sign)
    best = sorted(signs, key=_rarity, reverse=True)
    return [(word, next(word.index(c) for c in best if c in word)) for word in words]


def _rarity(sign: str) -> tuple[int, str]:
    place = _COMMON.find(sign)
    return (place if place >= 0 else len(_COMMON), sign)
