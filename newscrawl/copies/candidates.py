"""Which stored texts are worth aligning, and which words prove nothing."""

from __future__ import annotations

from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from newscrawl.copies.index import COMMON
from newscrawl.copies.shingles import LEAST, RATE, RUN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from newscrawl.copies.index import Outline, Owners

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
# The weight of a key that one text has: whole numbers add up alike in any order.
_WHOLE = 720_720
# Bytes of packed text for each word, about: it need not be unpacked to know its size.
_BYTES_PER_WORD = 3.3


def common_words(keys: Mapping[int, int], owners: Owners, size: int) -> bytes | None:
    """The words between keys of several stories, marked with 1."""
    common = {key for key, numbers in owners.items() if len(numbers) >= SEVERAL}
    if not common:
        return None
    marks = bytearray(size)
    begin: int | None = None
    for key, place in keys.items():
        if key not in common:
            begin = None
            continue
        begin = place if begin is None else begin
        end = min(size, place + RUN)
        marks[begin:end] = b"\x01" * (end - begin)
    return bytes(marks)


def candidates(owners: Owners, keys: int) -> list[int]:
    """The texts that own most of the copy's keys, rare keys counting more.

    ``keys`` is how many the copy has. What is common property names no text unless it
    is much: phrases and notices are shared with thousands.
    """
    weights: dict[int, int] = {}
    hits: dict[int, int] = {}
    common: list[Sequence[int]] = []
    for numbers in owners.values():
        if len(numbers) >= SEVERAL:
            common.append(numbers)
            continue
        weight = _WHOLE // len(numbers)
        for number in numbers:
            weights[number] = weights.get(number, 0) + weight
            hits[number] = hits.get(number, 0) + 1
    named = set(hits)
    much = MOSTLY / RATE * min(keys, LEAST)
    if len(common) >= much:
        named.update(_often(chain.from_iterable(common), ceil(much)))
    if not named:
        return []
    for numbers in common:
        for number in named.intersection(numbers):
            weights[number] = weights.get(number, 0) + _WHOLE // len(numbers)
            hits[number] = hits.get(number, 0) + 1
    able = [
        number
        for number in named
        if hits[number] >= LEAST_KEYS or weights[number] >= RARE * _WHOLE
    ]
    return sorted(able, key=lambda number: (-weights[number], number))[:MOST]


def _often(numbers: Iterable[int], times: int) -> list[int]:
    """The numbers that are there so many times."""
    ordered = np.fromiter(numbers, np.int64)
    ordered.sort()
    last = ordered[times - 1 :]
    often: list[int] = last[last == ordered[: len(last)]].tolist()
    return often


def likely(outlines: Sequence[Outline], owners: Owners, size: int) -> list[int]:
    """Those whose story has enough keys of the copy, whose ``size`` is in words.

    The story is asked, not the text: each of its texts brought only what was new.
    """
    stories = {one.number: one.story for one in outlines}
    shared: dict[str, int] = {}
    own: dict[str, int] = {}
    for numbers in owners.values():
        for story in {stories[number] for number in stories.keys() & numbers}:
            shared[story] = shared.get(story, 0) + 1
            own[story] = own.get(story, 0) + (len(numbers) < SEVERAL)
    found: list[int] = []
    for one in outlines:
        many = shared.get(one.story, 0)
        shorter = min(size, one.length / _BYTES_PER_WORD)
        is_own = own.get(one.story, 0) >= OWN_PER_WORD * shorter
        if many >= (KEYS_PER_WORD if is_own else MOSTLY) * shorter:
            found.append(one.number)
    return found


def spent_keys(owners: Owners, members: Collection[int]) -> set[int]:
    """The keys that are not added again: the story has them, or too many others."""
    mine = frozenset(members)
    return {
        key
        for key, numbers in owners.items()
        if len(numbers) >= COMMON or not mine.isdisjoint(numbers)
    }
