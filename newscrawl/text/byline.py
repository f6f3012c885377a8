"""Who is named in a byline, and as what: person, desk, agency or outlet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import bylinerow as row
from newscrawl.text.clean import comparable, squeeze, words
from newscrawl.text.places import is_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.names import AgencyNames

_LONGEST = 300
_MADE = (
    r"(?:(?:written|reported|posted|published|edited|curated|compiled|story|words"
    r"|text|report|submitted|filed|contributed|authored|uploaded|added|sent)\s+)?"
)
# Nouns and postpositions that name the writer when a colon follows.
_LABELS = (
    r"(?:द्वारा|लेखक|संवाददाता|रिपोर्ट|প্রতিবেদক|লেখক|রিপোর্ট"
    r"|author|autor|auteur|autore|autorin|byline|reporter|texto?|testo)"
    r"\s{0,3}[:：]\s{0,3}"
)
# These name a source of any kind; only an agency under them is a byline.
_SOURCES = (
    r"(?:एजेंसी|स्रोत|সূত্র|agency|source|quelle|fuente|fonte|agencia|agentur"
    r"|redacci[óo]n)\s{0,3}[:：]\s{0,3}"
)
# The link to all that somebody wrote names them too.
_ALL = (
    r"(?:alles?(?: artikel| beiträge)?|artikel|zum profil|interview) von:?\s"
    r"|interview\s?:\s"
)
_BY = re.compile(
    _ALL + "|" + _MADE + r"(?:by|von|par|por|di|door|av|af|przez|oleh|от|автор"
    r"|author|autor|auteur|autore|byline)\b\s*:?\s*|(?-i:By(?=[A-Z]\w))|द्वारा\s*:?\s*|"
    + _LABELS
    + "|"
    + _SOURCES,
    re.I,
)
_BYLINE = re.compile(r"\s*(?:by|von|par|por|di|oleh)\s*:?\s+\S", re.I)
LABELLED = re.compile(
    rf"(?:{_MADE}(?:by|von|par|por|oleh)\s*:?\s+|{_LABELS})\S|(?-i:By(?=[A-Z][a-z]))",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:[,;/&•·+、]|\s[–—-]\s|\s\|\s?|\||\b(?:and|And|AND)\b|\bund\b|\bet\b|\by\b"
    r"|\boch\b|\bog\b|\bwith\b|\bmit\b|\be\b(?=\s[A-Z]))\s*"
)
_CREDIT = re.compile(
    r"(?:with|avec|mit)\s+(?:inputs?|agency inputs?|agenc(?:y|ies))(?:\s+from)?\s*",
    re.I,
)
_TITLE = re.compile(
    r",?\s*\b(?:staff (?:writer|reporter)|senior (?:writer|reporter"
    r"|editor|correspondent)|(?:chief |special |political |business "
    r"|foreign )?(?:correspondent|reporter|editor)"
    r"|redakteur(?:in)?|korrespondent(?:in)?|producer|contributor"
    r"|columnist|updated|published)\b.*\Z",
    re.I,
)
_DESK = re.compile(
    r"\b(?:desk|bureau|staff|team|newsroom|editorial|redaktion"
    r"|r[ée]daction|redacci[óo]n|redazione|redakcja|newswire|news"
    r" service|correspondent|reporters?|editors?|editor|admin"
    r"|administrator|webdesk|agenc(?:y|ies)|डेस्क|ब्यूरो|ডেস্ক"
    r"|டெஸ்க்)\b|डेस्क|ब्यूरो|ডেস্ক",
    re.I,
)
# The legal form in a firm's name.
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|Inc|Ltd|Limited|LLC|plc|S\.?A\.?|S\.?p\.?A|B\.?V|Oy|AB|A/S)\.?\Z"
    r"|\A(?:株式会社|有限会社)|株式会社\Z|有限公司\Z"
)
_PLACED = re.compile(
    r"([^,|/–—]{2,60}?)(?:\s?[,|/–—]\s?|\s?-\s?(?:in\s?-\s?)?|\s+in\s+)"
    r"([^\W\d_][^\d,|/:;.!?।]{1,40})"
)
_EDGES = " \t-–—|:·•*()[]"
_LINE = 90
_NOT_NAME = re.compile(
    r"https?:|www\.|@\w+\.\w|\d{4}|^\W*$|^(?:min read|share|updated"
    r"|published|follow)\b",
    re.I,
)


class Name(NamedTuple):
    """Somebody in a byline."""

    name: str
    kind: str


def is_byline(text: str) -> bool:
    """Whether a short text opens like a byline.

    >>> is_byline("By IANS"), is_byline("Bystanders fled")
    (True, False)
    """
    return len(text) < _LONGEST and _BYLINE.match(text) is not None


def is_agency_line(text: str, names: AgencyNames) -> bool:
    """Whether a short line, as a whole, credits an agency without saying "by".

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"IANS": "ians"})
    >>> [is_agency_line(line, names) for line in ("IANS, Pune", "Asha Rao and IANS")]
    [True, True]
    >>> is_agency_line("IANS wins an award for its desk", names)
    False
    """
    line = squeeze(text).strip(_EDGES)
    if not 1 < len(line) <= _LINE or line[-1] in "?!।":
        return False
    if names.agency(line):
        return True
    placed = _PLACED.fullmatch(line)
    if placed and names.agency(placed[1]) and _is_short_name(placed[2]):
        return True
    # Most lines end here; reading them as a byline is dearer.
    if not all(_is_short_name(part) for part in _SPLIT.split(line) if part):
        return False
    return any(one.kind == "agency" for one in read_byline(line, names))


def _is_short_name(text: str) -> bool:
    """Whether up to four words all begin as names do."""
    parts = text.split()
    return len(parts) <= 4 and not any(p[0].islower() or p[0].isdigit() for p in parts)


def _is_place(text: str, placed: re.Match[str]) -> bool:
    """Whether a place follows the agency; two words after a comma are a person."""
    joint = text[placed.end(1) : placed.start(2)]
    return " " not in placed[2] or bool(joint.strip(" ,|/"))


def read_byline(text: str, names: AgencyNames, outlet: str = "") -> list[Name]:
    """The names in one printed byline.

    >>> from newscrawl.text.names import AgencyNames
    >>> read_byline("By Asha Rao and PTI", AgencyNames({"PTI": "pti"}))
    [Name(name='Asha Rao', kind='person'), Name(name='PTI', kind='agency')]
    """
    return list(_read(squeeze(text)[:_LONGEST], names, outlet))


# Several rules ask of one byline, for who signs and for what is printed.
@lru_cache(maxsize=32)
def _read(text: str, names: AgencyNames, outlet: str) -> Sequence[Name]:
    whole = _strip(text)
    if whole.startswith(("http:", "https:", "www.")):
        return ()
    if names.agency(whole):
        return (Name(whole, "agency"),)
    placed = _PLACED.fullmatch(whole)
    if placed and names.agency(placed[1]) and _is_place(whole, placed):
        return (Name(placed[1], "agency"),)
    found: list[Name] = []
    for part in _SPLIT.split(_CREDIT.sub(", ", row.without_furniture(whole))):
        one = _name(_strip(part).strip(_EDGES), found, names, outlet)
        if one:
            found.append(one)
    return tuple(found)


def _name(part: str, found: list[Name], names: AgencyNames, outlet: str) -> Name | None:
    """Who one part of a byline names, behind those found before it."""
    if not part or row.is_nobody(part.lstrip(". ")):
        return None
    if not found and row.is_unnamed(part):
        return Name(part, "desk")
    behind = bool(found) and found[-1].kind in {"person", "outlet"}
    if behind and row.is_job(part):
        return None
    part = row.without_trailer(part)
    name = _TITLE.sub("", part).strip(" -–—.,:()[]|")
    if not name or _NOT_NAME.search(name) or len(name) > 80 or len(name.split()) > 8:
        return None
    kind = kind_of(name, names, outlet)
    if behind and kind == "person":
        if " " not in name and is_place(name):
            return None
        if row.is_medium(name) or _is_part_of(name, outlet):
            kind = "outlet"
    return Name(name, kind)


def _is_part_of(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's in short."""
    short, whole = "".join(words(name)), "".join(words(outlet))
    return len(short) > 2 and short in whole


def kind_of(name: str, names: AgencyNames, outlet: str = "") -> str:
    """What a name in a byline stands for.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames()
    >>> kind_of("Web Desk", names), kind_of("X Times", names, "The X Times")
    ('desk', 'outlet')
    """
    if names.agency(name):
        return "agency"
    head = name.split(" ", 1)[0] if " " in name else ""
    if _DESK.search(name):
        return (
            "agency"
            if head and names.agency(head) and "bureau" not in name.lower()
            else "desk"
        )
    one, other = "".join(words(name)), "".join(words(outlet))
    if (
        one
        and other
        and (one == other or ("the" + one) == other or one == "the" + other)
    ):
        return "outlet"
    if _COMPANY.search(name) or re.search(
        r"\.(?:com|in|org|net|co|news|de|tv)\Z", name, re.I
    ):
        return "outlet"
    return "person"


def is_firm(reader: str) -> bool:
    """Whether the page calls a reader's value an organisation.

    >>> is_firm("jsonld:Organization"), is_firm("jsonld:Person")
    (True, False)
    """
    return reader.endswith((":Organization", ":NewsMediaOrganization", ":Corporation"))


def merge(found: list[Name]) -> list[Name]:
    """The names once each, in order."""
    seen: dict[str, Name] = {}
    for one in found:
        seen.setdefault(comparable(one.name), one)
    return list(seen.values())


def writers(found: list[Name]) -> list[Name]:
    """The names without the outlet's beside a person's: it says where they work.

    >>> writers([Name("Asha Rao", "person"), Name("X Times", "outlet")])
    [Name(name='Asha Rao', kind='person')]
    """
    if not any(one.kind == "person" for one in found):
        return found
    rest = [one for one in found if one.kind != "outlet"]
    return [one for one in rest if one.kind != "desk" or not row.is_unnamed(one.name)]


def _strip(text: str) -> str:
    return _BY.sub("", text, count=1).strip() if _BY.match(text) else text.strip()
