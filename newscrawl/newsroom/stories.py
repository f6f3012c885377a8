"""What the agencies file: story ``n`` in all its leads, from the seed alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from newscrawl.newsroom.model import WireStory
from newscrawl.newsroom.words import (
    Banks,
    Teller,
    banks,
    capital,
    generator,
    pairs,
    tidy,
)

if TYPE_CHECKING:
    import random

IST = timezone(timedelta(hours=5, minutes=30))
START = datetime(2026, 3, 2, 6, 0, tzinfo=IST)
PACE = timedelta(minutes=24)
TOPICS = (
    "politics", "courts", "accidents", "business",
    "sport", "science", "world", "weather",
)  # fmt: skip
AGENCY_NAMES = {
    "ians": "IANS", "ani": "ANI", "pti": "PTI", "reuters": "Reuters",
    "xinhua": "Xinhua", "afp": "AFP", "uni": "UNI", "yonhap": "Yonhap",
    "kyodo": "Kyodo", "tass": "TASS", "dpa": "DPA", "anadolu": "Anadolu",
}  # fmt: skip
CITED = ("yonhap", "xinhua", "kyodo", "tass", "dpa", "anadolu")
# Facts fixed for a whole story, so that it stays with its subject.
BOUND = (
    "topic_np", "court", "matter", "vehicle", "mishap", "plant", "driver", "club",
    "club2", "league", "event", "subject", "problem", "device", "inst", "deal",
    "country2", "protest", "topic",
)  # fmt: skip
_DIGITS = re.compile(r"(?<![\d,.])\d{1,2}(?![\d,.])")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug_of(headline: str) -> str:
    """The headline as the last part of a URL path.

    >>> slug_of("Agra: 3 held, Rs 1,200 crore seized")
    'agra-3-held-rs-1-200-crore-seized'
    """
    return _NOT_SLUG.sub("-", headline.casefold()).strip("-")[:72].rstrip("-")


def filed_at(number: int, seed: int) -> datetime:
    """When the first lead of story ``number`` is filed."""
    minutes = generator(seed, "filed", number).randrange(20)
    return START + number * PACE + timedelta(minutes=minutes)


def kind_of(number: int) -> str:
    """What sort of story ``number`` is: the hard cases come at fixed places.

    >>> [kind_of(n) for n in (0, 1, 3, 5, 6, 7, 9, 14)]
    ['news', 'twin', 'market', 'hindi', 'corrected', 'release', 'bulletin', 'agency']
    """
    if number % 10 == 1:
        return "twin"
    by_twelve = {3: "market", 9: "bulletin", 5: "hindi"}.get(number % 12)
    if by_twelve:
        return by_twelve
    if number % 15 == 7:
        return "release"
    if number % 20 == 14:
        return "agency"
    return "corrected" if number % 10 == 6 else "news"


def topic_of(number: int, seed: int) -> str:
    """The topic of an ordinary story."""
    return generator(seed, "topic", number).choice(TOPICS)


def agency_of(number: int, seed: int) -> str:
    """Which agency files story ``number``."""
    kind, rng = kind_of(number), generator(seed, "agency", number)
    if kind in ("hindi", "agency"):
        return "ians"
    if kind == "release":
        return "ani"
    if kind == "bulletin":
        return rng.choice(("pti", "ians"))
    if kind == "market":
        return rng.choice(("ians", "pti", "ani"))
    if kind == "twin":
        other = agency_of(number - 1, seed)
        return rng.choice([a for a in ("ians", "pti", "ani") if a != other])
    if topic_of(number, seed) == "world":
        return rng.choice(("ians", "ians", "reuters", "xinhua", "ani"))
    if topic_of(number, seed) in ("business", "science"):
        return rng.choice(("ians", "ians", "reuters", "xinhua", "pti"))
    return rng.choice(("ians", "ians", "ians", "pti", "pti", "ani"))


def leads_of(number: int, seed: int = 1) -> tuple[WireStory, ...]:
    """All leads of story ``number``, oldest first. Depends on nothing else."""
    kind = kind_of(number)
    if kind == "hindi":
        return _hindi(number, seed)
    if kind in ("market", "bulletin"):
        return (_template(number, seed, kind),)
    if kind == "release":
        return (release(number, seed, "ani"),)
    if kind == "agency":
        return (_agency_story(number, seed),)
    return _news(number, seed, kind)


def english_facts(rng: random.Random, topic: str) -> dict[str, str]:
    """The names of one event: places, people, bodies, bound to slot names."""
    told = banks("shared", topic)
    teller = Teller(rng, told)
    facts: dict[str, str] = {}
    for n in range(1, 5):
        foreign = topic == "world"
        name = teller.say("foreign_name") if foreign else _person(teller)
        facts[f"p{n}"], facts[f"l{n}"] = name, name.split()[-1]
    for n in range(1, 4):
        facts[f"f{n}"] = teller.say("foreign_name")
    facts["f1_last"] = facts["f1"].split()[-1]
    cities = pairs("world_city" if topic == "world" else "india_city", "shared")
    first, second, third = rng.sample(cities, 3)
    facts["place"], facts["place2"], facts["place3"] = first[0], second[0], third[0]
    facts["admin"] = "" if topic == "world" else first[1]
    facts["country"] = first[1] if topic == "world" else "India"
    facts["org1"], facts["org2"] = _firm(teller), _institute(teller)
    binder = Teller(rng, told, facts)
    binder.bind(*BOUND)
    return facts


def _person(teller: Teller) -> str:
    return f"{teller.say('first_name')} {teller.say('last_name')}"


def _firm(teller: Teller) -> str:
    return f"{teller.say('org_stem')} {teller.say('firm_suffix')}"


def _institute(teller: Teller) -> str:
    return f"{teller.say('org_stem')} {teller.say('institute_suffix')}"


def article_text(teller: Teller, low: int = 5, high: int = 11) -> list[str]:
    """A lead and ``low`` to ``high`` paragraphs of one or two sentences."""
    rng, order = teller.rng, list(teller.banks["sentence"])
    rng.shuffle(order)
    paragraphs = [teller.sentence("lead")]
    for _ in range(rng.randint(low, high)):
        if len(order) < 2:
            break
        count = 1 if rng.random() < 0.45 else 2
        told = [capital(tidy(teller.tell(order.pop()))) for _ in range(count)]
        paragraphs.append(" ".join(told))
    return paragraphs


def _news(number: int, seed: int, kind: str) -> tuple[WireStory, ...]:
    """An ordinary story; a twin tells the event before it in its own words."""
    event = number - 1 if kind == "twin" else number
    topic, agency = topic_of(event, seed), agency_of(number, seed)
    facts = english_facts(generator(seed, "event", event), topic)
    rng = generator(seed, "wire", number)
    teller = Teller(rng, banks("shared", topic), dict(facts))
    paragraphs = article_text(teller)
    if rng.random() < 0.3:
        paragraphs.append(teller.sentence("background"))
    cites: tuple[str, ...] = ()
    if topic == "world" and rng.random() < 0.6:
        cites = (rng.choice([a for a in CITED if a != agency]),)
        teller.facts["cite_agency"] = AGENCY_NAMES[cites[0]]
        paragraphs.insert(2, teller.sentence("cite"))
    first = _wire(number, seed, teller, agency, paragraphs, cites=cites)
    if kind == "corrected":
        return first, _corrected(first, rng)
    later = [first]
    wanted = 2 + (rng.random() < 0.3) if number % 4 == 0 else 1
    while len(later) < wanted:
        later.append(_next_lead(later[-1], teller))
    return tuple(later)


def _wire(
    number: int,
    seed: int,
    teller: Teller,
    agency: str,
    paragraphs: list[str],
    *,
    headline: str = "",
    cites: tuple[str, ...] = (),
) -> WireStory:
    headline = headline or teller.sentence("headline")
    initials = generator(seed, "desk", number)
    letters = ["".join(initials.choices("abdhkmnprsvy", k=n)) for n in (3, 2)]
    facts = teller.facts
    desk = teller.say("desk")
    return WireStory(
        id=f"s{number:05d}.1",
        story=f"s{number:05d}",
        lead=1,
        agency=agency,
        language="en",
        kind="news",
        slug=f"{slug_of(headline)}-{number}",
        section=teller.say("section"),
        headline=headline,
        place=facts["place"],
        admin=facts.get("admin") or None,
        country=facts.get("country"),
        filed=filed_at(number, seed),
        paragraphs=tuple(paragraphs),
        reporter=_person(Teller(initials, teller.banks)),
        desk="/".join((desk, letters[1])) if agency == "ians" else letters[0],
        cites=cites,
    )


def _next_lead(wire: WireStory, teller: Teller) -> WireStory:
    """The story again an hour or two later: a new top, two new paragraphs."""
    rng, kept = teller.rng, list(wire.paragraphs[1:])
    del kept[rng.randrange(len(kept))]
    fresh = [teller.sentence("sentence") for _ in range(2)]
    kept.insert(2, fresh[0])
    lead = wire.lead + 1
    return replace(
        wire,
        id=f"{wire.story}.{lead}",
        lead=lead,
        headline=teller.again("headline"),
        filed=wire.filed + timedelta(minutes=rng.randint(70, 150)),
        paragraphs=(teller.again("lead"), *kept, fresh[1]),
    )


def _corrected(wire: WireStory, rng: random.Random) -> WireStory:
    """The story again with one figure put right."""
    body, at = list(wire.paragraphs), 0
    numbered = [n for n, text in enumerate(body) if n and _DIGITS.search(text)]
    at = rng.choice(numbered) if numbered else 0
    body[at] = _DIGITS.sub(lambda m: str(int(m[0]) + 2), body[at], count=1)
    return replace(
        wire,
        id=f"{wire.story}.2",
        lead=2,
        kind="correction",
        filed=wire.filed + timedelta(minutes=rng.randint(50, 160)),
        paragraphs=tuple(body),
    )


def _template(number: int, seed: int, kind: str) -> WireStory:
    """A market close or a weather bulletin: the same words, other numbers and names."""
    topic = "markets" if kind == "market" else "weather"
    rng = generator(seed, "wire", number)
    facts = english_facts(rng, topic)
    agency = agency_of(number, seed)
    teller = Teller(rng, banks("shared", topic), facts)
    if kind == "market":
        facts["place"], facts["admin"] = "Mumbai", ""
        stems = rng.sample(teller.banks["org_stem"], 5)
        for n, stem in enumerate(stems, 1):
            facts[f"firm{n}"] = f"{teller.tell(stem)} {teller.say('firm_suffix')}"
    teller.bind("index", "index2", "cue", "sector", "up_verb", "weekday")
    facts["weekday2"] = teller.tell(rng.choice(teller.banks["weekday"]))
    facts |= _market_numbers(rng) if kind == "market" else _weather_numbers(rng)
    body = "close" if kind == "market" else "bulletin"
    paragraphs, headline = teller.every(body), teller.sentence(f"{body}_headline")
    wire = _wire(number, seed, teller, agency, paragraphs, headline=headline)
    return replace(wire, kind="template")


def _market_numbers(rng: random.Random) -> dict[str, str]:
    n = rng.randint
    return {
        "n1": str(n(60, 900)), "n2": f"{n(0, 99):02d}", "n3": str(n(0, 2)),
        "n4": f"{n(1, 99):02d}", "n5": f"{n(61, 84)},{n(100, 999)}.{n(10, 99)}",
        "n6": str(n(20, 290)), "n7": f"{n(18, 25)},{n(100, 999)}.{n(10, 99)}",
        "n8": str(n(1, 5)), "n9": str(n(0, 3)), "n10": f"{n(1, 6)},{n(100, 999)}",
        "n11": str(n(58, 91)), "n12": str(n(2, 48)), "n13": str(n(80, 91)),
    }  # fmt: skip


def _weather_numbers(rng: random.Random) -> dict[str, str]:
    n = rng.randint
    low, high = n(6, 24), n(26, 41)
    return {
        "n1": str(low), "n2": str(n(0, 9)), "n3": str(n(22, 97)), "n4": str(n(1, 8)),
        "n5": str(high), "n6": str(low + n(-2, 2)), "n7": str(high + n(-2, 2)),
        "n8": str(n(62, 380)), "n9": str(n(1, 88)),
    }  # fmt: skip


def release(number: int, seed: int, agency: str, *, own: str = "") -> WireStory:
    """A paid release in its own tone; ``own`` names the only outlet that has it."""
    rng = generator(seed, "release", number, own)
    facts = english_facts(rng, "business")
    teller = Teller(rng, banks("shared", "business", "traps"), facts)
    paragraphs = teller.every("release")
    headline = teller.sentence("release_headline")
    wire = _wire(number, seed, teller, agency, paragraphs, headline=headline)
    return replace(wire, kind="press_release")


def _agency_story(number: int, seed: int) -> WireStory:
    """One agency writes about another."""
    rng = generator(seed, "wire", number)
    facts = english_facts(rng, "business")
    other = rng.choice(("pti", "uni", "ani", "afp"))
    facts["other"] = AGENCY_NAMES[other]
    known: Banks = banks("shared", "business", "traps")
    teller = Teller(rng, known, facts)
    headline, lead = teller.together("agency_story_headline", "agency_story")
    paragraphs = [lead, *article_text(teller)[1:]]
    wire = _wire(number, seed, teller, "ians", paragraphs, headline=headline)
    return replace(wire, party=(other,), section="national")


def hindi_facts(rng: random.Random) -> dict[str, str]:
    """The names of one event in Devanagari."""
    told = banks("hindi")
    teller, facts = Teller(rng, told), {}
    for n in range(1, 5):
        last = teller.say("last_name")
        facts[f"p{n}"], facts[f"l{n}"] = f"{teller.say('first_name')} {last}", last
    (place, key), (place2, _) = rng.sample(pairs("city", "hindi"), 2)
    facts |= {"place": place, "place2": place2, "key": key, "country": "India"}
    facts["org1"], facts["org2"] = teller.say("org"), teller.say("org")
    Teller(rng, told, facts).bind("topic")
    return facts


def _hindi(number: int, seed: int) -> tuple[WireStory, ...]:
    rng = generator(seed, "wire", number)
    teller = Teller(rng, banks("hindi"), hindi_facts(rng))
    paragraphs = article_text(teller, 5, 8)
    if rng.random() < 0.3:
        paragraphs.append(teller.sentence("background"))
    wire = _wire(number, seed, teller, "ians", paragraphs)
    slug = f"{teller.facts['key']}-samachar-{number}"
    first = replace(wire, language="hi", slug=slug, desk=wire.desk.partition("/")[2])
    if number % 8:
        return (first,)
    return first, _next_lead(first, teller)
