"""Joining a copy to its story: look up, verify, keep.

A copy joins the story whose own texts it agrees with most; texts that merely share
sources, figures' frames or boilerplate found stories of their own. Nothing is joined by
chains: the copy itself must be verified against a text of the story.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from newscrawl.copies.align import seed_places
from newscrawl.copies.candidates import candidates, common_words, likely
from newscrawl.copies.edits import DeskEdits, desk_edits, headline_share
from newscrawl.copies.index import COMMON, StoredCopy, StoryState
from newscrawl.copies.shingles import key_of, sample
from newscrawl.copies.tokens import (
    Tokens,
    digest_of,
    pack,
    read_tokens,
    unpack,
    word_form,
)
from newscrawl.copies.verdict import Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from newscrawl.copies.align import Places
    from newscrawl.copies.index import CopyIndex

Relation = Literal["first", "verbatim", "edited", "excerpt", "expanded", "update"]

_LEAST_WORDS = 8
_SHORT = 25
_LIKE_HEADLINE = 0.5
# A text that holds so much of the copy ends the search: no other story holds more, and
# the copy is no round-up.
_NO_BETTER = 0.85
# Two agencies' credited texts are one story only when the text is nearly the same.
_SAME_TEXT = 0.85
# A page that takes this share of itself from each of two stories is a round-up.
_ROUNDUP_PART = 0.12


@dataclass(frozen=True, slots=True)
class CopyText:
    """One article's text as it is given to ``join``.

    ``at`` is the ISO 8601 time it was published, else seen; ``agency`` its credit.
    """

    id: str
    outlet: str
    at: str | None
    headline: str
    paragraphs: Sequence[str]
    agency: str | None = None
    language: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Joined:
    """The story a copy belongs to, and how it relates to the story's reference text.

    The reference is the earliest credited copy, else the first known. ``matched`` is
    its article id; it and the measures are ``None`` for the first copy.
    """

    story: str
    relation: Relation
    resemblance: float | None
    containment: float | None
    matched: str | None
    agency: str | None
    first_outlet: str
    first_at: str | None
    lag_seconds: int | None
    edits: DeskEdits | None


class _Query:
    """A copy being joined; what only a comparison needs is made when one comes."""

    def __init__(self, copy: CopyText) -> None:
        self.copy = copy
        self.paragraphs = copy.paragraphs
        self.form = word_form(copy.paragraphs)
        if not self.form:
            self.paragraphs = [copy.headline]
            self.form = word_form(self.paragraphs)
        self.size = self.form.count(b" ") + 1 if self.form else 0
        self.digest = digest_of(self.form)
        self.whole = key_of(self.form)
        self.keys = sample(self.form)

    @cached_property
    def tokens(self) -> Tokens:
        return read_tokens(self.paragraphs)

    @cached_property
    def places(self) -> Places:
        return seed_places(self.tokens.words)

    def against(self, other: Tokens) -> Verdict:
        return compare(self.tokens, other, self.places)


@dataclass(frozen=True, slots=True)
class _Found:
    stored: StoredCopy
    tokens: Tokens
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Match:
    """What a copy would join: the story, the text it agrees with most, and why.

    ``containment`` is the share of the copy's words that stand in the matched text,
    ``contained`` that of the matched text's words in the copy, ``aligned`` the share of
    both texts' words that the alignment paired, ``resemblance`` the Jaccard measure.
    """

    story: str
    matched: str
    relation: Relation
    resemblance: float
    containment: float
    contained: float
    aligned: float
    reasons: tuple[str, ...]


def match(index: CopyIndex, copy: CopyText) -> Match | None:
    """The story a copy would join, without keeping anything; ``None`` for a new one."""
    query = _Query(copy)
    found = _find(index, query, index.owners([query.whole, *query.keys]))
    if found is None:
        return None
    verdict = found.verdict
    return Match(
        story=found.stored.story,
        matched=found.stored.id,
        relation=verdict.relation or "update",
        resemblance=round(verdict.resemblance, 4),
        containment=round(verdict.containment, 4),
        contained=round(verdict.contained, 4),
        aligned=round(_aligned(verdict), 4),
        reasons=verdict.reasons,
    )


def _aligned(verdict: Verdict) -> float:
    both = len(verdict.found) + len(verdict.kept)
    return (verdict.found.count(1) + verdict.kept.count(1)) / max(1, both)


def join(index: CopyIndex, copy: CopyText) -> Joined:
    """Find the story of a copy, or make one, and keep the copy in the index.

    A new version of a known article stays in its story and replaces its text.
    """
    query = _Query(copy)
    owners = index.owners([query.whole, *query.keys])
    known = index.copy(copy.id)
    found = _find(index, query, owners) if known is None else None
    home = known or (found.stored if found else None)
    if home is None:
        story = index.new_story_id()
        number = _keep(index, query, story, owners, set())
        state = _settle(index, story, None, copy, number)
    else:
        story = home.story
        number = _keep(index, query, story, owners, index.numbers(story))
        state = _settle(index, story, index.story(story), copy, number)
    return _joined(index, query, state, number, found)


def _find(
    index: CopyIndex, query: _Query, owners: Sequence[tuple[int, int]]
) -> _Found | None:
    copy = query.copy
    if query.size < _LEAST_WORDS or not owners:
        return None
    same = _same_words(index, query, owners)
    if same is not None and _believable(copy, query.size, query.size, same):
        return _Found(same, query.tokens, query.against(query.tokens))
    owners = [(key, number) for key, number in owners if key in query.keys]
    named = candidates(owners)
    named = likely(index.outlines(named), owners, query.size) if named else named
    common = common_words(query.keys, owners, query.size) if named else None
    best: _Found | None = None
    parts: list[tuple[str, Verdict]] = []
    for stored in map(index.number, named):
        other = unpack(stored.packed)
        alike = headline_share(copy.headline, stored.headline) >= _LIKE_HEADLINE
        verdict = compare(query.tokens, other, query.places, common, alike=alike)
        parts.append((stored.story, verdict))
        if verdict.relation is None:
            continue
        if not _believable(copy, query.size, len(other.words), stored):
            continue
        if not _agencies_agree(index, copy, stored, verdict):
            continue
        if best is None or verdict.own > best.verdict.own:
            best = _Found(stored, other, verdict)
        if best is not None and best.verdict.containment >= _NO_BETTER:
            break
    if best is not None and _is_roundup(best, parts):
        return None
    return best


def _same_words(
    index: CopyIndex, query: _Query, owners: Iterable[tuple[int, int]]
) -> StoredCopy | None:
    """The earliest inserted text of these very words."""
    for number in sorted(number for key, number in owners if key == query.whole):
        stored = index.number(number)
        if stored.digest == query.digest:
            return stored
    return None


def _believable(copy: CopyText, here: int, there: int, stored: StoredCopy) -> bool:
    """Whether equal words mean one story: a short notice needs its headline too."""
    if min(here, there) >= _SHORT:
        return True
    return headline_share(copy.headline, stored.headline) >= _LIKE_HEADLINE


def _agencies_agree(
    index: CopyIndex, copy: CopyText, stored: StoredCopy, verdict: Verdict
) -> bool:
    if copy.agency is None or verdict.resemblance >= _SAME_TEXT:
        return True
    state = index.story(stored.story)
    return state is None or state.agency in (None, copy.agency)


def _is_roundup(best: _Found, parts: Iterable[tuple[str, Verdict]]) -> bool:
    """Whether the copy strings together other texts' leads: stories on one page."""
    if best.verdict.containment >= 0.5:
        return False
    mine = int.from_bytes(best.verdict.found)
    least = _ROUNDUP_PART * len(best.verdict.found)
    strangers: set[str] = set()
    for story, verdict in parts:
        if story == best.stored.story or not verdict.keeps_lead:
            continue
        other = int.from_bytes(verdict.found) & ~mine
        if other.bit_count() >= least:
            if verdict.relation is None:
                return True
            strangers.add(story)
    # One other story that lies whole in the copy may be another cut of the same text.
    return len(strangers) > 1


def _keep(
    index: CopyIndex,
    query: _Query,
    story: str,
    owners: Iterable[tuple[int, int]],
    members: Container[int],
) -> int:
    """Store the text with the keys that its story does not have yet."""
    copy = query.copy
    had: set[int] = set()
    if owners:
        counts = Counter(key for key, _ in owners)
        had.update(key for key, count in counts.items() if count >= COMMON)
        had.update(key for key, number in owners if number in members)
    stored = StoredCopy(
        number=0,
        id=copy.id,
        story=story,
        outlet=copy.outlet,
        at=copy.at,
        headline=copy.headline,
        agency=copy.agency,
        version=copy.version,
        digest=query.digest,
        packed=pack(query.paragraphs),
    )
    keys = [query.whole, *query.keys]
    return index.put_copy(stored, [key for key in keys if key not in had])


def _settle(
    index: CopyIndex, story: str, state: StoryState | None, copy: CopyText, number: int
) -> StoryState:
    """The story with this copy in it: its earliest copy, its agency, its reference."""
    if state is None or not state.first:
        state = StoryState(
            id=story,
            agency=copy.agency,
            agency_at=copy.at if copy.agency else None,
            first=copy.id,
            first_outlet=copy.outlet,
            first_at=copy.at,
            lead=number,
        )
        index.put_story(state)
        return state
    new = state
    if _earlier(copy.at, state.first_at):
        new = replace(new, first=copy.id, first_outlet=copy.outlet, first_at=copy.at)
    if copy.agency and (new.agency is None or _earlier(copy.at, new.agency_at)):
        new = replace(new, agency=copy.agency, agency_at=copy.at, lead=number)
    if new != state:
        index.put_story(new)
    return new


def _joined(
    index: CopyIndex,
    query: _Query,
    state: StoryState,
    number: int,
    found: _Found | None,
) -> Joined:
    copy = query.copy
    told = _reference(index, query, state, number, found)
    verdict = told.verdict if told else None
    return Joined(
        story=state.id,
        relation=(verdict.relation or "update") if verdict else "first",
        resemblance=round(verdict.resemblance, 4) if verdict else None,
        containment=round(verdict.containment, 4) if verdict else None,
        matched=told.stored.id if told else None,
        agency=state.agency,
        first_outlet=state.first_outlet,
        first_at=state.first_at,
        lag_seconds=_seconds(state.first_at, copy.at),
        edits=desk_edits(
            (told.stored.headline, copy.headline),
            query.tokens,
            told.verdict.found,
            told.tokens,
            told.verdict.kept,
        )
        if told
        else None,
    )


def _reference(
    index: CopyIndex,
    query: _Query,
    state: StoryState,
    number: int,
    found: _Found | None,
) -> _Found | None:
    """The comparison to report: with the story's reference, else with the match."""
    if found and state.lead in (number, found.stored.number):
        return found
    lead = index.number(state.lead)
    if lead.number == number:
        # A new version of the reference itself: told against the earliest copy.
        if state.first == lead.id:
            return None
        lead = index.copy(state.first) or lead
    other = unpack(lead.packed)
    verdict = query.against(other)
    if verdict.relation is None and found is not None:
        return found
    return _Found(lead, other, verdict)


def moment_of(at: str | None) -> datetime | None:
    """An ISO 8601 time, in UTC where it names no zone; ``None`` for what is none."""
    try:
        moment = datetime.fromisoformat(at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _earlier(one: str | None, two: str | None) -> bool:
    here, there = moment_of(one), moment_of(two)
    return here is not None and (there is None or here < there)


def _seconds(first: str | None, at: str | None) -> int | None:
    here, there = moment_of(first), moment_of(at)
    if here is None or there is None:
        return None
    return max(0, int((there - here).total_seconds()))
