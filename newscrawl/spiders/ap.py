"""The Associated Press."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class ApSpider(AgencySpider):
    """Copy of The Associated Press, on every outlet that carries it."""

    name = "ap"
    agency = "ap"
