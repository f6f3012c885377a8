"""Which stored texts are worth aligning, and which words prove nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newscrawl.copies.shingles import RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A key of this many stories marks its words as common property.
SEVERAL = 4
# So many texts are verified at most; the right one is almost always the first.
MOST = 6
# A candidate owns at least so many of the copy's keys, or one that at most one other
# text has: the opening of a long text may have but one sampled key.
LEAST_KEYS = 2
RARE = 0.5


def common_words(
    keys: Mapping[int, int], owners: Iterable[tuple[int, int]], size: int
) -> bytes | None:
    """The words between keys of several stories, marked with 1."""
    counts: dict[int, int] = defaultdict(int)
    for key, _ in owners:
        counts[key] += 1
    if not any(count >= SEVERAL for count in counts.values()):
        return None
    marks = bytearray(size)
    begin: int | None = None
    for key, place in keys.items():
        if counts[key] < SEVERAL:
            begin = None
            continue
        begin = place if begin is None else begin
        end = min(size, place + RUN)
        marks[begin:end] = b"\x01" * (end - begin)
    return bytes(marks)


def candidates(owners: Iterable[tuple[int, int]]) -> list[int]:
    """The texts that own most of the copy's keys, rare keys counting more."""
    by_key: dict[int, list[int]] = defaultdict(list)
    for key, number in owners:
        by_key[key].append(number)
    weights: dict[int, float] = defaultdict(float)
    hits: dict[int, int] = defaultdict(int)
    for numbers in by_key.values():
        for number in numbers:
            weights[number] += 1 / len(numbers)
            hits[number] += 1
    able = [
        number
        for number, count in hits.items()
        if count >= LEAST_KEYS or weights[number] >= RARE
    ]
    return sorted(able, key=lambda number: (-weights[number], number))[:MOST]
