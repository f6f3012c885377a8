"""News outlets as data: one TOML file each beside this module."""

from __future__ import annotations

from newscrawl.outlets.outlet import Outlet
from newscrawl.outlets.outlets import Outlets, bundled_outlets, load_outlets

__all__ = ["Outlet", "Outlets", "bundled_outlets", "load_outlets"]
