"""What the middlewares share that ask the state: without one there is none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured

from newscrawl.store.session import Session

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler


class Stateful:
    """Is built with the crawl's session."""

    def __init__(self, crawler: Crawler, session: Session) -> None:
        self.crawler = crawler
        self.session = session

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raise ``NotConfigured`` without a state, as nothing is harvested then."""
        session = crawler.get_extension(Session)
        if session is None:
            raise NotConfigured
        return cls(crawler, session)
