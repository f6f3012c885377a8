"""Credits for a text of the outlet's own that uses agency material."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.text.caseless import Caseless
from newscrawl.text.marks import MARK, mark_names

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

_SHORT = 200
_AGENCIES = (
    r"(?:(?:news |wire |other |multiple |various )?(?:agenc(?:y|ies)|wires?"
    r"|wire services?|news services?))|agentur(?:en|material)|agencias|agences"
    r"|agenzie|agências|एजेंसी|एजेंसियों|एजेंसियां|এজেন্সি|সংস্থা\w*"
)


# The least of each that any of them needs.
_SOME = Caseless(
    r"agenc(?:y|ies)|wire|news services?|agentur(?:en|material)|agencias|agências"
    r"|agences|agenzie|एजेंसी|এজেন্সি|সংস্থা"
)


def names_agencies(text: str) -> bool:
    """Whether a line speaks of agencies without a name: the least that "mixed" needs.

    >>> names_agencies("(With inputs from agencies)"), names_agencies("Rain fell.")
    (True, False)
    """
    return _SOME.search(text[:600]) is not None


def is_mixed(text: str, names: AgencyNames) -> bool:
    """Whether a line credits agency material inside the outlet's own text.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti", "dpa": "dpa"})
    >>> is_mixed("(With inputs from PTI)", names), is_mixed("mit dpa", names)
    (True, True)
    >>> is_mixed("With inputs from farmers the plan was redrawn.", names)
    False
    """
    line = mark_names(text[:600], names).text
    plain, needing = _patterns()
    return any(p.search(line) for p in plain) or any(
        any(word in line for word in words) and p.search(line) for words, p in needing
    )


_Needing = tuple[tuple[str, ...], re.Pattern[str]]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[_Needing, ...]]:
    """The patterns around marks, and those that need a word to be tried."""
    article = r"(?:(?i:the|der|die|des|den|la|les?|l['’]|los|las|da|de la|gli)\s?)?"
    name = rf"{article}(?:{MARK}|(?i:{_AGENCIES}))"
    several = rf"[^.;]{{0,60}}?{name}"
    open_ = r"\A[(\[*_–—-]{0,3}\s{0,2}"
    # A line that ends with the name and without a stop; a sentence has more.
    end = rf"(?:\s?[/,&]\s?(?:{MARK}|[\w-]{{2,20}})){{0,3}}(?:\s?[)\]*_]{{1,3}}\.?)?\Z"
    close = r"[^.!?।]{0,60}[)\]*_.।]{0,3}\Z"
    plain = (
        re.compile(
            rf"(?i:\b(?:with|based on|includes?|using|from)\s(?:\w+\s){{0,3}}?"
            rf"inputs?\s(?:from|by|of)\b){several}"
        ),
        re.compile(rf"(?i:\bwith\s){several}(?i:\sinputs?\b)"),
        re.compile(
            rf"{open_}(?i:(?:some |additional |agency )?inputs?(?:\sfrom|\sby)?"
            rf"\s?[:：-]?\s?){several}{close}"
        ),
        re.compile(
            rf"{open_}[^.!?]{{0,30}}?(?i:\bwith (?:\w+ ){{0,2}}?(?:files"
            r"|material|information|reports?|reporting|details"
            rf"|additional reporting|copy) (?:from|by)\b){several}{close}"
        ),
        re.compile(rf"{open_}(?i:additional reporting by\b){several}{close}"),
        # "This story contains reporting from Reuters."
        re.compile(
            r"(?i:\b(?:includes?|contains?|uses?|draws on|incorporates?)\s"
            r"(?:\w+\s){0,3}?(?:material|information|reports?|reporting|details|copy|content)"
            rf"\s(?:from|by)\b){several}{close}"
        ),
        re.compile(
            r"(?i:\b(?:material|information|reporting|details|parts?)\b)[^.;]{0,20}?\s"
            rf"(?i:from|by)\s{several}(?i:\s(?:was|were|is|are)\s(?:also\s)?"
            rf"(?:used|included|added))\b{close}"
        ),
        re.compile(
            r"(?i:\b(?:some|parts?|portions?|a part) of\b|\bsome (?:information|details"
            r"|material|reporting)\b)[^.;]{0,40}(?i:\b(?:came|comes?|is|was|were|are)"
            rf"\s(?:\w+\s)?(?:from|by)\b){several}{close}"
        ),
        # "Staff and agencies", "Times staff and AP", "From staff and wire reports"
        re.compile(
            rf"{open_}(?i:(?:compiled )?(?:from|by|text:)\s)?"
            r"(?:[\w'’.]{1,20}\s){0,3}?"
            r"(?i:staff(?: reports?| writers?| reporters?)?|our (?:reporters?|staff"
            r"|correspondents?)|reporters?|correspondents?|redaktion|redacci[oó]n"
            r"|r[ée]daction|redazione)\s?(?i:,|/|&|\band\b|\bund\b|\by\b|\bet\b|\be\b"
            rf"|\bmit\b|\bwith\b)\s?{name}(?i:\s(?:reports?|services?|copy))?{end}"
        ),
        re.compile(
            rf"{open_}{name}\s?(?:/|&|,|(?i:and|und|y|et|e))\s?"
            r"(?i:staff(?: \w+)?|our own|eigene\w*\s\w+|own \w+|our \w+|redaktion"
            rf"|redacci[oó]n|r[ée]daction){end}"
        ),
        re.compile(
            rf"{open_}(?i:by\s[^.,;]{{1,40}},\s)?(?i:with (?:\w+\s)?)"
            rf"{name}(?i:\s(?:reports?|copy|material)){end}"
        ),
        re.compile(
            rf"{open_}(?i:compiled (?:from|by|with)\s)[^.;]{{0,30}}?{name}{close}"
        ),
        re.compile(rf"{open_}(?i:by)\s[^.,;]{{1,40}},\s(?i:with)\s{name}{end}"),
        re.compile(
            r"(?i:\b(?:met (?:medewerking|informatie|bijdragen) van|z wykorzystaniem"
            r" (?:materiałów|informacji)|na podstawie(?: materiałów)?|по материалам"
            r"|med (?:bidrag|material) (?:från|fra)|dengan informasi dari)\b)\s?"
            rf"{several}{close}"
        ),
        re.compile(
            rf"{open_}[^.,;:]{{0,40}}?(?i:\b(?:mit|avec|con|com|with|und|et|e|y)\b)\s"
            rf"(?:(?i:material|informationen|informaci[oó]n|informaciones|informa[cç][õo]es"
            rf"|informations?|informazioni|agenturmaterial|datos|dados)"
            r"(?:\s(?i:von|der|des|de|d['’]|di|da|du|from))?\s?)?"
            rf"(?:(?i:agência|agencia|agence|agenzia|agentur)\s)?{name}"
            rf"(?i:-(?:material|informationen|angaben|inputs?))?{end}"
        ),
        re.compile(
            rf"{open_}(?i:reporting by\s)[^.;]{{1,60}}\s(?i:and|with)\s{name}{end}"
        ),
        re.compile(
            r"(?i:\b(?:unter verwendung von|mit material (?:von|der)|con informaci[oó]n"
            r"(?:es)? de|com informa[cç][õo]es d[ae]|avec (?:les )?informations d[eu]"
            rf"|con informazioni d[ia]|mit informationen)\b)\s?{several}"
        ),
    )
    needing = (
        (
            ("ontributed", "ONTRIBUTED"),
            re.compile(
                rf"{name}[^.;]{{0,80}}"
                r"(?i:\b(?:also )?contributed to (?:this|the)\s"
                r"(?:report|story|article|copy)\b)"
                rf"|{open_}{name}[^.;]{{0,60}}"
                r"(?i:\bcontributed(?: reporting| to)?)[.)\]]{0,3}\Z"
            ),
        ),
        (
            ("इनपुट", "ইনপুট", "তথ্য", "সহায়তায়"),
            re.compile(
                rf"{open_}(?:इनपुट|ইনপুট)\S{{0,4}}\s?[:：-]?\s?{several}"
                rf"|{name}[^।.]{{0,30}}(?:इनपुट|ইনপুট)|(?:इनपुट|ইনপুট)[^।.]{{0,30}}{name}"
                rf"|{name}[^।.]{{0,20}}(?:তথ্য সহ|তথ্যসহ|সহায়তায়)"
                rf"|{open_}[^।.]{{1,30}}\s(?:ইনপুট সহ|ইনপুটসহ|इनपुट के साथ){close}"
            ),
        ),
    )
    return plain, needing
