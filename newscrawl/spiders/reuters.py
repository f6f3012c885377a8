"""Reuters."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class ReutersSpider(AgencySpider):
    """Copy of Reuters, on every outlet that carries it."""

    name = "reuters"
    agency = "reuters"
