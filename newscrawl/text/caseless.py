"""Patterns that mean small and capital letters alike, at the price of plain ones.

The engine looks up each character's case where it is told to ignore it, and cannot skip
to where a match may begin: that is several times as dear as making a text small first.
"""

from __future__ import annotations

import re

# What has another length in small letters, or more forms than a small and a capital
# one: the engine knows them, making small does not. Greek, whose sigma is two, is left
# to the engine as a whole.
_ODD = re.compile(
    "[\u00b5\u0130\u0131\u017f\u0345\u0370-\u03ff\u1c80-\u1c88\u1e60\u1e61\u1e9b\u1e9e"
    "\u1f00-\u1fff\u2126\ua64a\ua64b\ufb05\ufb06]"
)
_ESCAPE = re.compile(r"\\.", re.S)
_CASED = re.compile(r"[A-Z]|\(\?[a-zA-Z-]")
_SPECIAL = re.compile(r"\(\?P")


class Caseless:
    r"""A pattern without capitals, matched as if case were ignored.

    A match has the places of the text itself, its groups are in small letters.

    >>> found = Caseless(r"\bup(?:dated)?\b").search("Last UPDATED")
    >>> found.start(), found[0]
    (5, 'updated')
    """

    __slots__ = ("_every", "_small")

    def __init__(self, pattern: str) -> None:
        if not is_small(pattern):
            raise ValueError(f"capitals or flags in a pattern: {pattern[:60]}")
        self._every = re.compile(pattern, re.I)
        self._small = re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where the pattern matches."""
        if text.isascii() or not _ODD.search(text):
            return self._small.search(text.lower())
        return self._every.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the text's start."""
        if text.isascii() or not _ODD.search(text):
            return self._small.match(text.lower())
        return self._every.match(text)


def is_small(pattern: str) -> bool:
    """Whether a pattern has neither capitals nor flags of its own.

    >>> is_small(r"\\Wby\\b"), is_small("by [A-Z]"), is_small("(?-i:x)")
    (True, False, False)
    """
    bare = _SPECIAL.sub("(", _ESCAPE.sub("", pattern))
    return bare == bare.lower() and _CASED.search(bare) is None
