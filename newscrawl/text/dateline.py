"""The dateline in front of a lead: place, date and agency, in the forms agencies use.

A dateline is believed for what anchors it: a date, an agency's name in its slot, a
country in square brackets, or a closing mark after a known or capitalised place. A
sentence that merely begins with a place has none of these and is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import places
from newscrawl.text.filingday import FilingDay, bare_day, find_day, iso_day
from newscrawl.text.placeslot import PlaceSlot, read_places

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

_HEAD = 200
_PHOTO = re.compile(
    r"\s*[(\[](?:photo|image|file|foto|pic|lead|\w{3} ld|attn)[^()\[\]]{0,60}[)\]]\s?",
    re.I,
)
_WRAPPER = re.compile(r"(?:[A-Z0-9]{2,20}(?:\.[A-Z]{2,4}){1,2}|[A-Z]{2,5} Digital),\s")
_BRACKET = re.compile(r"\s{0,3},?\s{0,2}\(\s?([^()]{1,80}?)\s?\)")
_SLASHED = re.compile(r"\.?\s{0,2}/\s?([^/\d\s][^/\d]{1,28}?)\s?/(?=[\s.])")
_DASHED = re.compile(
    r"\s{0,2}[-\u2010-\u2015]{1,2}\s?([^\W\d_][^.:()\n]{1,38})\.(?=\s)"
)
_CUT_OFF = re.compile(r"\s\(([A-Z]\w{0,9})?(?=--)")
_CLOSE = re.compile(
    r"\s{0,3}(?:[.:,]{0,2}\s?[-\u2010-\u2015\u2212_]{1,3}[:.]?|[:\uff1a](?:\s?[:\uff1a])?"
    r"|\.?[।॥|۔])(?!\d)"
)
_STOP = re.compile(r"\.(?=\s|$)")
_ANCHOR = re.compile(r"[(:।|۔\uff1a]|\s?[-\u2010-\u2015_]{2}|\s[-\u2010-\u2015]|[–—―]")
_PARTS = re.compile(r"\s?[/,–—۔]\s?|\s-\s?")
_WORD = re.compile(r"[^\s,.:;।|]+")
# What follows a place or a day inside a sentence, in languages without capitals.
_POSTPOSITIONS = frozenset(
    re.findall(
        r"\S+",
        "को से तक के का की में पर ने और एवं व तथा ला चा ची मध्ये থেকে এ ও কে "
        "کو سے کے کا کی میں پر نے اور في من على إلى",
    )
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline taken off a text.

    ``raw`` is as printed, the agency's bracket included, the closing mark not.
    ``located`` are the places as printed without state and country; ``date`` an ISO
    day; ``agency`` an id; ``token`` what stood in the agency's slot, known or not;
    ``rest`` the text that follows.
    """

    raw: str
    located: tuple[str, ...]
    date: str | None
    agency: str | None
    token: str | None
    rest: str


class _Slot(NamedTuple):
    """What stands where agencies put their name: where it ends, and whose it is."""

    end: int
    token: str
    agency: str | None
    day: FilingDay | None = None


class _Found(NamedTuple):
    """A dateline's pieces: where its print ends, where the rest begins."""

    end: int
    after: int
    located: tuple[str, ...] = ()
    day: FilingDay | None = None
    slot: _Slot | None = None


def read_dateline(
    text: str, names: AgencyNames, *, near: str | None = None
) -> Dateline | None:
    """The dateline that opens the text, or ``None``.

    ``near`` is the page's ISO time; the year is the one that brings the day nearest.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"IANS": "ians"})
    >>> found = read_dateline("Oslo, May 2 (IANS) A dam.", names, near="2025-05-02")
    >>> found.raw, found.located, found.date, found.rest
    ('Oslo, May 2 (IANS)', ('Oslo',), '2025-05-02', 'A dam.')
    >>> read_dateline("Oslo, the capital, was quiet on May 2.", names) is None
    True
    """
    head = text[:_HEAD]
    start = len(head) - len(head.lstrip())
    for prefix in (_PHOTO, _WRAPPER):
        passed = prefix.match(head, start)
        start = passed.end() if passed else start
    found = (
        _agency_first(head, start, names)
        or _dated(head, start, names, near)
        or _undated(head, start, names)
        or _glued(head, start)
    )
    if found is None:
        return None
    slot, day = found.slot, found.day
    return Dateline(
        raw=head[start : found.end].strip(),
        located=found.located,
        date=iso_day(day, near) if day else None,
        agency=slot.agency if slot else None,
        token=slot.token if slot else None,
        rest=text[found.after :].lstrip(),
    )


def _agency_first(head: str, start: int, names: AgencyNames) -> _Found | None:
    """ "(ANSA) - Rome, October 11 - ", "(EFE).- ", "(जी.एन.एस) ता.02 नई दिल्ली"."""
    bracket = _BRACKET.match(head, start)
    slot = _slot(bracket, names) if bracket else None
    if slot is None or slot.agency is None:
        return None
    at = slot.end + len(head[slot.end :]) - len(head[slot.end :].lstrip())
    day = bare_day(head, at)
    if day is not None:
        at = day.end + len(head[day.end :]) - len(head[day.end :].lstrip())
        length = places.leading_place(head[at:])
        located = (head[at : at + length],) if length else ()
        end = at + length if length else day.end
        return _Found(end, end, located, day, slot)
    close = _CLOSE.match(head, slot.end)
    if close is None:
        return None
    inner = _dated(head, close.end(), names, None)
    if inner is not None and inner.located:
        return inner._replace(slot=slot)
    return _Found(slot.end, close.end(), slot=slot)


def _dated(
    head: str, start: int, names: AgencyNames, near: str | None
) -> _Found | None:
    """ "Place, April 2 (NAME) -" with agency, with a closing mark, or with neither."""
    day = find_day(head, start)
    if day is None:
        return None
    before = head[start : day.start]
    slot = _slot_after(head, day.end, names)
    opened = before.rstrip()
    if opened.endswith("("):  # "WASHINGTON (Aug. 13) -"
        if not head.startswith(")", day.end):
            return None
        before, day = opened[:-1], day._replace(end=day.end + 1)
    if not before.strip():
        return _placeless(head, day, slot)
    where = read_places(before, names, dated=True)
    if where is None:
        return None
    if slot is None and where.token:
        slot = _Slot(day.end, where.token, where.agency)
    if not (slot and slot.agency) and not where.known and _rare(head, day):
        return None
    end = max(slot.end, day.end) if slot else day.end
    close = _CLOSE.match(head, end) or _STOP.match(head, end)
    after = close.end() if close else end
    if not (slot and slot.agency) and not _day_opens(head, after, close, slot, where):
        return None
    if slot is None and close is None and not where.known and _far(day, near):
        return None
    return _Found(end, after, where.located, day, slot)


def _placeless(head: str, day: FilingDay, slot: _Slot | None) -> _Found | None:
    """ "March 4 (Reuters) - ": no place, but a known agency."""
    if slot is None or slot.agency is None:
        return None
    close = _CLOSE.match(head, slot.end)
    return _Found(slot.end, close.end(), (), day, slot) if close else None


def _day_opens(
    head: str,
    after: int,
    close: re.Match[str] | None,
    slot: _Slot | None,
    where: PlaceSlot,
) -> bool:
    """Whether a place and a day without a known agency are a dateline."""
    if not head[after:].strip():
        return where.known or bool(slot)
    if not _opens_sentence(head, after):
        return False
    if slot is not None or where.country:
        return True
    if close is not None and close[0] != ".":
        return True
    return where.known or (where.comma and where.words <= 3)


def _undated(head: str, start: int, names: AgencyNames) -> _Found | None:
    """ "Place (NAME) -", "Place [Country]:", "PLACE: ", "Place - " and "मुंबई। "."""
    for anchor in list(_ANCHOR.finditer(head, start, start + 110))[:4]:
        where = read_places(head[start : anchor.start()], names)
        if where is None:
            return None
        if anchor[0] == "(":
            bracket = _BRACKET.match(head, anchor.start())
            slot = _slot(bracket, names) if bracket else None
            if slot is None:
                continue  # a state, part of the place
            return _signed(head, slot, where)
        slot = _Slot(anchor.start(), where.token, where.agency) if where.token else None
        close = _CLOSE.match(head, _rstrip(head, anchor.start()))
        if close is None or not _opens_sentence(head, close.end()):
            if head[anchor.end() :].strip() or ":" not in anchor[0] or not where.known:
                return None
            close = anchor
        if where.country or where.known or slot or _shouted(head, close, where):
            return _Found(
                _rstrip(head, anchor.start()), close.end(), where.located, None, slot
            )
        return None
    return _full_stop(head, start, names)


def _signed(head: str, slot: _Slot, where: PlaceSlot) -> _Found | None:
    close = _CLOSE.match(head, slot.end)
    end, after = slot.end, close.end() if close else slot.end
    if slot.day is None:
        day = find_day(head, slot.end)
        if day and not head[slot.end : day.start].strip(" ,"):
            end = after = day.end
            close = _CLOSE.match(head, end)
            after = close.end() if close else end
            return _Found(end, after, where.located, day, slot)
    if _abbreviates(slot.token, where.text):
        return None
    if slot.agency:
        sure = bool(slot.day) or where.known or where.upper or where.words <= 2
        opens = bool(close) or _opens_sentence(head, after)
    else:
        acronym = bool(re.search(r"[A-Z]{2}|[^\x00-\u024f]", slot.token)) or bool(
            close and ":" not in close[0]
        )
        sure = (acronym or where.token is not None) and (where.known or where.upper)
        opens = _opens_sentence(head, after)
    return _Found(end, after, where.located, slot.day, slot) if sure and opens else None


def _full_stop(head: str, start: int, names: AgencyNames) -> _Found | None:
    """ "MOSCOW. /TASS/. " and "Wien. Der Rat": a known place before a full stop."""
    dot = _STOP.search(head, start, start + 60)
    if dot is None:
        return None
    where = read_places(head[start : dot.start()], names)
    if where is None or not where.known or not places.is_place(where.text):
        return None
    slot = _slot_after(head, dot.start(), names)
    if slot is not None and slot.agency:
        close = _CLOSE.match(head, slot.end) or _STOP.match(head, slot.end)
        return _Found(
            slot.end, close.end() if close else slot.end, where.located, None, slot
        )
    fragment = _STOP.search(head, dot.end(), dot.end() + 45)
    if fragment or not _opens_sentence(head, dot.end()):
        return None
    return _Found(dot.start(), dot.end(), where.located)


def _glued(head: str, start: int) -> _Found | None:
    """ "SEOUL Samsung Electronics", "Frankfurt/Main Die Börse": no mark at all."""
    length = places.leading_place(head[start:])
    place = head[start : start + length]
    if length < 4 or not (place.isupper() or "/" in place):
        return None
    after = head[start + length :].lstrip()
    word = _WORD.match(after)
    if (
        word is None
        or not word[0][:1].isupper()
        or (word[0].isupper() and len(word[0]) > 1)
    ):
        return None
    located = tuple(places.split_places(place))
    return _Found(start + length, start + length, located)


# -- the agency's slot -----------------------------------------------------------------


def _slot_after(head: str, at: int, names: AgencyNames) -> _Slot | None:
    """The agency's name behind a date, in brackets, slashes or after a dash."""
    bracket = _BRACKET.match(head, at + (head[at : at + 1] == "."))
    if bracket:
        return _slot(bracket, names)
    slashed = _SLASHED.match(head, at)
    if slashed:
        return _Slot(slashed.end(), slashed[1], _agency(slashed[1], names))
    dashed = _DASHED.match(head, at)
    if dashed and _agency(dashed[1].strip(), names):
        return _Slot(
            dashed.end(1), dashed[1].strip(), _agency(dashed[1].strip(), names)
        )
    cut_off = _CUT_OFF.match(head, at)
    return _Slot(cut_off.end(), cut_off[1] or "", None) if cut_off else None


def _slot(bracket: re.Match[str], names: AgencyNames) -> _Slot | None:
    """A round bracket as the agency's slot, or ``None``: a state, a remark."""
    content = " ".join(bracket[1].split())
    agency = _agency(content, names)
    day = find_day(content)
    if agency is None:
        if day or places.is_region(content) or len(content.split()) > 4:
            return None
        if any(c.isdigit() for c in content[:1]) or not content[:1].isalpha():
            return None
    return _Slot(bracket.end(), content, agency, day)


def _agency(content: str, names: AgencyNames) -> str | None:
    """The id for the whole content, or for the first of its parts that is known."""
    for part in (content, *_PARTS.split(content), *content.split("-")):
        token = part.strip()
        found = names.agency(token) or (
            names.agency(token.upper()) if token.islower() and len(token) < 5 else None
        )
        if found:
            return found
    return None


# -- small questions -------------------------------------------------------------------


def _opens_sentence(head: str, at: int) -> bool:
    rest = head[at:].lstrip(" \u00a0\n\t\"'“”‘’«»„(¿¡*$€£₹[")
    char = rest[:1]
    if not char.isalnum() or char.islower():
        return False
    word = _WORD.match(rest)
    return not (word and word[0] in _POSTPOSITIONS)


def _shouted(head: str, close: re.Match[str], where: PlaceSlot) -> bool:
    """Whether capitals alone make a place of an unknown name ("MILLVILLE - Two")."""
    if not where.upper or where.words > 3 or len(where.text) < 5:
        return False
    word = _WORD.match(head[close.end() :].lstrip(" \"'“‘«"))
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


def _abbreviates(token: str, text: str) -> bool:
    """Whether the bracket shortens the words before it: a party, not an agency."""
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", text))
    capitals = "".join(c for c in initials if c.isupper())
    return len(token) > 1 and token in (initials, capitals, initials.upper())


def _far(day: FilingDay, near: str | None) -> bool:
    return near is not None and iso_day(day, near) is None


def _rare(head: str, day: FilingDay) -> bool:
    """Whether the month is a short form that is a word elsewhere ("3 Pro", "5 Set")."""
    word = re.sub(r"[^a-z]", "", head[day.start : day.end].casefold())
    return 0 < len(word) <= 3 and word not in _SHORT_MONTHS


_SHORT_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov"),
    *("dec", "ene", "abr", "ago", "dic", "mai", "avr", "okt", "dez"),
)


def _rstrip(head: str, at: int) -> int:
    return len(head[:at].rstrip())
