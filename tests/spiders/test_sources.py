"""A source's answer as a spider sees it: which requests come of it, what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.test import get_crawler

from newscrawl.spiders.outlet import OutletSpider

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scrapy import Request

OUTLET = """
id = "daybreak"
name = "Daybreak"
hosts = ["daybreak.test"]
country = "IN"
languages = ["en"]
zone = "Asia/Kolkata"
status = "observed"
enabled = true

[discovery]
{sources}
"""
FEED = 'feeds = ["https://daybreak.test/feed"]'
BUDGET = f"{FEED}\nrobots_sitemaps = false\n\n[polite]\ndaily_requests = 2"
SITE = "https://daybreak.test"


def spider(place: Path, sources: str = FEED, **given: str) -> Any:
    if "robots_sitemaps" not in sources:
        sources += "\nrobots_sitemaps = false"
    (place / "daybreak.toml").write_text(OUTLET.format(sources=sources), "utf-8")
    settings = {
        "NEWSCRAWL_OUTLETS_DIR": str(place),
        "NEWSCRAWL_NOW": "2026-03-02T12:00:00+00:00",
    }
    crawler = get_crawler(OutletSpider, settings)
    return OutletSpider.from_crawler(crawler, outlets="daybreak", **given)


def asked(told: Any) -> list[Request]:
    return list(told.source_requests(told.chosen[0]))


def answer(
    told: Any, request: Request, body: str, known: Sequence[str] = ()
) -> list[Request]:
    """What a source leads to, each request scheduled as it comes unless known."""
    kind = HtmlResponse if body.startswith("<html") else TextResponse
    response: Response = kind(
        request.url, body=body.encode(), request=request, encoding="utf-8"
    )
    found = []
    for one in told.parse_source(response):
        if one.url.removeprefix(SITE) not in known:
            told.admit(one)
        found.append(one)
    return found


def counts(told: Any) -> dict[str, int]:
    start = "newscrawl/outlet/daybreak/"
    stats = told.crawler.stats.get_stats()
    return {k.removeprefix(start): v for k, v in stats.items() if k.startswith(start)}


def item(path: str, published: str = "Mon, 02 Mar 2026 11:00:00 GMT") -> str:
    return (
        f"<item><title>Canal opened</title><link>{SITE}{path}</link>"
        f"<pubDate>{published}</pubDate></item>"
    )


def rss(*items: str) -> str:
    return f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'


def index(*names: str) -> str:
    maps = "".join(f"<sitemap><loc>{SITE}/{name}</loc></sitemap>" for name in names)
    return f"<sitemapindex>{maps}</sitemapindex>"


def test_a_job_taken_up_again_asks_its_sources_again(tmp_path: Path) -> None:
    every = 'robots_sitemaps = true\nsections = ["https://daybreak.test/news/"]\n'
    requests = asked(spider(tmp_path, every + FEED))
    assert [r.meta["errand"].kind for r in requests] == ["feed", "section", "robots"]
    assert all(request.dont_filter for request in requests)


def test_an_entry_becomes_a_request_that_carries_what_was_told(tmp_path: Path) -> None:
    told = spider(tmp_path)
    (feed,) = asked(told)
    (request,) = answer(told, feed, rss(item("/canal/?utm_source=rss")))
    assert request.url == f"{SITE}/canal/"
    errand = request.meta["errand"]
    assert (errand.kind, errand.headline) == ("article", "Canal opened")
    assert errand.published == "2026-03-02T11:00:00+00:00"
    assert errand.via == f"feed:{SITE}/feed"
    assert not request.dont_filter
    assert request.meta["listed"] == f"{SITE}/canal/?utm_source=rss"
    assert counts(told)["sources_ok"] == 1


def test_times_without_a_zone_are_in_the_outlets(tmp_path: Path) -> None:
    told = spider(tmp_path)
    (feed,) = asked(told)
    (request,) = answer(told, feed, rss(item("/canal", "2026-03-02 17:00:00")))
    assert request.meta["errand"].published == "2026-03-02T17:00:00+05:30"
    told = spider(tmp_path, 'sitemaps = ["https://daybreak.test/a.xml"]')
    (first,) = asked(told)
    entry = f"<url><loc>{SITE}/canal</loc><lastmod>2026-03-02T17:00:00</lastmod></url>"
    (request,) = answer(told, first, f"<urlset>{entry}</urlset>")
    assert request.meta["errand"].modified == "2026-03-02T17:00:00+05:30"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (item("/old", "Mon, 02 Feb 2026 11:00:00 GMT"), "too_old"),
        (item("/soon", "Tue, 03 Mar 2026 11:00:00 GMT"), "too_new"),
        (item("/a").replace("daybreak.test", "other.test"), "offsite"),
        (item("/a") + item("/a?utm_medium=x"), "repeated"),
    ],
)
def test_what_is_not_asked_for_is_counted(
    tmp_path: Path, entry: str, reason: str
) -> None:
    told = spider(tmp_path, until="2026-03-02")
    (feed,) = asked(told)
    found = answer(told, feed, rss(entry))
    assert len(found) == (reason == "repeated")
    assert counts(told)[reason] == 1


def test_sitemaps_that_lead_to_each_other_end(tmp_path: Path) -> None:
    told = spider(tmp_path, 'sitemaps = ["https://daybreak.test/a.xml"]')
    (first,) = asked(told)
    (second,) = answer(told, first, index("a.xml", "b.xml", "b.xml"))
    assert second.url == f"{SITE}/b.xml"
    assert answer(told, second, index("a.xml", "b.xml")) == []


def test_robots_leads_to_the_outlets_own_sitemaps_only(tmp_path: Path) -> None:
    told = spider(tmp_path, "robots_sitemaps = true")
    (robots,) = asked(told)
    lines = f"Sitemap: {SITE}/news.xml\nSitemap: https://other.test/news.xml\n"
    (request,) = answer(told, robots, lines)
    assert request.url == f"{SITE}/news.xml"
    assert request.meta["errand"].via == "robots"


def test_a_robots_txt_without_sitemaps_is_a_failure_where_it_is_all_there_is(
    tmp_path: Path,
) -> None:
    told = spider(tmp_path, "robots_sitemaps = true")
    (robots,) = asked(told)
    assert answer(told, robots, "User-agent: *\n") == []
    assert counts(told)["source_failed/no_sitemaps"] == 1
    told = spider(tmp_path, "robots_sitemaps = true\n" + FEED)
    assert answer(told, asked(told)[1], "User-agent: *\n") == []
    assert "sources_failed" not in counts(told)


def test_a_feed_that_is_a_page_is_a_failed_source(tmp_path: Path) -> None:
    told = spider(tmp_path)
    (feed,) = asked(told)
    assert answer(told, feed, "<html><body><p>Moved</p></body></html>") == []
    assert counts(told)["sources_failed"] == 1
    assert "sources_ok" not in counts(told)


def section(*paths: str, further: str = "") -> str:
    cards = "".join(
        f'<article><h2><a href="{path}">Canal opened for the season</a></h2></article>'
        for path in paths
    )
    more = f'<a rel="next" href="{further}">Next</a>' if further else ""
    return f"<html><body><main>{cards}{more}</main></body></html>"


def test_a_section_is_followed_while_it_shows_something_new(tmp_path: Path) -> None:
    sources = 'sections = ["https://daybreak.test/news/"]\nsection_pages = 3'
    told = spider(tmp_path, sources)
    (first,) = asked(told)
    pages = [f"/news/canal-opened-for-season-{n}" for n in range(1, 8)]
    *articles, second = answer(told, first, section(*pages[:3], further="/news/?p=2"))
    assert [SITE + path for path in pages[:3]] == [r.url for r in articles]
    assert second.meta["errand"].page == 2
    # The same again, and a page that leads back to the first.
    assert answer(told, second, section(*pages[:3], further="/news/?p=3")) == []
    *_, last = answer(told, second, section(*pages[3:5], further="/news/"))
    assert last.meta["errand"].kind == "article"


def test_no_more_is_queued_than_a_days_budget_allows(tmp_path: Path) -> None:
    told = spider(tmp_path, BUDGET)
    (feed,) = asked(told)
    body = rss(*(item(f"/canal-{n}") for n in range(7)))
    found = answer(told, feed, body, known=["/canal-0", "/canal-3"])
    # What the store knows does not count, or a long list would never be got through.
    assert [r.url[-7:] for r in found] == ["canal-0", "canal-1", "canal-2"]
    assert counts(told)["over_limit"] == 4


def test_limits_of_memory_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newscrawl.spiders.sources.MOST_ARTICLES", 2)
    told = spider(tmp_path, BUDGET.replace("daily_requests = 2", "daily_requests = 9"))
    (feed,) = asked(told)
    found = answer(told, feed, rss(*(item(f"/canal-{n}") for n in range(5))))
    assert len(found) == 2
    assert counts(told)["over_limit"] == 3
