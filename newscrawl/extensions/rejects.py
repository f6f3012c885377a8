"""What gave no line is told with its reason, and remembered for the next run."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newscrawl.errors import NewscrawlError
from newscrawl.extensions.base import Watcher
from newscrawl.items import Article
from newscrawl.reasons import is_passing
from newscrawl.signals import page_rejected
from newscrawl.store.protocol import PageState
from newscrawl.text.lines import dump_line
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from newscrawl.items import Errand

# A credited copy may still turn up: told at the end, if it did not.
HELD = frozenset({"uncredited", "own"})
# Said of a whole host: after the first lines of an outlet the others are only counted.
HOST_WIDE = frozenset(
    {
        "daily_budget",
        "host_backoff",
        "host_unreachable",
        "robots_unavailable",
        "quiet_hours",
        "stopped",
    }
)
TOLD_OF_A_HOST = 20
# The ledger knows the page already.
KNOWN = frozenset({"unchanged"})


class Rejects(Watcher):
    """Keeps ``rejected.jsonl``: one line for every page or article that ended early."""

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        return (
            (page_rejected, self.page_rejected),
            (signals.item_dropped, self.item_dropped),
            (signals.item_error, self.item_error),
            (signals.item_scraped, self.item_scraped),
            (signals.spider_closed, self.spider_closed),
        )

    def begin(self) -> None:
        """Open the file under its unfinished name."""
        self._held: dict[str, tuple[str, str, str, str, str, str | None]] = {}
        self._host_wide: Counter[tuple[str, str]] = Counter()
        self._untold: dict[tuple[str, str], str] = {}
        try:
            self.file = self.session.line_file("rejected.jsonl")
        except NewscrawlError as error:
            self.session.fail(error)
            raise

    def page_rejected(
        self,
        url: str,
        outlet: str,
        reason: str,
        detail: str = "",
        errand: Errand | None = None,
        keys: Collection[str] = (),
        headline: str | None = None,
        published: str | None = None,
    ) -> None:
        """A page ended before it was an article; it is remembered under ``keys``."""
        if reason == "not_modified":
            return  # asked once more whether it changed, it did not
        headline = headline or (errand.headline if errand else None)
        self._tell(outlet, url, reason, detail, headline, published)
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
        """An article came through, perhaps after it had been held."""
        if isinstance(item, Article):
            self._held.pop(item.id, None)
            self.session.forget(item.url)

    def spider_closed(self) -> None:
        """Tell of what stayed held, make all durable, give the file its final name."""
        for told in self._held.values():
            self._tell(*told)
        for (outlet, reason), url in self._untold.items():
            more = self._host_wide[outlet, reason] - TOLD_OF_A_HOST
            detail = f"and {more:,} like it in all, of which this is the last"
            self._write(outlet, url, reason, detail, None, None)
        self.session.end_file(self.file)

    def _end(self, article: Article, reason: str, detail: str) -> None:
        told = (
            article.outlet,
            article.url,
            reason,
            detail,
            article.headline,
            article.date_published,
        )
        errand = self.session.told(article.url)
        if reason in KNOWN and errand.via == "revisit":
            self.session.forget(article.url)
            return
        if reason in HELD and article.id:
            self._held[article.id] = told
        else:
            self._held.pop(article.id, None)
            self._tell(*told)
        if not is_passing(reason) and reason not in KNOWN:
            keys = {key for key in (errand.key, url_key(article.url)) if key}
            self._remember(keys, reason, errand.modified, article.id or None)
        self.session.forget(article.url)

    def _tell(
        self,
        outlet: str,
        url: str,
        reason: str,
        detail: str,
        headline: str | None,
        published: str | None,
    ) -> None:
        stats = self.crawler.stats
        stats.inc_value(f"newscrawl/outlet/{outlet}/rejected")
        stats.inc_value(f"newscrawl/rejected/{reason}")
        if reason in HOST_WIDE:
            self._host_wide[outlet, reason] += 1
            if self._host_wide[outlet, reason] > TOLD_OF_A_HOST:
                self._untold[outlet, reason] = url
                return
        self._write(outlet, url, reason, detail, headline, published)

    def _write(
        self,
        outlet: str,
        url: str,
        reason: str,
        detail: str,
        headline: str | None,
        published: str | None,
    ) -> None:
        line = {
            "at": self.session.now(),
            "run": self.session.run,
            "outlet": outlet,
            "url": url,
            "reason": reason,
            "detail": (detail or "")[:500] or None,
            "headline": headline or None,
            "published": published or None,
        }
        try:
            self.file.append(dump_line(line))
        except NewscrawlError as error:  # a signal's handler would swallow it
            self.session.fail(error)

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
