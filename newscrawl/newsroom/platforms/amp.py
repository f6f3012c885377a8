"""The portal whose AMP pages repeat a cut teaser above a lead with a glued dateline."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Shown, Teaser, english_date
from newscrawl.newsroom.platforms.listing import ListingPlatform

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.newsroom.model import Copy

_BOILERPLATE = (
    "<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 "
    "normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}"
    "to{visibility:visible}}</style><noscript><style amp-boilerplate>"
    "body{-webkit-animation:none}</style></noscript>"
    '<script async src="https://cdn.ampproject.org/v0.js"></script>'
)


class AmpPortal(ListingPlatform):
    """Every article as a page and as an AMP page; a feed of the first."""

    feeds: tuple[str, ...] = ("/rss/latest.xml",)
    amp = "prefer"

    def path(self, copy: Copy) -> str:
        """Section and slug, without a number."""
        return f"/{copy.section}/{copy.slug}/"

    def forms(self, copy: Copy) -> dict[str, str]:
        """The page and its AMP form."""
        return {"page": self.path(copy), "amp": f"{self.path(copy)}amp"}

    def page(self, shown: Shown, form: str) -> str:
        """Either form."""
        return self._amp(shown) if form == "amp" else self._full(shown)

    def _byline(self, shown: Shown) -> str:
        stamp = english_date(shown.modified)
        by = f"By {shown.byline} | " if shown.byline else ""
        return f"{escape(by)}Updated: {stamp} {shown.modified:%Z}"

    def _amp(self, shown: Shown) -> str:
        paragraphs = "".join(f"<p>{escape(p)}</p>" for p in shown.body)
        after = "".join(f'<p class="note">{escape(line)}</p>' for line in shown.after)
        first, second = shown.related[:3], shown.related[3:]
        label = shown.copy.section.title()
        menu = furniture.mega_menu(self.weight * 7 // 10, self.profile.id)
        style = furniture.styles(self.weight * 3 // 10, self.profile.id)
        return (
            '<!doctype html><html amp lang="en"><head><meta charset="utf-8">'
            f"<title>{escape(shown.headline)} | {escape(self.profile.name)}</title>"
            f'<link rel="canonical" href="{escape(shown.url)}">{_BOILERPLATE}'
            f"{style.replace('<style>', '<style amp-custom>')}</head><body>"
            f"<amp-sidebar id=side layout=nodisplay>{menu}</amp-sidebar>"
            '<div class="top"><a href="/city/">City</a><br>\n'
            '<a href="/epaper/">Epaper</a>'
            f'</div><div class="story"><h1>{escape(shown.headline)}</h1>'
            f'<div class="by-row">{self._byline(shown)}</div>'
            '<amp-img src="/images/lead.jpg" width="800" height="450"></amp-img>'
            f'<div class="synopsis">{escape(shown.summary)}</div>\n'
            '<a class="app" href="/app">Open in App</a>\n'
            f'<div class="full">{paragraphs}{after}</div>'
            '<a class="app" href="/app">Open in App</a>\n'
            f"<h2>Related Stories</h2>{_labelled(first)}"
            f"<h2>{escape(label)} Realted Stories</h2>{_labelled(second)}"
            "</div></body></html>"
        )

    def _full(self, shown: Shown) -> str:
        half = len(shown.body) // 2 or 1
        paragraphs = [f"<p>{escape(p)}</p>" for p in shown.body]
        if shown.related:
            paragraphs.insert(half, furniture.also_read(shown.related[0]))
        after = "".join(f'<p class="note">{escape(line)}</p>' for line in shown.after)
        summary = escape(shown.summary)
        head = self.head(
            shown.headline,
            f'<meta charset="utf-8"><link rel="canonical" href="{escape(shown.url)}">'
            f'<link rel="amphtml" href="{escape(shown.url)}amp">'
            f'<meta property="og:title" content="{escape(shown.headline)}">'
            f'<meta name="description" content="{summary}">',
        )
        picture = furniture.caption(shown.copy.photo_credit, shown.copy.section.title())
        return (
            f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{self.top()}'
            f'<section class="article"><h1>{escape(shown.headline)}</h1>'
            f'<div class="by-row">{self._byline(shown)}</div>{furniture.share_row()}'
            f'{picture}<div class="article-body">{"".join(paragraphs)}{after}</div>'
            f'</section><aside class="related"><h2>Related Stories</h2>'
            f"{furniture.cards(shown.related)}</aside>{self.foot()}</body></html>"
        )


def _labelled(teasers: Iterable[Teaser]) -> str:
    """A list in which the section's label is glued to the headline."""
    return "".join(
        f'<div class="rel"><span>{escape(t.section.title())}</span>'
        f'<a href="{escape(t.url)}">{escape(t.headline)}</a></div>'
        for t in teasers
    )
