"""Unpacks answers, up to the size limit and not beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest

from newscrawl.middlewares.refusal import refuse

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class Compression(HttpCompressionMiddleware):
    """Scrapy's, but a bomb and a broken stream end with a counted reason."""

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler

    def process_response(  # type: ignore[override]
        self, request: Request, response: Response
    ) -> Request | Response:
        """Give the answer unpacked."""
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            reason, detail = "too_large", "decompresses beyond DOWNLOAD_MAXSIZE"
            raise refuse(self.crawler, request, reason, detail) from error
        except Exception as error:  # each library fails with a class of its own
            detail = f"{type(error).__name__}: {error}"[:200]
            raise refuse(self.crawler, request, "bad_encoding", detail) from error
