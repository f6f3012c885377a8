"""Which agency wrote it, by the signs on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.agencies.attribution import attribute
from newscrawl.pipelines.base import Stage

if TYPE_CHECKING:
    from newscrawl.items import Article


class Attribute(Stage):
    """Sets ``agency`` and ``syndication`` from the page alone."""

    verb = "attribute"

    def process(self, article: Article) -> None:
        """Read the signs; copies are compared later, in ``relate``."""
        spider = self.crawler.spider
        outlet = spider.outlets.get(article.outlet)  # type: ignore[union-attr]
        found = attribute(
            article,
            spider.agencies,  # type: ignore[union-attr]
            country=outlet.country if outlet else None,
        )
        article.agency = found.agency
        article.syndication = found.syndication
