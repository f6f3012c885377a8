"""What a desk changed: the headline, the paragraphs, the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newscrawl.copies.tokens import split_words

if TYPE_CHECKING:
    from newscrawl.copies.tokens import Tokens

# A paragraph stands in the other text when half its words do, and is gone below 30 %.
_KEPT = 0.5
_GONE = 0.3
_SAME_HEADLINE = 0.8


@dataclass(frozen=True, slots=True)
class DeskEdits:
    """What changed against the text it was compared with.

    ``kept`` and ``added`` count paragraphs of the copy, ``cut`` those of the other that
    are gone; ``words_changed`` is the share of both texts' words without a partner.
    """

    headline: Literal["same", "rewritten"]
    kept: int
    cut: int
    added: int
    words_changed: float


def desk_edits(
    headlines: tuple[str, str], copy: Tokens, found: bytes, other: Tokens, kept: bytes
) -> DeskEdits:
    """The edits of a copy, from the marks of its alignment with the other text."""
    here = _shares(copy, found)
    stayed = sum(share >= _KEPT for share in here)
    both = len(found) + len(kept)
    same = headline_share(*headlines) >= _SAME_HEADLINE
    return DeskEdits(
        headline="same" if same else "rewritten",
        kept=stayed,
        cut=sum(share < _GONE for share in _shares(other, kept)),
        added=len(here) - stayed,
        words_changed=round(1 - (found.count(1) + kept.count(1)) / max(1, both), 4),
    )


def headline_share(one: str, two: str) -> float:
    """The share of words that two headlines have in common.

    >>> headline_share("Ferry to Kochi reopens", "Ferry to Kochi reopens today")
    0.8
    """
    here, there = set(split_words(one)), set(split_words(two))
    return len(here & there) / max(1, len(here | there))


def _shares(tokens: Tokens, marks: bytes) -> list[float]:
    spans = [marks[a:b] for a, b in tokens.spans()]
    return [span.count(1) / max(1, len(span)) for span in spans]
