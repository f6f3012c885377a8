"""Gives a host up for this run when it cannot be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import exceptions

from newscrawl.middlewares.refusal import refuse
from newscrawl.middlewares.slots import host_of_request

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_UNREACHED = (
    exceptions.CannotResolveHostError,
    exceptions.DownloadConnectionRefusedError,
    exceptions.DownloadFailedError,
    exceptions.DownloadTimeoutError,
)


class Breaker:
    """Drops a host's requests after some failed connections in a row.

    Without it a dead outlet holds a run for the time-out of every single page.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.patience = crawler.settings.getint("NEWSCRAWL_UNREACHABLE_AFTER")
        self._failures: dict[str, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the patience from the settings."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` when the host has been given up."""
        host = host_of_request(request)
        if self._failures.get(host, 0) >= self.patience:
            detail = f"{self.patience} failed connections in a row"
            raise refuse(self.crawler, request, "host_unreachable", detail)

    def process_response(self, request: Request, response: Response) -> Response:
        """Whatever the host says, it is there."""
        self._failures.pop(host_of_request(request), None)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Count a failed connection."""
        if isinstance(exception, _UNREACHED):
            host = host_of_request(request)
            self._failures[host] = self._failures.get(host, 0) + 1
