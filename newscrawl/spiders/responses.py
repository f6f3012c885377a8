"""What a response's headers say about the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.items import Http

if TYPE_CHECKING:
    from scrapy.http import Response

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.I)


def charset(response: Response) -> str | None:
    """The encoding named by the Content-Type header, if any."""
    found = _CHARSET.search(response.headers.get(b"Content-Type") or b"")
    return found[1].decode("ascii").lower() if found else None


def told_by_server(response: Response) -> Http:
    """The record's account of the answer."""
    return Http(
        status=response.status,
        etag=_header(response, b"ETag"),
        last_modified=_header(response, b"Last-Modified"),
    )


def _header(response: Response, name: bytes) -> str | None:
    value = response.headers.get(name)
    text = value.decode("latin-1").strip() if value else ""
    return text[:300] or None
