"""Reads directories of TOML files into dataclasses, with errors a person can act on.

Agencies and outlets are data files under the same rules: one file per entry, named by
its id; every key declared; a user's directory read beside the bundled one and winning.
Whatever is wrong with a file becomes a ``ConfigError`` of one line that names the file,
the key and the line.
"""

from __future__ import annotations

from newscrawl.registry.keys import build, key
from newscrawl.registry.loading import Entry, load
from newscrawl.registry.source import Source, nearest, read_toml

__all__ = ["Entry", "Source", "build", "key", "load", "nearest", "read_toml"]
