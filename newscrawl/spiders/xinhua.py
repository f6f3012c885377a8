"""Xinhua."""

from __future__ import annotations

from newscrawl.spiders.agency import AgencySpider


class XinhuaSpider(AgencySpider):
    """Copy of Xinhua, on every outlet that carries it."""

    name = "xinhua"
    agency = "xinhua"
