"""Content-sampled shingles: the few of a text's word runs that its copies share.

A run of five words is kept when its hash lies below a rate, so two texts keep the same
ones wherever they agree (Manber 1994; Broder 1997 calls it modulo sampling). Short
texts keep at least a few, those with the lowest hashes.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from newscrawl.copies.keytable import KEY_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.uint64]

RUN = 5
RATE = 1 / 8
LEAST = 20
_SPACE = 32
# Knuth's multiplier for the place of a byte, and one that spreads the sum's bits.
_BASE = 6364136223846793005
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_CHOSEN = np.uint64(int(RATE * 2**64))
_KEY = np.uint64((1 << KEY_BITS) - 1)
_FEWEST_PLACES = 1 << 13


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


class Sample(NamedTuple):
    """The keys of a text in its order, and where each stands; ``size`` is its words.

    A key that stands twice is there twice. Keys have ``KEY_BITS`` bits and are the same
    in every process.
    """

    keys: list[int]
    places: Sequence[int] | NDArray[np.intp]
    size: int


def sampled(form: bytes) -> Sample:
    """The sample of a text's words, in UTF-8 with a space between each two.

    >>> sampled(b"one two three four five six")
    Sample(keys=[21402213493, 54345817393], places=array([0, 1]), size=6)
    """
    if not form:
        return Sample([], [], 0)
    hashes = _hashes(form)
    if len(hashes) < 2:
        return Sample([key_of(form)], [0], form.count(b" ") + 1)
    places = (hashes < _CHOSEN).nonzero()[0]
    if len(places) < LEAST:
        places = np.sort(np.argsort(hashes, kind="stable")[:LEAST])
    # The low bits have nothing to do with those that chose it.
    keys = (hashes[places] & _KEY).tolist()
    return Sample(keys, places, len(hashes) + RUN - 1)


def sample(form: bytes) -> dict[int, int]:
    """The keys of a text and where each stands first, in the order of the text.

    >>> sample(b"one two three four five six")
    {21402213493: 0, 54345817393: 1}
    """
    return first_places(sampled(form))


def first_places(sample: Sample) -> dict[int, int]:
    """Where each key of a sample stands first, in the order of the text."""
    keys: dict[int, int] = {}
    for key, place in zip(sample.keys, sample.places, strict=True):
        keys.setdefault(key, int(place))
    return keys


def _hashes(form: bytes) -> Numbers:
    """The hash of each run of words, none where the words are fewer.

    A run's bytes are digits of a number (Karp and Rabin 1987), had as the difference
    of two sums over the text and brought back to the same place, modulo 2**64.
    """
    text = np.frombuffer(b" %b " % form, np.uint8)
    gaps = (text == _SPACE).nonzero()[0]
    powers, inverses = _powers(max(_FEWEST_PLACES, 1 << len(text).bit_length()))
    sums = (text * powers[: len(text)]).cumsum()
    starts = gaps[:-RUN]
    # All places are within; to have them clipped is cheaper than to have them checked.
    hashes: Numbers = sums.take(gaps[RUN:] - 1, mode="clip")
    hashes -= sums.take(starts, mode="clip")
    hashes *= inverses.take(starts, mode="clip")
    hashes ^= hashes >> _HALF
    hashes *= _SPREAD
    return hashes


@lru_cache(maxsize=8)
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """The powers of the base from 0 on and of its inverse from 1 on, modulo 2**64."""
    steps = np.full((2, count), _BASE, np.uint64)
    steps[1] = pow(_BASE, -1, 1 << 64)
    steps[:, 0] = 1
    powers: Numbers = np.multiply.accumulate(steps, axis=1)
    return powers[0], powers[1, 1:]


def key_of(form: bytes) -> int:
    """The key of a whole text."""
    return key_of_digest(hashlib.blake2b(form, digest_size=8).digest())


def key_of_digest(digest: bytes) -> int:
    """The key of a whole text whose ``tokens.digest_of`` is known.

    >>> from newscrawl.copies.tokens import digest_of
    >>> key_of_digest(digest_of(b"rain fell")) == key_of(b"rain fell")
    True
    """
    return int.from_bytes(digest) >> (64 - KEY_BITS)
