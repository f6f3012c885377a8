"""Whole crawls of the newsroom, as a user starts them."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.schema import fault
from tests import forking
from tests.forking import Forked, command

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).resolve().parents[2]
SMALL = ["-s", "NEWSCRAWL_NEWSROOM_STORIES=12", "-s", "NEWSCRAWL_NEWSROOM_OUTLETS=14"]


def quiet(output: Path) -> dict[str, Any]:
    return {"NEWSCRAWL_OUTPUT_DIR": output, "LOG_LEVEL": "ERROR"}


def scrapy(output: Path, *given: str) -> subprocess.CompletedProcess[str]:
    return forking.scrapy(*given, settings=quiet(output), timeout=120)


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def runs(output: Path, spider: str = "ians") -> list[Path]:
    return sorted((output / "newsroom" / spider).iterdir(), key=lambda p: len(p.name))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    output = tmp_path_factory.mktemp("crawl")
    lines = output / "feed.jsonl"
    done = scrapy(
        output, "crawl", "ians", "-a", "outlets=newsroom", *SMALL, "-O", str(lines)
    )
    assert done.returncode == 0, done.stderr
    return output, done


def test_it_ends_with_lines_and_a_summary(crawled: tuple[Path, Any]) -> None:
    output, done = crawled
    (run,) = runs(output)
    articles = read(run / "articles.jsonl")
    assert articles
    assert [fault(article) for article in articles] == [None] * len(articles)
    assert {article["agency"] for article in articles} == {"ians"}
    assert len({article["id"] for article in articles}) == len(articles)
    assert {article["run"] for article in articles} == {f"ians-{run.name}"}
    assert all(article["story"] for article in articles)
    assert "new articles of" in done.stdout
    assert str(run / "articles.jsonl") in done.stdout
    assert done.stdout.rstrip().endswith("exit 0    new articles")


def test_scrapys_own_feed_has_the_same_records(crawled: tuple[Path, Any]) -> None:
    output, _ = crawled
    assert read(output / "feed.jsonl") == read(runs(output)[0] / "articles.jsonl")


def test_run_json_accounts_for_every_page(crawled: tuple[Path, Any]) -> None:
    output, _ = crawled
    (run,) = runs(output)
    report = json.loads((run / "run.json").read_text("utf-8"))
    articles, rejected = read(run / "articles.jsonl"), read(run / "rejected.jsonl")
    assert (report["outcome"], report["exit_code"]) == ("new_articles", 0)
    assert report["articles"] == len(articles)
    assert sum(report["rejected"].values()) == len(rejected)
    written = sum(counts.get("written", 0) for counts in report["outlets"].values())
    assert written == len(articles)
    assert all(line["reason"] and line["outlet"] and line["url"] for line in rejected)
    assert not list(run.glob("*.part"))


def test_a_second_run_finds_nothing_new(crawled: tuple[Path, Any]) -> None:
    output, _ = crawled
    again = scrapy(output, "crawl", "ians", "-a", "outlets=newsroom", *SMALL)
    assert again.returncode == 0, again.stderr
    assert read(runs(output)[-1] / "articles.jsonl") == []
    report = json.loads((runs(output)[-1] / "run.json").read_text("utf-8"))
    assert report["outcome"] == "nothing_new"


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        (["ians", "-a", "sinse=2d"], 2, "unknown argument 'sinse'"),
        (["ians", "-a", "outlets=no-such-outlet"], 2, "no-such-outlet"),
        (["nobody"], 2, "no spider 'nobody'"),
        (["outlet"], 2, "argument 'outlets' is missing"),
        (["ians", "-s", "NEWSCRAWL_NOW=noon"], 2, "NEWSCRAWL_NOW"),
        (["ians", "-s", "NEWSCRAWL_STORE={not_ours}"], 6, "state file"),
        (["ians", "-s", "NEWSCRAWL_OUTPUT_DIR={not_ours}"], 7, "cannot create"),
        (["ians", "-s", "NEWSCRAWL_MIN_WORDS=abc"], 2, "NEWSCRAWL_MIN_WORDS"),
        (["ians", "-s", "NEWSCRAWL_CONNECT_TO=[1]"], 2, "NEWSCRAWL_CONNECT_TO"),
        (["ians", "-s", "ITEM_PIPELINES={{}}"], 2, "lacks newscrawl's Write"),
        (["ians", "-s", "EXTENSIONS={{}}"], 2, "lacks newscrawl's Session"),
    ],
)
def test_a_mistake_is_one_line_and_its_own_exit_code(
    tmp_path: Path, given: list[str], code: int, told: str
) -> None:
    not_ours = tmp_path / "file"
    not_ours.write_text("this is no state file, " * 99)
    words = [word.format(not_ours=not_ours) for word in given]
    place = tmp_path / "output"
    done = forking.run([*command("crawl", settings=quiet(place)), *words])
    assert done.returncode == code, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("newscrawl: ")
    assert told in line


def test_a_machine_without_a_network_says_so(tmp_path: Path) -> None:
    """Every outlet is routed to a port where nothing listens."""
    done = scrapy(
        tmp_path,
        *["crawl", "ians", "-s", 'NEWSCRAWL_CONNECT_TO={"*": "127.0.0.1:9"}'],
        *["-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0"],
    )
    assert done.returncode == 4, done.stderr
    last = done.stdout.strip().splitlines()[-1]
    assert last.startswith("exit 4")
    assert "is this machine online? nothing was lost" in last


def test_a_signal_ends_it_cleanly_and_a_second_run_must_wait(tmp_path: Path) -> None:
    slow = ["-s", "DOWNLOAD_DELAY=3"]
    crawl = ("crawl", "ians", "-a", "outlets=newsroom", *SMALL, *slow)
    first = Forked(command(*crawl, settings=quiet(tmp_path)))
    try:
        base = tmp_path / "newsroom" / "ians"
        while first.poll() is None and not list(base.glob("*/rejected.jsonl.part")):
            os.sched_yield()
        second = scrapy(tmp_path, "crawl", "pti", "-a", "outlets=newsroom", *SMALL)
        assert second.returncode == 5, second.stderr
        assert "another run holds this state" in second.stderr
        first.send_signal(signal.SIGTERM)
        told, errors = first.communicate(timeout=60)
    finally:
        first.kill()
    assert first.returncode == 8, errors
    assert "stopped by a signal" in told
    names = sorted(path.name for path in runs(tmp_path)[0].iterdir())
    assert names == ["articles.jsonl", "rejected.jsonl", "run.json", "stories.jsonl"]


def test_looking_around_leaves_no_state(tmp_path: Path) -> None:
    listed = scrapy(tmp_path, "list")
    assert {"ians", "wire", "outlet"} <= set(listed.stdout.split())
    checked = scrapy(tmp_path, "check")
    assert checked.returncode == 0, checked.stderr
    assert list(tmp_path.iterdir()) == []
