"""Finishing what a killed run left: whole lines are kept, published and known."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Protocol

from newscrawl.store.linefile import PART, is_abandoned, sync_directory, trim_torn_tail
from newscrawl.store.replay import replay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from newscrawl.store.protocol import Store


class Keeper(Protocol):
    """What recovery needs of a session."""

    store: Store
    store_path: Path


def recover(output: Path, own: Path, keeper: Keeper) -> Iterator[str]:
    """Finish every spider's dead runs under ``output``, not ``own``; a note for each.

    A run that belongs to another state file gets its file names, but its lines are not
    this store's to know.
    """
    for part in sorted(output.glob(f"*/*/*{PART}")):
        if part.parent != own and is_abandoned(part):
            note = _finish(part, keeper)
            if part.name.startswith("articles."):
                yield note


def _finish(part: Path, keeper: Keeper) -> str:
    cut = trim_torn_tail(part)
    card = read_json(part.parent / "run.json")
    replayed = 0
    ours = card.get("store") in (None, str(keeper.store_path.resolve()))
    if part.name.startswith("articles.") and ours:
        replayed = replay(part, keeper.store)
        keeper.store.commit()
    final = part.with_name(part.name.removesuffix(PART))
    part.rename(final)
    sync_directory(final.parent)
    if card.get("outcome") == "running":
        write_json(part.parent / "run.json", {**card, "outcome": "killed"})
    return (
        f"{final} of a run that was cut short: lines the state did not know yet: "
        f"{replayed}, bytes of a torn line cut off: {cut}"
    )


def read_json(path: Path) -> dict[str, Any]:
    """The JSON object in a file; empty when there is none."""
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Replace a JSON file in one step, so that no reader sees half of it."""
    draft = path.with_name(path.name + ".new")
    try:
        with draft.open("w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
