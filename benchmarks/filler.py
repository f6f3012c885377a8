"""Invented articles without end: distinct texts that share what real ones share.

Words follow Zipf's law over a made-up vocabulary, each article has its own subject and
names, sentences borrow stock phrases, and outlets leave their boilerplate in.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOCABULARY = 40_000
_PHRASES = 4_000
_OUTLETS = 120
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "or")]


@dataclass(frozen=True, slots=True)
class Filler:
    """One invented article."""

    id: str
    outlet: str
    headline: str
    paragraphs: list[str]


def articles(count: int, seed: int = 1, edition: int = 0) -> Iterator[Filler]:
    """``count`` distinct articles, the same ones for the same seed and edition.

    Editions share their vocabulary, phrases and notices.
    """
    chance = random.Random(seed)
    words = _vocabulary(chance)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    phrases = [
        " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(4, 14)))
        for _ in range(_PHRASES)
    ]
    notices = [
        [
            " ".join(chance.choices(words, cum_weights=weights, k=30)).capitalize()
            for _ in range(3)
        ]
        for _ in range(_OUTLETS)
    ]
    if edition:
        chance = random.Random(f"{seed}/{edition}")
    for number in range(count):
        outlet = chance.randrange(_OUTLETS)
        paragraphs = list(_paragraphs(chance, words, weights, phrases))
        if chance.random() < 0.5:
            paragraphs.append(f"{chance.choice(notices[outlet])}.")
        yield Filler(
            id=f"filler-{number}",
            outlet=f"outlet-{outlet}",
            headline=" ".join(paragraphs[0].split()[:9]),
            paragraphs=paragraphs,
        )


def _vocabulary(chance: random.Random) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < _VOCABULARY:
        length = 1 + min(4, int(chance.expovariate(0.6)) + (len(made) > 300))
        made["".join(chance.choices(_SYLLABLES, k=length))] = None
    return list(made)


def _paragraphs(
    chance: random.Random, words: list[str], weights: list[float], phrases: list[str]
) -> Iterator[str]:
    names = [word.capitalize() for word in chance.choices(words, k=6)]
    subject = chance.choices(words, k=25)
    for _ in range(chance.randint(7, 19)):
        sentences: list[str] = []
        for _ in range(chance.randint(1, 3)):
            some = chance.choices(words, cum_weights=weights, k=chance.randint(9, 24))
            some[3] = chance.choice(names)
            some[6] = chance.choice(subject)
            if chance.random() < 0.15:
                some[5:5] = chance.choice(phrases).split()
            if chance.random() < 0.3:
                some.append(str(chance.randint(2, 9_000)))
            sentence = " ".join(some)
            sentences.append(f"{sentence[0].upper()}{sentence[1:]}.")
        text = " ".join(sentences)
        yield f'"{text}" {names[0]} said.' if chance.random() < 0.15 else text
