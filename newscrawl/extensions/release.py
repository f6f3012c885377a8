"""Held copies whose story got an agency meanwhile go through the pipeline after all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import DontCloseSpider

from newscrawl.errors import NewscrawlError
from newscrawl.extensions.base import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrapy.crawler import Crawler

    from newscrawl.items import Article


class Release(Watcher):
    """When the crawl falls idle, gives the released articles to the pipeline.

    A copy without a credit may be read before the credited one, in this run or an
    earlier one; only the end of the crawl knows all that can be known today.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._tried: set[str] = set()
        self._work: asyncio.Task[None] | None = None

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        return ((signals.spider_idle, self.spider_idle),)

    def spider_idle(self) -> None:
        """Release what can be; raises ``DontCloseSpider`` while there is some."""
        if self._work is not None and not self._work.done():
            raise DontCloseSpider
        if self.session.failure is not None:
            return
        try:
            released = list(self.session.store.released())
        except NewscrawlError as error:
            self.session.fail(error)
            return
        articles = [a for a in released if a.id not in self._tried]
        if not articles:
            return
        self._tried.update(article.id for article in articles)
        self._work = asyncio.ensure_future(self._process(articles))
        raise DontCloseSpider

    async def _process(self, articles: list[Article]) -> None:
        scraper = self.crawler.engine.scraper
        try:
            for article in articles:
                if scraper.slot is None or scraper.slot.closing:
                    break  # the run is being stopped; the rest stays held
                await scraper.start_itemproc_async(article, response=None)
        finally:
            # Nobody else tells a closing scraper that its last item is through.
            if scraper.slot is not None:
                scraper._check_if_closing()
        # Scrapy looks again whether it is idle every five seconds, unless it is told.
        slot = getattr(self.crawler.engine, "_slot", None)
        if slot is not None:
            slot.nextcall.schedule()
