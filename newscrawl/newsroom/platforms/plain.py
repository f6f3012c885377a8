"""Everyday sites, each with a markup and a way of listing its articles of its own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newscrawl.newsroom import feeds, sitemaps
from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Shown, english_date
from newscrawl.newsroom.platforms.listing import XML, ListingPlatform
from newscrawl.newsroom.traffic import Answer, Ask

if TYPE_CHECKING:
    from newscrawl.newsroom.model import Copy


class PlainSite(ListingPlatform):
    """HTML5 with an article element, Open Graph dates and an RSS 2.0 feed."""

    feeds: tuple[str, ...] = ("/rss",)

    def page(self, shown: Shown, form: str) -> str:
        """The article between menus, prompts and related stories."""
        by = f'<p class="byline">By {escape(shown.byline)}</p>' if shown.byline else ""
        stamp = english_date(shown.published, "{day} %B %Y, %H:%M")
        return (
            f'<!DOCTYPE html><html lang="en"><head>{self.metadata(shown)}</head><body>'
            f'{self.top()}<main><article class="story">'
            f"<h1>{escape(shown.headline)}</h1>"
            f'{by}<time datetime="{shown.published.isoformat()}">{stamp} '
            f"{shown.published:%Z}</time>{furniture.share_row()}"
            f"{furniture.caption(shown.copy.photo_credit, 'The scene')}"
            f"{self.body(shown)}</article>{furniture.newsletter()}"
            f'<section class="more"><h2>You May Also Like</h2>'
            f"{furniture.cards(shown.related)}</section></main>{self.foot()}"
            "</body></html>"
        )

    def metadata(self, shown: Shown) -> str:
        """The head, with what the platform says of the article."""
        return self.head(
            shown.headline,
            f'<meta charset="utf-8"><link rel="canonical" href="{escape(shown.url)}">'
            '<meta property="article:published_time" '
            f'content="{shown.published.isoformat()}">'
            f'<meta property="og:title" content="{escape(shown.headline)}">',
        )

    def body(self, shown: Shown) -> str:
        """The body's markup."""
        parts = [f"<p>{escape(p)}</p>" for p in shown.body]
        if shown.related:
            parts.insert(len(parts) // 2 or 1, furniture.also_read(shown.related[0]))
        return "".join((*parts, *(f"<p>{escape(line)}</p>" for line in shown.after)))


class AtomSite(PlainSite):
    """Field wrappers of a content management system; an Atom feed of changes."""

    feeds: tuple[str, ...] = ("/feeds/atom.xml",)
    feed_kind = "application/atom+xml; charset=utf-8"

    def feed(self, ask: Ask) -> bytes:
        """Atom, with the time each entry was updated."""
        items = self.items(self.live(ask.clock), ask.clock)
        changed = self.changed_at(ask.clock).astimezone(ZoneInfo(self.profile.zone))
        return feeds.atom(self.profile.name, self.absolute("/"), items, changed)

    def body(self, shown: Shown) -> str:
        """Paragraphs inside two wrappers, a prompt between them."""
        inner = [f"<p>{escape(p)}</p>" for p in (*shown.body, *shown.after)]
        inner.insert(1, '<div class="promo">Follow us on WhatsApp for updates</div>')
        return (
            '<div class="field field-name-body"><div class="field-items"><div '
            f'class="field-item even">{"".join(inner)}</div></div></div>'
        )


class SectionsSite(PlainSite):
    """No feed and no sitemap: a list with numbered pages."""

    feeds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ("/latest/",)
    article_urls: tuple[str, ...] = (r"/[a-z-]+/[a-z0-9-]+-\d{4,}$",)

    def body(self, shown: Shown) -> str:
        """Every paragraph in a section of its own, no paragraph elements."""
        parts = [f'<div class="section1"><div>{escape(p)}</div></div>'
                 for p in (*shown.body, *shown.after)]  # fmt: skip
        parts.insert(1, '<div class="section1 ad">ADVERTISEMENT</div>')
        return f'<div class="storyPage">{"".join(parts)}</div>'


class BrokenFeedSite(PlainSite):
    """XHTML with microdata, and a feed that no XML parser takes."""

    feeds: tuple[str, ...] = ("/feed.xml",)
    feed_kind = "text/xml"

    def feed(self, ask: Ask) -> bytes:
        """RSS with every fault."""
        items = self.items(self.live(ask.clock), ask.clock)
        return feeds.broken_rss(self.profile.name, self.absolute("/"), items)

    def body(self, shown: Shown) -> str:
        """Microdata around the paragraphs; one prompt inside."""
        parts = [f"<p>{escape(p)}</p>" for p in shown.body]
        if shown.related:
            parts.insert(1, furniture.also_read(shown.related[0], "p"))
        after = "".join(f"<p><b>{escape(line)}</b></p>" for line in shown.after)
        return f'<div itemprop="articleBody">{"".join(parts)}{after}</div>'


class GzipSitemapSite(PlainSite):
    """robots.txt, a sitemap index, and news sitemaps by day in gzip."""

    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ("/sitemap-index.xml",)
    robots_sitemaps = True

    def _days(self, ask: Ask) -> dict[str, list[Copy]]:
        days: dict[str, list[Copy]] = {}
        for copy in self.live(ask.clock):
            days.setdefault(f"/news-{copy.published:%Y-%m-%d}.xml.gz", []).append(copy)
        return days

    def sitemap(self, ask: Ask) -> bytes:
        """The index: one child for every day."""
        zone = ZoneInfo(self.profile.zone)
        children = []
        for path, copies in self._days(ask).items():
            versions = [copy.version_at(ask.clock) for copy in copies]
            changed = max(v.since for v in versions if v is not None)
            children.append((self.absolute(path), changed.astimezone(zone)))
        return sitemaps.index(children)

    def discovery(self, ask: Ask) -> Answer | None:
        """The children, beside what every platform lists."""
        if ask.path.endswith(".xml.gz"):
            copies = self._days(ask).get(ask.path)
            if copies is None:
                return None
            plain = sitemaps.news(self.items(copies, ask.clock), self.profile.name)
            changed = self.changed_at(ask.clock)
            body = sitemaps.gzipped(plain)
            return Answer(body, kind="application/x-gzip", changed=changed)
        return super().discovery(ask)

    def body(self, shown: Shown) -> str:
        """Blocks with generated class names, as single-page frameworks render."""
        parts = "".join(
            f'<div class="paywall-x9f"><div class="arr--text-element">'
            f"<p>{escape(p)}</p>"
            "</div></div>"
            for p in (*shown.body, *shown.after)
        )
        return f'<div class="arr--story--body __c-2kd8">{parts}</div>'


class StrippedSite(PlainSite):
    """A small aggregator on a blog platform: breaks for paragraphs."""

    feeds: tuple[str, ...] = ("/feeds/posts/default?alt=rss",)

    def discovery(self, ask: Ask) -> Answer | None:
        """The feed's address has a query."""
        if ask.path == "/feeds/posts/default":
            changed = self.changed_at(ask.clock)
            return Answer(self.feed(ask), kind=XML, changed=changed)
        return super().discovery(ask)

    def body(self, shown: Shown) -> str:
        """Text and breaks in one element."""
        text = "<br/><br/>".join(escape(p) for p in (*shown.body, *shown.after))
        return f'<div class="post-body entry-content" dir="ltr">{text}</div>'
