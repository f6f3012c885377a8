"""News outlets as data: one TOML file each beside this module."""

from __future__ import annotations

from newscrawl.outlets.outlet import Outlet
from newscrawl.outlets.outlets import Outlets, load_outlets

__all__ = ["Outlet", "Outlets", "load_outlets"]
