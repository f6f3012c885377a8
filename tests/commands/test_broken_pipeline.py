"""A pipeline that breaks down loses nothing: the next run mends it."""

from __future__ import annotations

import os
from pathlib import Path

from tests.forking import scrapy

ROOT = Path(__file__).resolve().parents[2]
BROKEN = """
class Broken:
    seen = 0

    def process_item(self, item):
        Broken.seen += 1
        if Broken.seen % 5 == 0:
            raise RuntimeError("broken")
        return item
"""


def crawl(tmp_path: Path, *more: str) -> int:
    settings = [f"NEWSCRAWL_OUTPUT_DIR={tmp_path / 'output'}", *more]
    settings += ["NEWSCRAWL_NEWSROOM_STORIES=12", "LOG_LEVEL=CRITICAL"]
    given = [word for setting in settings for word in ("-s", setting)]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    crawl = ("crawl", "ians", "-a", "outlets=newsroom")
    return scrapy(*crawl, *given, env=environment).returncode


def test_the_next_run_writes_what_the_pipeline_broke_over(tmp_path: Path) -> None:
    (tmp_path / "broken_stage.py").write_text(BROKEN, "utf-8")
    given = "ITEM_PIPELINES=" + (
        '{"broken_stage.Broken": 50, "newscrawl.pipelines.require.Require": 100,'
        ' "newscrawl.pipelines.attribute.Attribute": 200,'
        ' "newscrawl.pipelines.identify.Identify": 300,'
        ' "newscrawl.pipelines.relate.Relate": 400,'
        ' "newscrawl.pipelines.select.Select": 500,'
        ' "newscrawl.pipelines.validate.Validate": 600,'
        ' "newscrawl.pipelines.write.Write": 700}'
    )
    assert crawl(tmp_path, given) == 1
    assert crawl(tmp_path) == 0
    files = sorted((tmp_path / "output").rglob("articles.jsonl"))
    counts = [len(path.read_text("utf-8").splitlines()) for path in files]
    assert len(counts) == 2
    assert all(counts)
