"""Names are looked up once, and the answer that was checked is the one connected to."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from newscrawl.middlewares.addresses import Allowance
from newscrawl.middlewares.routes import Routes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred

# Names with private answers. Like Scrapy's own name cache it belongs to the process:
# a resolver serves a reactor and knows no crawler.
refused_names: set[str] = set()
_MOST = 10_000


class PublicResolver(CachingThreadedResolver):
    """Fails names whose address is not public, unless the operator opened it.

    Since the connection is made to the very address that was checked, a name cannot be
    harmless at the check and private at the connect (DNS rebinding).
    """

    allowance: Allowance
    routed: set[str]

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Build Scrapy's resolver and give it what the operator allows."""
        resolver = super().from_crawler(crawler, reactor)
        settings = crawler.settings
        resolver.allowance = Allowance(settings.getlist("NEWSCRAWL_ALLOW_ADDRESSES"))
        resolver.routed = Routes.of(settings).addresses()
        return resolver

    def getHostByName(  # noqa: N802 - Twisted's name
        self, name: str, timeout: Sequence[int] = ()
    ) -> Deferred[str]:
        """Look a name up; fails with ``DNSLookupError`` on a private answer."""
        found = super().getHostByName(name, timeout)
        found.addCallback(self._check, name)
        return found

    def _check(self, answer: Any, name: str) -> Any:
        if name in self.routed or self.allowance.name(name.lower()):
            return answer
        if self.allowance.address(ip_address(str(answer))):
            return answer
        if len(refused_names) < _MOST:
            refused_names.add(name.lower())
        raise DNSLookupError(f"{name} has the private address {answer}")
