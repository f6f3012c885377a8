"""An outlet that gives nothing must not look like one that has nothing new."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.crawling import Answer, serving
from tests.harvesting import SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
AT = {"NEWSCRAWL_NOW": NOW.isoformat()}


def outlet(count: int = 3) -> SmallOutlet:
    made = SmallOutlet(NOW - timedelta(hours=1))
    made.add(count)
    return made


@pytest.mark.parametrize(
    "robots", [Answer(b"", 404), Answer(b"User-agent: *\nDisallow:\n")]
)
def test_robots_without_sitemaps_as_the_only_source_is_a_failure(
    tmp_path: Path, robots: Answer
) -> None:
    site = outlet()
    site.say["/robots.txt"] = robots
    with serving(site.answer) as (place, _):
        run = harvest(tmp_path, place, discovery="robots_sitemaps = true", settings=AT)
    assert run.code == 4
    assert run.card["outlets"]["small"]["source_failed/no_sitemaps"] == 1


@pytest.mark.parametrize(
    ("status", "reason"), [(304, "bad_304"), (204, "empty_answer")]
)
def test_an_answer_that_says_nothing_is_a_failure(
    tmp_path: Path, status: int, reason: str
) -> None:
    site = outlet()
    site.say["/feed"] = Answer(b"", status)
    with serving(site.answer) as (place, _):
        run = harvest(tmp_path, place, settings=AT)
    assert run.code == 4
    assert run.card["outlets"]["small"][f"source_failed/{reason}"] == 1


def test_what_is_too_new_is_asked_for_when_its_time_has_come(tmp_path: Path) -> None:
    site = outlet()
    embargo = ("-a", "until=2h")
    with serving(site.answer) as (place, _):
        early = harvest(tmp_path, place, *embargo, settings=AT)
        later = {"NEWSCRAWL_NOW": (NOW + timedelta(hours=2)).isoformat()}
        due = harvest(tmp_path, place, *embargo, settings=later)
    assert (early.card["articles"], due.card["articles"]) == (0, 3)


def test_validators_go_back_byte_for_byte(tmp_path: Path) -> None:
    site = outlet(1)
    tag = '"\u00e9t\u00e9"'
    site.say["/feed"] = Answer(site.feed(), headers={"ETag": tag})
    with serving(site.answer) as (place, visits):
        harvest(tmp_path, place, settings=AT)
        harvest(tmp_path, place, settings=AT)
    sent = [v.headers.get("If-None-Match") for v in visits if v.path == "/feed"]
    assert sent == [None, tag]


def test_what_a_whole_host_refuses_is_counted_not_told_line_by_line(
    tmp_path: Path,
) -> None:
    site = outlet(60)
    busy = Answer(b"", 503, {"Retry-After": "3600"})
    site.say |= dict.fromkeys(site.pages, busy)
    with serving(site.answer) as (place, _):
        run = harvest(tmp_path, place, settings=AT)
    told = [line for line in run.rejected if line["reason"] == "host_backoff"]
    assert run.card["rejected"]["host_backoff"] == 60
    assert len(told) == 21
    assert told[-1]["detail"].startswith("and 40 like it")


def test_no_more_is_queued_than_a_day_allows(tmp_path: Path) -> None:
    site = outlet(60)
    few = {**AT, "NEWSCRAWL_DAILY_REQUESTS": 5}
    with serving(site.answer) as (place, visits):
        run = harvest(tmp_path, place, settings=few)
    assert (len(visits), len(run.lines)) == (5, 3)
    # A few more are under way when the last that fits is queued.
    refused = run.card["rejected"]["daily_budget"]
    assert 2 <= refused <= 8
    assert run.card["outlets"]["small"]["over_limit"] == 57 - refused
