"""Content-sampled shingles: the few of a text's word runs that its copies share.

A run of five words is kept when a hash of its ends lies below a rate, so two texts keep
the same ones wherever they agree (Manber 1994; Broder 1997 calls it modulo sampling).
Short texts keep at least a few, those with the lowest hashes.
"""

from __future__ import annotations

import hashlib
from itertools import islice
from operator import mul
from typing import TYPE_CHECKING
from zlib import crc32

from newscrawl.copies.shelves import KEY_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = 5
RATE = 1 / 8
LEAST = 20
_MIDDLE = 0xFFFFFFFF << 16
_KEPT = 64 - KEY_BITS
_CHOOSING = 7 << 45  # the highest three of them


def hash_runs(words: Sequence[str]) -> tuple[list[int], list[bytes]]:
    """Every run of five words: its 32-bit hash, and itself. A shorter text is one run.

    The sketch in the record is made of them.
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


def sample(form: bytes) -> dict[int, int]:
    """The keys of a text and where each stands first, in the order of the text.

    ``form`` is the text's words, in UTF-8, a space between each two. Keys have
    ``KEY_BITS`` bits and are the same in every process.

    >>> sample(b"one two three four five six")
    {21674417025: 0, 30702413152: 1}
    """
    words = form.split(b" ") if form else []
    if len(words) <= RUN:
        return {key_of(form): 0} if words else {}
    # The first and the last word of a run choose it: chance enough, and cheap. The
    # middle of their product is taken, as CRC-32 alone is too regular.
    values = list(map(crc32, words))
    chosen = list(map(mul, values, islice(values, RUN - 1, None)))
    places = [place for place, value in enumerate(chosen) if not value & _CHOOSING]
    if len(places) < LEAST:
        lowest = [value & _MIDDLE for value in chosen]
        places = sorted(sorted(range(len(chosen)), key=lowest.__getitem__)[:LEAST])
    keys: dict[int, int] = {}
    for place in places:
        run = b" ".join(words[place : place + RUN])
        # A product's low bits have nothing to do with those that chose it.
        keys.setdefault(crc32(run) << 4 | chosen[place] >> 4 & 15, place)
    return keys


def key_of(form: bytes) -> int:
    """The key of a whole text."""
    return int.from_bytes(hashlib.blake2b(form, digest_size=8).digest()) >> _KEPT
