"""How many requests a host gets in a day, from all runs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.middlewares.base import Stateful
from newscrawl.middlewares.hosts import recall, remember
from newscrawl.middlewares.refusal import outlet_of, refuse
from newscrawl.middlewares.slots import host_of_request

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from newscrawl.store.session import Session


class Budget(Stateful):
    """Counts what goes to the network, and refuses what is over the day's budget.

    It stands last before the network, so that robots.txt, retries and redirects count
    and what other middlewares answer or refuse does not.
    """

    def __init__(self, crawler: Crawler, session: Session) -> None:
        super().__init__(crawler, session)
        self.usual = crawler.settings.getint("NEWSCRAWL_DAILY_REQUESTS")

    def process_request(self, request: Request) -> None:
        """Count the request, or raise ``Refused``."""
        host, today = host_of_request(request), self.session.now()[:10]
        state = recall(self.session, host)
        spent = state.requests if state.day == today else 0
        budget = self._budget(request)
        if budget and spent >= budget:
            detail = f"{spent} requests today"
            raise refuse(self.crawler, request, "daily_budget", detail)
        remember(self.session, host, day=today, requests=spent + 1)

    def _budget(self, request: Request) -> int:
        outlet = outlet_of(self.crawler, request)
        own: int | None = outlet.daily_requests if outlet is not None else None
        return self.usual if own is None else own
