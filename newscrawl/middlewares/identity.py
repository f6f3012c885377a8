"""Says who we are, with every request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl import __version__

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


def user_agent(contact: str | None) -> str:
    """The user agent: product, version, and how to reach whoever runs it.

    >>> user_agent("mailto:desk@parser.test").partition(" ")[2]
    '(+mailto:desk@parser.test)'
    """
    product = "newscrawl/" + ".".join(__version__.split(".")[:2])
    contact = "".join(c for c in contact or "" if c.isascii() and c.isprintable())
    return f"{product} (+{contact})" if contact else f"{product} (no contact set)"


class Identity:
    """Sets the user agent, composed from ``NEWSCRAWL_CONTACT`` or as given."""

    def __init__(self, crawler: Crawler) -> None:
        given = crawler.settings["USER_AGENT"]
        self.name = given or user_agent(crawler.settings["NEWSCRAWL_CONTACT"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Compose the user agent once."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Sign the request; a redirect or retry keeps its signature."""
        request.headers.setdefault(b"User-Agent", self.name)
