"""All agencies at once."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class WireSpider(AgencySpider):
    """Copy of every agency known; each outlet is visited once."""

    name = "wire"
