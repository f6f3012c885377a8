"""Indo-Asian News Service."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class IansSpider(AgencySpider):
    """Copy of Indo-Asian News Service, on every outlet that carries it."""

    name = "ians"
    agency = "ians"
