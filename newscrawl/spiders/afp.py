"""Agence France-Presse."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class AfpSpider(AgencySpider):
    """Copy of Agence France-Presse, on every outlet that carries it."""

    name = "afp"
    agency = "afp"
