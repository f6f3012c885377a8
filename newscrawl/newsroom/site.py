"""All sites of a world behind one door: host, path and clock to an answer."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

from newscrawl.newsroom.platforms import PLATFORMS
from newscrawl.newsroom.traffic import Answer, Ask, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newscrawl.newsroom.model import Copy, Profile
    from newscrawl.newsroom.platforms.listing import ListingPlatform

WEIGHT = 25_000


class Printed(Protocol):
    """What the sites need of a world."""

    @property
    def profiles(self) -> Sequence[Profile]:
        """The outlets."""

    @property
    def copies(self) -> Sequence[Copy]:
        """What they publish."""


class Sites:
    """The outlets' sites by host. ``weight`` is each page's ballast in bytes."""

    def __init__(self, world: Printed, weight: int = WEIGHT) -> None:
        self.world = world
        shelves: dict[str, list[Copy]] = defaultdict(list)
        for copy in world.copies:
            shelves[copy.outlet].append(copy)
        self.platforms: dict[str, ListingPlatform] = {}
        self.by_outlet: dict[str, ListingPlatform] = {}
        for profile in world.profiles:
            made = PLATFORMS[profile.platform](profile, shelves[profile.id], weight)
            self.platforms[profile.host] = made
            self.by_outlet[profile.id] = made

    def url_of(self, copy: Copy) -> list[str]:
        """Every URL of a copy's page; the first is canonical."""
        return self.by_outlet[copy.outlet].urls(copy)

    @property
    def now(self) -> datetime:
        """The time the world proposes, else when its last page has changed."""
        proposed: datetime | None = getattr(self.world, "now", None)
        times = (v.since for c in self.world.copies for v in c.versions)
        return proposed or max(times)

    def answer(self, host: str, ask: Ask) -> Answer:
        """The response to one request."""
        platform = self.platforms.get(host)
        if platform is None:
            return refusal(404, "No such host in the newsroom.")
        return platform.answer(ask) or refusal(404, "Page not found.")

    def truth(self, clock: datetime) -> dict[str, Any]:
        """The world's own account of its copies at ``clock``, with their URLs."""
        told: Callable[..., dict[str, Any]] = self.world.truth  # type: ignore[attr-defined]
        return told(clock, url_of=self.url_of)
