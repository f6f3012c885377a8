"""The floor to measure against: bare Scrapy, five parsel fields, a JSON-lines feed.

    scrapy runspider benchmarks/bare.py -a urls=FILE -a port=PORT -O OUT.jsonl

FILE holds one URL a line; they are fetched from 127.0.0.1:PORT under their own Host.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import scrapy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.http import Response


class Bare(scrapy.Spider):
    """Fetch the URLs; give five fields of each page."""

    name = "bare"
    custom_settings = {  # noqa: RUF012 - as Scrapy wants it
        "CONCURRENT_REQUESTS": 16,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_LEVEL": "WARNING",
        "ITEM_PIPELINES": {},
        "DOWNLOADER_MIDDLEWARES": {},
        "SPIDER_MIDDLEWARES": {},
        "EXTENSIONS": {},
    }

    def __init__(self, urls: str, port: str) -> None:
        super().__init__()
        self.urls = Path(urls).read_text("utf-8").split()
        self.port = port

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """One request a URL."""
        for url in self.urls:
            parts = urlsplit(url)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            yield scrapy.Request(
                f"http://127.0.0.1:{self.port}{path or '/'}",
                headers={"Host": parts.netloc},
                dont_filter=True,
            )

    def parse(self, response: Response) -> dict[str, object]:
        """Five fields by CSS."""
        return {
            "url": response.url,
            "title": response.css("title::text").get(),
            "h1": response.css("h1::text").get(),
            "description": response.css("meta[name=description]::attr(content)").get(),
            "published": response.css("meta[property*=published]::attr(content)").get(),
            "body": "\n".join(response.css("p::text").getall()),
        }
