"""Notices by itself when an outlet or agency stops giving what it used to give."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy import signals

from newscrawl.errors import NewscrawlError
from newscrawl.extensions.base import Watcher
from newscrawl.extensions.judgement import is_over, judge, quarter_of
from newscrawl.extensions.outcome import by_outlet
from newscrawl.items import Article
from newscrawl.signals import page_rejected, source_read
from newscrawl.store.journal import Alarm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from scrapy.crawler import Crawler

KEPT_DAYS = 60
# Arguments that make a run smaller than its outlets are: not a day's measure.
_PARTIAL = frozenset({"limit", "total", "until"})
_TALLIED = ("fetched", "requested", "written", "entries", "sources_ok")
_CREDITED = frozenset({"wire", "wire_edited", "mixed"})
_SELECTORS = {
    "headline": "headline",
    "body": "body",
    "by": "byline",
    "date_published": "date",
}


def fields_of(article: Article) -> dict[str, int]:
    """Which fields an article has, as counts.

    Credited is what says so itself: where an outlet's credit changed, its copies are
    still known by comparison, and that must not hide it.
    """
    signs = article.syndication
    counts = {
        "read": 1,
        "dated": article.date_published is not None,
        "datelined": article.dateline is not None,
        "bylined": bool(article.authors),
        "credited": signs.role in _CREDITED and not signs.by_match,
    }
    for field, selector in _SELECTORS.items():
        counts[f"selector_{selector}"] = article.provenance.get(field) == "outlet"
    return {name: int(count) for name, count in counts.items()}


class Watch(Watcher):
    """Adds the run to each subject's history and compares the last day with it.

    ``alarms`` are those that stand after this run, ``raised`` and ``cleared`` those
    that are new and gone. Only a run that ended by itself judges.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.alarms: list[Alarm] = []
        self.raised: list[Alarm] = []
        self.cleared: list[Alarm] = []
        self._counts: dict[str, Counter[str]] = {}

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        return (
            (signals.item_scraped, self.item_ended),
            (signals.item_dropped, self.item_ended),
            (page_rejected, self.page_rejected),
            (source_read, self.source_read),
            (signals.spider_closed, self.spider_closed),
        )

    def item_ended(self, item: Any) -> None:
        """Count which fields an article has, whatever became of it."""
        if not isinstance(item, Article) or not item.outlet:
            return
        self._of(item.outlet).update(fields_of(item))

    def page_rejected(self, outlet: str, reason: str) -> None:
        """Count the refusals that grow when an outlet does not want us."""
        if reason == "http_403":
            self._of(outlet)["http_403"] += 1

    def source_read(self, outlet: str, note: str | None) -> None:
        """Count feeds and sitemaps that are web pages now."""
        if note and note.startswith("html instead"):
            self._of(outlet)["html_sources"] += 1

    def spider_closed(self, reason: str) -> None:
        """Write the history, then judge by it; the session commits after this."""
        if self.session.failure is not None:
            return
        try:
            self._note()
            if reason == "finished":
                self._judge()
            self.alarms = self._standing()
            # For the outcome, which tells everything once the engine has stopped.
            self.crawler.stats.set_value("newscrawl_watch", self.report())
        except NewscrawlError as error:
            self.session.fail(error)

    def _of(self, outlet: str) -> Counter[str]:
        return self._counts.setdefault(f"outlet:{outlet}", Counter())

    def _note(self) -> None:
        if _PARTIAL & set(getattr(self.crawler.spider, "given", {})):
            self._counts.clear()
            return
        stats = self.crawler.stats.get_stats()
        for outlet, told in by_outlet(stats).items():
            self._add_tallies(self._of(outlet), told)
        agency = getattr(self.crawler.spider, "agency", None)
        if agency:
            written = stats.get(f"newscrawl/agency/{agency}", 0)
            self._counts[f"agency:{agency}"] = Counter(written=written)
        journal, quarter = self.session.store.journal(), self._quarter
        for subject, counts in self._counts.items():
            counts["runs"] = 1
            journal.add(self._name(subject), quarter, counts)
        journal.forget(_days_before(quarter, KEPT_DAYS))

    def _add_tallies(self, counts: Counter[str], told: Mapping[str, int]) -> None:
        for name in _TALLIED:
            counts[name] += told.get(name, 0)
        failed = told.get("sources_failed", 0)
        counts["sources_failed"] += failed
        well = told.get("sources_ok", 0) + told.get("sources_resting", 0)
        counts["sources"] += failed + well
        counts["http_403"] += told.get("source_failed/http_403", 0)
        counts["asked"] += counts["requested"] + counts["sources"]

    def _judge(self) -> None:
        journal, now = self.session.store.journal(), self._quarter
        standing = {(a.subject, a.kind): a for a in self._standing()}
        for subject in self._counts:
            name = self._name(subject)
            on = {k: quarter_of(a.since) for (s, k), a in standing.items() if s == name}
            findings = judge(self._history(name), now, on)
            for finding in findings:
                old = standing.pop((name, finding.kind), None)
                fresh = Alarm(name, finding.kind, self.session.now(), finding.detail)
                alarm = replace(fresh, since=old.since) if old else fresh
                journal.raise_alarm(alarm)
                if old is None:
                    self.raised.append(alarm)
        for alarm in standing.values():
            if self._is_over(alarm):
                journal.clear_alarm(alarm.subject, alarm.kind)
                self.cleared.append(alarm)

    def _is_over(self, alarm: Alarm) -> bool:
        """Whether a subject gives again, or is no longer visited by anybody."""
        subject = plain(alarm.subject)
        kind, _, name = subject.partition(":")
        outlets = getattr(self.crawler.spider, "outlets", None)
        if kind == "outlet" and outlets is not None and name not in outlets:
            return True
        if subject not in self._counts:
            return False
        return is_over(alarm.kind, self._history(alarm.subject), self._quarter)

    def _history(self, name: str) -> list[tuple[str, dict[str, int]]]:
        since = _days_before(self._quarter, KEPT_DAYS)
        return self.session.store.journal().tallies(name, since)

    def _standing(self) -> list[Alarm]:
        prefix = f"{self.session.scope} "
        alarms = self.session.store.journal().alarms()
        return [alarm for alarm in alarms if alarm.subject.startswith(prefix)]

    def _name(self, subject: str) -> str:
        return f"{self.session.scope} {subject}"

    @property
    def _quarter(self) -> str:
        return quarter_of(self.session.now())

    def report(self) -> list[dict[str, Any]]:
        """What ``run.json`` tells under ``watch``: one entry for each alarm."""
        old = [alarm for alarm in self.alarms if alarm not in self.raised]
        told = [(alarm, "new") for alarm in self.raised]
        told += [(alarm, "standing") for alarm in old]
        told += [(alarm, "over") for alarm in self.cleared]
        return [
            asdict(alarm) | {"subject": plain(alarm.subject), "state": state}
            for alarm, state in told
        ]


def plain(subject: str) -> str:
    """A subject without the scope of the spider that saw it.

    >>> plain("ians wire,wire_edited outlet:ndtv")
    'outlet:ndtv'
    """
    return subject.rpartition(" ")[2]


def _days_before(quarter: str, days: int) -> str:
    day = datetime.fromisoformat(quarter[:10]) - timedelta(days=days)
    return day.date().isoformat()
