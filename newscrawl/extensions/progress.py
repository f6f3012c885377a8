"""A line now and then, so that a person sees the crawl move."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from newscrawl.store.session import Session

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)
SECONDS = 30.0


class Progress:
    """Logs what was fetched, written and rejected so far, every half minute."""

    def __init__(self, crawler: Crawler, session: Session) -> None:
        self.crawler = crawler
        self.session = session
        self._clock = create_looping_call(self.tell)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it; raises ``NotConfigured`` where nothing is harvested."""
        session = crawler.get_extension(Session)
        if session is None:
            raise NotConfigured
        progress = cls(crawler, session)
        crawler.signals.connect(progress.spider_opened, signals.spider_opened)
        crawler.signals.connect(progress.spider_closed, signals.spider_closed)
        return progress

    def spider_opened(self) -> None:
        """Start the clock."""
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
