"""Outlet files for a world's outlets, so that a crawler can be pointed at them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newscrawl.newsroom.platforms.listing import ListingPlatform
    from newscrawl.newsroom.site import Sites


def toml(tables: Mapping[str, Mapping[str, object]]) -> str:
    """TOML of flat tables; the table named ``""`` comes first, without a heading.

    >>> print(toml({"": {"id": "x"}, "polite": {"delay": 0.0}}), end="")
    id = "x"
    <BLANKLINE>
    [polite]
    delay = 0.0
    """
    blocks = []
    for name, table in tables.items():
        heading = f"[{name}]\n" if name else ""
        lines = (f"{key} = {_value(value)}\n" for key, value in table.items())
        blocks.append(heading + "".join(lines))
    return "\n".join(blocks)


def _value(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(_value(item) for item in value)}]"
    # JSON's strings, numbers and booleans are TOML's too.
    return json.dumps(value, ensure_ascii=False)


def outlet_toml(platform: ListingPlatform) -> str:
    """The outlet file of one invented outlet."""
    profile = platform.profile
    about = {
        "id": profile.id,
        "name": profile.name,
        "hosts": [profile.host],
        "country": profile.country,
        "languages": [profile.language],
        "zone": profile.zone,
        "agencies": profile.agencies,
        "status": "observed",
        "enabled": True,
    }
    discovery: dict[str, object] = {
        "feeds": [platform.absolute(path) for path in platform.feeds],
        "sitemaps": [
            platform.absolute(path)
            for path in platform.sitemaps
            if not platform.robots_sitemaps
        ],
        "sections": [platform.absolute(path) for path in platform.sections],
        "robots_sitemaps": platform.robots_sitemaps,
        "section_pages": platform.section_pages,
        "amp": platform.amp,
        "article_urls": platform.article_urls,
        "skip_urls": platform.skip_urls,
    }
    kept = {key: value for key, value in discovery.items() if value or value is False}
    return toml({"": about, "discovery": kept, "polite": {"delay": 0}})


def write_outlets(sites: Sites, directory: Path) -> list[Path]:
    """One file per outlet of the world in ``directory``, which is made if absent."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for platform in sites.platforms.values():
        path = directory / f"{platform.profile.id}.toml"
        path.write_text(outlet_toml(platform), encoding="utf-8")
        written.append(path)
    return written
