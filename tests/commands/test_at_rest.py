"""A second run of a world at rest costs one question per source, and writes nothing."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.commands.newsroom_process import NewsroomProcess
from tests.forking import scrapy

ROOT = Path(__file__).resolve().parents[2]


def control(newsroom: NewsroomProcess, path: str) -> Any:
    """What the newsroom's own host says."""
    connection = HTTPConnection("127.0.0.1", newsroom.port, timeout=10)
    connection.request("GET", path, headers={"Host": "newsroom.control"})
    told = json.loads(connection.getresponse().read())
    connection.close()
    return told


def crawl(newsroom: NewsroomProcess, output: Path, minutes: int) -> dict[str, Any]:
    """One run so long after the world's last change; its card."""
    assert newsroom.now
    now = datetime.fromisoformat(newsroom.now) + timedelta(minutes=minutes)
    settings = {
        "NEWSCRAWL_OUTPUT_DIR": output,
        "NEWSCRAWL_OUTLETS_DIR": newsroom.outlets_dir,
        "NEWSCRAWL_CONNECT_TO": json.dumps(newsroom.connect_to),
        "NEWSCRAWL_NOW": now.isoformat(),
        "NEWSCRAWL_BACKOFF": 0.1,
        "NEWSCRAWL_RETRY_AFTER_MAX": 1,
        "DOWNLOAD_DELAY": 0,
        "LOG_LEVEL": "ERROR",
    }
    given = ["-a", f"outlets={','.join(newsroom.outlets)}"]
    given += ["-a", f"since={newsroom.since}"]
    before = set(output.glob("ians/*"))
    done = scrapy("crawl", "ians", *given, settings=settings)
    assert done.returncode == 0, done.stderr
    (run,) = set(output.glob("ians/*")) - before
    card: dict[str, Any] = json.loads((run / "run.json").read_text("utf-8"))
    return card


@dataclass
class Rest:
    """Two runs: their cards, and what the second asked for."""

    first: dict[str, Any]
    second: dict[str, Any]
    asked: Counter[str]
    feeds: set[str]
    articles: set[str]


@pytest.fixture(scope="module")
def rest(tmp_path_factory: pytest.TempPathFactory) -> Rest:
    """Two runs, five minutes apart, of a world in which nothing happens meanwhile."""
    output = tmp_path_factory.mktemp("rest")
    newsroom = NewsroomProcess.open(Settings({"NEWSCRAWL_NEWSROOM_STORIES": 20}))
    try:
        first = crawl(newsroom, output, 1)
        before = len(control(newsroom, "/log"))
        second = crawl(newsroom, output, 6)
        visits = control(newsroom, "/log")[before:]
        truth = control(newsroom, "/truth")
        feeds = {
            url
            for path in Path(newsroom.outlets_dir).glob("*.toml")
            for url in tomllib.loads(path.read_text("utf-8"))["discovery"].get(
                "feeds", ()
            )
        }
    finally:
        newsroom.close()
    asked = Counter(bare(v["host"] + v["path"]) for v in visits)
    articles = {bare(url) for copy in truth["copies"] for url in copy["urls"]}
    return Rest(first, second, asked, set(map(bare, feeds)), articles)


def bare(url: str) -> str:
    """An address without its scheme."""
    return url.partition("://")[2] or url


def test_nothing_is_written_and_no_article_asked_for(rest: Rest) -> None:
    assert rest.first["articles"] > 20
    assert rest.second["articles"] == 0
    assert rest.articles
    assert not rest.articles & set(rest.asked)


def test_each_feed_is_asked_once_at_most(rest: Rest) -> None:
    assert len(rest.feeds) > 5
    assert rest.feeds & set(rest.asked)
    assert {url: rest.asked[url] for url in rest.feeds if rest.asked[url] > 1} == {}
