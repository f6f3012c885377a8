"""Small questions about the words around a dateline, which decide whether it is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.text import places
from newscrawl.text.filingday import FilingDay, iso_day

if TYPE_CHECKING:
    from newscrawl.text.placeslot import PlaceSlot

WORD = re.compile(r"[^\s,.:;।|]+")
# What follows a place or a day inside a sentence, in languages without capitals.
_POSTPOSITIONS = frozenset(
    re.findall(
        r"\S+",
        "को से तक के का की में पर ने और एवं व तथा ला चा ची मध्ये থেকে এ ও কে "
        "کو سے کے کا کی میں پر نے اور في من على إلى",
    )
)


def opens_sentence(head: str, at: int) -> bool:
    """Whether what stands there can be the first word of a sentence."""
    rest = head[at:].lstrip(" \u00a0\n\t\"'“”‘’«»„(¿¡*$€£₹[")
    char = rest[:1]
    if not char.isalnum() or char.islower():
        return False
    word = WORD.match(rest)
    return not (word and word[0] in _POSTPOSITIONS)


def is_shouted(head: str, close: re.Match[str], where: PlaceSlot) -> bool:
    """Whether capitals alone make a place of an unknown name ("MILLVILLE - Two")."""
    if not where.upper or where.words > 3 or len(where.text) < 5:
        return False
    word = WORD.match(head[close.end() :].lstrip(" \"'“‘«"))
    if word is not None and word[0].isupper() and len(word[0]) > 5:
        return False
    if ":" in close[0]:
        return places.sounds_like_place(where.text) or (
            where.words == 1 and not where.text.endswith(_WORDLIKE)
        )
    return True


_WORDLIKE = (
    "ING",
    "ION",
    "ED",
    "LY",
    "NESS",
    "MENT",
    "IVE",
    "URE",
    "ICS",
    "ERS",
    "ONS",
)


def abbreviates(token: str, text: str) -> bool:
    """Whether the bracket shortens the words before it: a party, not an agency."""
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", text))
    capitals = "".join(c for c in initials if c.isupper())
    return len(token) > 1 and token in (initials, capitals, initials.upper())


def is_far(day: FilingDay, near: str | None) -> bool:
    """Whether a day is too far from the page's time to be its dateline's."""
    return near is not None and iso_day(day, near) is None


def is_rare(head: str, day: FilingDay) -> bool:
    """Whether the month is a short form that is a word elsewhere ("3 Pro", "5 Set")."""
    word = re.sub(r"[^a-z]", "", head[day.start : day.end].casefold())
    return 0 < len(word) <= 3 and word not in _SHORT_MONTHS


_SHORT_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov"),
    *("dec", "ene", "abr", "ago", "dic", "mai", "avr", "okt", "dez"),
)


def end_of_words(head: str, at: int) -> int:
    """Where the words before a place in the text end, its spaces left out."""
    return len(head[:at].rstrip())
