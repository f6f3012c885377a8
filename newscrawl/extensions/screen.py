"""Lines at the foot of a terminal, redrawn while the log scrolls above them."""

from __future__ import annotations

import logging
import os
import shutil
from typing import TYPE_CHECKING, Any

from newscrawl.text.lines import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self, TextIO

_ROWS = 8  # outlets shown, the busiest first
_BAR = 20
_CLEAR = "\x1b[2K"
_UP = "\x1b[1A"


class Screen:
    """Stands before a terminal's stream: what is written goes above the block."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self._lines: list[str] = []

    @classmethod
    def on(cls, stream: TextIO | None) -> Self | None:
        """A screen on the stream if it is a terminal that can move its cursor."""
        if stream is None or not stream.isatty():
            return None
        return None if os.environ.get("TERM", "dumb") == "dumb" else cls(stream)

    def write(self, text: str) -> int:
        """Write above the block."""
        self._erase()
        self.stream.write(text)
        self._draw()
        return len(text)

    def flush(self) -> None:
        """Flush the stream."""
        self.stream.flush()

    def show(self, lines: Sequence[str]) -> None:
        """Show these lines in place of those shown before."""
        self._erase()
        width = shutil.get_terminal_size().columns - 1
        self._lines = [shown(line.replace("\n", " "))[:width] for line in lines]
        self._draw()
        self.stream.flush()

    def _erase(self) -> None:
        self.stream.write(f"{_UP}{_CLEAR}" * len(self._lines))

    def _draw(self) -> None:
        self.stream.write("".join(f"{line}\n" for line in self._lines))


def borrow(screen: Screen) -> list[logging.StreamHandler[Any]]:
    """Have the log of the screen's stream go through it; gives what to hand back."""
    taken = [
        handler
        for handler in logging.root.handlers
        if isinstance(handler, logging.StreamHandler)
        and handler.stream is screen.stream
    ]
    for handler in taken:
        handler.setStream(screen)
    return taken


def rows(outlets: Mapping[str, Mapping[str, int]], seconds: float) -> list[str]:
    """A bar for each of the busiest outlets, then the whole run with its rate.

    ``outlets`` are an outlet's counts by name, ``seconds`` how long the run has taken.

    >>> counts = {"requested": 4, "fetched": 1, "failed": 1, "written": 1}
    >>> rows({"ndtv": counts}, 2.0)[0]
    'ndtv             ██████████░░░░░░░░░░     2 of 4, 1 written'
    """
    told = {name: _count(counts) for name, counts in outlets.items()}
    busy = [name for name, (asked, done, _) in told.items() if asked > done]
    busy.sort(key=lambda name: told[name][1] - told[name][0])
    lines = [_row(name, *told[name]) for name in busy[:_ROWS]]
    if len(busy) > _ROWS:
        lines.append(f"and {len(busy) - _ROWS} more outlets")
    asked, done, written = (sum(one[i] for one in told.values()) for i in range(3))
    rate = done / seconds if seconds > 0 else 0.0
    left = (
        f", about {_span((asked - done) / rate)} left" if rate and asked > done else ""
    )
    return [*lines, f"{_row('all', asked, done, written)}, {rate:.1f}/s{left}"]


def _count(counts: Mapping[str, int]) -> tuple[int, int, int]:
    done = counts.get("fetched", 0) + counts.get("failed", 0)
    # What a page led to on its way is fetched without being asked for by a source.
    return max(counts.get("requested", 0), done), done, counts.get("written", 0)


def _row(name: str, asked: int, done: int, written: int) -> str:
    full = _BAR * done // asked if asked else 0
    bar = "█" * full + "░" * (_BAR - full)
    return f"{name[:16]:16} {bar} {done:5} of {asked}, {written} written"


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
