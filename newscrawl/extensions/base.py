"""What the extensions share: they watch a crawl that harvests, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import signals

from newscrawl.store.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self

    from scrapy.crawler import Crawler


class Watcher:
    """Connects ``handlers`` once the spider is open, if there is a session.

    Extensions cannot ask for each other while they are built.
    """

    session: Session

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it and wait for the spider."""
        watcher = cls(crawler)
        crawler.signals.connect(watcher.spider_opened, signals.spider_opened)
        return watcher

    def spider_opened(self) -> None:
        """Begin to watch."""
        session = self.crawler.get_extension(Session)
        if session is None:
            return
        self.session = session
        for signal, handler in self.handlers():
            self.crawler.signals.connect(handler, signal)
        self.begin()

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        return ()

    def begin(self) -> None:
        """What there is to do when the spider opens."""
