"""What ``scrapy outlets learnt`` tells: the paragraphs that recur on an outlet."""

from __future__ import annotations

import json
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newscrawl.text.lines import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newscrawl.store.learning import Learnt

_WIDTH = 60


@dataclass(frozen=True, slots=True)
class Told:
    """What is remembered of an outlet: its stories counted so far, what recurs."""

    outlet: str
    stories: int
    recurring: Sequence[Learnt]

    def as_dict(self) -> dict[str, Any]:
        """The account for programs."""
        blocks = [one._asdict() for one in self.recurring]
        return {"outlet": self.outlet, "stories": self.stories, "recurring": blocks}


def learnt(path: Path, names: Sequence[str]) -> list[Told]:
    """What a state remembers of these outlets, of all where none is named."""
    from newscrawl.store.sqlite import open_store

    store = open_store(path, read_only=True)
    try:
        learning = store.learning()
        pages = dict(learning.outlets())
        return [
            Told(name, pages.get(name, 0), learning.known(name))
            for name in names or pages
        ]
    finally:
        store.close()


def forget(path: Path, names: Sequence[str]) -> None:
    """Take what is remembered of these outlets out of a state.

    Raises ``LockedError`` while a crawl has it.
    """
    from newscrawl.store.locks import RunLock
    from newscrawl.store.sqlite import open_store

    lock = RunLock(path.with_name(f"{path.name}.lock"))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    lock.take(f"outlets learnt since {now}")
    try:
        store = open_store(path)
        try:
            for name in names:
                store.learning().forget(name)
            store.commit()
        finally:
            store.close()
    finally:
        lock.release()


def account(told: Sequence[Told], *, as_json: bool) -> str:
    """It all as JSON, or for people."""
    if as_json:
        dicts = [one.as_dict() for one in told]
        return json.dumps(dicts, ensure_ascii=True, indent=2)
    lines: list[str] = []
    for one in told:
        much = f"{len(one.recurring)} paragraphs recur in {one.stories} stories"
        lines.append(f"{one.outlet}: {much}")
        lines += [
            f"  {block.stories:4} of {block.of:<4} "
            + textwrap.shorten(shown(block.text), _WIDTH, placeholder=" …")
            for block in one.recurring
        ]
    return "\n".join(lines) or "Nothing has been learnt of any outlet yet."
