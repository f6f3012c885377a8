"""Which stored texts are worth aligning, and which words prove nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newscrawl.copies.shingles import LEAST, RATE, RUN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newscrawl.copies.index import Outline

# A key of this many stories marks its words as common property.
SEVERAL = 4
# So many texts are verified at most; the right one is almost always the first.
MOST = 6
# A candidate owns at least so many of the copy's keys, or one that at most one other
# text has: the opening of a long text may have but one sampled key.
LEAST_KEYS = 2
RARE = 0.5
# A copy shares at least so many keys with its story for each word of the shorter text:
# the least share of words that makes one, sampled, after heavy editing. Of 4,100 pairs
# of copies one had fewer; of the others, which need no aligning then, more than half.
KEYS_PER_WORD = 0.014
# And so many of them own, which fewer than several stories have, unless they are many.
OWN_PER_WORD = 0.002
MOSTLY = 0.05
# Bytes of packed text for each word, about: it need not be unpacked to know its size.
_BYTES_PER_WORD = 3.3


def common_words(
    keys: Mapping[int, int], owners: Iterable[tuple[int, int]], size: int
) -> bytes | None:
    """The words between keys of several stories, marked with 1."""
    counts = Counter(key for key, _ in owners)
    if max(counts.values(), default=0) < SEVERAL:
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


def candidates(owners: Sequence[tuple[int, int]], keys: int | None = None) -> list[int]:
    """The texts that own most of the copy's keys, rare keys counting more.

    ``keys`` is how many the copy has.
    """
    by_key: dict[int, list[int]] = {}
    for key, number in owners:
        by_key.setdefault(key, []).append(number)
    if keys is not None and _hopeless(by_key, keys):
        return []
    weights: dict[int, float] = {}
    hits: dict[int, int] = {}
    for numbers in by_key.values():
        weight = 1 / len(numbers)
        for number in numbers:
            weights[number] = weights.get(number, 0) + weight
            hits[number] = hits.get(number, 0) + 1
    able = [
        number
        for number, count in hits.items()
        if count >= LEAST_KEYS or weights[number] >= RARE
    ]
    return sorted(able, key=lambda number: (-weights[number], number))[:MOST]


def _hopeless(by_key: Mapping[int, Sequence[int]], keys: int) -> bool:
    """Whether all that is found is common property, and little: phrases, a notice."""
    if len(by_key) >= MOSTLY / RATE * min(keys, LEAST):
        return False
    return all(len(numbers) >= SEVERAL for numbers in by_key.values())


def likely(
    outlines: Sequence[Outline], owners: Iterable[tuple[int, int]], size: int
) -> list[int]:
    """Those whose story has enough keys of the copy, whose ``size`` is in words.

    The story is asked, not the text: each of its texts brought only what was new.
    """
    stories = {one.number: one.story for one in outlines}
    counts: Counter[int] = Counter()
    shared: dict[str, set[int]] = {}
    for key, number in owners:
        counts[key] += 1
        if number in stories:
            shared.setdefault(stories[number], set()).add(key)
    found: list[int] = []
    for one in outlines:
        keys = shared.get(one.story, ())
        shorter = min(size, one.length / _BYTES_PER_WORD)
        if len(keys) < KEYS_PER_WORD * shorter:
            continue
        own = sum(counts[key] < SEVERAL for key in keys)
        if own >= OWN_PER_WORD * shorter or len(keys) >= MOSTLY * shorter:
            found.append(one.number)
    return found
