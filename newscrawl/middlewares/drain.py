"""A run that is told to stop does not sit out the pauses of its hosts."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy import signals

from newscrawl.middlewares.refusal import refuse
from newscrawl.middlewares.slots import waiting

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

_GLANCE = 0.5  # seconds; Scrapy sends no signal when it begins to close


class Drain:
    """Refuses what waits in the downloader's slots once the engine closes.

    Scrapy lets them all be served first. With a Retry-After of two minutes, or a
    Crawl-delay, that is longer than a service manager waits before it kills.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._task: asyncio.Task[None] | None = None
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Wait for the spider."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Look now and then whether the engine closes."""
        self._task = asyncio.ensure_future(self._watch())

    def spider_closed(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_GLANCE)
            slot = getattr(self.crawler.engine, "_slot", None)
            if slot is not None and slot.closing is not None:
                for request, answer in waiting(self.crawler):
                    why = "the run was told to stop"
                    answer.errback(refuse(self.crawler, request, "stopped", why))
