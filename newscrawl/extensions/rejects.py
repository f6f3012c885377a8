"""What gave no line is told with its reason, and remembered for the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import NotConfigured

from newscrawl.errors import NewscrawlError
from newscrawl.items import Article
from newscrawl.signals import page_rejected
from newscrawl.store.linefile import LineFile
from newscrawl.store.protocol import PageState
from newscrawl.store.session import Session
from newscrawl.text.lines import dump_line
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Self

    from scrapy.crawler import Crawler

    from newscrawl.items import Errand

# Not about the article: told, but not remembered, so that the next run tries again.
PASSING = frozenset({"stopped", "error", "invalid", "dropped"})
# The ledger knows the page already.
KNOWN = frozenset({"unchanged"})


class Rejects:
    """Keeps ``rejected.jsonl``: one line for every page or article that ended early."""

    def __init__(self, crawler: Crawler, session: Session) -> None:
        self.crawler = crawler
        self.session = session
        self.file = LineFile(session.directory / "rejected.jsonl")
        session.before_commit(self.file.flush)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it; raises ``NotConfigured`` where nothing is harvested."""
        session = crawler.get_extension(Session)
        if session is None:
            raise NotConfigured
        rejects = cls(crawler, session)
        connect = crawler.signals.connect
        connect(rejects.page_rejected, page_rejected)
        connect(rejects.item_dropped, signals.item_dropped)
        connect(rejects.item_error, signals.item_error)
        connect(rejects.item_scraped, signals.item_scraped)
        connect(rejects.spider_closed, signals.spider_closed)
        return rejects

    def page_rejected(
        self,
        url: str,
        outlet: str,
        reason: str,
        detail: str = "",
        errand: Errand | None = None,
        keys: Collection[str] = (),
    ) -> None:
        """A page ended before it was an article; it is remembered under ``keys``."""
        headline = errand.headline if errand else None
        self._tell(outlet, url, reason, detail, headline)
        self._remember(keys, reason, errand.modified if errand else None, None)

    def item_dropped(self, item: Any, exception: Exception) -> None:
        """A stage of the pipeline ended an article."""
        if not isinstance(item, Article):
            return
        reason = getattr(exception, "reason", None) or "dropped"
        detail = getattr(exception, "detail", None)
        self._end(item, reason, str(exception) if detail is None else detail)

    def item_error(self, item: Any) -> None:
        """A stage broke down over an article; the log has the traceback."""
        if isinstance(item, Article):
            self._end(item, "error", "see the log")

    def item_scraped(self, item: Any) -> None:
        """An article came through."""
        if isinstance(item, Article):
            self.session.forget(item.url)

    def spider_closed(self) -> None:
        """Make everything durable and give the file its final name."""
        self.session.commit_or_fail()
        try:
            self.file.publish()
        except NewscrawlError as error:
            self.session.fail(error)

    def _end(self, article: Article, reason: str, detail: str) -> None:
        self._tell(article.outlet, article.url, reason, detail, article.headline)
        errand = self.session.told(article.url)
        if reason not in PASSING and reason not in KNOWN:
            keys = {key for key in (errand.key, url_key(article.url)) if key}
            self._remember(keys, reason, errand.modified, article.id or None)
        self.session.forget(article.url)

    def _tell(
        self, outlet: str, url: str, reason: str, detail: str, headline: str | None
    ) -> None:
        line = {
            "at": self.session.now(),
            "run": self.session.run,
            "outlet": outlet,
            "url": url,
            "reason": reason,
            "detail": (detail or "")[:500] or None,
            "headline": headline or None,
        }
        self.file.append(dump_line(line))
        stats = self.crawler.stats
        stats.inc_value(f"newscrawl/outlet/{outlet}/rejected")
        stats.inc_value(f"newscrawl/rejected/{reason}")

    def _remember(
        self,
        keys: Collection[str],
        reason: str,
        modified: str | None,
        article: str | None,
    ) -> None:
        session = self.session
        try:
            for key in keys:
                session.store.put_page(
                    PageState(
                        key, session.scope, reason, session.now(), article, modified
                    )
                )
        except Exception as error:
            told = session.explain(error)
            if told is None:
                raise
            session.fail(told)
