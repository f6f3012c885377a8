"""What an agency says of its own text: a correction, a withdrawal, a newer lead.

Desks leave these marks in headlines ("CORRECTED-", "UPDATE 2-", "(2nd LD)") and in
lines of their own ("This version corrects the spelling …"). A sentence of the story
that speaks of a correction is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Advisory = Literal["kill", "correction", "lead"]

_MARK = r"\s*(?:[-–—:|)\]]|\.{2,3}|…)"
# In the order of their weight: a killed text may have been corrected before.
_HEADS: tuple[tuple[Advisory, re.Pattern[str]], ...] = (
    (
        "kill",
        re.compile(
            r"[\[(]?(?:(?:mandatory |bulletin )?kill(?:ed)?|withdrawn|withdrawal"
            r"|retracted|retraction|story (?:withdrawn|retracted)|annulation"
            r"|zurückgezogen|anulada?|retirada)" + _MARK,
            re.I,
        ),
    ),
    (
        "correction",
        re.compile(
            r"[\[(]?(?:correct(?:ed|ion|s|ing)?|corr|rpt-corrected|refile|refiled"
            r"|rectification|rectificatif|correctif|corrección|corrige|correção"
            r"|berichtigung|berichtigt|korrektur|korrigiert(?:e version)?|rettelse"
            r"|rättelse|संशोधित)(?: \d{1,2})?" + _MARK,
            re.I,
        ),
    ),
    (
        "lead",
        re.compile(
            r"(?:(?:update|wrapup|recast) ?\d{0,2}\s*[-:]"
            r"|[\[(](?:(?:1st|2nd|3rd|\d{1,2}th|urgent)? ?(?:lead|ld)|updat(?:ed?|es))"
            r"\b[^\])]{0,24}[\])])",
            re.I,
        ),
    ),
)
# Behind an agency's slug: "BC-EU--Britain, 2nd Ld-Writethru".
_SLUG = re.compile(r",? (?:1st|2nd|3rd|\d{1,2}th) ld(?:-writethru)?\b", re.I)
_THIS = (
    r"(?:th(?:is|e) (?:\d{1,2} ?\w{3,9} |\w{3,9}\.? \d{1,2} )?"
    r"(?:story|article|report|version|item|copy|dispatch)|an earlier version)"
)
_LINES: tuple[tuple[Advisory, re.Pattern[str]], ...] = (
    (
        "kill",
        re.compile(
            rf"\W*(?:{_THIS} (?:has been|was|is|stands?) (?:withdrawn|retracted|killed"
            r"|cancelled|removed)"
            r"|(?:please|kindly) (?:kill|ignore|withdraw|do not (?:use|publish)) "
            r"(?:the|this|our)\b"
            r"|(?:eds?|editors?)\W{1,3}(?:please |kindly )?(?:kill|withdraw|ignore)\b)",
            re.I,
        ),
    ),
    (
        "correction",
        re.compile(
            rf"\W*(?:{_THIS} (?:has been|was|is) (?:corrected|refiled|amended to)"
            rf"|{_THIS} (?:corrects|clarifies|refiles)"
            rf"|{_THIS} (?:incorrectly|mistakenly|wrongly|misstated|misspelled)"
            r"|(?:corrects|corrected|correcting|refiles|refiling)\b[^.]{0,60}"
            r"\b(?:para(?:graph)?s?|headline|lead|spelling|name|figure|date|typo|to"
            r" (?:say|show|fix|correct|remove|clarify))\b"
            r"|(?:eds?|editors?|attn)\W{1,3}(?:correct(?:s|ing|ion)?|adds correction)\b"
            r"|correction\s?:)",
            re.I,
        ),
    ),
    (
        "lead",
        re.compile(
            r"\W*(?:\((?:adds|updates|recasts|writes through)\b"
            r"|(?:eds?|attn)\W{1,3}(?:adds|updates|recasts|updating|adding|lead"
            r"|with (?:more|additional) inputs)\b)",
            re.I,
        ),
    ),
)
_LONGEST = 300
_ORDER: tuple[Advisory, ...] = ("kill", "correction", "lead")


def advisory(headline: str, lines: Iterable[str] = ()) -> Advisory | None:
    """What the headline or one of the lines says of the text; the gravest of it.

    ``lines`` are paragraphs and what was cut from around them; long ones say nothing.

    >>> advisory("CORRECTED-Dam gives way above Lindholm")
    'correction'
    >>> advisory("(2nd LD) Dam gives way"), advisory("Corrected figures show losses")
    ('lead', None)
    >>> advisory("Dam gives way", ["(This version corrects the year in paragraph 3.)"])
    'correction'
    """
    said: set[Advisory] = set()
    head = headline.strip()[:_LONGEST]
    said.update(kind for kind, mark in _HEADS if mark.match(head))
    if _SLUG.search(head):
        said.add("lead")
    for line in lines:
        if len(line) <= _LONGEST:
            said.update(kind for kind, mark in _LINES if mark.match(line))
    return next((kind for kind in _ORDER if kind in said), None)
