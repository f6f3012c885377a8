"""How far one reading of a page agrees with its truth: body, headline, time, authors.

The body is scored as in ScrapingHub's article-extraction-benchmark: multisets of
four-word shingles, precision and recall of each page averaged over all, F1 of the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from statistics import mean
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"\w+", re.U)
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}
)


@dataclass(slots=True)
class Scores:
    """Figures of many pages, gathered under names such as ``body``."""

    _pairs: dict[str, list[tuple[float, float]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _hits: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def body(self, name: str, truth: list[str], read: str | None) -> None:
        """Add a page's body, held against the nearest of its true ones."""
        best = max((_overlap(one, read or "") for one in truth), key=_f1)
        self._pairs[name].append(best)

    def hit(self, name: str, *, right: bool) -> None:
        """Add whether a page's field is right."""
        self._hits[name].append(right)

    def figures(self) -> dict[str, float]:
        """Each name's figure, 0 to 1: F1 for bodies, the share that is right else."""
        told = {
            name: _f1((mean(p for p, _ in pairs), mean(r for _, r in pairs)))
            for name, pairs in self._pairs.items()
        }
        return told | {name: mean(hits) for name, hits in self._hits.items()}


def add_page(scores: Scores, truth: Mapping[str, Any], read: Mapping[str, Any]) -> None:
    """Score what is not the body: ``headline``, ``published``, ``authors``."""
    if truth.get("headline"):
        right = plain(truth["headline"]) == plain(read.get("headline"))
        scores.hit("headline", right=right)
    then, told = moment(truth.get("published")), moment(read.get("published"))
    if then is not None:
        scores.hit("day", right=_same_day(then, told))
        if "T" in str(truth["published"]) and (then.hour or then.minute or then.tzinfo):
            scores.hit("minute", right=_same_minute(then, told))
    if truth.get("authors"):
        mine = {plain(name) for name in read.get("authors") or ()}
        right = mine == {plain(name) for name in truth["authors"]}
        scores.hit("authors", right=right)


def plain(text: str | None) -> str:
    """Letters and figures only, without case: the form headlines are compared in."""
    form = unicodedata.normalize("NFKC", (text or "").translate(_PLAIN))
    return re.sub(r"[\W_]+", " ", form.casefold()).strip()


def moment(text: Any) -> datetime | None:
    """A time or day in ISO 8601."""
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    return Counter(
        tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words
    )


def _overlap(truth: str, read: str) -> tuple[float, float]:
    """Precision and recall."""
    one, two = _shingles(truth), _shingles(read)
    shared = (one & two).total()
    return shared / max(1, two.total()), shared / max(1, one.total())


def _f1(pair: tuple[float, float]) -> float:
    return 2 * pair[0] * pair[1] / (pair[0] + pair[1]) if sum(pair) else 0.0


def _same_day(then: datetime, told: datetime | None) -> bool:
    if told is None:
        return False
    if then.tzinfo and told.tzinfo:
        return then.date() == told.date() or (
            then.astimezone(told.tzinfo).date() == told.date()
        )
    return then.date() == told.date()


def _same_minute(then: datetime, told: datetime | None) -> bool:
    if told is None:
        return False
    if not (then.tzinfo and told.tzinfo):
        then, told = then.replace(tzinfo=None), told.replace(tzinfo=None)
    return then.replace(second=0, microsecond=0) == told.replace(
        second=0, microsecond=0
    )
