"""Scrapy's download slots, one per host: how to slow one down and how to stop it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.defer import Deferred

LEAST_DELAY = 0.001  # a slot without any delay never looks at its clock


def host_of_request(request: Request) -> str:
    """The host whose slot serves a request, and whose state is kept."""
    return urlsplit(request.url).hostname or ""


def slow_down(crawler: Crawler, host: str, delay: float) -> None:
    """Leave at least ``delay`` seconds between requests to a host, for the whole run.

    An idle slot is forgotten by Scrapy and built anew from the settings, so both are
    told. The jitter of the default delay goes: it would undercut what was asked for.
    """
    downloader = crawler.engine.downloader
    usual = crawler.settings.getfloat("DOWNLOAD_DELAY")
    settings = downloader.per_slot_settings.setdefault(host, {})
    if delay <= max(settings.get("delay", 0.0), usual):
        return
    settings |= {"delay": delay, "jitter": 0.0}
    slot = downloader.slots.get(host)
    if slot is not None:
        slot.delay, slot.jitter = delay, 0.0


def hold(crawler: Crawler, host: str, seconds: float) -> None:
    """Send nothing to a host for some seconds; its requests wait in their slot."""
    slot = crawler.engine.downloader.slots.get(host)
    if slot is None:
        return
    slot.delay = max(slot.delay, LEAST_DELAY)
    slot.lastseen = max(slot.lastseen, monotonic() + seconds)


def waiting(
    crawler: Crawler, host: str | None = None
) -> Iterator[tuple[Request, Deferred[Response]]]:
    """Take what has not been sent yet out of one host's slot, or out of all."""
    for name, slot in list(crawler.engine.downloader.slots.items()):
        while slot.queue and host in (None, name):
            yield slot.queue.popleft()
