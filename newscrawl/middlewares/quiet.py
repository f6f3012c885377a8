"""Leaves outlets alone in their quiet hours, by the clock of the place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request

from newscrawl.middlewares.base import Stateful
from newscrawl.middlewares.refusal import errand_of, outlet_of, refuse, request_refused
from newscrawl.text.spans import is_within, read_hours
from newscrawl.text.zones import named_zone

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawl.store.session import Session


class Quiet(Stateful):
    """Drops what a spider wants of a quiet outlet, and refuses what is under way.

    It stands on both sides of the engine. What is refused fails in passing: the
    outlet's sources are asked again and tell of it again. The hours are the outlet's
    file's, else the setting's, in the outlet's zone or in UTC.
    """

    def __init__(self, crawler: Crawler, session: Session) -> None:
        super().__init__(crawler, session)
        self.usual = crawler.settings.get("NEWSCRAWL_QUIET_HOURS") or ""

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass the spider's first requests, without those to quiet outlets."""
        async for output in start:
            if not self._drops(output):
                yield output

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Pass items, and requests to outlets that are not quiet."""
        async for output in result:
            if not self._drops(output):
                yield output

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` for what was queued before the quiet hours began."""
        if self._is_quiet(request):
            raise refuse(self.crawler, request, "quiet_hours")

    def _drops(self, output: Any) -> bool:
        if not isinstance(output, Request) or not self._is_quiet(output):
            return False
        errand = errand_of(output)
        if errand is not None:
            stat = f"newscrawl/outlet/{errand.outlet}/quiet"
            self.crawler.stats.inc_value(stat)
        self.crawler.signals.send_catch_log(
            request_refused, request=output, reason="quiet_hours"
        )
        return True

    def _is_quiet(self, request: Request) -> bool:
        outlet = outlet_of(self.crawler, request)
        if outlet is None:
            return False
        hours = self.usual if outlet.quiet_hours is None else outlet.quiet_hours
        if not hours:
            return False
        zone = named_zone(outlet.zone) if outlet.zone else None
        now = datetime.fromisoformat(self.session.now()).astimezone(zone or UTC)
        return is_within(now.time(), read_hours(hours))
