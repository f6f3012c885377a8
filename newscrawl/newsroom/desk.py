"""What outlets' desks do to agency text, each change recorded by one word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newscrawl.newsroom.words import Teller, banks, pairs

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_WORD = re.compile(r"per cent|[A-Za-z]+")
_TITLE_CHANGES = (
    ("says", "claims"), ("refuses", "denies"), ("killed", "dead"), ("over", "on"),
    ("seeks", "wants"), ("wins", "bags"), ("beat", "down"), ("demands", "seeks"),
    ("agree on", "seal"), ("rises", "jumps"), ("falls", "drops"), ("held", "arrested"),
    ("buys", "acquires"), ("rejects", "turns down"), ("approves", "clears"),
)  # fmt: skip
_PREFIXES = ("Breaking", "Watch", "Big news", "Just in", "Update", "Explained")
_SUFFIXES = (
    "all you need to know", "details here", "what we know so far", "check full report",
    "here is what happened", "read details",
)  # fmt: skip
_HINDI_SUFFIXES = ("जानें पूरा मामला", "पढ़ें पूरी खबर", "क्या है मामला")


@cache
def swaps() -> dict[str, tuple[str, ...]]:
    """The agency's word to the words a desk puts in its place."""
    found: dict[str, tuple[str, ...]] = {}
    for old, new in pairs("swap", "synonyms"):
        found[old] = (*found.get(old, ()), new)
    return found


BODY_EDITS = frozenset(("trimmed", "dropped", "local_paragraph", "words"))


def plan(rng: random.Random, habits: Sequence[str], language: str = "en") -> list[str]:
    """Which changes a desk of these habits makes to one copy; often none."""
    edits = []
    body_share = 0.12 if "verbatim" in habits else 0.62
    if rng.random() < body_share:
        kinds = ["trimmed", "dropped", "local_paragraph", "words", "words"]
        if "local" in habits:
            kinds += ["local_paragraph", "local_paragraph"]
        if language == "hi":
            kinds = [kind for kind in kinds if kind != "words"]
        edits.append(rng.choice(kinds))
        if edits == ["local_paragraph"] and language == "en" and rng.random() < 0.25:
            edits.append("words")
    headline_share = 0.85 if "headline" in habits else 0.3
    if rng.random() < headline_share:
        edits.append("headline")
    if rng.random() < 0.15:
        edits.append("typography")
    if "teaser" in habits:
        edits.append("teaser")
    return edits


def relation_of(edits: Sequence[str]) -> str:
    """What the edits make of the copy, against the agency's own text."""
    if "trimmed" in edits or "dropped" in edits or "paywall" in edits:
        return "excerpt"
    if "local_paragraph" in edits:
        return "expanded"
    return "edited" if "words" in edits else "verbatim"


def edited(
    paragraphs: Sequence[str],
    edits: Sequence[str],
    rng: random.Random,
    *,
    city: str,
    language: str = "en",
) -> tuple[str, ...]:
    """The paragraphs after the edits. The same generator state gives the same text."""
    body = list(paragraphs)
    if "trimmed" in edits:
        body = body[: trim_point(body, rng)]
    if "dropped" in edits:
        body = drop_middle(body, rng)
    if "words" in edits:
        body = change_words(body, rng)
    if "local_paragraph" in edits:
        body = add_local(body, rng, city, language)
    if "typography" in edits:
        body = [curl(text) for text in body]
    if "paywall" in edits:
        body = body[:2]
    return tuple(body)


def trim_point(body: Sequence[str], rng: random.Random) -> int:
    """How many paragraphs from the top an excerpt keeps: at least two, never all."""
    return max(2, min(len(body) - 1, round(len(body) * rng.uniform(0.3, 0.65))))


def drop_middle(body: Sequence[str], rng: random.Random) -> list[str]:
    """The body without one to three paragraphs that are neither first nor last."""
    inner = range(1, len(body) - 1)
    gone = set(rng.sample(inner, min(rng.randint(1, 3), max(1, len(inner) - 1))))
    return [text for n, text in enumerate(body) if n not in gone]


def add_local(
    body: Sequence[str], rng: random.Random, city: str, language: str
) -> list[str]:
    """The body with one or two paragraphs of the outlet's own reporters."""
    teller = Teller(rng, banks("hindi" if language == "hi" else "shared"))
    name = f"{teller.say('first_name')} {teller.say('last_name')}"
    teller.facts |= {"city": city, "p": name, "place2": city, "place": city}
    added = [teller.sentence("local") for _ in range(rng.randint(1, 2))]
    at = rng.choice((len(body), len(body), max(2, len(body) // 2)))
    return [*body[:at], *added, *body[at:]]


def change_words(body: Sequence[str], rng: random.Random) -> list[str]:
    """The body with 2 to 12 per cent of its words swapped for the desk's own."""
    total = sum(len(text.split()) for text in body)
    wanted = max(1, round(total * rng.uniform(0.03, 0.10)))
    spots = [
        (n, found.start(), found.end())
        for n, text in enumerate(body)
        for found in _WORD.finditer(text)
        if found[0] in swaps()
    ]
    chosen = rng.sample(spots, min(wanted, len(spots)))
    changed = list(body)
    for n, start, end in sorted(chosen, reverse=True):
        text = changed[n]
        new = rng.choice(swaps()[text[start:end]])
        changed[n] = text[:start] + new + text[end:]
    return changed


def curl(text: str) -> str:
    """Straight quotes made typographic, double hyphens made dashes.

    >>> curl('"It is Asha\\'s," he said -- twice')
    '“It is Asha’s,” he said — twice'
    """
    text = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”")
    return text.replace("'", "’").replace(" -- ", " — ")


def rewrite_headline(headline: str, rng: random.Random, language: str = "en") -> str:
    """The outlet's own headline over the agency's story; never the same.

    >>> import random
    >>> rewrite_headline("Bus falls into gorge", random.Random(2)) == "x"
    False
    """
    if language == "hi":
        return f"{headline}, {rng.choice(_HINDI_SUFFIXES)}"
    new = headline
    for old, ours in _TITLE_CHANGES:
        new = re.sub(rf"\b{old}\b", ours, new)
    left, colon, right = new.partition(": ")
    if colon and right and rng.random() < 0.5:
        new = f"{right[:1].upper()}{right[1:]} in {left}"
    shape = rng.randrange(3)
    if shape == 0 or (shape == 2 and new == headline):
        return f"{rng.choice(_PREFIXES)}: {new}"
    return f"{new}; {rng.choice(_SUFFIXES)}" if shape == 1 else new
