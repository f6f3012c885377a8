"""Sitemaps as outlets print them: plain, news, indexes, and the same in gzip."""

from __future__ import annotations

import gzip
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newscrawl.newsroom.feeds import Item

_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n'


def urlset(items: Iterable[Item]) -> bytes:
    """A plain sitemap with times of change."""
    urls = "".join(
        f"<url><loc>{escape(i.url)}</loc>"
        f"<lastmod>{i.modified.isoformat()}</lastmod></url>\n"
        for i in items
    )
    return f'{_PROLOG}<urlset xmlns="{_XMLNS}">{urls}</urlset>\n'.encode()


def news(items: Iterable[Item], name: str) -> bytes:
    """A news sitemap: title, language and time of publication with every URL."""
    urls = "".join(
        f"<url><loc>{escape(i.url)}</loc><lastmod>{i.modified.isoformat()}</lastmod>"
        f"<news:news><news:publication><news:name>{escape(name)}</news:name>"
        f"<news:language>{i.language}</news:language></news:publication>"
        f"<news:publication_date>{i.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(i.headline)}</news:title></news:news></url>\n"
        for i in items
    )
    head = f'<urlset xmlns="{_XMLNS}" xmlns:news="{_NEWS}">'
    return f"{_PROLOG}{head}{urls}</urlset>\n".encode()


def index(children: Iterable[tuple[str, datetime]]) -> bytes:
    """A sitemap index: the URLs of sitemaps and when each last changed."""
    maps = "".join(
        f"<sitemap><loc>{escape(url)}</loc>"
        f"<lastmod>{changed.isoformat()}</lastmod></sitemap>\n"
        for url, changed in children
    )
    return f'{_PROLOG}<sitemapindex xmlns="{_XMLNS}">{maps}</sitemapindex>\n'.encode()


def gzipped(body: bytes) -> bytes:
    """The bytes in gzip, the same for the same bytes at any time."""
    return gzip.compress(body, mtime=0)
