"""Press Trust of India."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class PtiSpider(AgencySpider):
    """Copy of Press Trust of India, on every outlet that carries it."""

    name = "pti"
    agency = "pti"
