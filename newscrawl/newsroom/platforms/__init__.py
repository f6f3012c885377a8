"""The platforms by the name a profile calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.newsroom.platforms.amp import AmpPortal
from newscrawl.newsroom.platforms.duplicates import FiveUrls
from newscrawl.newsroom.platforms.hindi import HindiPortal
from newscrawl.newsroom.platforms.legacy import LegacyTable
from newscrawl.newsroom.platforms.moody import Moody, Strict
from newscrawl.newsroom.platforms.plain import (
    AtomSite,
    BrokenFeedSite,
    GzipSitemapSite,
    PlainSite,
    SectionsSite,
    StrippedSite,
)
from newscrawl.newsroom.platforms.rich import JsonLd, Paywall
from newscrawl.newsroom.platforms.wordpress import WordPress

if TYPE_CHECKING:
    from newscrawl.newsroom.platforms.listing import ListingPlatform

PLATFORMS: dict[str, type[ListingPlatform]] = {
    "amp_portal": AmpPortal,
    "wordpress": WordPress,
    "jsonld": JsonLd,
    "legacy_table": LegacyTable,
    "hindi": HindiPortal,
    "sections": SectionsSite,
    "rss": PlainSite,
    "atom": AtomSite,
    "broken_feed": BrokenFeedSite,
    "sitemap_gz": GzipSitemapSite,
    "paywall": Paywall,
    "five_urls": FiveUrls,
    "moody": Moody,
    "strict": Strict,
    "stripped": StrippedSite,
}
