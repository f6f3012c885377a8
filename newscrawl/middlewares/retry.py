"""Tries again what may pass, and leaves a host alone when it asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.downloadermiddlewares.retry import RetryMiddleware

from newscrawl.middlewares.hosts import recall, remember
from newscrawl.middlewares.refusal import refuse
from newscrawl.middlewares.slots import hold, host_of_request, waiting
from newscrawl.store.session import Session

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_LONGEST = 30 * 86_400  # a server's slip of the pen must not close an outlet for years
_BUSY = (429, 503)
_PAUSES = 5  # the longest pause so many times: what a run waits for one host in all


@dataclass(slots=True)
class Patience:
    """How often and how long a host has made a run wait.

    Times are seconds; ``clock`` values are ``time.monotonic``. Answers that were under
    way when the pause began are the same refusal, not another one.
    """

    in_a_row: int = 0
    waited: float = 0.0
    until: float = 0.0

    def pause(self, clock: float, wait: float) -> None:
        """Count a pause of ``wait`` seconds from now.

        >>> host = Patience()
        >>> host.pause(100.0, 10.0), host.pause(101.0, 10.0), host.pause(112.0, 10.0)
        (None, None, None)
        >>> host
        Patience(in_a_row=2, waited=21.0, until=122.0)
        """
        if clock >= self.until:
            self.in_a_row += 1
        self.waited += max(0.0, clock + wait - max(clock, self.until))
        self.until = max(self.until, clock + wait)


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

    A host that asks for longer than ``NEWSCRAWL_RETRY_AFTER_MAX``, that asks again
    after ``RETRY_TIMES`` pauses in a row, or that has had five times the longest pause
    in all, is left for this run; the store remembers until when, and the next runs keep
    to it.
    """

    session: Session | None
    longest: float
    first: float
    most: int
    _left: dict[str, str]
    _patience: dict[str, Patience]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the bounds; without a session nothing is kept for the next run."""
        middleware = super().from_crawler(crawler)
        middleware.session = crawler.get_extension(Session)
        middleware.longest = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")
        middleware.first = crawler.settings.getfloat("NEWSCRAWL_BACKOFF")
        middleware.most = crawler.settings.getint("RETRY_TIMES")
        middleware._left = {}
        middleware._patience = {}
        downloaded = signals.response_downloaded
        crawler.signals.connect(middleware.response_downloaded, downloaded)
        return middleware

    def response_downloaded(self, request: Request, response: Response) -> None:
        """Hold the host before the downloader sends it the next request in line."""
        if response.status in _BUSY:
            wait = min(self._wait(request, response)[0], self.longest)
            hold(self.crawler, host_of_request(request), wait)

    def process_request(self, request: Request) -> None:
        """Raise ``Refused`` for a host that is to be left alone."""
        host = host_of_request(request)
        until = self._until(host)
        if until and until > self._now().isoformat(timespec="seconds"):
            raise self._refuse(request, until)

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Give another try, the answer, or raise ``Refused``."""
        host = host_of_request(request)
        if response.status not in _BUSY or request.meta.get("dont_retry"):
            patience = self._patience.get(host)
            if patience is not None:
                patience.in_a_row = 0
            return super().process_response(request, response)
        wait, is_asked = self._wait(request, response)
        if self._is_worth(host, wait):
            again = self._retry(request, f"{response.status}")
            if again is not None:
                hold(self.crawler, host, wait)  # now that the pause is counted
                return again
        tries = request.meta.get("retry_times", 0)
        if response.status == 503 and not is_asked and tries >= self.most:
            return response  # one broken page; 429 and Retry-After speak for the host
        raise self._leave(request, wait)

    def _wait(self, request: Request, response: Response) -> tuple[float, bool]:
        """Seconds until the next request may be made, and whether the host said so."""
        asked = retry_after(response.headers.get(b"Retry-After"), self._now())
        tries = request.meta.get("retry_times", 0)
        return (self.first * 2**tries, False) if asked is None else (asked, True)

    def _is_worth(self, host: str, wait: float) -> bool:
        """Whether the run waits for a host once more; counts the pause if so."""
        patience = self._patience.setdefault(host, Patience())
        clock = monotonic()
        spent = clock >= patience.until and patience.in_a_row >= self.most
        whole = self.longest * _PAUSES
        if wait > self.longest or spent or patience.waited + wait > whole:
            return False
        if clock >= patience.until:
            self.crawler.stats.inc_value("newscrawl/pauses")
        patience.pause(clock, wait)
        return True

    def _leave(self, request: Request, wait: float) -> Exception:
        host = host_of_request(request)
        until = (self._now() + timedelta(seconds=wait)).isoformat(timespec="seconds")
        self._left[host] = until
        if self.session is not None:
            remember(self.session, host, not_before=until)
        for other, answer in waiting(self.crawler, host):
            answer.errback(self._refuse(other, until))
        return self._refuse(request, until)

    def _refuse(self, request: Request, until: str) -> Exception:
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
