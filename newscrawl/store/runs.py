"""The runs under the output directory, in the order they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.store.linefile import PART
from newscrawl.store.recovery import is_run_of
from newscrawl.store.replay import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def article_files(output: Path, state: Path) -> Iterator[tuple[Path, bool]]:
    """Each run's file of articles, finished or not, and whether it is this state's."""
    found = [*output.glob(f"*/*/{ARTICLES}"), *output.glob(f"*/*/{ARTICLES}{PART}")]
    for path in sorted(found, key=_turn):
        yield path, is_run_of(path.parent, state)


def _turn(path: Path) -> tuple[str, int, str]:
    """Runs are named after their second, the second of one second with ``-2``."""
    stamp, _, turn = path.parent.name.partition("-")
    return stamp, int(turn) if turn.isdecimal() else 1, str(path)
