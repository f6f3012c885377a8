"""A Hindi portal: Devanagari throughout, dates in Hindi words, slugs in Latin."""

from __future__ import annotations

from html import escape

from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Shown, hindi_date
from newscrawl.newsroom.platforms.listing import ListingPlatform


class HindiPortal(ListingPlatform):
    """A feed, Open Graph metadata, a body of plain paragraphs."""

    feeds: tuple[str, ...] = ("/rss.xml",)

    def page(self, shown: Shown, form: str) -> str:
        """An article with prompts in Hindi."""
        body = [f"<p>{escape(p)}</p>" for p in shown.body]
        if shown.related:
            also = shown.related[0]
            link = f'<a href="{escape(also.url)}">{escape(also.headline)}</a>'
            body.insert(len(body) // 2 or 1, f"<p><b>यह भी पढ़ें:</b> {link}</p>")
        body += [f'<p class="disclaimer">{escape(line)}</p>' for line in shown.after]
        by = f"<span>{escape(shown.byline)}</span> | " if shown.byline else ""
        photo = shown.copy.photo_credit
        picture = f"<figcaption>फोटो: {escape(photo)}</figcaption>" if photo else ""
        head = self.head(
            shown.headline,
            f'<meta charset="utf-8"><link rel="canonical" href="{escape(shown.url)}">'
            '<meta property="og:locale" content="hi_IN">'
            f'<meta property="og:title" content="{escape(shown.headline)}">',
        )
        return (
            f'<!DOCTYPE html><html lang="hi"><head>{head}</head><body>{self.top()}'
            f'<div class="khabar"><h1>{escape(shown.headline)}</h1>'
            f'<div class="samay">{by}<span>Updated: {hindi_date(shown.modified)} '
            f"{shown.modified:%Z}</span></div>"
            '<div class="sajha">शेयर करें <a href="#">व्हाट्सऐप</a></div>'
            f'<figure><img src="/images/lead.jpg" alt="">{picture}</figure>'
            f'<div class="khabar-body">{"".join(body)}</div>'
            '<div class="app-prompt">ताजा खबरों के लिए हमारा ऐप डाउनलोड करें</div></div>'
            '<div class="aur"><h2>संबंधित खबरें</h2>'
            f"{furniture.cards(shown.related)}</div>{self.foot()}</body></html>"
        )
