"""Stops what cannot be an article's page at its headers, and parts of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import StopDownload

from newscrawl.middlewares.refusal import errand_of, refuse

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.http.headers import Headers

_PAGES = ("xhtml+xml", "xml", "vnd.wap.xhtml+xml", "html")


def is_page(content_type: bytes | None) -> bool:
    """Whether a body of this type can be an article; an untold one can.

    >>> is_page(b"text/html; charset=utf-8"), is_page(b"application/pdf"), is_page(None)
    (True, False, True)
    """
    told = (content_type or b"").decode("latin-1").partition(";")[0].strip().lower()
    major, _, minor = told.partition("/")
    if major == "application":
        return minor in _PAGES
    return major not in ("image", "video", "audio", "font", "model")


class ContentGate:
    """Refuses articles that are PDF, pictures, sound or data, and never reads them.

    A part of a page (206) was never asked for; read as a whole it would be taken for a
    shortened text.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        crawler.signals.connect(self.headers_received, signals.headers_received)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen to headers."""
        return cls(crawler)

    def headers_received(self, headers: Headers, request: Request) -> None:
        """End the download of what is no page; the answer arrives without a body."""
        errand = errand_of(request)
        if errand is None or errand.kind != "article":
            return
        if not is_page(headers.get(b"Content-Type")):
            raise StopDownload(fail=False)

    def process_response(self, request: Request, response: Response) -> Response:
        """Raise ``Refused`` for an article that is none, and for half an answer."""
        errand = errand_of(request)
        if errand is not None and response.status == 206:
            part = response.headers.get(b"Content-Range") or b"of unknown extent"
            raise refuse(self.crawler, request, "partial", part.decode("latin-1"))
        if errand is None or errand.kind != "article" or response.status >= 300:
            return response
        told = response.headers.get(b"Content-Type")
        if is_page(told):
            return response
        raise refuse(self.crawler, request, "not_html", (told or b"").decode("latin-1"))
