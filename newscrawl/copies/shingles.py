"""Content-sampled shingles: the few of a text's word runs that its copies share.

A run of five words is kept when its hash lies below a rate, so two texts keep the same
ones wherever they agree (Manber 1994; Broder 1997 calls it modulo sampling). Short
texts keep at least a few, those with the lowest hashes.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = 5
RATE = 1 / 8
LEAST = 20
_BELOW = int(RATE * 2**32)


def hash_runs(words: Sequence[str]) -> tuple[list[int], list[bytes]]:
    """Every run of five words: its 32-bit hash, and itself. A shorter text is one run.

    CRC-32 only chooses; identity is left to a wider hash.
    """
    if not words:
        return [], []
    if len(words) < RUN:
        text = " ".join(words)
    else:
        shifted = (words[start:] for start in range(RUN))
        text = "\n".join(map(" ".join, zip(*shifted, strict=False)))
    runs = text.encode("utf-8", "replace").split(b"\n")
    return list(map(crc32, runs)), runs


def sample(words: Sequence[str]) -> dict[int, int]:
    """The keys of a text and where each stands first, in the order of the text.

    Keys are signed 64-bit integers, the same in every process.

    >>> sample("one two three four five six".split())
    {4475916206259131367: 0, 4322731170382286266: 1}
    """
    values, runs = hash_runs(words)
    below = _BELOW
    places = [place for place, value in enumerate(values) if value < below]
    if len(places) < LEAST:
        lowest = sorted(range(len(values)), key=values.__getitem__)[:LEAST]
        places = sorted(lowest)
    keys: dict[int, int] = {}
    for place in places:
        keys.setdefault(_key(runs[place]), place)
    return keys


def _key(run: bytes) -> int:
    digest = hashlib.blake2b(run, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
