"""What one text changed against another, paragraph beside paragraph, word by word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from newscrawl.text.clean import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = Literal["same", "edited", "moved", "cut", "added"]

# A paragraph answers another when this share of the shorter one's words stand in it.
_ANSWERS = 0.5
# Of a text; what is behind them is not compared.
_MOST_WORDS, _MOST_PARAGRAPHS = 6_000, 400


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row; ``changed`` where the other text does not have them."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph beside the one that answers it; one side is empty for cut and added.

    ``moved`` paragraphs stand elsewhere in the other text, perhaps edited too.
    """

    kind: Kind
    left: tuple[Run, ...]
    right: tuple[Run, ...]


def word_diff(left: Sequence[str], right: Sequence[str]) -> list[Row]:
    """The rows of two texts given as paragraphs, in the order of the right one.

    What was cut stands where it stood. Words are compared without case and marks.

    >>> old = ["Rain stops play on the first day.", "Nobody was hurt."]
    >>> rows = word_diff(old, ["Rain stopped play on the first day."])
    >>> [row.kind for row in rows]
    ['edited', 'cut']
    >>> [run.text for run in rows[0].right if run.changed]
    ['stopped']
    """
    left, right = _bounded(left), _bounded(right)
    pairs = _pairs([_words(p) for p in left], [_words(p) for p in right])
    answers = {there: here for here, there in pairs.items()}
    in_order = _rising([answers[j] for j in sorted(answers)])
    rows: list[Row] = []
    done = 0
    for place, paragraph in enumerate(right):
        here = answers.get(place)
        if here is None:
            rows.append(Row("added", (), (Run(paragraph, True),)))
            continue
        moved = here not in in_order
        if not moved:
            rows += [_cut(left[i]) for i in range(done, here) if i not in pairs]
            done = here + 1
        old, new = _runs(left[here], paragraph)
        changed = any(run.changed for run in (*old, *new))
        kind: Kind = "moved" if moved else "edited" if changed else "same"
        rows.append(Row(kind, old, new))
    return rows + [_cut(left[i]) for i in range(done, len(left)) if i not in pairs]


def _bounded(paragraphs: Sequence[str]) -> list[str]:
    kept: list[str] = []
    left = _MOST_WORDS
    for paragraph in paragraphs[:_MOST_PARAGRAPHS]:
        kept.append(paragraph)
        left -= len(paragraph.split())
        if left <= 0:
            break
    return kept


def _words(text: str) -> list[str]:
    return ["".join(words(word)) or word for word in text.split()]


def _pairs(left: list[list[str]], right: list[list[str]]) -> dict[int, int]:
    """Which paragraph of the right answers one of the left; the closest pairs first."""
    here, there = [Counter(p) for p in left], [Counter(p) for p in right]
    scored = []
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            least = min(len(left[i]), len(right[j]))
            shared = (one & other).total() if least else 0
            if least and shared / least >= _ANSWERS:
                both = len(left[i]) + len(right[j])
                scored.append((-2 * shared / both, abs(i - j), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _rising(places: list[int]) -> set[int]:
    """The longest run of places that keep their order; the others were moved."""
    runs: list[tuple[int, ...]] = [()]
    for place in places:
        before = (run for run in runs if not run or run[-1] < place)
        runs.append((*_longest(before), place))
    return set(_longest(runs))


def _longest(runs: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return max(runs, key=len)


def _cut(paragraph: str) -> Row:
    return Row("cut", (Run(paragraph, True),), ())


def _runs(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    here, there = left.split(), right.split()
    matcher = SequenceMatcher(None, _words(left), _words(right), autojunk=False)
    old: list[Run] = []
    new: list[Run] = []
    for what, a, b, c, d in matcher.get_opcodes():
        changed = what != "equal"
        old += [Run(" ".join(here[a:b]), changed)] if b > a else []
        new += [Run(" ".join(there[c:d]), changed)] if d > c else []
    return tuple(old), tuple(new)
