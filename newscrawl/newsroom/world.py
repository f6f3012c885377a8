"""The invented news world: agencies file, outlets publish, all of it from one seed.

Everything is drawn from a generator of its own (per story, copy, outlet), so that a
larger world only adds to a smaller one. Texts are made when ``copies`` is first read,
or story by story through ``published``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newscrawl.newsroom import desk
from newscrawl.newsroom.credits import credit_of
from newscrawl.newsroom.model import Copy, Version
from newscrawl.newsroom.own import PHOTO_CREDITS, own_text
from newscrawl.newsroom.profiles import BASE, OPENERS, profiles
from newscrawl.newsroom.stories import PACE, START, agency_of, filed_at, leads_of
from newscrawl.newsroom.truth import UrlOf, truth
from newscrawl.newsroom.words import generator, pairs

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from newscrawl.newsroom.credits import Credit
    from newscrawl.newsroom.model import Profile, WireStory

_RELEASE_TAILS = ("(ANI/NewsVoir)", "(ANI/PRNewswire)", "(ANI/BusinessWire India)")


class World:
    """A seeded world of ``stories`` agency stories run by ``outlets`` outlets.

    ``start`` is fixed, ``now`` a time at which most things are published, ``end`` one
    at which everything has happened.
    """

    def __init__(self, seed: int = 1, stories: int = 60, outlets: int = 16) -> None:
        if stories < 1 or outlets < 1:
            raise ValueError("a world needs at least one story and one outlet")
        self.seed, self.stories, self.outlets = seed, stories, outlets
        self.profiles: list[Profile] = profiles(outlets)
        self.start: datetime = START
        self.now: datetime = START + PACE * stories * 0.9 + timedelta(hours=3)
        self.end: datetime = START + PACE * stories + timedelta(hours=36)
        self._cities = {
            "en": [city for city, _ in pairs("india_city", "shared")],
            "hi": [city for city, _ in pairs("city", "hindi")],
        }

    @cached_property
    def wires(self) -> list[WireStory]:
        """Every lead of every agency story, by story."""
        return [wire for n in range(self.stories) for wire in leads_of(n, self.seed)]

    @cached_property
    def copies(self) -> list[Copy]:
        """Every article on every outlet, by story; own stories follow their time."""
        return list(self.published())

    def published(self) -> Iterator[Copy]:
        """The copies one story after another, made as they are asked for."""
        turns = dict.fromkeys((p.id for p in self.profiles), 0)
        for number in range(self.stories):
            yield from self.copies_of(number)
            for index, profile in enumerate(self.profiles):
                if _draw(self.seed, "owns", profile.id, number) < profile.own * 0.25:
                    yield self._own(profile, index, number, turns[profile.id])
                    turns[profile.id] += 1

    def copies_of(self, number: int) -> list[Copy]:
        """The copies of one agency story, earliest first."""
        leads = leads_of(number, self.seed)
        opener = _opener(self.seed, number, leads[0])
        takers = [p for p in self.profiles if self._takes(p, number, leads[0], opener)]
        made = [self._copy(p, leads, opens=p.id == opener) for p in takers]
        made.sort(key=lambda copy: (copy.published, copy.id))
        return [_first(copy) if n == 0 else copy for n, copy in enumerate(made)]

    def truth(
        self, clock: datetime | None = None, url_of: UrlOf | None = None
    ) -> dict[str, Any]:
        """What a perfect crawl at ``clock`` (default ``now``) would know, JSON-able."""
        return truth(self, clock or self.now, url_of)

    def _takes(
        self, profile: Profile, number: int, wire: WireStory, opener: str
    ) -> bool:
        if profile.language != wire.language or wire.agency not in profile.agencies:
            return False
        if profile.id == opener:
            return True
        # A copy without credit needs a credited one elsewhere to be known by.
        hidden = wire.kind == "press_release" or opener not in self._base_ids
        if "stripped" in profile.habits and hidden:
            return False
        return _draw(self.seed, "takes", profile.id, number) < profile.takes

    @cached_property
    def _base_ids(self) -> frozenset[str]:
        return frozenset(p.id for p in self.profiles[: len(BASE)])

    def _copy(
        self, profile: Profile, leads: tuple[WireStory, ...], *, opens: bool
    ) -> Copy:
        wire = leads[0]
        rng = generator(self.seed, "copy", profile.id, wire.story)
        credit = credit_of(profile, wire, rng)
        release = wire.kind == "press_release"
        plan = desk.plan(rng, profile.habits, wire.language)
        edits = [e for e in plan if e == "teaser"] if opens or release else plan
        paywalled = profile.platform == "paywall" and rng.random() < 0.7
        if paywalled:
            edits = [e for e in edits if e not in desk.BODY_EDITS] + ["paywall"]
        stripped = credit.form == "none"
        edits += ["credit_removed"] if stripped else []
        published = wire.filed + self._lag(profile, rng, opens=opens)
        city = rng.choice(self._cities[profile.language])
        text_seed = rng.random()
        versions = [
            _version(lead, since, credit, edits, city, text_seed, modified=number > 0)
            for number, (lead, since) in enumerate(
                self._followed(profile, leads, published, opens=opens)
            )
        ]
        versions = _changed(versions)
        later = versions[-1].lead > 1
        edits += ["correction"] if later and leads[-1].kind == "correction" else []
        changed = not stripped and {"words", "local_paragraph"} & set(edits)
        claims = profile.disclaimer is not None and not stripped
        return Copy(
            id=f"{wire.story}-{profile.id}",
            outlet=profile.id,
            story=wire.story,
            wire=leads[versions[-1].lead - 1].id,
            agency=wire.agency,
            role="press_release" if release else "wire_edited" if changed else "wire",
            relation="update" if later else desk.relation_of(edits),
            credit=credit.form,
            credited=not stripped,
            claims_unmodified=claims,
            section=wire.section,
            slug=wire.slug,
            byline=credit.byline,
            published=versions[0].since,
            versions=tuple(versions),
            language=wire.language,
            edits=tuple(edits),
            traps=_traps(wire, stripped=stripped),
            tail=rng.choice(_RELEASE_TAILS) if release else credit.tail,
            photo_credit=_photo(profile, rng),
            disclaimer=profile.disclaimer if claims else None,
            free=not paywalled,
            vanishes=None if opens else _vanishing(profile, rng, versions[0].since),
        )

    def _lag(self, profile: Profile, rng: random.Random, *, opens: bool) -> timedelta:
        if opens:
            return timedelta(minutes=rng.randint(2, 9))
        low, high = (75, 240) if "stripped" in profile.habits else (10, 180)
        if profile.id not in self._base_ids:
            low, high = low + 180, high + 420
        return timedelta(minutes=rng.randint(low, high))

    def _followed(
        self,
        profile: Profile,
        leads: tuple[WireStory, ...],
        published: datetime,
        *,
        opens: bool,
    ) -> list[tuple[WireStory, datetime]]:
        """The leads this outlet shows in turn, each with the time it appears."""
        rng = generator(self.seed, "follows", profile.id, leads[0].story)
        known = 0 if opens else sum(lead.filed < published for lead in leads) - 1
        start = known if known > 0 and rng.random() < 0.7 else 0
        shown = [(leads[start], published)]
        if rng.random() < (0.75 if "updates" in profile.habits else 0.3):
            for lead in leads[start + 1 :]:
                lag = timedelta(minutes=rng.randint(5, 50))
                shown.append((lead, max(lead.filed, shown[-1][1]) + lag))
        return shown

    def _own(self, profile: Profile, index: int, number: int, turn: int) -> Copy:
        text = own_text(profile, number, self.seed, turn, index)
        rng = generator(self.seed, "owncopy", profile.id, number)
        since = filed_at(number, self.seed) + timedelta(minutes=rng.randint(1, 300))
        paywalled = profile.platform == "paywall" and rng.random() < 0.7
        body = text.paragraphs[:2] if paywalled else text.paragraphs
        imitates = "own_dateline" in profile.habits and text.role == "own"
        first = Version(
            since, text.headline, text.place if imitates else None, body,
            close=": " if imitates else " ",
        )  # fmt: skip
        versions, edits = [first], ["paywall"] if paywalled else []
        if text.role == "own" and rng.random() < 0.12:
            versions.append(_put_right(first, since + timedelta(minutes=95)))
            edits.append("correction")
        name = f"o{number:05d}-{profile.id}"
        return Copy(
            id=name,
            outlet=profile.id,
            story=name,
            wire=None,
            agency=text.agency,
            role=text.role,
            relation="first",
            credit="byline" if text.trap == "mixed_byline" else "none",
            credited=text.agency is not None,
            claims_unmodified=False,
            section=text.section,
            slug=text.slug,
            byline=text.byline,
            published=since,
            versions=tuple(versions),
            language=profile.language,
            edits=tuple(edits),
            traps=(text.trap,) if text.trap else (),
            tail=text.tail,
            photo_credit=text.photo_credit,
            free=not paywalled,
            vanishes=_vanishing(profile, rng, since),
        )


def _draw(*parts: object) -> float:
    return generator(*parts).random()


def _opener(seed: int, number: int, wire: WireStory) -> str:
    """The outlet that runs a story first, untouched, with the credit on it."""
    fit = [
        p.id
        for p in BASE
        if p.id in OPENERS
        and p.language == wire.language
        and agency_of(number, seed) in p.agencies
    ]
    return generator(seed, "opener", number).choice(fit)


def _first(copy: Copy) -> Copy:
    return replace(copy, relation="first")


def _version(
    lead: WireStory,
    since: datetime,
    credit: Credit,
    edits: list[str],
    city: str,
    text_seed: float,
    *,
    modified: bool,
) -> Version:
    """One lead as the desk's edits leave it; every lead is edited the same way."""
    rng = generator(text_seed)
    headline = lead.headline
    if "headline" in edits:
        headline = desk.rewrite_headline(headline, rng, lead.language)
    rng = generator(text_seed, "body")
    body = desk.edited(lead.paragraphs, edits, rng, city=city, language=lead.language)
    return Version(
        since=since,
        headline=headline,
        dateline=credit.dateline,
        paragraphs=body,
        lead=lead.lead,
        modified=since if modified else None,
        close=credit.close,
    )


def _changed(versions: list[Version]) -> list[Version]:
    """The versions without those in which a reader would see nothing new."""
    kept = versions[:1]
    for version in versions[1:]:
        if (version.headline, version.paragraphs) != (
            kept[-1].headline,
            kept[-1].paragraphs,
        ):
            kept.append(version)
    return kept


def _put_right(version: Version, since: datetime) -> Version:
    """The outlet's own correction: a note at the end, a new modified time."""
    note = "Correction: An earlier version of this report misspelt a name."
    if not version.paragraphs[0].isascii():
        note = "भूल सुधार: इस खबर के पहले संस्करण में एक नाम गलत लिखा गया था।"
    body = (*version.paragraphs, note)
    return replace(version, since=since, modified=since, paragraphs=body)


def _traps(wire: WireStory, *, stripped: bool) -> tuple[str, ...]:
    found = {
        "cited": wire.cites,
        "party": wire.party,
        "uncredited": stripped,
        "template": wire.kind == "template",
        "press_release": wire.kind == "press_release",
    }
    return tuple(name for name, there in found.items() if there)


def _photo(profile: Profile, rng: random.Random) -> str | None:
    # On a page without any credit a photo's would be one.
    there = rng.random() < 0.25
    credit: str = rng.choice(PHOTO_CREDITS)
    return credit if there and "stripped" not in profile.habits else None


def _vanishing(
    profile: Profile, rng: random.Random, since: datetime
) -> datetime | None:
    share = 0.2 if "vanishes" in profile.habits else 0.02
    gone, hours = rng.random() < share, rng.randint(4, 20)
    return since + timedelta(hours=hours) if gone else None
