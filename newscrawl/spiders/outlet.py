"""Everything an outlet publishes."""

from __future__ import annotations

from typing import ClassVar

from newscrawl.spiders.agency import AgencySpider


class OutletSpider(AgencySpider):
    """Every article of the outlets named, whoever wrote it."""

    name = "outlet"
    everything = True
    defaults: ClassVar[dict[str, str]] = {"roles": "all"}
