"""A source is asked the more rarely the longer it has told nothing new."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawl.middlewares.resting import rests
from newscrawl.store.journal import SourceState
from tests.crawling import Answer, serving
from tests.harvesting import SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "pause", "told"),
    [(10, 1800, True), (30, 1800, False), (31, 1800, False), (-5, 1800, False),
     (0, 1800, True), (10, 0, False)],
)  # fmt: skip
def test_it_rests_from_when_it_was_asked(minutes: int, pause: int, told: bool) -> None:
    state = SourceState("x", NOW.isoformat(), None, pause)
    assert rests(state, NOW + timedelta(minutes=minutes)) is told


def test_an_unknown_source_does_not_rest() -> None:
    assert not rests(None, NOW)


def at(hours: float) -> dict[str, str | int]:
    moment = NOW + timedelta(hours=hours)
    return {"NEWSCRAWL_NOW": moment.isoformat(), "RETRY_TIMES": 0}


def test_a_silent_feed_rests_and_a_speaking_one_does_not(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(2)
    asked, written, codes = [], [], []
    with serving(site.answer) as (place, visits):
        for hours in (0, 0.5, 4, 4.5, 5, 5.5, 6):
            if hours == 5:
                site.add(1, first=2)
            before = len(visits)
            run = harvest(tmp_path, place, settings=at(hours))
            asked.append(len([v for v in visits[before:] if v.path == "/feed"]))
            written.append(len(run.lines))
            codes.append(run.code)
            if hours == 4.5:
                assert not visits[before:], "not even robots.txt"
                assert run.card["outlets"]["small"]["sources_resting"] == 1
    # At 4 it has been silent for four hours: an hour of rest.
    assert asked == [1, 1, 1, 0, 1, 1, 1]
    assert written == [2, 0, 0, 0, 1, 0, 0]
    assert codes == [0] * 7


def test_a_feed_whose_time_alone_changes_rests_too(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(1)
    asked = 0
    with serving(site.answer) as (place, visits):
        for hours in (0, 4, 4.5):
            stamp = f"<!-- {hours} --></rss>".encode()
            site.say["/feed"] = Answer(site.feed().replace(b"</rss>", stamp))
            asked = len(visits)
            harvest(tmp_path, place, settings=at(hours))
    assert len(visits) == asked


def test_nothing_rests_while_articles_are_to_be_asked_for_again(
    tmp_path: Path,
) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(2)
    site.say["/news/1"] = Answer(b"", 503)
    with serving(site.answer) as (place, _):
        for hours in (0, 4):
            harvest(tmp_path, place, settings=at(hours))
        del site.say["/news/1"]
        mended = harvest(tmp_path, place, settings=at(4.5))
    assert len(mended.lines) == 1


# A tenth of four hours' silence is over at the next run.
@pytest.mark.parametrize(
    "less", [{"NEWSCRAWL_POLL_MAX": 0}, {"NEWSCRAWL_POLL_SHARE": 0.1}]
)
def test_resting_can_be_turned_off_or_down(
    tmp_path: Path, less: dict[str, float]
) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(1)
    with serving(site.answer) as (place, visits):
        for hours in (0, 4, 4.5):
            harvest(tmp_path, place, settings={**at(hours), **less})
    assert len([visit for visit in visits if visit.path == "/feed"]) == 3


def test_a_dead_feed_beside_a_resting_one_is_no_dead_outlet(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(1)
    two = (
        'feeds = ["https://small.test/feed", "https://small.test/old"]\n'
        "robots_sitemaps = false"
    )
    with serving(site.answer) as (place, _):
        runs = [
            harvest(tmp_path, place, discovery=two, settings=at(hours))
            for hours in (0, 4, 4.5)
        ]
    assert [run.code for run in runs] == [0, 0, 0]
    last = runs[-1].card["outlets"]["small"]
    assert (last["sources_resting"], last["sources_failed"]) == (1, 1)
