"""The printed forms of sign-offs, as patterns around the agencies' names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text.credit import agency_of, alternatives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.names import AgencyNames

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

    Group ``name`` holds the agency's name. With ``check`` a glued piece must also read
    as a disclaimer.
    """

    reason: str
    whole: re.Pattern[str] | None
    glued: re.Pattern[str] | None
    check: bool = False

    def agency(self, found: re.Match[str], names: AgencyNames) -> str | None:
        """The agency named in a match."""
        token = found.groupdict().get("name")
        return agency_of(token, names) if token else None


def forms_for(names: AgencyNames) -> Sequence[Form]:
    """The forms with these agencies' names in them."""
    return _forms(names.printed)


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


@lru_cache(maxsize=16)
def _forms(tokens: frozenset[str]) -> tuple[Form, ...]:
    any_name = alternatives(tokens)
    name = rf"(?P<name>{any_name})(?:\s?[/+-]\s?(?:{any_name}|[\w.-]{{2,20}})){{0,3}}"
    return (
        *_reporting(),
        *_copyright(name),
        *_source(name),
        *_signatures(name),
        _form("end_mark", rf"(?i:{_END})", _ENDED, r"(?i:enditem|\(ends?\)|-30-)\.?"),
        Form("end_mark", None, re.compile(r"(?<=\.)(?P<cut>/\.)\Z")),
        Form(
            "source_line",
            None,
            re.compile(rf"{_ENDED}(?P<cut>[(\[][^()\[\]]{{3,400}}[)\]]\.?)\Z"),
            check=True,
        ),
        Form(
            "source_line",
            None,
            re.compile(
                rf"{_ENDED}(?P<cut>(?i:disclaimer|with (?:\w{{2,9}} )?inputs?)\b"
                r"[^\n]{0,400})\Z"
            ),
            check=True,
        ),
        # One sentence of the house's, at the very end; news is never cut with it.
        Form(
            "source_line",
            None,
            re.compile(
                rf"{_ENDED}(?P<cut>(?i:this (?:story|report|article|copy|post))\b"
                r"(?:[^.!?\n]|\.(?!\s[A-Z])){10,300}[.)]{0,2})\Z"
            ),
            check=True,
        ),
    )


def _form(reason: str, whole: str, lead: str = "", glued: str | None = None) -> Form:
    """A form whose glued pattern is the whole one unless another is given."""
    return Form(
        reason,
        re.compile(whole),
        re.compile(rf"{lead}(?P<cut>{glued or whole})\Z") if lead else None,
    )


def _signatures(name: str) -> tuple[Form, ...]:
    initials = rf"(?:\s{{0,3}}(?:{_INITIALS}))?"
    capitals = rf"(?:\s{{1,3}}{_CAPITALS}){{0,8}}"
    bracket = rf"[(\[]\s?{name}\s?[)\]]\s?\.?"
    dashed = rf"{_DASH}{{1,3}}\s{{0,2}}[(]?{name}[)]?(?:{initials}|{capitals})\s?\.?"
    indic = rf"{_DASH}{{0,3}}\s?{name}(?:\s{_INDIC}[^\s।|.]{{0,14}}){{1,6}}{_NO_VERB}"
    bare = rf"{name}(?:{initials}|{capitals})"
    # "dpa al rmo hct rmo", "AAP RTV ar"
    codes = rf"{name}(?:\s[A-Z]{{2,4}})?(?:\s[a-z0-9]{{2,4}}){{1,6}}"
    return (
        _form("sign_off", bracket, _ENDED),
        _form("sign_off", dashed, _ENDED),
        # "--IANS kh": initials without a slash, on a line of their own.
        Form("sign_off", re.compile(rf"{_DASH}{{1,3}}\s?{name}\s[a-z]{{1,4}}"), None),
        Form("sign_off", re.compile(indic), re.compile(rf"{_ENDED}(?P<cut>{indic})\Z")),
        Form(
            "sign_off",
            re.compile(rf"{bare}\s?\.?"),
            re.compile(rf"{_ENDED}(?P<cut>{bare})\Z"),
        ),
        # No full stop before the double dash: "he said --IANS".
        Form(
            "sign_off",
            None,
            re.compile(
                rf"(?<=[\w।])\s{{0,3}}(?P<cut>(?:--|[–—])\s?{name}"
                rf"(?:{initials}|{capitals}))\Z"
            ),
        ),
        Form("sign_off", re.compile(codes), None),
        Form("sign_off", re.compile(rf"{name}\s?/\s?{_PEOPLE}"), None),
    )


def _source(name: str) -> tuple[Form, ...]:
    named = rf"(?i:{_SOURCE})\s?[:：-]\s?(?:(?i:the)\s)?(?:{name}|(?i:{_AGENCIES}))"
    line = rf"[(\[]?\s?{named}[^.!?।]{{0,40}}[)\]]?\.?"
    standards = r"Our Standards:\s.{0,80}"
    return (
        _form("source_line", line, _ENDED),
        _form("source_line", standards, _ENDED),
    )


def _reporting() -> tuple[Form, ...]:
    bracketed = rf"[(\[]\s?(?:[—–-]{{1,2}}\s?)?(?i:{_WORK})[^()]{{2,400}}[)\]]\.?"
    others = rf"(?:(?:,|\sand|\sy|\set)\s{_PEOPLE}){{0,5}}"
    by_name = rf"\((?:By|by|Por|Par|Von)\s{_PEOPLE}{others}\)"
    plain = rf"(?i:{_WORK})\s?[^.!?]{{2,300}};\s?(?i:{_WORK})[^!?]{{2,200}}"
    simple = r"(?i:(?:additional )?reporting|editing|writing)\sby\s[^.!?]{2,120}\.?"
    assist = r"[-–—]{1,2}\s?With assistance from\s.{2,200}"
    return (
        _form("reporting_line", bracketed, _ENDED),
        _form("reporting_line", by_name, _ENDED),
        _form("reporting_line", plain, _ENDED),
        Form("reporting_line", re.compile(simple), None),
        _form("reporting_line", assist, _ENDED),
    )


def _copyright(name: str) -> tuple[Form, ...]:
    mark = r"(?:(?:©\s?)?(?i:copyright)\s?(?:©|\([cC]\))?|©|\([cC]\)\s(?=\d{4}))"
    year = r"\s?[-–]?\s?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s?(?i:by\s)?(?:(?i:the)\s)?"
    named = rf"[(\[]?{mark}{year}{name}.{{0,400}}"
    unnamed = (
        r"(?:(?:©|\([cC]\)\s?\d{4}|(?i:copyright)\s?(?:©|\([cC]\)|\d{4})).{0,400}"
        r"|(?i:all rights reserved|this material may not be published,? broadcast)"
        r".{0,300})"
    )
    return (
        _form("copyright", named, _ENDED),
        Form("copyright", re.compile(unnamed), None),
    )
