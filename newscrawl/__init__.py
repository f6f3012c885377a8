"""Harvest news-agency copy: crawl outlets, name the agency, join the copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.agencies import Agencies
    from newscrawl.items import Syndication

__version__ = "0.1.0"


def attribute(
    article_or_text: object,
    *,
    agencies: Agencies | None = None,
    country: str | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Syndication:
    """Whose text it is: agency, role, confidence, and each sign with its place.

    Takes an ``Article``, an item or dict (of any crawler: ``body`` or ``text``,
    ``authors`` or ``byline``, ``url``), a line of output, or bare text. ``country`` is
    the outlet's and ``language`` the text's, where they are known: some names mean
    something else elsewhere. ``agencies`` are the bundled ones unless given.

    >>> told = attribute("Oslo, May 2 (IANS) A dam broke in the north on Friday.")
    >>> told.role, told.agency, told.evidence[0].quote
    ('wire', 'ians', 'Oslo, May 2 (IANS)')
    """
    from newscrawl.agencies.asking import ask

    return ask(
        article_or_text,
        agencies=agencies,
        country=country,
        language=language,
        url=url,
    )
