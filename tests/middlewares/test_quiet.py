"""An outlet is asked nothing in its quiet hours, by its own clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from scrapy import Request, Spider
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newscrawl.items import Errand
from newscrawl.middlewares.quiet import Quiet
from newscrawl.middlewares.refusal import Refused
from newscrawl.outlets import Outlet
from newscrawl.reasons import is_passing
from newscrawl.text.spans import is_within, read_hours
from tests.crawling import serving
from tests.harvesting import SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "now", "told"),
    [("23:00-05:30", time(23, 0), True), ("23:00-05:30", time(4, 59), True),
     ("23:00-05:30", time(12), False), ("1:00-2:00, 13:00 – 14:00", time(13, 5), True),
     ("1:00-2:00", time(2), False), ("1:00-1:00", time(1), False),
     ("", time(1), False)],
)  # fmt: skip
def test_spans_of_the_day(hours: str, now: time, told: bool) -> None:
    assert is_within(now, read_hours(hours)) is told


@pytest.mark.parametrize("text", ["23-5", "24:00-05:00", "night", "23:00-05:30-06:00"])
def test_what_is_no_span_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is no span"):
        read_hours(text)


def test_a_quiet_outlet_is_asked_nothing_and_nothing_is_lost(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(2)
    # Eleven at night in Kolkata, where the outlet is; half past five in the afternoon
    # in UTC. The run before left articles that are due again by then.
    night = NOW.replace(hour=17, minute=30)
    with serving(site.answer) as (place, visits):

        def run(at: datetime, hours: str) -> tuple[int, int, int]:
            before = len(visits)
            settings = {"NEWSCRAWL_NOW": at.isoformat(), "NEWSCRAWL_QUIET_HOURS": hours}
            done = harvest(tmp_path, place, settings=settings)
            return done.code, len(done.lines), len(visits) - before

        assert run(NOW, "23:00-05:00")[:2] == (0, 2)
        site.add(1, first=2)
        assert run(night, "23:00-05:00") == (0, 0, 0)
        assert run(night, "17:00-18:00")[1] == 1
        assert run(night + timedelta(hours=8), "")[0] == 0


def test_what_is_queued_when_they_begin_is_refused_in_passing() -> None:
    outlet = Outlet(
        id="small", name="Small", hosts=("small.test",), zone="Asia/Kolkata"
    )
    own = replace(outlet, id="own", quiet_hours="")
    crawler = get_crawler(Spider, {"NEWSCRAWL_QUIET_HOURS": "23:00-05:00"})
    crawler.spider = SimpleNamespace(outlets={"small": outlet, "own": own})
    crawler.stats = MemoryStatsCollector(crawler)
    now = [NOW.isoformat()]
    quiet = Quiet(crawler, SimpleNamespace(now=lambda: now[0]))

    def asked(name: str) -> Request:
        errand = Errand("article", name, "feed:x")
        return Request("https://small.test/a", meta={"errand": errand})

    quiet.process_request(asked("small"))
    now[0] = NOW.replace(hour=17, minute=30).isoformat()
    with pytest.raises(Refused) as refused:
        quiet.process_request(asked("small"))
    assert is_passing(refused.value.reason)
    quiet.process_request(asked("own"))
    quiet.process_request(Request("https://small.test/a"))


@pytest.mark.parametrize("name", ["NEWSCRAWL_QUIET_HOURS", "NEWSCRAWL_REVISITS"])
def test_a_wrong_setting_is_one_line(tmp_path: Path, name: str) -> None:
    site = SmallOutlet(NOW)
    with serving(site.answer) as (place, visits):
        with pytest.raises(AssertionError, match=f"{name}: 'soon' is no span"):
            harvest(tmp_path, place, settings={name: "soon"})
        assert not visits
