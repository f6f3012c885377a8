"""A bundled directory of entries, and a user's beside it that wins."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from newscrawl.errors import ConfigError
from newscrawl.registry.keys import build
from newscrawl.registry.source import Place, Source, read_toml
from newscrawl.text.lines import printable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One entry, the file it came from, and whether that file is the user's."""

    value: T
    source: Source
    own: bool


def load(kind: type[T], bundled: Path, extra: Path | None = None) -> list[Entry[T]]:
    """Every entry of the bundled directory and the user's, by id.

    A user's file replaces the bundled file of the same name. Raises ``ConfigError`` for
    the first thing that is wrong, and nothing else.
    """
    files = {path.stem: (path, False) for path in _files(bundled)}
    if extra is not None:
        files |= {path.stem: (path, True) for path in _files(extra)}
    entries = []
    for stem, (path, own) in sorted(files.items()):
        source, data = read_toml(path)
        value = build(kind, data, source)
        named = getattr(value, "id", stem)
        if named != stem:
            told = f"is {named!r} but the file is {path.name}; they must agree"
            raise source.error(told, Place("id"))
        entries.append(Entry(value, source, own))
    return entries


def _files(directory: Path) -> list[Path]:
    try:
        with os.scandir(directory) as found:
            names = [one.name for one in found]
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        told = f"{directory}: cannot read this directory of TOML files: {reason}"
        raise ConfigError(printable(told)) from error
    # Editors leave hidden copies beside a file.
    kept = (n for n in names if n.endswith(".toml") and not n.startswith("."))
    return [Path(directory, name) for name in sorted(kept)]
