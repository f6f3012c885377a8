"""Written articles are looked at again: soon, then rarely, then never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawl.middlewares.revisits import next_look
from newscrawl.text.spans import read_ages
from tests.crawling import Answer, serving
from tests.harvesting import SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
STEPS = [timedelta(hours=1), timedelta(hours=6), timedelta(days=1)]


@pytest.mark.parametrize(
    ("age", "hours"), [(0, 1), (0.9, 1), (1, 6), (5, 6), (7, 24), (24, None)]
)
def test_looks_become_rarer_with_age(age: float, hours: int | None) -> None:
    look = next_look(NOW, NOW + timedelta(hours=age), STEPS)
    assert look == (None if hours is None else NOW + timedelta(hours=hours))


@pytest.mark.parametrize(
    ("text", "steps"),
    [("1h 6h 1d", STEPS), ("1d,6h, 1h", STEPS), ("", []), (None, []), ("0h", [])],
)
def test_steps_are_read_from_the_setting(
    text: str | None, steps: list[timedelta]
) -> None:
    assert read_ages(text) == steps


@pytest.mark.parametrize("text", ["soon", "1h -2h", "1.5h", "6"])
def test_what_is_no_list_of_spans_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="is no span"):
        read_ages(text)


def at(hours: float) -> dict[str, str | int]:
    moment = NOW + timedelta(hours=hours)
    # The feed rests meanwhile: what is found is found without it.
    return {
        "NEWSCRAWL_NOW": moment.isoformat(),
        "NEWSCRAWL_REVISITS": "1h 6h",
        "RETRY_TIMES": 0,
    }


def test_a_correction_is_found_that_no_feed_tells_of(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(3)
    asked, written, reasons = [], [], []
    with serving(site.answer) as (place, visits):
        for hours in (0, 0.5, 1.5, 2, 3, 9, 40):
            if hours == 1.5:
                site.pages["/news/1"] += "Correction: the bridge is the newer one. "
                site.say["/news/2"] = Answer(b"none", 404)
            before = len(visits)
            run = harvest(tmp_path, place, settings=at(hours))
            pages = [v.path for v in visits[before:] if v.path.startswith("/news")]
            asked.append("".join(sorted(path[-1] for path in pages)))
            written += [(hours, line["url"][-1], line["version"]) for line in run.lines]
            reasons += [(hours, line["reason"]) for line in run.rejected]
    # The corrected one is young again at 1.5, the vanished one is not asked for again.
    assert asked == ["012", "", "012", "", "1", "01", ""]
    assert sorted(written) == [(0, "0", 1), (0, "1", 1), (0, "2", 1), (1.5, "1", 2)]
    assert reasons == [(1.5, "http_404")]


def test_an_unchanged_page_costs_its_server_nothing(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(1)
    tag = {"ETag": '"one"', "Last-Modified": "Mon, 23 Nov 2026 05:00:00 GMT"}
    site.say["/news/0"] = Answer(site.page("/news/0"), headers=tag)
    with serving(site.answer) as (place, visits):
        harvest(tmp_path, place, settings=at(0))
        site.say["/news/0"] = Answer(b"", 304)
        run = harvest(tmp_path, place, settings=at(2))
    asked = [v for v in visits if v.path == "/news/0"][-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == tuple(tag.values())
    assert (run.lines, run.rejected, run.code) == ([], [], 0)
    assert run.card["outlets"]["small"]["revisits"] == 1


def test_only_the_spiders_own_articles_and_no_more_than_allowed(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(4)
    with serving(site.answer) as (place, visits):
        harvest(tmp_path, place, settings=at(0))
        before = len(visits)
        few = at(2) | {"NEWSCRAWL_REVISITS_MAX": 3}
        harvest(tmp_path, place, settings=few, spider="pti")
        assert not [v for v in visits[before:] if v.path.startswith("/news")]
        harvest(tmp_path, place, settings=few)
        assert len([v for v in visits[before:] if v.path.startswith("/news")]) == 3
        harvest(tmp_path, place, settings=few)
        assert len([v for v in visits[before:] if v.path.startswith("/news")]) == 4


def test_an_article_older_than_the_run_reaches_back_is_still_looked_at(
    tmp_path: Path,
) -> None:
    site = SmallOutlet(NOW)
    site.add(1)
    with serving(site.answer) as (place, _):
        harvest(tmp_path, place, settings=at(0) | {"NEWSCRAWL_REVISITS": "3d"})
        site.pages["/news/0"] += "Correction: the bridge is the newer one. "
        late = at(80) | {"NEWSCRAWL_REVISITS": "3d"}
        run = harvest(tmp_path, place, "-a", "since=2d", settings=late)
    assert [line["version"] for line in run.lines] == [2]
    assert run.rejected == []


@pytest.mark.parametrize(("status", "asked"), [(500, 2), (403, 2), (410, 1)])
def test_what_fails_is_tried_again_and_what_is_gone_is_not(
    tmp_path: Path, status: int, asked: int
) -> None:
    site = SmallOutlet(NOW)
    site.add(1)
    with serving(site.answer) as (place, visits):
        harvest(tmp_path, place, settings=at(0))
        site.say["/news/0"] = Answer(b"no", status)
        before = len(visits)
        harvest(tmp_path, place, settings=at(2))
        harvest(tmp_path, place, settings=at(4))
    assert len([v for v in visits[before:] if v.path == "/news/0"]) == asked
