"""Leaves sources alone that have told nothing new for long, and asks them rarely."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured

from newscrawl.middlewares.conditional import Conditional, source_name
from newscrawl.middlewares.refusal import errand_of
from newscrawl.store.journal import SourceState
from newscrawl.store.session import Session

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response

_SOURCES = ("feed", "sitemap", "section")
_ANSWERED = (200, 304)
LEAST = 600  # seconds; no run comes sooner but a person's, who wants an answer


def pause_after(silence: timedelta, most: float, share: float) -> int:
    """How many seconds a source is left alone that has been silent for so long.

    What it tells next is late by that share of its silence at most.

    >>> [pause_after(timedelta(hours=h), 7200, 0.25) for h in (0.5, 2, 6, 48)]
    [0, 1800, 5400, 7200]
    """
    pause = min(silence.total_seconds() * share, most)
    return int(pause) if pause >= LEAST else 0


def rests(state: SourceState | None, now: datetime) -> bool:
    """Whether a source is to be left alone yet; never after the clock stepped back."""
    if state is None or not state.pause:
        return False
    asked = datetime.fromisoformat(state.asked)
    return asked <= now < asked + timedelta(seconds=state.pause)


class Resting:
    """Drops requests for resting sources and keeps how long each has been silent.

    A source speaks when it leads to a request that ``Known`` passes, so a feed whose
    time stamp alone changes is silent. Nothing is kept of a run that did not end by
    itself, and no source rests whose outlet has articles to be asked for again.
    """

    def __init__(
        self, crawler: Crawler, session: Session, most: float, share: float
    ) -> None:
        self.crawler = crawler
        self.session = session
        self.most = most
        self.share = share
        self._spoke: dict[str, tuple[str, bool]] = {}
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raise ``NotConfigured`` without a state, or when nothing is to rest."""
        session = crawler.get_extension(Session)
        most = crawler.settings.getfloat("NEWSCRAWL_POLL_MAX")
        share = crawler.settings.getfloat("NEWSCRAWL_POLL_SHARE")
        if session is None or not most or not share:
            raise NotConfigured
        return cls(crawler, session, most, share)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass the spider's first requests, without the resting sources."""
        async for output in start:
            if not self._is_resting(output):
                yield output

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Pass what a source led to, and note whether that was anything."""
        # What the errback of a refused page gives comes by here too; it does not rest.
        answered = response.status in _ANSWERED
        name = self._name(response.request) if answered else None
        if name is not None:
            self._spoke.setdefault(*name)
        async for output in result:
            if name is not None:
                self._spoke[name[0]] = (name[1][0], True)
            if not self._is_resting(output):
                yield output

    def spider_closed(self, reason: str) -> None:
        """Keep how silent each source was; the session commits after this."""
        conditional = self.crawler.get_downloader_middleware(Conditional)
        if reason != "finished" or conditional is None:
            return
        journal, now = self.session.store.journal(), self.session.now()
        for name, (outlet, spoke) in self._spoke.items():
            before = journal.source(name)
            changed = now
            if before is not None and before.changed and not spoke:
                changed = before.changed
            silence = datetime.fromisoformat(now) - datetime.fromisoformat(changed)
            pause = pause_after(silence, self.most, self.share)
            if conditional.cut_short(outlet):
                pause = 0
            # From its start on: the runs of cron begin at equal distances.
            journal.put_source(SourceState(name, self.session.started, changed, pause))

    def _is_resting(self, output: Any) -> bool:
        found = self._name(output) if isinstance(output, Request) else None
        if found is None:
            return False
        name, (outlet, _) = found
        state = self.session.store.journal().source(name)
        if not rests(state, datetime.fromisoformat(self.session.started)):
            return False
        stat = f"newscrawl/outlet/{outlet}/sources_resting"
        self.crawler.stats.inc_value(stat)
        return True

    def _name(self, request: Request | None) -> tuple[str, tuple[str, bool]] | None:
        """A source's name in the journal, with its outlet, before it said anything."""
        errand = errand_of(request) if request is not None else None
        if request is None or errand is None or errand.kind not in _SOURCES:
            return None
        first = [*request.meta.get("redirect_urls", ()), request.url][0]
        return source_name(self.crawler, self.session, first), (errand.outlet, False)
