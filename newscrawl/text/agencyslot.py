"""Where agencies put their name in a dateline, and whose name stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import places
from newscrawl.text.filingday import FilingDay, find_day

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

BRACKET = re.compile(r"\s{0,3},?\s{0,2}\(\s?([^()]{1,80}?)\s?\)")
_SLASHED = re.compile(r"\.?\s{0,2}/\s?([^/\d\s][^/\d]{1,28}?)\s?/(?=[\s.])")
_DASHED = re.compile(
    r"\s{0,2}[-\u2010-\u2015]{1,2}\s?([^\W\d_][^.:()\n]{1,38})\.(?=\s)"
)
_CUT_OFF = re.compile(r"\s\(([A-Z]\w{0,9})?(?=--)")
# A bracket that lost one half, and a name between commas: only for known agencies.
_HALF = re.compile(
    r"\s{0,2},?\s{0,2}(?:\(?\s?([^\W\d_][\w.&' -]{1,28}?)\)"
    r"|\(\s?([^\W\d_][\w.&' -]{1,28}?)(?=\s?[-–—]{1,2}\s))"
)
_COMMA = re.compile(r"\s{0,2},\s{1,2}([^\W\d_][\w.&' -]{1,28}?)\s?(?=[-–—]{1,2}\s)")
_PARTS = re.compile(r"\s?[/,–—۔]\s?|\s-\s?")


class Slot(NamedTuple):
    """What stands where agencies put their name: where it ends, and whose it is."""

    end: int
    token: str
    agency: str | None
    day: FilingDay | None = None


def slot_after(head: str, at: int, names: AgencyNames) -> Slot | None:
    """The agency's name behind a date, in brackets, slashes or after a dash."""
    bracket = BRACKET.match(head, at + (head[at : at + 1] == "."))
    if bracket:
        return slot_in(bracket, names)
    slashed = _SLASHED.match(head, at)
    if slashed:
        return Slot(slashed.end(), slashed[1], agency_in(slashed[1], names))
    dashed = _DASHED.match(head, at)
    if dashed and agency_in(dashed[1].strip(), names):
        return Slot(
            dashed.end(1), dashed[1].strip(), agency_in(dashed[1].strip(), names)
        )
    for broken in (_HALF.match(head, at), _COMMA.match(head, at)):
        name = next((n for n in broken.groups() if n), "") if broken else ""
        if broken and agency_in(name, names):
            return Slot(broken.end(), name, agency_in(name, names))
    cut_off = _CUT_OFF.match(head, at)
    return Slot(cut_off.end(), cut_off[1] or "", None) if cut_off else None


def slot_in(bracket: re.Match[str], names: AgencyNames) -> Slot | None:
    """A round bracket as the agency's slot, or ``None``: a state, a remark."""
    content = " ".join(bracket[1].split())
    agency = agency_in(content, names)
    day = find_day(content)
    if agency is None:
        if day or places.is_region(content) or len(content.split()) > 4:
            return None
        if any(c.isdigit() for c in content[:1]) or not content[:1].isalpha():
            return None
    return Slot(bracket.end(), content, agency, day)


def agency_in(content: str, names: AgencyNames) -> str | None:
    """The id for the whole content, or for the first of its parts that is known."""
    for part in (content, *_PARTS.split(content), *content.split("-")):
        token = part.strip()
        found = names.agency(token) or (
            names.agency(token.upper()) if token.islower() and len(token) < 5 else None
        )
        if found:
            return found
    return None
