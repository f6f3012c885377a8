"""Drops requests for articles that are known, and stops where a section is known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request

from newscrawl.middlewares.base import Stateful
from newscrawl.middlewares.refusal import errand_of
from newscrawl.reasons import is_passing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newscrawl.items import Errand
    from newscrawl.store.protocol import PageState
    from newscrawl.store.session import Session


class Known(Stateful):
    """Passes only requests for what this spider has not had yet.

    An article is known when it was written by any spider, or rejected for this one. It
    is asked for again when its source tells of a change since. A further page of a
    section is dropped when the page before it told of nothing new.
    """

    def __init__(self, crawler: Crawler, session: Session) -> None:
        super().__init__(crawler, session)
        self._asked: set[str] = set()

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass the spider's first requests, without the known ones."""
        async for output in start:
            errand = _article(output)
            if errand is None or self._admit(errand) == "new":
                yield output

    async def process_spider_output(
        self, response: Response, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """Pass a callback's output, without the known requests."""
        came_for = _came_for(response)
        articles = fresh = 0
        further: list[Request] = []
        async for output in result:
            errand = _article(output)
            if errand is None:
                if _is_next_page(output, came_for):
                    further.append(output)
                else:
                    yield output
                continue
            if came_for is not None and came_for.kind == "article":
                yield output  # the same article's other form or next page
                continue
            articles += 1
            verdict = self._admit(errand)
            fresh += verdict != "known"
            if verdict == "new":
                yield output
        if articles and not fresh:
            self._count("sections_ended", len(further))
            return
        for request in further:
            yield request

    def _admit(self, errand: Errand) -> str:
        """``new``, ``asked`` for in this run already, or ``known`` from another."""
        if errand.key is None:
            return "new"
        if errand.key in self._asked:
            self._count("repeated")
            return "asked"
        state = self.session.store.page(errand.key, self.session.scope)
        if state is not None and not is_due(state, errand.modified):
            self._count("known")
            return "known"
        self._asked.add(errand.key)
        return "new"

    def _count(self, what: str, count: int = 1) -> None:
        self.crawler.stats.inc_value(f"newscrawl/{what}", count)


def is_due(state: PageState, modified: str | None) -> bool:
    """Whether a page seen before is worth another request.

    It is when it failed in passing, or when its source tells of a change after the one
    it told of last time or, where it told of none, after the fetch.
    """
    if is_passing(state.outcome):
        return True
    told, before = _moment(modified), _moment(state.modified or state.at)
    return told is not None and before is not None and told > before


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _article(output: Any) -> Errand | None:
    errand = errand_of(output) if isinstance(output, Request) else None
    return errand if errand is not None and errand.kind == "article" else None


def _came_for(response: Response) -> Errand | None:
    return errand_of(response.request) if response.request is not None else None


def _is_next_page(output: Any, came_for: Errand | None) -> bool:
    if came_for is None or came_for.kind != "section":
        return False
    errand = errand_of(output) if isinstance(output, Request) else None
    return errand is not None and errand.kind == "section" and errand.page > 1
