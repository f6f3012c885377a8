"""How a middleware says no: one exception with a reason, counted once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from newscrawl.items import Errand

logger = logging.getLogger(__name__)

request_refused = object()
"""Sent for every refusal: ``request``, ``reason``."""


class Refused(IgnoreRequest):
    """A request that is not made, or an answer that is not used.

    It reaches the request's errback; ``reason`` is one word for counting, ``detail`` a
    clause for people.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def refuse(
    crawler: Crawler, request: Request, reason: str, detail: str = ""
) -> Refused:
    """Count a refusal as ``newscrawl/refused/<reason>``; gives what is to be raised."""
    crawler.stats.inc_value(f"newscrawl/refused/{reason}")
    logger.debug("Refused %r: %s %s", request.url, reason, detail)
    crawler.signals.send_catch_log(request_refused, request=request, reason=reason)
    return Refused(reason, detail)


def errand_of(request: Request) -> Errand | None:
    """Why the request is made; ``None`` for requests that are no spider's."""
    return request.meta.get("errand")


def outlet_of(crawler: Crawler, request: Request) -> Any | None:
    """The outlet the request is made for, if the spider has outlets."""
    errand = errand_of(request)
    if errand is None:
        return None
    return getattr(crawler.spider, "outlets", {}).get(errand.outlet)
