"""A platform's discovery: its feed, sitemap, section pages and robots.txt."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from newscrawl.newsroom import feeds, sitemaps
from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Platform, Shown, shorten
from newscrawl.newsroom.traffic import Answer, Ask

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newscrawl.newsroom.model import Copy

KEPT = 256
XML = "application/xml; charset=utf-8"


class ListingPlatform(Platform):
    """A platform that lists its articles; the class attributes say where.

    Discovery files are the same bytes as long as the clock stands.
    """

    feed_kind = "application/rss+xml; charset=utf-8"
    pager = '<a class="next" rel="next" href="{href}">Next</a>'

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._listed: dict[tuple[str, str], tuple[datetime, Answer]] = {}

    def discovery(self, ask: Ask) -> Answer | None:
        """The file at this path, made once for every time of the clock."""
        made = self._listed.get((ask.path, ask.query))
        if made is not None and made[0] == ask.clock:
            return made[1]
        answer = self._discover(ask)
        if answer is not None:
            if len(self._listed) >= KEPT:
                self._listed.clear()
            self._listed[ask.path, ask.query] = (ask.clock, answer)
        return answer

    def _discover(self, ask: Ask) -> Answer | None:
        if ask.path == "/robots.txt":
            text = self.robots()
            if text is None:
                return None
            return Answer(text.encode(), kind="text/plain; charset=utf-8")
        if ask.path in self.feeds:
            changed = self.changed_at(ask.clock)
            return Answer(self.feed(ask), kind=self.feed_kind, changed=changed)
        if ask.path in self.sitemaps:
            changed = self.changed_at(ask.clock)
            return Answer(self.sitemap(ask), kind=XML, changed=changed)
        if ask.path in self.sections or ask.path == "/":
            return Answer(self.section(ask).encode(self.encoding, "xmlcharrefreplace"),
                          kind=self.kind)  # fmt: skip
        return None

    def items(self, copies: Sequence[Copy], clock: datetime) -> list[feeds.Item]:
        """The articles as feeds and sitemaps tell them, newest first."""
        return [
            self._item(self.shown(copy, clock), url)
            for copy in copies
            for url in self.listed_urls(copy)
        ]

    def _item(self, shown: Shown, url: str) -> feeds.Item:
        copy = shown.copy
        return feeds.Item(
            url, shown.headline, shown.summary, copy.section,
            shown.published, shown.modified, copy.language, shown.author,
        )  # fmt: skip

    def feed(self, ask: Ask) -> bytes:
        """The feed's bytes."""
        items = self.items(self.live(ask.clock), ask.clock)
        home = self.absolute("/")
        changed = self.changed_at(ask.clock).astimezone(ZoneInfo(self.profile.zone))
        return feeds.rss(self.profile.name, home, items, changed)

    def sitemap(self, ask: Ask) -> bytes:
        """The sitemap's bytes."""
        items = self.items(self.live(ask.clock), ask.clock)
        return sitemaps.news(items, self.profile.name)

    def robots(self) -> str | None:
        """robots.txt, or ``None`` for an outlet without one."""
        lines = "User-agent: *\nDisallow: /search\nDisallow: /admin/\nAllow: /\n"
        maps = self.sitemaps if self.robots_sitemaps else ()
        return lines + "".join(f"Sitemap: {self.absolute(m)}\n" for m in maps)

    def section(self, ask: Ask) -> str:
        """One page of a list of all articles, newest first."""
        page = self.page_number(ask)
        copies = self.live(ask.clock)
        start = (page - 1) * self.section_size
        rows = "".join(
            self.row(self.shown(copy, ask.clock), url)
            for copy in copies[start : start + self.section_size]
            for url in self.listed_urls(copy)
        )
        more = start + self.section_size < len(copies)
        link = self.pager.format(href=self.page_link(ask, page + 1)) if more else ""
        return (
            f"<!DOCTYPE html><html><head>{self.head('Latest')}</head><body>{self.top()}"
            f'<main><h1>Latest News</h1><div class="list">{rows}</div>{link}'
            f"{furniture.newsletter()}</main>{self.foot()}</body></html>"
        )

    def page_number(self, ask: Ask) -> int:
        """Which page of the list is asked for, from 1."""
        given = parse_qs(ask.query).get("page", ["1"])[0]
        return max(1, int(given)) if given.isdecimal() and len(given) < 6 else 1

    def page_link(self, ask: Ask, page: int) -> str:
        """The address of another page of the list."""
        return f"{ask.path}?page={page}"

    def row(self, shown: Shown, url: str) -> str:
        """One article in a list."""
        return (
            f'<div class="item"><h2><a href="{escape(url)}">'
            f"{escape(shown.headline)}</a>"
            f"</h2><p>{escape(shorten(shown.body[0]))}</p></div>"
        )
