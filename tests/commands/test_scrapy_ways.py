"""What Scrapy offers beside ``crawl``: a job's directory, ``parse``."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.crawling import Answer, serving
from tests.forking import scrapy
from tests.harvesting import FEED, TOML, SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
AT = {"NEWSCRAWL_NOW": NOW.isoformat()}


def test_a_job_s_directory_keeps_nothing_from_a_later_run(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(2)
    site.say["/news/1"] = Answer(b"", 500)
    settings = {**AT, "JOBDIR": tmp_path / "job", "RETRY_TIMES": 0}
    with serving(site.answer) as (place, _):
        first = harvest(tmp_path, place, settings=settings)
        site.say.clear()
        second = harvest(tmp_path, place, settings=settings)
    assert "JOBDIR is left unused" in first.log
    assert [line["url"][-1] for line in first.lines] == ["0"]
    assert [line["url"][-1] for line in second.lines] == ["1"]


def test_one_page_is_parsed(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(1)
    (tmp_path / "small.toml").write_text(TOML.format(discovery=FEED), "utf-8")
    with serving(site.answer) as (place, _):
        settings = {
            **AT,
            "NEWSCRAWL_OUTLETS_DIR": tmp_path,
            "NEWSCRAWL_CONNECT_TO": json.dumps({"*.test": place}),
            "NEWSCRAWL_OUTPUT_DIR": tmp_path / "output",
        }
        for host, read in (
            ("small.test", ["Boats wait at landing 0"]),
            ("no.test", []),
        ):
            out = tmp_path / f"{host}.jsonl"
            given = ("--spider=outlet", "-a", "outlets=small", "-o", out)
            page = f"https://{host}/news/0"
            done = scrapy("parse", *given, page, settings=settings)
            assert "Traceback" not in done.stderr
            told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
            assert [one["headline"] for one in told] == read
    assert not (tmp_path / "output").exists()
