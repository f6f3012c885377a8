"""The printed forms of sign-offs, as patterns around marks for the agencies' names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

# A sentence has ended just before; a sign-off may follow without a space.
_ENDED = r"(?<=[.!?।॥。…۔\"”’'»)\]])\s{0,6}"
_DASH = r"[-–—―−]"
_INDIC = r"[\u0900-\u0963\u0966-\u0dff]"
# "int/khz/", "ms/vd", "mkr/", "एसके/एबीएम": initials of desk and author.
_SLASHED = rf"(?:[a-z]{{1,6}}|{_INDIC}{{1,12}})"
_INITIALS = rf"{_SLASHED}(?:/{_SLASHED}){{1,4}}/?|{_SLASHED}/"
# "COR AD SOMSOM": at most four capitals, or a group doubled without space.
_CAPITALS = r"(?:(?P<twin>[A-Z]{2,4})(?P=twin)|[A-Z]{1,4})"
# Names of a Hindi desk end in no verb.
_NO_VERB = r"(?<!\sहै)(?<!\sहैं)(?<!\sथा)(?<!\sथी)(?<!\sथे)(?<!\sहो)"
_SOURCE = (
    r"(?:news\s)?sources?|quellen?|fuentes?|fontes?|fonti|źródło|zdroj|forrás|kilde"
    r"|källa|bron|sumber|kaynak|lähde|izvor|sursa|источник|джерело|πηγή|स्रोत|सोर्स"
    r"|साभार|সূত্র|ماخذ|来源|출처"
)
_AGENCIES = (
    r"(?:news\s|wire\s)?(?:agenc(?:y|ies)|wires?|wire services?)|agentur(?:en)?"
    r"|agencias?|agences?|agenzie|agências?|एजेंसी|एजेंसियां|এজেন্সি|সংবাদ সংস্থা"
)
_PERSON = r"[^\W\d_][\w\u0900-\u0963\u0966-\u0dff.'’-]{0,24}"
_PEOPLE = rf"{_PERSON}(?:\s{_PERSON}){{1,3}}"
_WORK = (
    r"(?:additional\s|with\s)?(?:reporting|writing|compiled|edited|editing|written"
    r"|reported)\s(?:and\s\w{4,12}\s)?by\b|report(?:e|aje|age|agem)\s(?:de|por|di)\b"
    r"|(?:editado|traducido|escrito|edição|tradotto|redatto|édité)\s(?:por|par|da|de)\b"
    r"|(?:bericht|geschrieben|redigiert|bearbeitet)\svon\b|reportage\s(?=[A-Z])"
)
_END = (
    r"\(?(?:enditem|item ends)\)?\.?|\(ends?\)|[-–—=*]{1,3}\s?ends?\s?[-–—=*]{0,3}"
    r"|ends?|-30-|-0-|#{3,}|\./\.|n{4}|（完）|\(完\)|\(了\)|\(끝\)|\(fim\)|\(fin\)"
)
_RULE = re.compile(r"[-–—_=*~•.·\s]{3,80}")
_DESK_LINE = re.compile(rf"(?:{_INITIALS})|[^\s/]{{2,24}}/[^\s/]{{2,24}}")


class Form(NamedTuple):
    """One kind of sign-off: as a paragraph of its own and glued to the last words.

    Group ``name`` holds the mark of the agency's name; ``named`` says that there is no
    match without one. With ``check`` a glued piece must also read as a disclaimer.
    """

    reason: str
    whole: re.Pattern[str] | None
    glued: re.Pattern[str] | None
    check: bool = False
    named: bool = False


def is_desk_line(text: str) -> bool:
    """Whether a line is only initials with a slash, of one desk or author.

    >>> is_desk_line("ms/vd"), is_desk_line("He left/returned at noon")
    (True, False)
    """
    return len(text) < 50 and _DESK_LINE.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Whether a line is only a rule drawn with dashes or stars."""
    return len(text) < 81 and _RULE.fullmatch(text) is not None


def is_dash(text: str) -> bool:
    """Whether a line is one dash, long or doubled."""
    return 0 < len(text) < 4 and not text.strip("-–—―−")


@lru_cache(maxsize=1)
def sign_off_forms() -> Sequence[Form]:
    """The forms, for texts in which the names are marked."""
    name = rf"(?P<name>{MARK})(?:\s?[/+-]\s?(?:{MARK}|[\w.-]{{2,20}})){{0,3}}"
    ended = r"(?i:enditem|\(ends?\)|-30-)\.?"
    return (
        *_reporting(),
        *_copyright(name),
        *_source(name),
        *_signatures(name),
        _form("end_mark", rf"(?i:{_END})", ended),
        _form("end_mark", None, r"/\.", lead=r"(?<=\.)"),
        _form("source_line", None, r"[(\[][^()\[\]]{3,400}[)\]]\.?", check=True),
        _form(
            "source_line",
            None,
            r"(?i:disclaimer|with (?:\w{2,9} )?inputs?)\b[^\n]{0,400}",
            check=True,
        ),
        # One sentence of the house's, at the very end; news is never cut with it.
        _form(
            "source_line",
            None,
            r"(?i:this (?:story|report|article|copy|post))\b"
            r"(?:[^.!?\n]|\.(?!\s[A-Z])){10,300}[.)]{0,2}",
            check=True,
        ),
    )


def _form(
    reason: str,
    whole: str | None,
    glued: str | None,
    *,
    lead: str = _ENDED,
    check: bool = False,
    named: bool = False,
) -> Form:
    """A form of these patterns; the glued one follows on ``lead``, at the end."""
    return Form(
        reason,
        re.compile(whole) if whole else None,
        re.compile(rf"{lead}(?P<cut>{glued})\Z") if glued else None,
        check,
        named,
    )


def _both(reason: str, pattern: str, *, named: bool = False) -> Form:
    """A form that is the same alone and glued."""
    return _form(reason, pattern, pattern, named=named)


def _signatures(name: str) -> Sequence[Form]:
    initials = rf"(?:\s{{0,3}}(?:{_INITIALS}))?"
    capitals = rf"(?:\s{{1,3}}{_CAPITALS}){{0,8}}"
    bracket = rf"[(\[]\s?{name}\s?[)\]]\s?\.?"
    dashed = rf"{_DASH}{{1,3}}\s{{0,2}}[(]?{name}[)]?(?:{initials}|{capitals})\s?\.?"
    indic = rf"{_DASH}{{0,3}}\s?{name}(?:\s{_INDIC}[^\s।|.]{{0,14}}){{1,6}}{_NO_VERB}"
    bare = rf"{name}(?:{initials}|{capitals})"
    patterns: Sequence[tuple[str | None, str | None]] = (
        (bracket, bracket),
        (dashed, dashed),
        # "--IANS kh": initials without a slash, on a line of their own.
        (rf"{_DASH}{{1,3}}\s?{name}\s[a-z]{{1,4}}", None),
        (indic, indic),
        (rf"{bare}\s?\.?", bare),
        # "dpa al rmo hct rmo", "AAP RTV ar"
        (rf"{name}(?:\s[A-Z]{{2,4}})?(?:\s[a-z0-9]{{2,4}}){{1,6}}", None),
        (rf"{name}\s?/\s?{_PEOPLE}", None),
    )
    unstopped = _form(  # No full stop before the double dash: "he said --IANS".
        "sign_off",
        None,
        rf"(?:--|[–—])\s?{name}(?:{initials}|{capitals})",
        lead=r"(?<=[\w।])\s{0,3}",
        named=True,
    )
    forms = [_form("sign_off", *both, named=True) for both in patterns]
    return (*forms, unstopped)


def _source(name: str) -> Sequence[Form]:
    named = rf"(?i:{_SOURCE})\s?[:：-]\s?(?:(?i:the)\s)?(?:{name}|(?i:{_AGENCIES}))"
    line = rf"[(\[]?\s?{named}[^.!?।]{{0,40}}[)\]]?\.?"
    standards = r"Our Standards:\s.{0,80}"
    return _both("source_line", line), _both("source_line", standards)


def _reporting() -> Sequence[Form]:
    bracketed = rf"[(\[]\s?(?:[—–-]{{1,2}}\s?)?(?i:{_WORK})[^()]{{2,400}}[)\]]\.?"
    others = rf"(?:(?:,|\sand|\sy|\set)\s(?:{_PEOPLE}|{MARK})){{0,5}}"
    by_name = rf"\((?:By|by|Por|Par|Von)\s{_PEOPLE}{others}\)"
    plain = rf"(?i:{_WORK})\s?[^.!?]{{2,300}};\s?(?i:{_WORK})[^!?]{{2,200}}"
    simple = r"(?i:(?:additional )?reporting|editing|writing)\sby\s[^.!?]{1,120}\.?"
    assist = r"[-–—]{1,2}\s?With assistance from\s.{1,200}"
    return (
        _both("reporting_line", bracketed),
        _both("reporting_line", by_name),
        _both("reporting_line", plain),
        _form("reporting_line", simple, None),
        _both("reporting_line", assist),
    )


def _copyright(name: str) -> Sequence[Form]:
    mark = r"(?:(?:©\s?)?(?i:copyright)\s?(?:©|\([cC]\))?|©|\([cC]\)\s(?=\d{4}))"
    year = r"\s?[-–]?\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s?(?i:by\s)?(?:(?i:the)\s)?"
    named = rf"[(\[]?{mark}{year}{name}.{{0,400}}"
    unnamed = (
        r"(?:(?:©|\([cC]\)\s?\d{4}|(?i:copyright)\s?(?:©|\([cC]\)|\d{4})).{0,400}"
        r"|(?i:all rights reserved|this material may not be published,? broadcast)"
        r".{0,300})"
    )
    return (
        _both("copyright", named, named=True),
        _form("copyright", unnamed, None),
    )
