from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.http import Response

from newscrawl.items import Errand
from newscrawl.middlewares.known import Known, is_due
from newscrawl.store.protocol import PageState

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SEEN = "2026-11-23T05:00:00+00:00"
STORE = {
    "x.in/old": PageState("x.in/old", "", "written", SEEN),
    "x.in/dated": PageState("x.in/dated", "", "written", SEEN, modified=SEEN),
    "x.in/short": PageState("x.in/short", "probe", "too_short", SEEN),
    "x.in/late": PageState("x.in/late", "probe", "timeout", SEEN),
}


class Stats(dict[str, int]):
    def inc_value(self, name: str, count: int = 1) -> None:
        self[name] = self.get(name, 0) + count


def known() -> Known:
    def page(key: str, scope: str) -> PageState | None:
        state = STORE.get(key)
        return state if state and state.scope in ("", scope) else None

    session: Any = SimpleNamespace(store=SimpleNamespace(page=page), scope="probe")
    crawler: Any = SimpleNamespace(stats=Stats())
    return Known(crawler, session)


def article(name: str, modified: str | None = None) -> Request:
    key = f"x.in/{name}"
    errand = Errand("article", "x", "feed:f", key=key, modified=modified)
    return Request(f"https://{key}", meta={"errand": errand})


def section(page: int) -> Request:
    errand = Errand("section", "x", "outlet", page=page)
    return Request(f"https://x.in/news/{page}", meta={"errand": errand})


def passed(middleware: Known, source: Request | None, *output: Any) -> list[Any]:
    async def results() -> AsyncIterator[Any]:
        for one in output:
            yield one

    async def collect() -> list[Any]:
        if source is None:
            return [one async for one in middleware.process_start(results())]
        response = Response(source.url, request=source)
        through = middleware.process_spider_output(response, results())
        return [one async for one in through]

    return asyncio.run(collect())


def test_known_articles_are_dropped_and_counted() -> None:
    middleware = known()
    new, late = article("new"), article("late")
    output = [article("old"), article("short"), late, new, {"an": "item"}]
    for source in (None, section(1)):
        middleware._asked.clear()
        assert passed(middleware, source, *output) == [late, new, {"an": "item"}]
    assert middleware.crawler.stats["newscrawl/known"] == 4


def test_an_article_is_asked_for_once_in_a_run() -> None:
    middleware = known()
    assert len(passed(middleware, section(1), article("a"), article("a"))) == 1
    assert passed(middleware, section(1), article("a")) == []


def test_the_other_form_of_an_article_passes() -> None:
    middleware = known()
    first = article("a")
    passed(middleware, section(1), first)
    assert len(passed(middleware, first, article("a"))) == 1


@pytest.mark.parametrize(
    ("outcome", "before", "told", "due"),
    [
        ("written", None, None, False),
        ("written", None, "2026-11-23T04:59:00+00:00", False),
        ("written", None, "2026-11-23T05:01:00+00:00", True),
        ("written", SEEN, SEEN, False),
        ("written", SEEN, "2026-11-23T10:30:00+05:30", False),
        ("written", SEEN, "2026-11-23T10:31:00+05:30", True),
        ("written", SEEN, "soon", False),
        ("too_short", SEEN, "2026-11-24", True),
        ("http_503", None, None, True),
        ("host_backoff", None, None, True),
        ("http_404", None, None, False),
    ],
)
def test_a_page_is_due(
    outcome: str, before: str | None, told: str | None, due: bool
) -> None:
    assert is_due(PageState("k", "", outcome, SEEN, modified=before), told) is due


def test_a_section_is_followed_while_it_tells_of_something_new() -> None:
    following = section(2)
    assert passed(known(), section(1), article("old"), following) == []
    output = passed(known(), section(1), following, article("old"), article("new"))
    assert [r.url for r in output] == ["https://x.in/new", following.url]


def test_what_was_asked_for_in_this_run_does_not_end_a_section() -> None:
    middleware, following = known(), section(2)
    passed(middleware, None, article("new"))
    assert passed(middleware, section(1), article("new"), following) == [following]


def test_a_page_without_articles_is_followed() -> None:
    following = section(2)
    assert passed(known(), section(1), following) == [following]
