"""Sends requests where the operator routed their host, or to the host itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from scrapy.core.downloader.contextfactory import _load_context_factory_from_settings
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

from newscrawl.middlewares.refusal import outlet_of
from newscrawl.middlewares.routes import Routes

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class RoutedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler with two exceptions to what a URL says.

    A host in ``NEWSCRAWL_CONNECT_TO`` is asked by plain HTTP at the place given there,
    under its own name. An outlet whose file says ``verify_tls = false`` is believed
    without a valid certificate.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.routes = Routes.of(crawler.settings)
        self._unverified: HTTP11DownloadHandler | None = None
        if self.routes.table:
            # All routed hosts share one address, hence one pool of connections.
            most = crawler.settings.getint("CONCURRENT_REQUESTS")
            self._pool.maxPersistentPerHost = most

    async def download_request(self, request: Request) -> Response:
        """Fetch a page from wherever it is to be had."""
        place = self.routes.find(urlsplit(request.url).hostname or "")
        if place is not None:
            return await self._download_routed(request, place)
        outlet = outlet_of(self._crawler, request)
        if outlet is not None and not outlet.verify_tls:
            return await self._lenient().download_request(request)
        return await super().download_request(request)

    async def _download_routed(self, request: Request, place: str) -> Response:
        parts = urlsplit(request.url)
        routed = request.replace(
            url=urlunsplit(("http", place, parts.path, parts.query, "")), cls=None
        )
        routed.headers[b"Host"] = parts.netloc
        routed.headers[b"X-Forwarded-Proto"] = parts.scheme
        response = await super().download_request(routed)
        if "download_latency" in routed.meta:
            request.meta["download_latency"] = routed.meta["download_latency"]
        return response.replace(url=request.url)

    def _lenient(self) -> HTTP11DownloadHandler:
        """A handler of its own for unverified hosts: no connection is shared."""
        if self._unverified is None:
            self._unverified = HTTP11DownloadHandler(self._crawler)
            factory = _load_context_factory_from_settings(self._crawler)
            factory._verify_certificates = False
            self._unverified._contextFactory = factory
        return self._unverified

    async def close(self) -> None:
        """Close the connections of both kinds."""
        if self._unverified is not None:
            await self._unverified.close()
        await super().close()
