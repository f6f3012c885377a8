"""United News of India."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class UniSpider(AgencySpider):
    """Copy of United News of India, on every outlet that carries it."""

    name = "uni"
    agency = "uni"
