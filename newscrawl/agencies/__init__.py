"""News agencies as data: one TOML file each beside this module."""

from __future__ import annotations

from newscrawl.agencies.agency import (
    Agencies,
    Agency,
    Example,
    bundled_agencies,
    load_agencies,
)

__all__ = ["Agencies", "Agency", "Example", "bundled_agencies", "load_agencies"]
