"""The dateline in front of a lead: place, date and agency, in the forms agencies use.

A dateline is believed for what anchors it: a date, an agency's name in its slot, a
country in square brackets, or a closing mark after a known or capitalised place. A
sentence that merely begins with a place has none of these and is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import places
from newscrawl.text.agencyslot import BRACKET, Slot, slot_after, slot_in
from newscrawl.text.eastern import read_eastern
from newscrawl.text.filingday import FilingDay, bare_day, find_day, iso_day
from newscrawl.text.leadwords import (
    WORD,
    abbreviates,
    end_of_words,
    is_far,
    is_rare,
    is_shouted,
    opens_sentence,
)
from newscrawl.text.located import Place, places_of
from newscrawl.text.placeslot import PlaceSlot, is_outlet_name, read_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.names import AgencyNames

_HEAD = 200
_STANDFIRST, _HIGHLIGHTS, _POINT = 3, 10, 160
_PHOTO = re.compile(
    r"\s*[(\[](?:photo|image|file|foto|pic|lead|\w{3} ld|attn)[^()\[\]]{0,60}[)\]]\s?",
    re.I,
)
_WRAPPER = re.compile(r"(?:[A-Z0-9]{2,20}(?:\.[A-Z]{2,4}){1,2}|[A-Z]{2,5} Digital),\s")
_CLOSE = re.compile(
    r"\s{0,3}(?:[.:,]{0,2}\s?[-\u2010-\u2015\u2212_]{1,3}[:.]?|[:\uff1a](?:\s?[:\uff1a])?"
    r"|\.?[।॥|۔])(?!\d)"
)
_SEMI = re.compile(r"\s?;(?=\s)")
_WEEKDAY = re.compile(
    r"[,(\s]\s?(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|lunes|martes"
    r"|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche)\.?,?\s?\Z",
    re.I,
)
_STOP = re.compile(r"\.(?=\s|$)")
_ANCHOR = re.compile(
    r"[(:।|۔\uff1a]|(?<=\])-|\s?[-\u2010-\u2015_]{2}|\s[-\u2010-\u2015]|[–—―]"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline taken off a text.

    ``raw`` is as printed, the agency's bracket included, the closing mark not.
    ``located`` are the places as printed without state and country; ``date`` an ISO
    day; ``agency`` an id; ``token`` what stood in the agency's slot, known or not;
    ``rest`` the text that follows. ``doubted`` says that a day is printed which cannot
    be the page's: its month is wrong, or the page's time is.
    """

    raw: str
    located: tuple[str, ...]
    date: str | None
    agency: str | None
    token: str | None
    rest: str
    doubted: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        """The places with state and country, where these are printed."""
        return places_of(self.raw, self.located)


class _Found(NamedTuple):
    """A dateline's pieces: where its print ends, where the rest begins."""

    end: int
    after: int
    located: tuple[str, ...] = ()
    day: FilingDay | None = None
    slot: Slot | None = None


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
        _eastern(head, start, names)
        or _agency_first(head, start, names)
        or _dated(head, start, names, near)
        or _undated(head, start, names)
        or _glued(head, start)
    )
    if found is None:
        return None
    slot, day = found.slot, found.day
    date = iso_day(day, near) if day else None
    return Dateline(
        raw=head[start : found.end].strip(),
        located=found.located,
        date=date,
        agency=slot.agency if slot else None,
        token=slot.token if slot else None,
        rest=text[found.after :].lstrip(),
        doubted=day is not None and date is None and near is not None,
    )


def find_dateline(
    paragraphs: Sequence[tuple[str, str]],
    names: AgencyNames,
    *,
    near: str | None = None,
) -> tuple[int, Dateline] | None:
    """The dateline among an article's paragraphs (kind, text), and which one it opens.

    It stands in one of the first three, or under a list of highlights.
    """
    last = _STANDFIRST
    while last < min(_HIGHLIGHTS, len(paragraphs)) and all(
        kind in ("list", "subhead") or len(text) < _POINT
        for kind, text in paragraphs[:last]
    ):
        last += 1
    for place, (_, text) in enumerate(paragraphs[:last]):
        found = read_dateline(text, names, near=near)
        if found is not None and (place < _STANDFIRST or found.rest):
            return place, found
    return None


def _eastern(head: str, start: int, names: AgencyNames) -> _Found | None:
    """The forms of scripts without spaces."""
    found = read_eastern(head, start, names)
    if found is None:
        return None
    slot = Slot(found.end, found.token, found.agency)
    return _Found(found.end, found.end, found.located, found.day, slot)


def _agency_first(head: str, start: int, names: AgencyNames) -> _Found | None:
    """ "(ANSA) - Rome, October 11 - ", "(EFE).- ", "(जी.एन.एस) ता.02 नई दिल्ली"."""
    bracket = BRACKET.match(head, start)
    slot = slot_in(bracket, names) if bracket else None
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
    slot = slot_after(head, day.end, names)
    opened = before.rstrip()
    if opened.endswith("("):  # "WASHINGTON (Aug. 13) -"
        if not head.startswith(")", day.end):
            return None
        before, day = opened[:-1], day._replace(end=day.end + 1)
    before = _WEEKDAY.sub("", before)
    if not before.strip():
        return _placeless(head, day, slot)
    where = read_places(before, names, dated=True)
    if where is None:
        return None
    if slot is None and where.token:
        slot = Slot(day.end, where.token, where.agency)
    if not (slot and slot.agency) and not where.known and is_rare(head, day):
        return None
    end = max(slot.end, day.end) if slot else day.end
    close = _CLOSE.match(head, end) or _STOP.match(head, end) or _SEMI.match(head, end)
    after = close.end() if close else end
    if not (slot and slot.agency) and not _day_opens(head, after, close, slot, where):
        return None
    if slot is None and close is None and not where.known and is_far(day, near):
        return None
    return _Found(end, after, where.located, day, slot)


def _placeless(head: str, day: FilingDay, slot: Slot | None) -> _Found | None:
    """ "March 4 (Reuters) - ": no place, but a known agency."""
    if slot is None or slot.agency is None:
        return None
    close = _CLOSE.match(head, slot.end)
    return _Found(slot.end, close.end(), (), day, slot) if close else None


def _day_opens(
    head: str,
    after: int,
    close: re.Match[str] | None,
    slot: Slot | None,
    where: PlaceSlot,
) -> bool:
    """Whether a place and a day without a known agency are a dateline."""
    if not head[after:].strip():
        return where.known or bool(slot)
    if not opens_sentence(head, after):
        return False
    if slot is not None or where.country:
        return True
    if close is not None and close[0] != ".":
        return True
    return where.known or (where.comma and where.words <= 3)


def _undated(head: str, start: int, names: AgencyNames) -> _Found | None:
    """ "Place (NAME) -", "Place [Country]:", "PLACE: ", "Place - " and "मुंबई। "."""
    for anchor in islice(_ANCHOR.finditer(head, start, start + 110), 4):
        where = read_places(head[start : anchor.start()], names)
        if where is None:
            return None
        if anchor[0] == "(":
            bracket = BRACKET.match(head, anchor.start())
            slot = slot_in(bracket, names) if bracket else None
            if slot is None:
                continue  # a state, part of the place
            return _signed(head, slot, where)
        slot = Slot(anchor.start(), where.token, where.agency) if where.token else None
        close = _CLOSE.match(head, end_of_words(head, anchor.start()))
        if close is None or not opens_sentence(head, close.end()):
            if head[anchor.end() :].strip() or ":" not in anchor[0] or not where.known:
                return None
            close = anchor
        if where.country or where.known or slot or is_shouted(head, close, where):
            return _Found(
                end_of_words(head, anchor.start()),
                close.end(),
                where.located,
                None,
                slot,
            )
        return None
    return _full_stop(head, start, names)


def _signed(head: str, slot: Slot, where: PlaceSlot) -> _Found | None:
    close = _CLOSE.match(head, slot.end)
    if close is None and slot.agency:
        close = _STOP.match(head, slot.end)  # "Kassel (epd). Die Orgel"
    end, after = slot.end, close.end() if close else slot.end
    if slot.day is None:
        day = find_day(head, slot.end)
        if day and not head[slot.end : day.start].strip(" ,"):
            end = after = day.end
            close = _CLOSE.match(head, end)
            after = close.end() if close else end
            return _Found(end, after, where.located, day, slot)
    if abbreviates(slot.token, where.text):
        return None
    if slot.agency:
        short = where.words <= 2 and not where.text.startswith(("The ", "A ", "An "))
        sure = bool(slot.day) or where.known or where.upper or short
        opens = bool(close) or opens_sentence(head, after)
    else:
        acronym = bool(re.search(r"[A-Z]{2}|[^\x00-\u024f]", slot.token)) or bool(
            close and ":" not in close[0]
        )
        # "Jakarta (Old Tribune):" is the outlet's own; "England (Group A):" is none.
        titled = where.known and slot.token[0].isupper()
        mark = close[0] if close else ":"
        if ":" in mark:
            titled = titled and close is not None and is_outlet_name(slot.token)
        sure = titled or (
            (acronym or where.token is not None) and (where.known or where.upper)
        )
        opens = opens_sentence(head, after)
    return _Found(end, after, where.located, slot.day, slot) if sure and opens else None


def _full_stop(head: str, start: int, names: AgencyNames) -> _Found | None:
    """ "MOSCOW. /TASS/. " and "Wien. Der Rat": a known place before a full stop."""
    dot = _STOP.search(head, start, start + 60)
    if dot is None:
        return None
    where = read_places(head[start : dot.start()], names)
    if where is None or not where.known:
        return None
    if where.agency and opens_sentence(head, dot.end()):
        joined = Slot(dot.start(), where.token or "", where.agency)
        return _Found(dot.start(), dot.end(), where.located, None, joined)
    if not places.is_filed_from(where.text):
        return None
    slot = slot_after(head, dot.start(), names)
    if slot is not None and slot.agency:
        close = _CLOSE.match(head, slot.end) or _STOP.match(head, slot.end)
        return _Found(
            slot.end, close.end() if close else slot.end, where.located, None, slot
        )
    fragment = _STOP.search(head, dot.end(), dot.end() + 45)
    if fragment or not opens_sentence(head, dot.end()):
        return None
    return _Found(dot.start(), dot.end(), where.located)


def _glued(head: str, start: int) -> _Found | None:
    """ "SEOUL Samsung Electronics", "Frankfurt/Main Die Börse": no mark at all."""
    length = places.shouted_place(head[start:])
    place = head[start : start + length]
    if length < 4:
        return None
    after = head[start + length :].lstrip()
    word = WORD.match(after)
    if (
        word is None
        or not word[0][:1].isupper()
        or (word[0].isupper() and len(word[0]) > 1)
    ):
        return None
    located = tuple(places.split_places(place))
    return _Found(start + length, start + length, located)
