"""Refuses requests that leave the public web: by scheme, port or private address."""

from __future__ import annotations

import logging
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.utils.misc import load_object

from newscrawl.middlewares import resolver
from newscrawl.middlewares.addresses import (
    Allowance,
    is_host_name,
    plain_host,
    read_address,
)
from newscrawl.middlewares.refusal import refuse
from newscrawl.middlewares.routes import Routes

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)
_PORTS = {None, 80, 443}


class AddressGuard:
    """Looks at every request, and so at every hop of a redirect.

    Names that resolve to private addresses are the business of ``PublicResolver``; what
    it has refused once is refused here, with the reason, without another look-up.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.allowance = Allowance(
            crawler.settings.getlist("NEWSCRAWL_ALLOW_ADDRESSES")
        )
        self.routes = Routes.of(crawler.settings)
        crawler.signals.connect(self.spider_opened, signals.spider_opened)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the allowances of the operator."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """See that names are looked up by ``PublicResolver``.

        Scrapy's ``CrawlerRunner`` leaves the reactor's resolver as it found it; only
        its ``CrawlerProcess`` installs the one that the settings name.
        """
        from twisted.internet import reactor

        wanted = self.crawler.settings["TWISTED_DNS_RESOLVER"]
        if not issubclass(load_object(wanted), resolver.PublicResolver):
            logger.warning(
                "TWISTED_DNS_RESOLVER is %s: names with private addresses are reached",
                wanted,
            )
        elif not isinstance(getattr(reactor, "resolver", None), load_object(wanted)):
            load_object(wanted).from_crawler(self.crawler, reactor).install_on_reactor()

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` unless the URL is on the public web."""
        reason, detail = self.verdict(request.url)
        if reason:
            raise refuse(self.crawler, request, reason, detail)

    def verdict(self, url: str) -> tuple[str, str]:
        """Why a URL is refused, and a detail; two empty strings when it is not."""
        try:
            parts = urlsplit(url)
            host, port = plain_host(parts.hostname or ""), parts.port
            if parts.scheme not in ("http", "https"):
                return "scheme", parts.scheme
            if "@" in parts.netloc:
                return "userinfo", "a URL with a user name"
            address = read_address(host)
        except ValueError as error:
            return "bad_host", str(error)
        if address is not None:
            if not self.allowance.address(address):
                return "private_address", str(address)
            allowed = self.allowance.opens(address)
        else:
            if not is_host_name(host):
                return "bad_host", repr(host[:80])
            allowed = self.allowance.name(host) or self.routes.find(host) is not None
            if not allowed and self._is_private_name(host):
                return "private_address", host
        if not allowed and port not in _PORTS and not self._has_port(host, port):
            return "port", str(port)
        return "", ""

    def _is_private_name(self, host: str) -> bool:
        return (
            host == "localhost"
            or host.endswith((".localhost", ".local", ".internal"))
            or host in resolver.refused_names
        )

    def _has_port(self, host: str, port: int | None) -> bool:
        """Whether an outlet of this spider lives on that port, by its own file."""
        outlets: dict[str, Any] = getattr(self.crawler.spider, "outlets", {})
        place = f"{host}:{port}"
        return any(
            fnmatchcase(place, entry.lower())
            for outlet in outlets.values()
            for entry in outlet.hosts
            if ":" in entry
        )
