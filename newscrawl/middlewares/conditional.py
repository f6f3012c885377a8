"""Asks sources only for what changed since they were last read completely."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from scrapy import signals

from newscrawl.middlewares.base import Stateful
from newscrawl.middlewares.refusal import (
    Refused,
    errand_of,
    refuse,
    request_refused,
)
from newscrawl.reasons import is_passing
from newscrawl.signals import page_rejected
from newscrawl.store.protocol import Validators

if TYPE_CHECKING:
    from typing import Any

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawl.items import Errand
    from newscrawl.store.session import Session

_SOURCES = ("feed", "sitemap", "section")
_ASKING = (b"If-None-Match", b"If-Modified-Since")
_EMPTY = (204, 205)  # statuses that carry nothing
# Counted by outlet where a source tells of more than this run takes: the next run is
# to be told of it again.
_LEFT_OUT = ("over_limit", "too_new")


def is_index(body: bytes) -> bool:
    """Whether a sitemap lists sitemaps: they change while the list stays the same.

    >>> is_index(b'<?xml version="1.0"?><sitemapindex>'), is_index(b"<urlset>")
    (True, False)
    """
    head = body[:4096]
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 4096)
        except zlib.error:
            return False
    return b"sitemapindex" in head


class Conditional(Stateful):
    """Sends ETag and Last-Modified back, and compares bodies where there are none.

    A source that did not change reaches its callback as an empty answer with status
    304, also when the server did not say so. New validators are kept only when the run
    ends by itself and nothing of the outlet failed in passing or was over its limit:
    what a source told of would be lost else. They are kept per scope and arguments, as
    what one spider skips another may want.
    """

    def __init__(self, crawler: Crawler, session: Session) -> None:
        super().__init__(crawler, session)
        self._fresh: dict[str, tuple[str, Validators]] = {}
        self._incomplete: set[str] = set()
        connect = crawler.signals.connect
        connect(self.page_rejected, page_rejected)
        connect(self.item_failed, signals.item_error)
        connect(self.item_failed, signals.item_dropped)
        connect(self.request_refused, request_refused)
        connect(self.spider_closed, signals.spider_closed)

    def process_request(self, request: Request) -> None:
        """Add what the server gave last time for this very URL."""
        if self._source(request) is None:
            return
        for name in _ASKING:
            request.headers.pop(name, None)  # of the hop before
        known = self.session.store.validators(self._name(request))
        if known is not None and known.etag:
            request.headers[b"If-None-Match"] = known.etag.encode("latin-1")
        if known is not None and known.last_modified:
            told = known.last_modified.encode("latin-1")
            request.headers[b"If-Modified-Since"] = told

    def process_response(self, request: Request, response: Response) -> Response:
        """Give a changed source as it is, an unchanged one without its body."""
        errand = self._source(request)
        if errand is None:
            return response
        if response.status == 304:
            if not any(name in request.headers for name in _ASKING):
                detail = "unchanged, it says, but it was not asked whether"
                raise refuse(self.crawler, request, "bad_304", detail)
            return self._unchanged(response)
        if response.status in _EMPTY:
            detail = f"status {response.status}"
            raise refuse(self.crawler, request, "empty_answer", detail)
        if response.status != 200:
            if response.status >= 500 or response.status in (408, 429):
                self._incomplete.add(errand.outlet)
            return response
        name, new = self._name(request), _validators(response)
        known = self.session.store.validators(name)
        if known is not None and known.digest == new.digest:
            return self._unchanged(response)
        if not is_index(response.body):
            self._fresh[name] = (errand.outlet, new)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """A source that failed leaves its outlet incomplete."""
        errand = self._source(request)
        if errand is not None and not isinstance(exception, Refused):
            self._incomplete.add(errand.outlet)

    def page_rejected(
        self, outlet: str, reason: str, errand: Errand | None = None
    ) -> None:
        """An article that may succeed next time leaves its outlet incomplete.

        One that is looked at again stays due without its source.
        """
        if is_passing(reason) and not (errand and errand.via == "revisit"):
            self._incomplete.add(outlet)

    def item_failed(self, item: Any, exception: Exception | None = None) -> None:
        """An article that the pipeline broke down over leaves its outlet incomplete.

        Asked again, its sources would be unchanged and never tell of it.
        """
        outlet = getattr(item, "outlet", None)
        reason = getattr(exception, "reason", "dropped") if exception else "error"
        if outlet and is_passing(reason):
            self._incomplete.add(outlet)

    def request_refused(self, request: Request, reason: str) -> None:
        """So does a source that was refused in passing."""
        errand = errand_of(request)
        if errand is not None and is_passing(reason):
            self._incomplete.add(errand.outlet)

    def spider_closed(self, reason: str) -> None:
        """Keep the new validators; the session commits after this."""
        if reason != "finished":
            return
        for name, (outlet, validators) in self._fresh.items():
            if not self.cut_short(outlet):
                self.session.store.put_validators(name, validators)

    def cut_short(self, outlet: str) -> bool:
        """Whether the run left out articles of this outlet, to come back for them."""
        told = self.crawler.stats.get_value
        return outlet in self._incomplete or any(
            told(f"newscrawl/outlet/{outlet}/{what}") for what in _LEFT_OUT
        )

    def _source(self, request: Request) -> Errand | None:
        errand = errand_of(request)
        return errand if errand is not None and errand.kind in _SOURCES else None

    def _name(self, request: Request) -> str:
        return source_name(self.crawler, self.session, request.url)

    def _unchanged(self, response: Response) -> Response:
        self.crawler.stats.inc_value("newscrawl/unchanged")
        return response.replace(status=304, body=b"")


def source_name(crawler: Crawler, session: Session, url: str) -> str:
    """What a source is remembered under: who asks, what is wanted, and its address."""
    given: dict[str, Any] = getattr(crawler.spider, "given", {})
    wanted = [f"{k}={v}" for k, v in sorted(given.items()) if k != "outlets"]
    return " ".join([session.scope, *wanted, url])


def _validators(response: Response) -> Validators:
    def told(name: bytes) -> str | None:
        value = response.headers.get(name)
        return value.decode("latin-1") if value else None

    digest = hashlib.sha256(response.body).hexdigest()
    return Validators(told(b"ETag"), told(b"Last-Modified"), digest)
