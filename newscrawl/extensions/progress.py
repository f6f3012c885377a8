"""Bars on a terminal, a line now and then elsewhere: a person sees the crawl move."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

from newscrawl.extensions.base import Watcher
from newscrawl.extensions.outcome import by_outlet
from newscrawl.extensions.screen import Screen, borrow, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)
SECONDS = 30.0
ON_SCREEN = 0.5


class Progress(Watcher):
    """Tells what was fetched, written and rejected so far.

    On a terminal a bar for each busy outlet stands under the log, with the rate and the
    time left; in a pipe or a file a line is logged every half minute.
    """

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        return ((signals.spider_closed, self.spider_closed),)

    def begin(self) -> None:
        """Start the clock."""
        settings = self.crawler.settings
        wanted = settings.getbool("NEWSCRAWL_PROGRESS") and not settings.getbool(
            "NEWSCRAWL_QUIET"
        )
        self._screen = Screen.on(sys.stderr) if wanted else None
        self._taken = borrow(self._screen) if self._screen else []
        self._clock = create_looping_call(self.tell)
        self._clock.start(ON_SCREEN if self._screen else SECONDS, now=False)

    def spider_closed(self) -> None:
        """Stop the clock and leave the screen as it was found."""
        if self._clock.running:
            self._clock.stop()
        if self._screen:
            self._screen.show([])
            for handler in self._taken:
                handler.setStream(self._screen.stream)

    def tell(self) -> None:
        """Show the bars, or log one line."""
        if self._screen:
            counts = by_outlet(self.crawler.stats.get_stats())
            self._screen.show(rows(counts, self.session.seconds))
        else:
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
