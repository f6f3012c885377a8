"""Alignment of two token streams: which words of one stand in the other, and where.

Seeds are runs of three equal words; a seed is extended to both sides as far as the
words agree. Blocks may be out of order, because desks move paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 3
# A block this long is a paragraph that was moved, wherever it stands; shorter ones that
# break the order are stock sentences, as of horoscopes and weather reports.
MOVED = 25
# A run that stands in more places of one text is a refrain and seeds nothing.
_MOST_PLACES = 8
# Long blocks are compared by so many words at once.
_STRIDE = 16

Places = dict[tuple[str, ...], list[int]]


@dataclass(frozen=True, slots=True)
class Block:
    """``size`` equal words, from ``a`` in the one text and from ``b`` in the other."""

    a: int
    b: int
    size: int


def seed_places(words: Sequence[str]) -> Places:
    """Where each run of three words stands."""
    places: Places = {}
    for at, run in enumerate(zip(words, words[1:], words[2:], strict=False)):
        places.setdefault(run, []).append(at)
    return places


def align(a: Sequence[str], b: Sequence[str], places: Places) -> list[Block]:
    """The blocks of equal words in the order of ``b``; no word is used twice.

    ``places`` is ``seed_places(a)``, which the caller keeps for many ``b``; equal texts
    need none.
    """
    if len(a) >= SEED and a == b:
        return [Block(0, 0, len(a))]
    blocks: list[Block] = []
    used = bytearray(len(a))
    floor = expected = 0
    runs = enumerate(zip(b, b[1:], b[2:], strict=False))
    for at, run in runs:
        if run not in places:
            continue
        found = places[run]
        if len(found) > _MOST_PLACES:
            continue
        # The place that continues the diagonal needs the least of a desk.
        start = min(found, key=lambda place: abs(place - expected))
        if used[start] or used[start + SEED - 1]:
            continue
        block = _extend(a, b, used, Block(start, at, SEED), floor)
        used[block.a : block.a + block.size] = b"\x01" * block.size
        blocks.append(block)
        floor = block.b + block.size
        expected = block.a + block.size
        passed = floor - at - 1
        next(islice(runs, passed, passed), None)
    return blocks


def _extend(
    a: Sequence[str], b: Sequence[str], used: bytearray, seed: Block, floor: int
) -> Block:
    start, at = seed.a, seed.b
    end, stop = start + seed.size, at + seed.size
    limit = used.find(1, end)
    limit = min(len(a) if limit < 0 else limit, end + len(b) - stop)
    while end + _STRIDE <= limit and a[end : end + _STRIDE] == b[stop : stop + _STRIDE]:
        end += _STRIDE
        stop += _STRIDE
    while end < limit and a[end] == b[stop]:
        end += 1
        stop += 1
    while start and at > floor and a[start - 1] == b[at - 1] and not used[start - 1]:
        start -= 1
        at -= 1
    return Block(start, at, end - start)


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """The heaviest chain of blocks that rise in both texts, and the moved paragraphs.

    ``blocks`` are in the order of ``b``, as ``align`` gives them.
    """
    # ends[i] is where a chain ends in ``a``; the chains get heavier with their ends.
    ends: list[int] = []
    weights: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, block in enumerate(blocks):
        at = bisect_right(ends, block.a)
        weight = block.size + (weights[at - 1] if at else 0)
        before.append(tops[at - 1] if at else -1)
        end = block.a + block.size
        at = bisect_left(ends, end)
        if at and weights[at - 1] >= weight:
            continue
        stop = at
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        ends[at:stop], weights[at:stop], tops[at:stop] = [end], [weight], [number]
    chain: set[int] = set()
    number = tops[-1] if tops else -1
    while number >= 0:
        chain.add(number)
        number = before[number]
    return [
        block
        for number, block in enumerate(blocks)
        if number in chain or block.size >= MOVED
    ]
