"""The next runs on the same state: the world moves on, the stories stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newscrawl.newsroom.scoring import matched, pair_scores
from newscrawl.newsroom.site import Sites
from newscrawl.newsroom.world import World
from tests.forking import scrapy

ROOT = Path(__file__).resolve().parents[2]
STORIES = 60
MOMENTS = ("2026-03-03T00:30+05:30", "2026-03-03T02:00+05:30", "2026-03-03T07:00+05:30")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict[str, Any]]]:
    """The lines of three runs at three moments of one world."""
    output = tmp_path_factory.mktemp("later")
    for moment in MOMENTS:
        settings = {
            "NEWSCRAWL_OUTPUT_DIR": output,
            "NEWSCRAWL_NEWSROOM_STORIES": STORIES,
            "NEWSCRAWL_NEWSROOM_NOW": moment,
            "LOG_LEVEL": "ERROR",
        }
        done = scrapy("crawl", "ians", "-a", "outlets=newsroom", settings=settings)
        assert done.returncode == 0, done.stderr
    files = sorted(output.rglob("articles.jsonl"), key=lambda path: path.parent.name)
    return [
        [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
        for path in files
    ]


def test_each_run_writes_what_is_new(lines: list[list[dict[str, Any]]]) -> None:
    assert all(lines)
    versions = [(line["id"], line["version"]) for run in lines for line in run]
    assert len(set(versions)) == len(versions)


def test_a_changed_text_is_a_new_version_that_says_what_changed(
    lines: list[list[dict[str, Any]]],
) -> None:
    first = {line["id"]: line for line in lines[0]}
    changed = [line for run in lines[1:] for line in run if line["id"] in first]
    assert changed
    for line in changed:
        assert line["version"] > 1
        assert line["previous"]["version"] == line["version"] - 1
        assert set(line["previous"]["changed"]) & {"body", "headline"}
        assert line["first_seen"] == first[line["id"]]["first_seen"]
        assert line["story"]["id"] == first[line["id"]]["story"]["id"]


def test_later_copies_join_the_stories_of_earlier_runs(
    lines: list[list[dict[str, Any]]],
) -> None:
    earlier = {line["story"]["id"] for line in lines[0]}
    late = {
        line["story"]["id"] for run in lines[1:] for line in run if line["version"] == 1
    }
    assert earlier & late
    sites = Sites(World(1, STORIES))
    truth = sites.truth(sites.world.end)
    pairs, _ = matched(truth, [line for run in lines for line in run])
    scores = pair_scores(
        {copy["id"]: line["story"]["id"] for line, copy in pairs},
        {copy["id"]: copy["story"] for _, copy in pairs},
    )
    assert scores["precision"] == 1.0
    assert scores["recall"] >= 0.95
