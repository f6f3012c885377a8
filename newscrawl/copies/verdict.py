"""The verdict on a pair of texts: copies of one story or not, how, and why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from newscrawl.copies.align import align, in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from newscrawl.copies.align import Block, Places
    from newscrawl.copies.tokens import Tokens

Likeness = Literal["verbatim", "edited", "excerpt", "expanded", "update"]

# Share of the shorter text's own words that must stand in the other. A copy that keeps
# the lead needs less: background and boilerplate are shared below it.
SHARED = 0.80
SHARED_WITH_LEAD = 0.42
LEAD_WORDS = 40
# Texts that open with the same run of words under like headlines need still less: two
# desks that cut one agency text differently have little but its lead in common.
SHARED_WITH_OPENING = 0.28
OPENING = 16
_OPENING_WITHIN = 12
# Fewer words outside quotations than these tell nothing by themselves.
LEAST_NARRATED = 25
# Nor do fewer agreeing words than these beside what many stories share.
LEAST_OWN = 25
# Unless one text stands whole in the other, with so many of its figures and names.
LEAST_FACTS = 5
LEAD_SHARED = 0.40
# Changed figures and names among all figures and names of the aligned part. A market
# report of another day changes one in four; an edited or updated copy one in ten.
CHANGED = 0.14
# The same against what else changed: a template's gaps are filled with figures and
# names (three in four measured), a desk's with any words. Per 100 aligned words.
CHANGED_OF_GAPS = 0.35
CHANGED_PER_100 = 2.5
# A new lead may change a few figures above so long a stretch that nobody touched;
# templates have longer stock passages, but change more.
FEW = 3
UNTOUCHED = 60
# Among so few aligned words a single change counts: the top of a template has no more.
SHORT = 60
# So much of a copy's opening stands in each of two stories that it shows to be one.
OPENING_SHARED = 0.6
_SMALL_GAP = 10
# A letter makes another name of a shorter one.
_LONG_NAME = 5
_WHOLE = 0.97
_MOSTLY = 0.85


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the alignment of a copy with another text showed.

    ``containment`` is the share of the copy's words that stand in the other text,
    ``contained`` the share of the other's words that stand in the copy, ``resemblance``
    the Jaccard measure of both. ``relation`` is ``None`` when the two are not copies of
    one story; ``reasons`` say it for people. ``found`` marks the copy's words that
    stand in the other, ``kept`` the other's words that stand in the copy; ``own`` is
    the number of aligned words that are not common property. ``contradicts`` says that
    too many figures or names differ where the words agree. ``blocks`` is the alignment.
    """

    relation: Likeness | None
    resemblance: float
    containment: float
    contained: float
    reasons: tuple[str, ...]
    found: bytes
    kept: bytes
    own: int
    contradicts: bool = False
    blocks: tuple[Block, ...] = ()

    @property
    def has_opening(self) -> bool:
        """Whether the copy's own opening words stand in the other text."""
        return _lead_share(self.found, None) >= OPENING_SHARED

    @property
    def keeps_lead(self) -> bool:
        """Whether the other text's opening words stand in the copy."""
        return _lead_share(self.kept, None) >= LEAD_SHARED


def compare(
    copy: Tokens,
    other: Tokens,
    places: Places,
    common: bytes | None = None,
    *,
    alike: bool = False,
) -> Verdict:
    """The verdict on ``copy`` against ``other``, whose text was known before it.

    ``places`` is ``seed_places(copy.words)``. ``common`` marks with 1 the words of the
    copy that stand in many stories and prove nothing; ``alike`` says that the headlines
    are much the same.
    """
    blocks = in_order(align(copy.words, other.words, places))
    here, there = len(copy.words), len(other.words)
    found, kept = bytearray(here), bytearray(there)
    common_there = bytearray(there)
    for block in blocks:
        found[block.a : block.a + block.size] = b"\x01" * block.size
        kept[block.b : block.b + block.size] = b"\x01" * block.size
        if common is not None:
            marks = common[block.a : block.a + block.size]
            common_there[block.b : block.b + block.size] = marks
    aligned = sum(block.size for block in blocks)
    own = aligned - common_there.count(1)
    own_here = here - (common.count(1) if common is not None else 0)
    if own_here <= there - common_there.count(1):
        share = _own_share(found, copy.quoted, common or b"")
    else:
        share = _own_share(kept, other.quoted, common_there)
    lead = max(_lead_share(found, common), _lead_share(kept, None))
    facts = _facts(copy, other, blocks)
    whole = aligned >= _WHOLE * min(here, there) and facts.agreed >= LEAST_FACTS
    share = 1.0 if whole else share
    reasons = _doubts(share, lead, alike and _same_opening(blocks), facts)
    contradicts = _contradict(aligned, facts)
    if contradicts:
        reasons.append(f"{facts.changed} figures or names differ where the words agree")
    if common is not None and own < LEAST_OWN and not whole:
        reasons.append(f"only {own} of the agreeing words are not common property")
    containment, contained = aligned / max(1, here), aligned / max(1, there)
    return Verdict(
        relation=None
        if reasons
        else _likeness(containment, contained, facts.changed, _lead_share(kept, None)),
        resemblance=aligned / max(1, here + there - aligned),
        containment=containment,
        contained=contained,
        reasons=tuple(reasons) or (f"{share:.0%} of the shorter text agrees",),
        found=bytes(found),
        kept=bytes(kept),
        own=own,
        contradicts=contradicts,
        blocks=tuple(blocks),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """The longest block, gaps, those where figures or names differ, agreeing facts.

    ``told`` says that both texts print names with capitals, so that facts can agree.
    """

    longest: int
    gaps: int
    changed: int
    agreed: int
    told: bool


def _own_share(marked: bytearray, quoted: bytes, common: bytes | bytearray) -> float:
    """The aligned share of what is not common, and of that outside quotations.

    The smaller of the two: texts that quote one statement at length are not copies.
    """
    marks, size = int.from_bytes(marked), len(marked)
    shared = int.from_bytes(common)
    share = _share_without(marks, shared, size)
    speech = shared | int.from_bytes(quoted)
    if size - speech.bit_count() < LEAST_NARRATED:
        return share
    return min(share, _share_without(marks, speech, size))


def _share_without(marks: int, left_out: int, size: int) -> float:
    return (marks & ~left_out).bit_count() / max(1, size - left_out.bit_count())


def _lead_share(marked: bytes | bytearray, common: bytes | None) -> float:
    lead = marked[:LEAD_WORDS]
    if common is not None:
        own = (place for place, mark in enumerate(common) if not mark)
        lead = bytes(marked[place] for place in islice(own, LEAD_WORDS))
    return lead.count(1) / max(1, len(lead))


def _same_opening(blocks: Iterable[Block]) -> bool:
    return any(
        block.a <= _OPENING_WITHIN
        and block.b <= _OPENING_WITHIN
        and block.size >= OPENING
        for block in blocks
    )


def _doubts(share: float, lead: float, opening: bool, facts: _Facts) -> list[str]:
    needed = SHARED_WITH_LEAD if lead >= LEAD_SHARED else SHARED
    if opening and (facts.agreed >= LEAST_FACTS or not facts.told):
        needed = SHARED_WITH_OPENING
    if share < needed:
        return [f"only {share:.0%} of the shorter text agrees"]
    return []


def _contradict(aligned: int, facts: _Facts) -> bool:
    changed = facts.changed
    if changed <= FEW and facts.longest >= max(UNTOUCHED, aligned / 2):
        return False
    if aligned < SHORT:
        of_facts = changed > CHANGED * (changed + facts.agreed)
    else:
        of_facts = changed > 1 and changed > CHANGED * (changed + facts.agreed + 1)
    of_gaps = changed > 3 and changed >= CHANGED_OF_GAPS * facts.gaps
    return of_facts or (of_gaps and changed >= CHANGED_PER_100 * aligned / 100)


def _facts(copy: Tokens, other: Tokens, blocks: Sequence[Block]) -> _Facts:
    gaps = changed = agreed = 0
    before: Block | None = None
    for block in blocks:
        for word in other.words[block.b : block.b + block.size]:
            agreed += word[0].isdigit() or word in other.names
        if before is not None:
            a, b = before.a + before.size, before.b + before.size
            if 0 <= block.a - a <= _SMALL_GAP and 0 <= block.b - b <= _SMALL_GAP:
                gaps += 1
                changed += _differ(
                    copy, copy.words[a : block.a], other, other.words[b : block.b]
                )
        before = block
    return _Facts(
        max((block.size for block in blocks), default=0),
        gaps,
        changed,
        agreed,
        told=bool(copy.names and other.names),
    )


def _differ(copy: Tokens, here: list[str], other: Tokens, there: list[str]) -> int:
    if not here or not there:
        return 0
    figures_here = {word for word in here if word[0].isdigit()}
    figures_there = {word for word in there if word[0].isdigit()}
    differing = bool(figures_here and figures_there and figures_here != figures_there)
    names_here = {word for word in here if word in copy.names}
    names_there = {word for word in there if word in other.names}
    if not names_here or not names_there or names_here & names_there:
        return differing
    return differing + (not _any_respelt(names_here, names_there))


def _any_respelt(names: Iterable[str], others: Collection[str]) -> bool:
    """Whether a name of the one is one of the other in another spelling, or misread.

    >>> _any_respelt({"navarro"}, {"navarr0"}), _any_respelt({"rao"}, {"rai"})
    (True, False)
    """
    return any(_is_respelt(one, two) for one in names for two in others)


def _is_respelt(one: str, two: str) -> bool:
    """Whether one letter was put in, left out or changed."""
    long = max(len(one), len(two))
    if long < _LONG_NAME or abs(len(one) - len(two)) > 1:
        return False
    head = _shared_letters(one, two)
    tail = _shared_letters(one[head:][::-1], two[head:][::-1])
    return head + tail >= long - 1


def _shared_letters(one: str, two: str) -> int:
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))


def _likeness(
    containment: float, contained: float, changed: int, old_lead: float
) -> Likeness:
    if containment >= _WHOLE and contained >= _WHOLE:
        return "verbatim"
    if containment >= _MOSTLY and contained < _MOSTLY:
        return "excerpt"
    if contained >= _MOSTLY and containment < _MOSTLY:
        return "expanded"
    # A newer lead rewrites the top and its figures and keeps much of the rest.
    if old_lead < LEAD_SHARED or (changed and containment < _MOSTLY):
        return "update"
    if containment > contained + 0.25:
        return "excerpt"
    if contained > containment + 0.25:
        return "expanded"
    return "edited"
