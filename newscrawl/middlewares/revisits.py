"""Looks at written articles again: soon at first, then rarely, then never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured

from newscrawl.items import Article, Errand
from newscrawl.middlewares.refusal import errand_of, request_refused
from newscrawl.reasons import is_lasting
from newscrawl.signals import page_rejected
from newscrawl.store.journal import Visit
from newscrawl.store.session import Session
from newscrawl.text.spans import read_ages
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from typing import Self

    from scrapy.crawler import Crawler

VIA = "revisit"
# A page that changes at each look (a live page, a counter) is left alone in the end.
MOST_TURNS = 12
_NEVER = timedelta(days=3_650)  # an age after which nothing is looked at
_LAST = -50  # priority: what is new comes first


def next_look(
    since: datetime, now: datetime, steps: Sequence[timedelta]
) -> datetime | None:
    """The first step after ``now`` in the life of an article; ``None`` after the last.

    >>> at = datetime.fromisoformat
    >>> steps = [timedelta(hours=1), timedelta(hours=6)]
    >>> next_look(at("2025-05-06T09:00Z"), at("2025-05-06T11:00Z"), steps).hour
    15
    """
    return next((since + step for step in steps if since + step > now), None)


class Revisits:
    """Asks for written articles once they are due, and says when they are due next.

    The age counts from the time of publication, or from when it was first seen, and
    from the change when a new version was written. An article that is gone, or is one
    no longer, is not asked for again.
    """

    def __init__(
        self,
        crawler: Crawler,
        session: Session,
        steps: Sequence[timedelta],
        most: int,
    ) -> None:
        self.crawler = crawler
        self.session = session
        self.steps = steps
        self.most = most
        self._out: dict[str, Visit] = {}
        connect = crawler.signals.connect
        connect(self.item_scraped, signals.item_scraped)
        connect(self.item_dropped, signals.item_dropped)
        connect(self.page_rejected, page_rejected)
        connect(self.request_refused, request_refused)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raise ``NotConfigured`` without a state, or with nothing to look at again."""
        session = crawler.get_extension(Session)
        told = read_ages(crawler.settings.get("NEWSCRAWL_REVISITS"))
        steps = [step for step in told if step < _NEVER]
        most = crawler.settings.getint("NEWSCRAWL_REVISITS_MAX")
        if session is None or not steps or not most:
            raise NotConfigured
        return cls(crawler, session, steps, most)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass the spider's first requests, then those for what is due."""
        async for output in start:
            yield output
        for outlet in getattr(self.crawler.spider, "chosen", ()):
            for request in self._requests(outlet):
                yield request

    def _requests(self, outlet: Any) -> Iterator[Request]:
        spider: Any = self.crawler.spider
        left = self.most
        # More than are asked for: other spiders' articles are due in the same state.
        for visit in self._journal().due(outlet.id, self.session.started, 10 * left):
            known = self.session.store.latest(visit.article)
            if known is None or not outlet.covers(visit.url):
                self._journal().drop_visit(visit.article)
                continue
            if spider.wanted is not None and known.record.agency not in spider.wanted:
                continue
            key = url_key(visit.url)
            if key in spider.seen:
                continue
            spider.seen.add(key)
            self._out[key] = visit
            self._count(outlet.id, "revisits")
            yield self._request(visit, key, known.record)
            left -= 1
            if not left:
                return

    def _request(self, visit: Visit, key: str, record: Article) -> Request:
        http = record.http
        headers = {
            "If-None-Match": http.etag if http else None,
            "If-Modified-Since": http.last_modified if http else None,
        }
        spider: Any = self.crawler.spider
        return Request(
            visit.url,
            callback=spider.parse_article,
            errback=spider.article_failed,
            headers={name: value for name, value in headers.items() if value},
            priority=_LAST,
            meta={
                "errand": Errand("article", visit.outlet, VIA, key=key),
                "handle_httpstatus_list": [304],
            },
        )

    def item_scraped(self, item: Any) -> None:
        """A line was written: the article is to be looked at again."""
        if not isinstance(item, Article) or not item.id:
            return
        before = self._journal().visit(item.id)
        turn = before.turn if before else 0
        now = self._now()
        since = now if item.version > 1 else born(item, now)
        self._put(item.id, item.outlet, item.url, turn + (item.version > 1), since)

    def item_dropped(self, item: Any, exception: Exception) -> None:
        """The article is what it was; another reason leaves it due."""
        reason = getattr(exception, "reason", None)
        if not isinstance(item, Article) or reason != "unchanged":
            return
        visit = self._journal().visit(item.id)
        if visit is not None:
            self._put(
                item.id, item.outlet, visit.url, visit.turn + 1, born(item, self._now())
            )

    def page_rejected(
        self, url: str, outlet: str, reason: str, errand: Errand | None = None
    ) -> None:
        """The page gave no article: unchanged, gone, or in passing."""
        if errand is None or errand.via != VIA:
            return
        visit = self._out.pop(errand.key or "", None)
        if visit is None:
            return
        if reason == "not_modified":
            known = self.session.store.latest(visit.article)
            now = self._now()
            since = born(known.record, now) if known else now
            self._put(visit.article, visit.outlet, visit.url, visit.turn + 1, since)
        elif is_lasting(reason):
            self._keep(visit.article, outlet, visit.url, visit.turn, None)
            self._count(outlet, "revisits_gone")
        else:
            due = (self._now() + self.steps[0]).isoformat(timespec="seconds")
            self._keep(visit.article, visit.outlet, visit.url, visit.turn + 1, due)

    def request_refused(self, request: Request) -> None:
        """What was not asked for stays due."""
        errand = errand_of(request)
        if errand is not None and errand.via == VIA:
            self._out.pop(errand.key or "", None)

    def _put(
        self, article: str, outlet: str, url: str, turn: int, since: datetime
    ) -> None:
        look = next_look(since, self._now(), self.steps)
        due = look.astimezone(UTC).isoformat(timespec="seconds") if look else None
        self._keep(article, outlet, url, turn, due)

    def _keep(
        self, article: str, outlet: str, url: str, turn: int, due: str | None
    ) -> None:
        try:
            if due is None or turn >= MOST_TURNS:
                self._journal().drop_visit(article)
            else:
                self._journal().put_visit(Visit(article, due, turn, outlet, url))
        except Exception as error:
            told = self.session.explain(error)
            if told is None:
                raise
            self.session.fail(told)

    def _journal(self) -> Any:
        return self.session.store.journal()

    def _now(self) -> datetime:
        return datetime.fromisoformat(self.session.now())

    def _count(self, outlet: str, what: str) -> None:
        self.crawler.stats.inc_value(f"newscrawl/outlet/{outlet}/{what}")


def born(article: Article, now: datetime) -> datetime:
    """When an article's age begins: its publication, if that is told and past.

    >>> article = Article(date_published="2025-05-06")
    >>> born(article, datetime.fromisoformat("2025-05-06T09:00+00:00")).hour
    9
    """
    try:
        told = datetime.fromisoformat(article.date_published or "")
    except ValueError:
        told = None
    seen = datetime.fromisoformat(article.first_seen) if article.first_seen else now
    if told is None or told.tzinfo is None or article.date_precision == "day":
        return min(seen, now)
    return min(told, now)
