"""Sites rich in JSON-LD: one that gives the whole text in it, one behind a paywall."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Shown, english_date
from newscrawl.newsroom.platforms.listing import ListingPlatform
from newscrawl.newsroom.platforms.wordpress import embedded

if TYPE_CHECKING:
    from newscrawl.newsroom.traffic import Answer, Ask


class JsonLd(ListingPlatform):
    """articleBody in the head; the body itself in div soup with advertisements."""

    sitemaps: tuple[str, ...] = ("/news-sitemap.xml",)
    robots_sitemaps = True

    def page(self, shown: Shown, form: str) -> str:
        """An article in div soup."""
        blocks = []
        for number, text in enumerate(shown.body):
            blocks.append(
                f'<div class="blk"><div class="tx">{escape(text)}</div></div>'
            )
            if number % 3 == 1:
                blocks.append(
                    '<div class="ad-slot"><div>Advertisement</div>'
                    "<div>Scroll to continue</div></div>"
                )
        if shown.related:
            blocks.append(furniture.also_read(shown.related[0], "div"))
        blocks += [f'<div class="dis">{escape(line)}</div>' for line in shown.after]
        by = (
            f'<span class="au">By {escape(shown.byline)}</span>' if shown.byline else ""
        )
        stamp = english_date(shown.modified, "%b {day}, %Y, %I:%M %p")
        return (
            f'<!DOCTYPE html><html lang="en"><head>{self._head(shown)}</head><body>'
            f'{self.top()}<div id="root"><div class="w"><div class="hl"><h1>'
            f'{escape(shown.headline)}</h1></div><div class="mt">'
            f"{by}<span>Last Updated: "
            f"{stamp} {shown.modified:%Z}</span></div>{furniture.share_row('sh')}"
            f"{furniture.caption(shown.copy.photo_credit, 'Markets', 'cap')}"
            f'<div class="ct">{"".join(blocks)}</div><div class="mr"><div>More From '
            f"This Section</div>{furniture.cards(shown.related, 'crd')}"
            "</div></div></div>"
            f"{furniture.newsletter()}{self.foot()}</body></html>"
        )

    def _head(self, shown: Shown) -> str:
        crumbs = {"@context": "https://schema.org", "@type": "BreadcrumbList",
                  "itemListElement": []}  # fmt: skip
        return self.head(
            shown.headline,
            f'<meta charset="utf-8"><link rel="canonical" href="{escape(shown.url)}">',
            embedded(crumbs),
            embedded(self.news_article(shown, articleBody="\n\n".join(shown.body))),
        )

    def news_article(self, shown: Shown, **more: object) -> dict[str, object]:
        """The article as schema.org tells it."""
        author = {"@type": "Person" if shown.copy.role == "own" else "Organization",
                  "name": shown.author or self.profile.name}  # fmt: skip
        return {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "mainEntityOfPage": shown.url,
            "headline": shown.headline,
            "datePublished": shown.published.isoformat(),
            "dateModified": shown.modified.isoformat(),
            "author": [author],
            "publisher": {"@type": "NewsMediaOrganization", "name": self.profile.name},
            "description": shown.summary,
            "articleSection": shown.copy.section.title(),
            **more,
        }


class Paywall(JsonLd):
    """The first paragraphs, then an invitation to pay."""

    sitemaps: tuple[str, ...] = ()
    robots_sitemaps = False
    feeds: tuple[str, ...] = ("/rss/all",)

    def page(self, shown: Shown, form: str) -> str:
        """The free part of an article and the wall, where there is one."""
        part = {"@type": "WebPageElement", "isAccessibleForFree": False,
                "cssSelector": ".premium-story"}  # fmt: skip
        free = shown.copy.free
        more = {} if free else {"hasPart": part}
        facts = self.news_article(shown, isAccessibleForFree=free, **more)
        head = self.head(
            shown.headline,
            f'<meta charset="utf-8"><link rel="canonical" href="{escape(shown.url)}">',
            embedded(facts),
        )
        body = "".join(f"<p>{escape(p)}</p>" for p in shown.body)
        after = "".join(f"<p><small>{escape(line)}</small></p>" for line in shown.after)
        by = escape(shown.byline or self.profile.name)
        stamp = english_date(shown.published, "{day} %b %Y %H:%M")
        return (
            f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{self.top()}'
            f'<article><header><h1 itemprop="headline">{escape(shown.headline)}</h1>'
            f'<div class="author">{by}</div><time datetime='
            f'"{shown.published.isoformat()}">{stamp} {shown.published:%Z}'
            "</time></header>"
            f'<div class="premium-story">{body}{after}</div>'
            f"{'' if free else _wall(self.profile.name)}</article>"
            f"<aside><h2>Editor&#39;s Picks</h2>"
            f"{furniture.cards(shown.related)}</aside>"
            f"{self.foot()}</body></html>"
        )

    def robots(self) -> str | None:
        """This outlet has no robots.txt."""
        return None

    def trouble(self, ask: Ask) -> Answer | None:
        """None here."""
        return None


def _wall(name: str) -> str:
    return (
        '<div class="paywall"><h3>Subscribe to continue reading</h3><p>Already a '
        f"subscriber? Log in to {escape(name)}.</p><p>Get unlimited access for Rs 99 a "
        "month. Cancel any time.</p></div>"
    )
