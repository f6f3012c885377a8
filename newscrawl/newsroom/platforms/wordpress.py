"""WordPress with a newspaper theme: metadata graph, author box, comments."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Shown, english_date
from newscrawl.newsroom.platforms.listing import ListingPlatform
from newscrawl.newsroom.traffic import Answer, Ask, moved

if TYPE_CHECKING:
    from newscrawl.newsroom.model import Copy


def embedded(data: object) -> str:
    """A JSON-LD script element."""
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


class WordPress(ListingPlatform):
    """A feed at ``/feed/``; ``/?p=ID`` leads to the article."""

    feeds: tuple[str, ...] = ("/feed/",)
    skip_urls: tuple[str, ...] = ("/author/", "/tag/", "/category/")

    def path(self, copy: Copy) -> str:
        """Section and slug with the post's number."""
        return f"/{copy.section}/{copy.slug}-{self.numbers[copy.id]}/"

    def urls(self, copy: Copy) -> list[str]:
        """The permalink and the shortlink."""
        return [*super().urls(copy), self.absolute(f"/?p={self.numbers[copy.id]}")]

    def trouble(self, ask: Ask) -> Answer | None:
        """A shortlink's redirect."""
        wanted = parse_qs(ask.query).get("p") if ask.path == "/" else None
        for copy in self.copies if wanted else ():
            if str(self.numbers[copy.id]) in (wanted or ()):
                return moved(self.absolute(self.path(copy)))
        return None

    def page(self, shown: Shown, form: str) -> str:
        """A single post."""
        body = [f"<p>{escape(p)}</p>" for p in shown.body]
        if shown.related:
            body.insert(len(body) // 2 or 1, furniture.also_read(shown.related[0]))
        body += [f"<p><em>{escape(line)}</em></p>" for line in shown.after]
        author = escape(shown.byline or self.profile.name)
        stamp = english_date(shown.published, "%B {day}, %Y")
        picture = furniture.caption(
            shown.copy.photo_credit, shown.copy.section.title(), "wp-caption-text"
        )
        return (
            f'<!DOCTYPE html><html lang="en-US"><head>{self._head(shown)}</head>'
            f'<body class="post-template-default single single-post">{self.top()}'
            '<div class="td-main-content"><article class="post type-post">'
            f'<h1 class="entry-title">{escape(shown.headline)}</h1>'
            f'<div class="td-module-meta-info"><div class="td-post-author-name">By '
            f'<a href="/author/desk/">{author}</a></div><span class="td-post-date">'
            f'<time class="entry-date" datetime="{shown.published.isoformat()}">{stamp}'
            f"</time></span></div>{furniture.share_row('td-post-sharing')}"
            f'<div class="td-post-content">{picture}{"".join(body)}</div>'
            f'<div class="td-author-box"><img alt=""><a href="/author/desk/">{author}'
            "</a><p>The desk brings you news round the clock from our correspondents "
            "and partner agencies.</p></div>"
            '<div class="td_block_related_posts"><h4>RELATED ARTICLES</h4>'
            f"{furniture.cards(shown.related, 'td_module')}</div>"
            '<div class="comments" id="comments"><h4>1 COMMENT</h4>'
            '<div class="comment">'
            "<cite>A reader</cite><p>Good report, hoping for more details soon.</p>"
            "</div><h3>LEAVE A REPLY</h3></div></article>"
            f'<aside class="td-sidebar">{furniture.newsletter()}</aside></div>'
            f"{self.foot()}</body></html>"
        )

    def _head(self, shown: Shown) -> str:
        number = self.numbers[shown.copy.id]
        return self.head(
            shown.headline,
            '<meta charset="UTF-8">'
            f'<link rel="canonical" href="{escape(shown.url)}">'
            f'<link rel="shortlink" href="{escape(self.absolute(f"/?p={number}"))}">'
            '<meta property="og:type" content="article">'
            f'<meta property="og:title" content="{escape(shown.headline)}">'
            '<meta property="article:published_time" '
            f'content="{shown.published.isoformat()}">',
            embedded(self._graph(shown)),
        )

    def _graph(self, shown: Shown) -> object:
        home = self.absolute("/")
        article = {
            "@type": "NewsArticle",
            "@id": f"{shown.url}#article",
            "isPartOf": {"@id": shown.url},
            "author": {"@id": f"{home}#/schema/person/desk"},
            "headline": shown.headline,
            "datePublished": shown.published.isoformat(),
            "dateModified": shown.modified.isoformat(),
            "publisher": {"@id": f"{home}#organization"},
            "articleSection": [shown.copy.section.title()],
            "inLanguage": "en-US",
        }
        return {
            "@context": "https://schema.org",
            "@graph": [
                article,
                {"@type": "WebPage", "@id": shown.url, "name": shown.headline},
                {"@type": "Organization", "@id": f"{home}#organization",
                 "name": self.profile.name},
                {"@type": "Person", "@id": f"{home}#/schema/person/desk",
                 "name": shown.author or self.profile.name},
            ],
        }  # fmt: skip
