"""Harvest news-agency copy: crawl outlets, name the agency, join the copies."""

from __future__ import annotations

__version__ = "0.1.0"
