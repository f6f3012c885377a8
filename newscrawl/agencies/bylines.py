"""What a printed byline says of agencies: alone, shared, or through its own staff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from newscrawl.text.clean import squeeze
from newscrawl.text.credit import Named, find_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newscrawl.text.names import AgencyNames

Form = Literal["alone", "staff", "shared", "generic", "none"]

_LONGEST = 300
_BY = re.compile(
    r"\s*(?:by|von|par|por|di|da|door|av|af|przez|oleh|автор|author|written by|source"
    r"|quelle|fuente|fonte|credit)\b\s?[:：-]?\s*",
    re.I,
)
# What follows the names in a byline row: times, reading minutes, places of the desk.
_ROW = re.compile(
    r"\s*(?:[|•·–—]|\b(?:updated|published|posted|last updated|first published|edited"
    r"|updated on|on)\b|\d{1,2}[ ./:-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]{0,6}\.?\s\d).*\Z",
    re.I | re.S,
)
_JOINED = re.compile(
    r"(?:\b(?:and|und|et|e|y|with|mit|avec|con|com|en|og|och|और)\b|&|\+|के साथ|এবং)",
    re.I,
)
_INPUTS = re.compile(r"\binputs?\b|इनपुट", re.I)
_EDITED = re.compile(r"\bedited\s(?:by|at)\b|\bcurated by\b", re.I)
_GENERIC = re.compile(
    r"(?:by|from)?\s?:?\s?(?:(?:news|wire|multiple|various|other)\s)?(?:agenc(?:y|ies)"
    r"|wires?|(?:[\w ]{2,30}\s)?(?:wire|news) services?(?: reports?)?|newswire"
    r"|agency (?:report|desk|feed|inputs)|agenturen|agencias|agences|agenzie|agências"
    r"|एजेंसी|एजेंसियां|এজেন্সি)",
    re.I,
)
_DESK = re.compile(
    r"\b(?:desk|staff|bureau|newsroom|team|report(?:er|s)?|news)\b", re.I
)
_GROUP = re.compile(r"[^\s/,;:()]{2,20}(?:\s?/\s?[^/,;:()–—|-]{2,24}){1,3}")
# The house itself, named after an agency and a comma.
_HOUSE = re.compile(
    r"[,&+/]\s?(?:(?:unsere[rs]?|eigene[rs]?|our|own|notre|nuestra|propia)\s)?"
    r"(?:redaktion|newsroom|staff|desk|r[ée]daction|redacci[óo]n|redazione|eigener"
    r" bericht)\b",
    re.I,
)
_TITLE = re.compile(
    r"(?:writer|reporter|correspondent|editor|bureau|staff|journalist|sports|news|desk"
    r"|agency|service|international|media|redaktion|agentur|agencia|feed)",
    re.I,
)


class Credit(NamedTuple):
    """The agencies of a byline in order, how they stand in it, and whether it says
    that somebody of the house edited the text."""

    form: Form
    agencies: tuple[str, ...]
    edited: bool = False


def read_credit(
    text: str, names: AgencyNames, is_outlet: Callable[[str], bool] | None = None
) -> Credit:
    """What a byline credits; ``is_outlet`` knows the outlet's own name.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti", "dpa": "dpa"})
    >>> [read_credit(b, names).form for b in
    ...  ("By PTI | Updated: May 2", "Asha Rao and PTI", "Von Ines Muster, dpa")]
    ['alone', 'shared', 'staff']
    """
    text = squeeze(text[: 4 * _LONGEST])[:_LONGEST]
    edited = _EDITED.search(text) is not None
    line = _BY.sub("", text, count=1) if _BY.match(text) else text
    found = find_names(line, names)
    first = found[0].start if found else 0
    row = _ROW.search(line, found[0].end if found else 1)
    if row:
        line = line[: row.start()]
        found = [n for n in found if n.end <= row.start()]
    if not found:
        generic = _GENERIC.fullmatch(line.strip(" ,.()[]")) is not None
        return Credit("generic" if generic else "none", ())
    agencies = tuple(dict.fromkeys(n.agency for n in found))
    group = _GROUP.search(line)
    if group and shares(group[0], names, (), is_outlet):
        return Credit("shared", agencies, edited)
    if _is_picture(line, found):
        return Credit("none", ())
    before, after = line[:first].strip(" (["), _after(line, found)
    if _INPUTS.search(line):
        return Credit("shared", agencies, edited)
    return Credit(_form(before, after), agencies, edited)


def shares(
    group: str,
    names: AgencyNames,
    desks: Iterable[str] = (),
    is_outlet: Callable[[str], bool] | None = None,
) -> bool:
    """Whether parts between slashes are an agency's and the house's.

    Initials in small letters that are no desk of the agency are the house's.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"dpa": "dpa", "AFP": "afp"})
    >>> [shares(g, names, ["lsw"]) for g in ("dpa/gem", "dpa/lsw", "AFP/dpa")]
    [True, False, False]
    """
    parts = [p.strip() for p in group.split("/")]
    if not any(names.agency(p) for p in parts):
        return False
    others = [p for p in parts if p and not names.agency(p) and p not in desks]
    return any(
        re.fullmatch(r"[a-zäöüß]{2,5}\.?", p) or (is_outlet and is_outlet(p))
        for p in others
    )


def _form(before: str, after: str) -> Form:
    """How the agencies stand between what precedes and what follows them."""
    if _JOINED.search(before[-12:]) and _JOINED.sub("", before).strip(" ,"):
        return "shared"
    if re.match(rf"[,)\s]*(?:{_JOINED.pattern})", after, re.I) and re.search(
        r"[^\W\d_]{2}", _JOINED.sub("", after)
    ):
        return "shared"
    if _HOUSE.match(after):
        return "shared"
    if before.endswith((",", "-", "–", "|", "/", ";", ":")):
        return "alone" if _DESK.search(before) else "staff"
    if before and not _TITLE.search(before):
        # "Asha Rao PTI": a reporter of the agency, printed without the comma.
        return "staff"
    return "alone"


def _after(line: str, found: Sequence[Named]) -> str:
    return line[found[-1].end :].strip(" )]")


def _is_picture(line: str, found: Sequence[Named]) -> bool:
    """Whether it is "AFP/Paul Ellis" or "picture alliance/dpa": a photographer.

    Two agencies with a slash, or an agency and a desk code, are a text's credit.
    """
    ends = {n.start for n in found}
    for name in found:
        tail = re.match(r"\s?/\s?([^\W\d_][\w.'’-]+\s+[^\W\d_].*)", line[name.end :])
        if tail and name.end + tail.start(1) not in ends:
            return True
        if re.search(r"(?:alliance|images|photo)\s?/\s?\Z", line[: name.start], re.I):
            return True
    return False
