"""No list leads to a private address: feeds, sitemaps, sections, robots.txt."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

import pytest

from tests.crawling import Answer, serving
from tests.harvesting import SmallOutlet, harvest
from tests.middlewares.test_addresses import PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
DATED = "<pubDate>Mon, 23 Nov 2026 05:00:00 GMT</pubDate>"


def feed(links: list[str]) -> bytes:
    items = (f"<item><title>Boats</title><link>{u}</link>{DATED}</item>" for u in links)
    return f"<rss version='2.0'><channel>{''.join(items)}</channel></rss>".encode()


def sitemap(links: list[str]) -> bytes:
    rows = "".join(f"<url><loc>{u}</loc></url>" for u in links)
    return f"<urlset>{rows}</urlset>".encode()


def index(links: list[str]) -> bytes:
    maps = "".join(f"<sitemap><loc>{u}</loc></sitemap>" for u in links)
    return f"<sitemapindex>{maps}</sitemapindex>".encode()


def section(links: list[str]) -> bytes:
    cards = "".join(
        f"<h2><a href='{u}'>Boats wait at the landing</a></h2>" for u in links
    )
    more = "".join(f"<a rel=next href='{u}'>Next</a>" for u in links[:3])
    return f"<html><body><main>{cards}{more}</main></body></html>".encode()


def robots(links: list[str]) -> bytes:
    return "\n".join(f"Sitemap: {u}" for u in links).encode()


CHANNELS = {
    "feed": (feed, "feeds", "/list"),
    "sitemap": (sitemap, "sitemaps", "/list"),
    "sitemap index": (index, "sitemaps", "/list"),
    "section": (section, "sections", "/list"),
    "robots.txt": (robots, None, "/robots.txt"),
}


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_list_leads_to_a_private_address(tmp_path: Path, channel: str) -> None:
    make, kind, path = CHANNELS[channel]
    site = SmallOutlet(NOW)
    asks = f'{kind} = ["https://small.test{path}"]\n' if kind else ""
    asks += f"robots_sitemaps = {str(kind is None).lower()}"
    with serving(site.answer) as (place, visits):
        port = place.rpartition(":")[2]
        links = [f"{s}://{h}:{port}/x" for h in PRIVATE for s in ("http", "https")]
        links += [f"http://{host}/x" for host in PRIVATE]
        site.say[path] = Answer(make([escape(link) for link in links]))
        run = harvest(tmp_path, place, "-a", "since=all", discovery=asks)
    assert {visit.host for visit in visits} <= {"small.test"}
    assert {visit.path for visit in visits} <= {"/robots.txt", path}
    assert path in {visit.path for visit in visits}
    assert run.lines == []
    assert "Traceback" not in run.log


def test_no_next_step_of_an_article_leads_there(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(1)
    with serving(site.answer) as (place, visits):
        port = place.rpartition(":")[2]
        page = site.page("/news/0").decode()
        heads = "".join(
            f"<link rel=amphtml href='http://{host}:{port}/x'>"
            f"<link rel=next href='http://{host}:{port}/x'>"
            f"<link rel=canonical href='http://{host}:{port}/x'>"
            f"<meta http-equiv=refresh content='0; url=http://{host}:{port}/x'>"
            for host in PRIVATE
        )
        site.say["/news/0"] = Answer(page.replace("<head>", "<head>" + heads).encode())
        run = harvest(tmp_path, place)
    assert {visit.host for visit in visits} == {"small.test"}
    assert [line["canonical_url"] for line in run.lines] == [
        "https://small.test/news/0"
    ]
