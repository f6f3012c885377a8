"""How well a story's credited copies speak for a text that names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.copies.align import seed_places
from newscrawl.copies.tokens import unpack
from newscrawl.copies.verdict import Verdict, compare

if TYPE_CHECKING:
    from newscrawl.copies.index import CopyIndex, StoredCopy

# A story's copies beyond these say little that the first did not.
_ASKED = 512
# A credited cut that stands whole in the text speaks for it, if the text is not mostly
# something else.
_WHOLE = 0.9
_LEAST = 0.4
# So much of the text must stand in a credited copy before the agency is named: two
# desks that quote one statement share up to about half.
_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Support:
    """The credited copy that agrees best, and how far it speaks for the text, 0 to 1.

    ``verbatim`` says that the two have the very same words.
    """

    matched: str
    weight: float
    verbatim: bool

    @property
    def enough(self) -> bool:
        """Whether the agency may be named on this ground."""
        return self.weight >= _ENOUGH


def best_support(index: CopyIndex, copy: StoredCopy, agency: str) -> Support | None:
    """The best support for a copy among its story's texts credited to ``agency``.

    All of them are asked, so that the order in which copies were read does not matter:
    the earliest may be a cut that holds less of the text than a later one.
    """
    tokens = unpack(copy.packed)
    if not tokens.words:
        return None
    places = seed_places(tokens.words)
    best: Support | None = None
    for stored in index.members(copy.story, _ASKED):
        if stored.agency != agency or stored.id == copy.id:
            continue
        if stored.digest == copy.digest:
            return Support(stored.id, 1.0, verbatim=True)
        support = _support(stored, compare(tokens, unpack(stored.packed), places))
        if best is None or support.weight > best.weight:
            best = support
    return best


def _support(stored: StoredCopy, verdict: Verdict) -> Support:
    weight = max(verdict.resemblance, verdict.containment)
    if verdict.contained >= _WHOLE and verdict.containment >= _LEAST:
        weight = max(weight, verdict.contained)
    return Support(stored.id, weight, verdict.relation == "verbatim")
