"""What the parts of a spider share: what the run wants, and the counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Spider

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

    from newscrawl.agencies import Agencies
    from newscrawl.items import Errand
    from newscrawl.outlets import Outlets
    from newscrawl.spiders.choice import Choice
    from newscrawl.text.recurring import OutletMemory


class Visiting(Spider):
    """A spider that visits outlets, without a word yet on how.

    ``errands`` tells what the source said of each page under way, by the page's
    address; ``seen`` are the keys of the articles asked for. ``memory_of`` tells what
    recurs on an outlet, where something remembers it.
    """

    now: datetime
    choice: Choice
    agencies: Agencies
    outlets: Outlets
    section_pages: int | None
    revisit: timedelta | None
    errands: dict[str, Errand]
    seen: set[str]
    memory_of: Callable[[str], OutletMemory | None] | None = None
    _admitted: dict[str, int]
    _sources: set[str]

    def tally(self, outlet: str, what: str, count: int = 1) -> None:
        """Count something under the outlet's name in the stats."""
        self.crawler.stats.inc_value(f"newscrawl/outlet/{outlet}/{what}", count)
