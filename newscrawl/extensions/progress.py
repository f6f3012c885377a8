"""A line now and then, so that a person sees the crawl move."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

from newscrawl.extensions.base import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)
SECONDS = 30.0


class Progress(Watcher):
    """Logs what was fetched, written and rejected so far, every half minute."""

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        return ((signals.spider_closed, self.spider_closed),)

    def begin(self) -> None:
        """Start the clock."""
        self._clock = create_looping_call(self.tell)
        self._clock.start(SECONDS, now=False)

    def spider_closed(self) -> None:
        """Stop the clock."""
        if self._clock.running:
            self._clock.stop()

    def tell(self) -> None:
        """Log one line."""
        logger.info("%s", self.line())

    def line(self) -> str:
        """How far the crawl has come."""
        stats = self.crawler.stats.get_stats()
        totals = dict.fromkeys(("requested", "fetched", "written", "rejected"), 0)
        for key, value in stats.items():
            if key.startswith("newscrawl/outlet/"):
                what = key.rsplit("/", 1)[-1]
                if what in totals:
                    totals[what] += value
        told = ", ".join(f"{count} {what}" for what, count in totals.items())
        return f"{self.session.seconds:.0f} s: articles {told}"
