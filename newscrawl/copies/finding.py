"""Finding the story of a copy: candidates by shared keys, verified by alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newscrawl.copies.align import seed_places
from newscrawl.copies.candidates import candidates, common_words, likely
from newscrawl.copies.edits import headline_share
from newscrawl.copies.query import Query
from newscrawl.copies.tokens import unpack
from newscrawl.copies.verdict import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.copies.index import CopyIndex, Owners, StoredCopy
    from newscrawl.copies.query import CopyText
    from newscrawl.copies.tokens import Tokens
    from newscrawl.copies.verdict import Verdict

Relation = Literal["first", "verbatim", "edited", "excerpt", "expanded", "update"]

_LEAST_WORDS = 8
_SHORT = 25
_LIKE_HEADLINE = 0.5
# A text that holds so much of the copy ends the search: no other story holds more, and
# the copy is no round-up.
_NO_BETTER = 0.85
# Two agencies' credited texts are one story only when the text is nearly the same.
_SAME_TEXT = 0.85
# So much of a text stands in the copy that shows its story and another to be one.
_HELD = 0.5
_OUTLETS = 3
# A page that takes this share of itself from each of two stories is a round-up.
_ROUNDUP_PART = 0.12


@dataclass(frozen=True, slots=True)
class Found:
    """A stored text that was compared with the copy, and what the comparison showed."""

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
    query = Query(copy)
    found, _ = find(index, query, index.owners(query.keys))
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


def find(
    index: CopyIndex, query: Query, owners: Owners
) -> tuple[Found | None, list[Found]]:
    """The text a copy agrees with most, and those of other stories it agrees with too.

    Nothing is found for a page that strings several stories together.
    """
    copy = query.copy
    if query.size < _LEAST_WORDS or not owners:
        return None, []
    same = _same_words(index, query, owners)
    if same is not None and _believable(copy, query.size, query.size, same):
        return Found(same, query.tokens, query.against(query.tokens)), []
    if query.whole in owners and query.whole not in query.key_places:
        owners = {key: some for key, some in owners.items() if key != query.whole}
    named = candidates(owners, len(query.keys) - 1)
    named = likely(index.outlines(named), owners, query.size) if named else named
    common = common_words(query.key_places, owners, query.size) if named else None
    best: Found | None = None
    all_found: list[Found] = []
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
        all_found.append(Found(stored, other, verdict))
        if best is None or verdict.own > best.verdict.own:
            best = all_found[-1]
        if best is not None and best.verdict.containment >= _NO_BETTER:
            break
    if best is None or _is_roundup(best, parts):
        return None, []
    home = best.stored.story
    return best, [one for one in all_found if one.stored.story != home]


def shows_one_story(
    index: CopyIndex, copy: CopyText, found: Found, other: Found
) -> bool:
    """Whether a copy that agrees with texts of two stories shows that they are one.

    The three must be three outlets', so that none can make stories one by itself.

    Both must stand in the copy by half, for a notice stands in much that is not one
    story, and open as it does, so that it is no page with two stories on it; they must
    not contradict each other or name two agencies.
    """
    outlets = {copy.outlet, found.stored.outlet, other.stored.outlet}
    if copy.outlet and len(outlets) < _OUTLETS:
        return False
    if not all(
        one.verdict.has_opening and one.verdict.contained >= _HELD
        for one in (found, other)
    ):
        return False
    one, two = index.story(found.stored.story), index.story(other.stored.story)
    if one is None or two is None or one.id == two.id:
        return False
    if one.agency and two.agency and one.agency != two.agency:
        return False
    places = seed_places(found.tokens.words)
    return not compare(found.tokens, other.tokens, places).contradicts


def _same_words(index: CopyIndex, query: Query, owners: Owners) -> StoredCopy | None:
    """The earliest inserted text of these very words."""
    for number in sorted(owners.get(query.whole, ())):
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


def _is_roundup(best: Found, parts: Iterable[tuple[str, Verdict]]) -> bool:
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
