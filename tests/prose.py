"""Invented words: the same for the same name, unlike for any other."""

from __future__ import annotations

from random import Random

LATIN = "abcdefghijklmnoprstuvw"


def prose(name: object, words: int = 40, letters: str = LATIN) -> str:
    """A sentence of so many words."""
    chance = Random(str(name))
    some = (
        "".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(words)
    )
    return " ".join(some).capitalize() + "."
