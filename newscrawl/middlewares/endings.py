"""Tells of article requests that Scrapy would drop without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware

from newscrawl.middlewares.refusal import errand_of
from newscrawl.signals import page_rejected

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class Endings(BaseSpiderMiddleware):
    """Sends ``page_rejected`` for what never reaches an errback.

    That is a URL that is too long, and a request that the duplicate filter drops.
    Whatever else fails arrives at the request's errback, which tells it.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.longest = crawler.settings.getint("URLLENGTH_LIMIT")
        crawler.signals.connect(self.request_dropped, signals.request_dropped)

    def get_processed_request(
        self, request: Request, response: Response | None
    ) -> Request | None:
        """Pass a request whose URL has a sane length."""
        if not self.longest or len(request.url) <= self.longest:
            return request
        self._tell(request, "url_too_long", f"{len(request.url)} characters")
        return None

    def request_dropped(self, request: Request) -> None:
        """The duplicate filter has dropped a request."""
        self._tell(request, "repeated", "asked for in this run already")

    def _tell(self, request: Request, reason: str, detail: str) -> None:
        self.crawler.stats.inc_value(f"newscrawl/refused/{reason}")
        errand = errand_of(request)
        if errand is None or errand.kind != "article":
            return
        self.crawler.signals.send_catch_log(
            page_rejected,
            url=request.url[: self.longest or None],
            outlet=errand.outlet,
            reason=reason,
            detail=detail,
            errand=errand,
        )
