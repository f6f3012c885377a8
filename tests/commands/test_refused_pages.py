"""A harvest counts pages that are no article by their reason, and asks again or not."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.crawling import Answer, serving
from tests.harvesting import SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
MENU = "Home World Business Sport Weather Opinion Culture Travel "
PAGES = {
    "empty": " ",
    "binary": "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>",
    "json": '{"status": "ok", "articles": []}',
    "xml": "<?xml version='1.0'?><rss><channel><title>Boats</title></channel></rss>",
    "gate": "<h1>Sign in to continue</h1><p>This page is for members of the circle, and"
    " it takes a minute to join.</p>",
    "soft_404": "<h1>Page not found</h1><p>The page that you asked for is not here any"
    " more, or never was.</p>",
    "out_of_service": "<h1>We'll be back soon!</h1><p>We are sorry, it takes an hour or"
    " so, and not more than two.</p>",
    "no_body": f"<h1>Boats wait</h1><p>{MENU * 3}</p>",
    "video": "<script type='application/ld+json'>{\"@type\": \"VideoObject\"}</script>"
    "<h1>Boats wait</h1><video src=/a.mp4></video><p>Boats wait at the landing in rain,"
    " as they have since the morning of Monday.</p>",
    "gallery": "<script type='application/ld+json'>{\"@type\": \"ImageGallery\"}"
    "</script><h1>Boats wait</h1><div>21 November 2026, 09:14</div>"
    "<img src=/1.jpg><img src=/2.jpg>",
    "live_blog": "<script type='application/ld+json'>{\"@type\": \"LiveBlogPosting\"}"
    "</script><h1>Boats wait: as it happened</h1>"
    + "<p>The boats are waiting at the landing, says our reporter on the spot.</p>" * 5,
}  # fmt: skip


def test_each_refusal_has_its_reason_and_its_next_time(tmp_path: Path) -> None:
    site = SmallOutlet(AT)
    site.add(2)
    for reason, html in PAGES.items():
        site.pages[f"/bad/{reason}"] = ""
        headers = {"Content-Type": "text/html"}
        site.say[f"/bad/{reason}"] = Answer(html.encode(), headers=headers)
    with serving(site.answer) as (address, seen):
        first = harvest(tmp_path, address, settings=clock(AT, hours=2))
        reasons = {last(one): one["reason"] for one in first.rejected}
        assert reasons == {name: name for name in PAGES}
        days = {last(one): one["published"] for one in first.rejected}
        assert days["gallery"] == "2026-11-21T09:14:00+05:30"
        assert days["json"] is None
        assert first.card["rejected"] == Counter(reasons.values())
        assert len(first.lines) == 2
        del seen[:]
        del site.say["/bad/out_of_service"]
        site.pages["/bad/out_of_service"] = "The boats were let go at last. " * 9
        second = harvest(tmp_path, address, settings=clock(AT, hours=4))
    assert [one.path for one in seen if one.path.startswith("/bad/")] == [
        "/bad/out_of_service"
    ]
    assert [last(line) for line in second.lines] == ["out_of_service"]


def clock(at: datetime, *, hours: int) -> dict[str, object]:
    """The settings of a run so many hours later."""
    return {"NEWSCRAWL_NOW": (at + timedelta(hours=hours)).isoformat()}


def last(told: dict[str, str]) -> str:
    """The last part of an address."""
    return told["url"].rpartition("/")[2]
