"""What outlets write themselves, and the traps in it for whoever looks for agencies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.newsroom.credits import name_of
from newscrawl.newsroom.stories import (
    TOPICS,
    article_text,
    english_facts,
    hindi_facts,
    release,
    slug_of,
)
from newscrawl.newsroom.words import Teller, banks, generator

if TYPE_CHECKING:
    import random

    from newscrawl.newsroom.model import Profile

# Each outlet's own stories go through these in turn, each outlet starting elsewhere.
TRAPS = (
    "", "photo_credit", "cited", "", "mixed_inputs", "party", "press_release",
    "mixed_byline",
)  # fmt: skip
_HINDI_TRAPS = ("", "photo_credit", "mixed_inputs")
PHOTO_CREDITS = ("PTI", "AFP", "ANI", "Reuters", "IANS Photo", "AP")
_RELEASE_NOTE = (
    "Disclaimer: This is a press release. {name} does not take responsibility for "
    "its content."
)


@dataclass(frozen=True, slots=True)
class OwnText:
    """An outlet's own text with its truth: role, agency (mixed bylines), traps."""

    headline: str
    slug: str
    section: str
    place: str
    paragraphs: tuple[str, ...]
    byline: str | None
    role: str = "own"
    agency: str | None = None
    tail: str | None = None
    photo_credit: str | None = None
    trap: str = ""


def own_text(
    profile: Profile, number: int, seed: int, turn: int, offset: int
) -> OwnText:
    """The ``turn``-th own story of an outlet, of the time of story ``number``."""
    rng = generator(seed, "own", profile.id, number)
    known = _HINDI_TRAPS if profile.language == "hi" else TRAPS
    trap = known[(turn + 3 * offset) % len(known)]
    if trap == "press_release":
        return _own_release(profile, number, seed)
    agency = rng.choice(profile.agencies)
    name = name_of(agency, profile.language)
    teller = _teller(profile, rng)
    teller.facts["agency"] = name
    headline, paragraphs = _text(teller, trap)
    place = teller.facts.get("key") or slug_of(headline)
    slug = slug_of(headline) if profile.language == "en" else f"{place}-vishesh"
    mixed = trap.startswith("mixed")
    reporter = f"{teller.say('first_name')} {teller.say('last_name')}"
    return OwnText(
        headline=headline,
        slug=f"{slug}-{number}",
        section=teller.say("section"),
        place=teller.facts["place"],
        paragraphs=tuple(paragraphs),
        byline=f"{reporter} and {name}" if trap == "mixed_byline" else reporter,
        role="mixed" if mixed else "own",
        agency=agency if mixed else None,
        tail=_inputs(name, profile.language) if trap == "mixed_inputs" else None,
        photo_credit=rng.choice(PHOTO_CREDITS) if trap == "photo_credit" else None,
        trap=trap,
    )


def _teller(profile: Profile, rng: random.Random) -> Teller:
    if profile.language == "hi":
        return Teller(rng, banks("hindi"), hindi_facts(rng))
    topic = rng.choice(TOPICS)
    return Teller(rng, banks("shared", topic), english_facts(rng, topic))


def _text(teller: Teller, trap: str) -> tuple[str, list[str]]:
    headline, paragraphs = teller.sentence("headline"), article_text(teller, 4, 9)
    if trap not in ("party", "cited"):
        return headline, paragraphs
    misleading = Teller(
        teller.rng, teller.banks | banks("traps"), teller.facts, teller.told
    )
    if trap == "party":
        headline, lead = misleading.together("party_headline", "party")
        return headline, [lead, *paragraphs[1:]]
    paragraphs.insert(2, misleading.sentence("cited"))
    return headline, paragraphs


def _inputs(name: str, language: str) -> str:
    return f"(इनपुट-{name})" if language == "hi" else f"(With inputs from {name})"


def _own_release(profile: Profile, number: int, seed: int) -> OwnText:
    wire = release(number, seed, "ani", own=profile.id)
    return OwnText(
        headline=wire.headline,
        slug=wire.slug,
        section=wire.section,
        place=wire.place,
        paragraphs=wire.paragraphs,
        byline=None,
        role="press_release",
        tail=_RELEASE_NOTE.format(name=profile.name),
        trap="press_release",
    )
