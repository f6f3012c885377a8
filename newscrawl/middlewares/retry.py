"""Tries again what may pass, and leaves a host alone when it asks for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware

from newscrawl.middlewares.hosts import recall, remember
from newscrawl.middlewares.refusal import refuse
from newscrawl.middlewares.slots import hold, host_of_request
from newscrawl.store.session import Session

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_LONGEST = 30 * 86_400  # a server's slip of the pen must not close an outlet for years


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header: a number or an HTTP date (RFC 9110).

    >>> now = datetime(2026, 11, 23, tzinfo=UTC)
    >>> retry_after(b"120", now), retry_after(b"Mon, 23 Nov 2026 00:01:00 GMT", now)
    (120.0, 60.0)
    """
    text = (value or b"").decode("latin-1").strip()
    if text.isascii() and text.isdecimal():
        return float(min(int(text[:9]), _LONGEST))
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return min(max((when - now).total_seconds(), 0.0), _LONGEST)


class Retry(RetryMiddleware):
    """Scrapy's, and 429 and 503 pause the whole host, without holding up the others.

    A host that asks for longer than ``NEWSCRAWL_RETRY_AFTER_MAX`` is left for this run;
    the store remembers until when, and the next runs keep to it.
    """

    session: Session | None
    longest: float
    first: float
    _left: dict[str, str]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the bounds; without a session nothing is kept for the next run."""
        middleware = super().from_crawler(crawler)
        middleware.session = crawler.get_extension(Session)
        middleware.longest = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")
        middleware.first = crawler.settings.getfloat("NEWSCRAWL_BACKOFF")
        middleware._left = {}
        return middleware

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` for a host that is to be left alone."""
        host = host_of_request(request)
        until = self._until(host)
        if until and until > self._now().isoformat(timespec="seconds"):
            raise refuse(self.crawler, request, "host_backoff", f"until {until}")

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Give another try, the answer, or raise ``Refused``."""
        if response.status not in (429, 503) or request.meta.get("dont_retry"):
            return super().process_response(request, response)
        header = response.headers.get(b"Retry-After")
        asked = retry_after(header, self._now())
        tries = request.meta.get("retry_times", 0)
        wait = self.first * 2**tries if asked is None else asked
        again = (
            self._retry(request, f"{response.status}") if wait <= self.longest else None
        )
        if again is not None:
            self.crawler.stats.inc_value("newscrawl/pauses")
            hold(self.crawler, host_of_request(request), wait)
            return again
        if response.status == 503 and asked is None:
            return response  # one broken page; 429 and Retry-After speak for the host
        raise self._leave(request, wait)

    def _leave(self, request: Request, wait: float) -> Exception:
        host = host_of_request(request)
        until = (self._now() + timedelta(seconds=wait)).isoformat(timespec="seconds")
        self._left[host] = until
        if self.session is not None:
            remember(self.session, host, not_before=until)
        return refuse(self.crawler, request, "host_backoff", f"until {until}")

    def _until(self, host: str) -> str:
        """Until when a host is to be left alone; the store is asked once."""
        if host not in self._left:
            state = recall(self.session, host) if self.session is not None else None
            self._left[host] = (state.not_before if state else None) or ""
        return self._left[host]

    def _now(self) -> datetime:
        if self.session is None:
            return datetime.now(UTC)
        return datetime.fromisoformat(self.session.now())
