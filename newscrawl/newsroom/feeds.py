"""Feeds as outlets print them: RSS 2.0, Atom, and RSS that no XML parser takes."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Item:
    """One article as feeds and sitemaps tell it."""

    url: str
    headline: str
    summary: str
    section: str
    published: datetime
    modified: datetime
    language: str
    author: str | None = None


def rss(title: str, home: str, items: Iterable[Item], changed: datetime) -> bytes:
    """An RSS 2.0 feed, well formed."""
    entries = "".join(_rss_item(item) for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>{escape(title)}</title><link>{escape(home)}</link>"
        f"<description>Latest stories</description>"
        f"<lastBuildDate>{format_datetime(changed)}</lastBuildDate>"
        f"{entries}</channel></rss>\n"
    ).encode()


def _rss_item(item: Item) -> str:
    author = f"<dc:creator>{escape(item.author)}</dc:creator>" if item.author else ""
    return (
        f"<item><title>{escape(item.headline)}</title><link>{escape(item.url)}</link>"
        f'<guid isPermaLink="false">{escape(item.url)}</guid>{author}'
        f"<category>{escape(item.section)}</category>"
        f"<pubDate>{format_datetime(item.published)}</pubDate>"
        f"<description><![CDATA[<p>{escape(item.summary)}</p>]]></description></item>\n"
    )


def atom(title: str, home: str, items: Iterable[Item], changed: datetime) -> bytes:
    """An Atom feed with relative alternates and times of change."""
    entries = "".join(
        f"<entry><title>{escape(i.headline)}</title><id>{escape(i.url)}</id>"
        f'<link rel="alternate" type="text/html" href="{escape(i.url)}"/>'
        f"<published>{i.published.isoformat()}</published>"
        f"<updated>{i.modified.isoformat()}</updated>"
        f"<summary>{escape(i.summary)}</summary></entry>\n"
        for i in items
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(title)}</title>'
        f'<id>{escape(home)}</id><link href="{escape(home)}"/>'
        f"<updated>{changed.isoformat()}</updated>{entries}</feed>\n"
    ).encode()


def broken_rss(title: str, home: str, items: Iterable[Item]) -> bytes:
    """RSS with junk before the prolog, bare ampersands, unclosed tags, a false charset.

    It declares us-ascii and is UTF-8; the channel and the feed are never closed.
    """
    entries = "".join(
        f"<item><title>{i.headline.replace('<', '')} & more</title>"
        f"<link>{i.url}?ref=rss&src=feed</link><category>{i.section}"
        f"<pubDate>{format_datetime(i.published)}</pubDate>"
        f"<description>{i.summary.replace('<', '')} – read on<br>"
        "</description></item>\n"
        for i in items
    )
    return (
        '\n<!-- cached by page-cache -->\n<?xml version="1.0" encoding="us-ascii"?>\n'
        f"<rss version=2.0><channel><title>{title} & Sons</title><link>{home}</link>"
        f"{entries}"
    ).encode()
