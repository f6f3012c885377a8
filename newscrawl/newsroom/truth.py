"""The world's truth at one moment, as JSON-able data for scoring a crawl."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newscrawl.newsroom import desk
from newscrawl.newsroom.model import Copy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newscrawl.newsroom.model import Profile, Version
    from newscrawl.newsroom.world import World

UrlOf = Callable[[Copy], list[str]]


def truth(world: World, clock: datetime, url_of: UrlOf | None = None) -> dict[str, Any]:
    """Everything a crawl at ``clock`` could know.

    ``copies`` are the live ones in order of publication, ``vanished`` those whose page
    is gone, ``coming`` counts those not yet published. ``url_of`` gives a copy's URLs,
    the canonical one first; without it ``url`` is ``None`` and ``urls`` empty.
    """
    hosts = {profile.id: profile.host for profile in world.profiles}
    by_state: dict[str, list[Copy]] = defaultdict(list)
    for copy in world.copies:
        by_state[copy.state_at(clock)].append(copy)
    firsts = _first_copies(by_state["live"] + by_state["vanished"])

    def told(copies: Iterable[Copy]) -> list[dict[str, Any]]:
        ordered = sorted(copies, key=lambda copy: (copy.published, copy.id))
        return [copy_truth(c, clock, hosts, url_of, firsts[c.story]) for c in ordered]

    live = told(by_state["live"])
    return {
        "seed": world.seed,
        "clock": clock.isoformat(),
        "start": world.start.isoformat(),
        "end": world.end.isoformat(),
        "outlets": [_outlet(profile) for profile in world.profiles],
        "stories": _stories(world, clock, live),
        "copies": live,
        "vanished": told(by_state["vanished"]),
        "coming": len(by_state["not_yet"]),
    }


def copy_truth(
    copy: Copy,
    clock: datetime,
    hosts: dict[str, str],
    url_of: UrlOf | None = None,
    first: str | None = None,
) -> dict[str, Any]:
    """One copy as it stands at ``clock``; it must be published by then.

    ``first`` is the id of the story's earliest copy, whose relation is "first".
    """
    shown = copy.version_at(clock)
    if shown is None:
        raise ValueError(f"{copy.id} is not published at {clock.isoformat()}")
    urls = url_of(copy) if url_of else []
    seen = [version for version in copy.versions if version.since <= clock]
    return {
        "id": copy.id,
        "outlet": copy.outlet,
        "host": hosts[copy.outlet],
        "url": urls[0] if urls else None,
        "urls": urls,
        "slug": copy.slug,
        "section": copy.section,
        "language": copy.language,
        "story": copy.story,
        "wire": copy.wire and f"{copy.story}.{shown.lead}",
        "relation": relation_at(copy, shown, first),
        "agency": copy.agency,
        "role": copy.role,
        "credit": copy.credit,
        "credited": copy.credited,
        "claims_unmodified": copy.claims_unmodified,
        "headline": shown.headline,
        "byline": copy.byline,
        "dateline": shown.dateline,
        "paragraphs": list(shown.paragraphs),
        "tail": copy.tail,
        "photo_credit": copy.photo_credit,
        "published": copy.published.isoformat(),
        "modified": shown.modified and shown.modified.isoformat(),
        "versions": [_version(version) for version in seen],
        "edits": list(copy.edits),
        "traps": list(copy.traps),
        "free": copy.free,
        "state": copy.state_at(clock),
    }


def relation_at(copy: Copy, shown: Version, first: str | None) -> str:
    """The copy's relation while it shows that version."""
    if copy.id == first or copy.wire is None:
        return "first"
    return "update" if shown.lead > 1 else desk.relation_of(copy.edits)


def to_json(found: dict[str, Any]) -> str:
    """The truth as indented JSON text with a newline at its end."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _outlet(profile: Profile) -> dict[str, Any]:
    told = asdict(profile)
    return {k: list(v) if isinstance(v, tuple) else v for k, v in told.items()}


def _version(version: Version) -> dict[str, Any]:
    return {
        "since": version.since.isoformat(),
        "lead": version.lead,
        "headline": version.headline,
        "modified": version.modified and version.modified.isoformat(),
        "paragraphs": list(version.paragraphs),
    }


def _first_copies(copies: Iterable[Copy]) -> dict[str, str]:
    firsts: dict[str, str] = {}
    for copy in sorted(copies, key=lambda copy: (copy.published, copy.id)):
        firsts.setdefault(copy.story, copy.id)
    return firsts


def _stories(
    world: World, clock: datetime, live: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    copies = defaultdict(list)
    for copy in live:
        copies[copy["story"]].append(copy)
    stories: dict[str, dict[str, Any]] = {}
    for wire in world.wires:
        if wire.filed > clock:
            continue
        told = stories.setdefault(wire.story, {"id": wire.story, "leads": []})
        told |= {
            "agency": wire.agency,
            "language": wire.language,
            "kind": told.get("kind", wire.kind),
            "cites": list(wire.cites),
            "party": list(wire.party),
        }
        told["leads"].append(
            {"id": wire.id, "kind": wire.kind, "filed": wire.filed.isoformat()}
        )
    for story, told in stories.items():
        found = copies[story]
        told["first_outlet"] = found[0]["outlet"] if found else None
        told["copies"] = [copy["id"] for copy in found]
    return list(stories.values())
