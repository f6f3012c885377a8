"""What a desk changed: headline, dateline, credit, paragraphs, sentences, words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal

from newscrawl.copies.tokens import split_words
from newscrawl.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.copies.index import StoredCopy
    from newscrawl.copies.query import CopyText
    from newscrawl.copies.tokens import Tokens
    from newscrawl.copies.verdict import Verdict

Part = Literal["top", "middle", "end"]

# A paragraph stands in the other text when half its words do, and is gone below 30 %.
_KEPT = 0.5
_GONE = 0.3
_SAME_HEADLINE = 0.8


@dataclass(frozen=True, slots=True)
class DeskEdits:
    """What changed against the text it was compared with.

    ``kept`` and ``added`` count paragraphs of the copy, ``moved`` those of the kept
    that stand out of order, ``cut`` those of the other that are gone, ``cut_from``
    where they stood. ``sentences_edited`` counts the copy's sentences that the other
    has in other words. ``headline_kept`` is the share of words both headlines have;
    ``words_changed`` the share of both texts' words without a partner. ``dateline`` is
    ``None`` where the other has none; ``credit_removed`` says that the other names its
    agency and this does not.
    """

    headline: Literal["same", "rewritten"]
    headline_kept: float
    dateline: Literal["same", "changed", "removed"] | None
    credit_removed: bool
    kept: int
    moved: int
    cut: int
    cut_from: tuple[Part, ...]
    added: int
    sentences_edited: int
    words_changed: float


def desk_edits(
    copy: CopyText, tokens: Tokens, stored: StoredCopy, other: Tokens, verdict: Verdict
) -> DeskEdits:
    """The edits of a copy against a stored text, from the verdict on the two.

    ``tokens`` are the copy's words and ``other`` the stored text's.
    """
    here = _shares(tokens, verdict.found)
    there = _shares(other, verdict.kept)
    stayed = [place for place, share in enumerate(here) if share >= _KEPT]
    both = len(verdict.found) + len(verdict.kept)
    aligned = verdict.found.count(1) + verdict.kept.count(1)
    share = headline_share(stored.headline, copy.headline)
    return DeskEdits(
        headline="same" if share >= _SAME_HEADLINE else "rewritten",
        headline_kept=round(share, 4),
        dateline=_dateline(stored.dateline, copy.dateline),
        credit_removed=stored.agency is not None and copy.agency is None,
        kept=len(stayed),
        moved=_moved(tokens, verdict, stayed),
        cut=sum(share < _GONE for share in there),
        cut_from=_parts(there),
        added=len(here) - len(stayed),
        sentences_edited=0 if aligned == both else _edited(copy, tokens, verdict),
        words_changed=round(1 - aligned / max(1, both), 4),
    )


def headline_share(one: str, two: str) -> float:
    """The share of words that two headlines have in common.

    >>> headline_share("Ferry to Kochi reopens", "Ferry to Kochi reopens today")
    0.8
    """
    here, there = set(split_words(one)), set(split_words(two))
    return len(here & there) / max(1, len(here | there))


def _dateline(
    before: str | None, now: str | None
) -> Literal["same", "changed", "removed"] | None:
    if before is None:
        return None
    if now is None:
        return "removed"
    return "same" if split_words(before) == split_words(now) else "changed"


def _moved(tokens: Tokens, verdict: Verdict, stayed: Sequence[int]) -> int:
    """How many of the kept paragraphs stand elsewhere in the other text."""
    spans = tokens.spans()
    ends: list[int] = []  # of the longest runs that keep the order
    for number in stayed:
        begin, end = spans[number]
        place = _place(verdict, begin, end)
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(stayed) - len(ends)


def _place(verdict: Verdict, begin: int, end: int) -> int:
    """Where the other text has the longest piece of these words."""
    longest, place = 0, 0
    for block in verdict.blocks:
        start = max(begin, block.a)
        size = min(end, block.a + block.size) - start
        if size > longest:
            longest, place = size, block.b + start - block.a
    return place


def _parts(shares: Sequence[float]) -> tuple[Part, ...]:
    """Where the paragraphs that are gone stood among those that are not."""
    gone = [share < _GONE for share in shares]
    if not any(gone) or all(gone):
        return ()
    first, last = gone.index(False), len(gone) - 1 - gone[::-1].index(False)
    parts: list[Part] = ["top"] if first else []
    parts += ["middle"] if any(gone[first:last]) else []
    return (*parts, "end") if last < len(gone) - 1 else tuple(parts)


def _edited(copy: CopyText, tokens: Tokens, verdict: Verdict) -> int:
    """The sentences that stand in the other text, but not word for word."""
    count = 0
    texts = (text for text in copy.paragraphs if any(map(str.isalnum, text)))
    for text, (begin, end) in zip(texts, tokens.spans(), strict=False):
        marks = verdict.found[begin:end]
        if all(marks) or not any(marks):
            continue
        sizes = [len(split_words(one)) for one in sentences(text)]
        for start, stop in pairwise(accumulate(sizes, initial=0)):
            some = marks[start:stop]
            count += bool(some) and _GONE <= some.count(1) / len(some) < 1
    return count


def _shares(tokens: Tokens, marks: bytes) -> list[float]:
    spans = [marks[a:b] for a, b in tokens.spans()]
    return [span.count(1) / max(1, len(span)) for span in spans]
