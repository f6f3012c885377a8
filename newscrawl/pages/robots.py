"""The Sitemap lines of a robots.txt; its rules are the downloader's business."""

from __future__ import annotations

import re

from newscrawl.text.urls import host_of

_MOST = 500
_LINE = re.compile(
    r"[ \t\ufeff]{0,20}site-?map[ \t]{0,20}:[ \t]{0,20}(\S{1,2048})", re.I
)


def sitemap_lines(body: str) -> list[str]:
    """The sitemaps a robots.txt names, each once, in its order.

    >>> sitemap_lines("User-agent: *\\nSITEMAP: https://x.in/news.xml # daily")
    ['https://x.in/news.xml']
    """
    found: dict[str, None] = {}
    for line in body[:1_000_000].splitlines():
        match = _LINE.match(line)
        if match and match[1].lower().startswith(("http://", "https://")):
            url = match[1].partition("#")[0]
            if host_of(url):
                found[url] = None
        if len(found) >= _MOST:
            break
    return list(found)
