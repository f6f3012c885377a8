"""Gives each host the delay that its outlet's file asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.middlewares.refusal import outlet_of
from newscrawl.middlewares.slots import host_of_request, slow_down

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
        """Slow the host down if its outlet says so."""
        host = host_of_request(request)
        if host in self._paced:
            return
        outlet = outlet_of(self.crawler, request)
        if outlet is None:
            return
        self._paced.add(host)
        if outlet.delay:
            slow_down(self.crawler, host, outlet.delay)
