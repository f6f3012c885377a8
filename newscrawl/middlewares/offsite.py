"""Keeps every errand on the hosts of its outlet, at every hop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.middlewares.refusal import errand_of, outlet_of, refuse

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


class Offsite:
    """Refuses requests for an outlet that lead to somebody else, by link or redirect.

    robots.txt may redirect anywhere (RFC 9309, 2.3.1.2); it is fetched without an
    errand of its own.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the spider's outlets at each request."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` when the outlet does not cover the URL."""
        errand, outlet = errand_of(request), outlet_of(self.crawler, request)
        if errand is None or outlet is None or outlet.covers(request.url):
            return
        raise refuse(self.crawler, request, "offsite", f"is not {errand.outlet}'s")
