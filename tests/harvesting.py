"""A small outlet on loopback and whole harvests of it, as cron would start them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from tests.crawling import Answer
from tests.forking import scrapy

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_WORDS = "the river rose past the old bridge while boats waited at the upper landing"


@dataclass(slots=True)
class Harvest:
    """One finished run: its exit code, card, lines, and what it printed."""

    code: int
    card: dict[str, Any]
    lines: list[dict[str, Any]]
    rejected: list[dict[str, Any]]
    screen: str
    log: str


@dataclass(slots=True)
class SmallOutlet:
    """An outlet of one host; ``pages`` are texts by path, newest last.

    ``say`` answers a path in place of what it would say by itself.
    """

    at: datetime
    pages: dict[str, str] = field(default_factory=dict)
    say: dict[str, Answer] = field(default_factory=dict)
    credit: str = "(IANS)"
    dated: bool = True

    def add(self, count: int, first: int = 0) -> None:
        """Publish some more articles."""
        for number in range(first, first + count):
            self.pages[f"/news/{number}"] = f"Report {number}: {_WORDS} {number}. " * 6

    def answer(self, host: str, path: str, before: int) -> Answer:
        """What the server says; for ``tests.crawling.serving``."""
        if path in self.say:
            return self.say[path]
        if path == "/feed":
            return Answer(self.feed(), headers={"Content-Type": "application/rss+xml"})
        if path in self.pages:
            return Answer(self.page(path))
        return Answer(b"none", 404)

    def feed(self) -> bytes:
        """An RSS feed of all pages."""
        date = f"<pubDate>{format_datetime(self.at)}</pubDate>" if self.dated else ""
        items = "".join(
            f"<item><title>Boats wait at landing {path[6:]}</title>"
            f"<link>https://small.test{path}</link>{date}</item>"
            for path in self.pages
        )
        return (
            f"<rss version='2.0'><channel><title>Small</title>{items}</channel></rss>"
        ).encode()

    def page(self, path: str) -> bytes:
        """One article's page."""
        date = (
            f"<meta property='article:published_time' content='{self.at.isoformat()}'>"
            if self.dated
            else ""
        )
        dateline = f"Patna, Nov 23 {self.credit} " if self.credit else ""
        return (
            f"<html><head>{date}<title>Boats wait at landing {path[6:]}</title></head>"
            f"<body><article><h1>Boats wait at landing {path[6:]}</h1>"
            f"<p>{dateline}{self.pages[path]}</p><p>{self.pages[path]}</p>"
            "</article></body></html>"
        ).encode()


TOML = """
id = "small"
name = "Small"
hosts = ["small.test"]
zone = "Asia/Kolkata"
agencies = ["ians"]

[discovery]
{discovery}
"""
FEED = 'feeds = ["https://small.test/feed"]\nrobots_sitemaps = false'


def harvest(
    tmp_path: Path,
    place: str,
    *given: str,
    spider: str = "outlet",
    discovery: str = FEED,
    settings: dict[str, Any] | None = None,
) -> Harvest:
    """Crawl the small outlet that listens at ``place``; the state stays for more."""
    outlets = tmp_path / "outlets"
    outlets.mkdir(exist_ok=True)
    text = TOML.format(discovery=discovery)
    (outlets / "small.toml").write_text(text, "utf-8")
    output = tmp_path / "output"
    values = {
        "NEWSCRAWL_OUTLETS_DIR": outlets,
        "NEWSCRAWL_OUTPUT_DIR": output,
        "NEWSCRAWL_CONNECT_TO": json.dumps({"*.test": place}),
        "NEWSCRAWL_BACKOFF": 0.1,
        "DOWNLOAD_DELAY": 0,
        "LOG_LEVEL": "WARNING",
        **(settings or {}),
    }
    before = set(output.glob("*/*"))
    crawl = ("crawl", spider, *given, "-a", "outlets=small")
    done = scrapy(*crawl, settings=values, timeout=90)
    fresh = [path for path in output.glob("*/*") if path not in before]
    assert fresh, done.stderr
    (run,) = fresh
    return Harvest(
        done.returncode,
        json.loads((run / "run.json").read_text("utf-8")),
        read_lines(run / "articles.jsonl"),
        read_lines(run / "rejected.jsonl"),
        done.stdout,
        done.stderr,
    )


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON lines of a file; none when it is not there."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
