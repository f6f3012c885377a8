"""Gives each host the delay that its outlet's file asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.middlewares.refusal import outlet_of
from newscrawl.middlewares.slots import LEAST_DELAY, host_of_request, slow_down

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


class Pace:
    """Sets a host's delay before its first request."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._paced: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the spider's outlets at each request."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Slow the host down as its outlet says, and never let it be hurried."""
        host = host_of_request(request)
        if host in self._paced:
            return
        outlet = outlet_of(self.crawler, request)
        if outlet is None:
            return
        self._paced.add(host)
        # Of a host without any delay Scrapy sends all that waits at once, whatever the
        # concurrency: it counts a request only once it is on its way.
        slow_down(self.crawler, host, max(outlet.delay or 0.0, LEAST_DELAY))
