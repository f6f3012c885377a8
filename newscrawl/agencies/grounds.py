"""Why a text was attributed as it was, and what would have changed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.agencies.attribution import attribute, confidence_of, decide
from newscrawl.agencies.context import Context
from newscrawl.agencies.signs import read_signs

if TYPE_CHECKING:
    from newscrawl.agencies.agency import Agencies
    from newscrawl.items import Article, Role, Syndication


@dataclass(frozen=True, slots=True)
class Without:
    """The verdict if the signs of those kinds had not been there."""

    signs: tuple[str, ...]
    role: Role
    agency: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """A verdict, and how it changes when one kind of sign is taken away.

    ``enough`` are the kinds of sign any one of which would do alone.
    """

    verdict: Syndication
    changes: tuple[Without, ...]
    enough: tuple[str, ...]


def grounds_of(
    article: Article, agencies: Agencies, *, country: str | None = None
) -> Grounds:
    """The verdict on an article with what it rests on."""
    verdict = attribute(article, agencies, country=country).syndication
    signs = read_signs(Context(article, agencies, country))
    kinds = list(dict.fromkeys(s.evidence.sign for s in signs))
    changes, enough = [], []
    for kind in kinds:
        rest = [s for s in signs if s.evidence.sign != kind]
        role, agency, agreeing = decide(rest)
        if (role, agency) != (verdict.role, verdict.agency):
            told = confidence_of(rest, agreeing) if agreeing else 0.0
            changes.append(Without((kind,), role, agency, told))
        role, agency, _ = decide([s for s in signs if s.evidence.sign == kind])
        if (role, agency) == (verdict.role, verdict.agency) and agency:
            enough.append(kind)
    if not changes and len(enough) > 1:
        rest = [s for s in signs if s.evidence.sign not in enough]
        role, agency, agreeing = decide(rest)
        told = confidence_of(rest, agreeing) if agreeing else 0.0
        changes.append(Without(tuple(enough), role, agency, told))
    return Grounds(verdict, tuple(changes), tuple(enough))
