"""Who wrote an article, and in which role, decided from its signs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.agencies.context import Context
from newscrawl.agencies.mentions import origin_of
from newscrawl.agencies.signs import read_signs
from newscrawl.items import Syndication

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newscrawl.agencies.agency import Agencies
    from newscrawl.agencies.weights import Sign
    from newscrawl.items import Article, Role

# Where two agencies stand on a page, the earlier place names the writer: outlets print
# another agency's copyright under a text, never another dateline above it.
_PLACES = ("dateline", "byline", "author", "tail", "disclaimer", "url", "body")
_LAST = ("copyright", "reporting_line")
_CARRIED = ("copyright", "url", "byline")
_FIRST_PUBLISHED = re.compile(r"\bfirst published\b", re.I)
_MOST = 0.99
_DOUBTED = 0.8  # of the confidence left where a byline speaks against the end
_CONTRIBUTED = re.compile(r"\bcontributed\b", re.I)
# Its people, where "The AP contributed" speaks of the agency.
_WRITER = re.compile(
    r"\b(?:writers?|reporters?|journalists?|correspondents?|editors?|producers?"
    r"|researchers?|photographers?|staff)\b"
    r"|['’]s? [A-Z]|\bin [A-Z]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The agency's id, if one is believed, and the role with its evidence."""

    agency: str | None
    syndication: Syndication


def attribute(
    article: Article, agencies: Agencies, *, country: str | None = None
) -> Attribution:
    """Whose text the article is, by the page alone.

    ``country`` is the outlet's; initials that mean something else too ("APP") are
    believed only at home. Press release goes before mixed, mixed before wire.
    Confidence is ``1 - product(1 - weight)`` over the signs that agree, at most 0.99;
    one more sign never lowers it.
    """
    page = Context(article, agencies, country)
    signs = read_signs(page)
    role, agency, agreeing = decide(signs)
    carrier, origin = _relay(page, signs, agency)
    told = Syndication(
        role=role,
        agency=agency,
        carrier=carrier,
        origin=origin,
        confidence=confidence_of(signs, agreeing),
        claims_unmodified=any(s.unmodified for s in signs)
        and role in ("wire", "wire_edited"),
        evidence=[s.evidence for s in signs],
    )
    return Attribution(agency, told)


def decide(signs: Sequence[Sign]) -> tuple[Role, str | None, list[Sign]]:
    """Role, agency and the signs that agree with them.

    Press release goes before mixed, mixed before wire, wire before own.
    """
    release = _meaning(signs, "press_release")
    if release:
        return "press_release", None, release
    wire = [s for s in _meaning(signs, "wire") if s.strong]
    mixed = [s for s in _meaning(signs, "mixed") if not _by_itself(s, wire)]
    if mixed:
        agency = _writer(mixed) or _writer(wire)
        return "mixed", agency, mixed
    edited = _meaning(signs, "edited")
    agency = _writer(wire)
    feed = _meaning(signs, "feed")
    if agency:
        agreeing = [s for s in signs if _agrees(s, agency)]
        return ("wire_edited" if edited else "wire"), agency, agreeing
    own = _meaning(signs, "own")
    if feed and not any(s.evidence.sign == "own_token" for s in own):
        named = _writer(edited)
        return ("wire_edited" if edited else "wire"), named, [*feed, *edited]
    if edited:
        return "wire_edited", _writer(edited), edited
    if own:
        return "own", None, own
    return "unknown", None, []


def _relay(
    page: Context, signs: Sequence[Sign], agency: str | None
) -> tuple[str | None, str | None]:
    """Carrier and origin, where one agency passes on what another wrote.

    A copyright line of another agency under the text names the carrier, and so does a
    line on where it was first published; a story that gives another agency as its
    source, or beside its own name in the dateline, has that one for origin.
    """
    if agency is None:
        return None, None
    others = [s.evidence for s in signs if s.evidence.agency not in (None, agency)]
    for told in others:
        if told.sign in _CARRIED or _FIRST_PUBLISHED.search(told.quote):
            return told.agency, agency
    tails = [s.evidence for s in signs if s.evidence.where == "tail"]
    signed = any(told.agency == agency for told in tails)
    for told in others:
        if told.where == "dateline" and signed:
            return agency, told.agency
    origin = origin_of(page, agency)
    return (agency, origin) if origin else (None, None)


def _meaning(signs: Iterable[Sign], meaning: str) -> list[Sign]:
    return [s for s in signs if s.meaning == meaning]


def _agrees(sign: Sign, agency: str) -> bool:
    if sign.evidence.agency is None:
        return sign.meaning == "feed"
    return sign.evidence.agency == agency and sign.meaning in ("wire", "hint", "edited")


def _by_itself(sign: Sign, wire: Sequence[Sign]) -> bool:
    """Whether "X's writer contributed to this report" stands under X's own copy."""
    quote = sign.evidence.quote
    if _CONTRIBUTED.search(quote) is None or not _WRITER.search(quote):
        return False
    return any(
        s.evidence.where in ("dateline", "byline", "author")
        and s.evidence.agency == sign.evidence.agency
        for s in wire
    )


def _writer(signs: Iterable[Sign]) -> str | None:
    """The agency of the sign whose place proves most; of two there, what others say."""
    named = [s for s in signs if s.evidence.agency]
    if not named:
        return None
    best = min(map(_rank, named))
    first = [s.evidence.agency for s in named if _rank(s) == best]
    others = [s.evidence.agency for s in named if _rank(s) != best]
    return max(first, key=others.count)


def _rank(sign: Sign) -> tuple[int, int]:
    told = sign.evidence
    return told.sign in _LAST, _PLACES.index(told.where)


def confidence_of(signs: Sequence[Sign], agreeing: Sequence[Sign]) -> float:
    """How sure the agreeing signs are together, the others being what they are."""
    # One line that names three agencies is one sign.
    lines: dict[tuple[str, str], float] = {}
    for one in (sign.evidence for sign in agreeing):
        key = one.where, one.quote
        lines[key] = max(one.weight, lines.get(key, 0.0))
    doubt = math.prod(1.0 - weight for weight in lines.values())
    told = min(_MOST, 1.0 - doubt)
    return round(told * _DOUBTED if _contradicted(signs, agreeing) else told, 3)


def _contradicted(signs: Sequence[Sign], agreeing: Sequence[Sign]) -> bool:
    """Whether the house's own people sign over a text that an agency ends."""
    return all(s.evidence.where in ("tail", "body") for s in agreeing) and any(
        s.evidence.sign == "own_byline" for s in signs
    )
