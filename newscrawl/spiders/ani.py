"""Asian News International."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class AniSpider(AgencySpider):
    """Copy of Asian News International, on every outlet that carries it."""

    name = "ani"
    agency = "ani"
