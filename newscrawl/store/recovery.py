"""Finishing what a killed run left: whole lines are kept, published and known."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Protocol

from newscrawl.store.linefile import PART, is_abandoned, sync_directory, trim_torn_tail
from newscrawl.store.replay import CHANGES, replay, replay_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from newscrawl.store.protocol import Store


RESERVE = "run.json.room"
_ROOM = 64 * 1024  # bytes; a run.json of 130 outlets has about 20,000
_LOOKED_AT = 8  # runs


class Keeper(Protocol):
    """What recovery needs of a session."""

    store: Store
    store_path: Path


def recover(output: Path, own: Path, keeper: Keeper) -> Iterator[str]:
    """Finish every spider's dead runs under ``output``, not ``own``; a note for each.

    A run that belongs to another state file is left as it is: published, its lines
    would stand in a finished file while the state they belong to has not heard of them
    and would have them written again.
    """
    for part in sorted(output.glob(f"*/*/*{PART}")):
        if part.parent == own or not is_abandoned(part):
            continue
        if not is_run_of(part.parent, keeper.store_path):
            yield f"nothing of {part}: it belongs to another state file"
            continue
        note = _finish(part, keeper)
        if part.name.startswith("articles."):
            yield note
    for directory in _latest(output):
        # Killed between the last rename and the last word.
        if directory != own and is_run_of(directory, keeper.store_path):
            _end_card(directory)


def _latest(output: Path) -> Iterator[Path]:
    """The last few runs of each spider; older ones have been looked at before."""
    for spider in sorted(output.iterdir()):
        if spider.is_dir():
            last = sorted(spider.iterdir())[-_LOOKED_AT:]
            yield from (run for run in last if (run / "run.json").is_file())


def is_run_of(directory: Path, state: Path) -> bool:
    """Whether a run belongs to this state file, also when both have been moved."""
    card = read_json(directory / "run.json")
    if "store" not in card:
        return bool(card) or not (directory / "run.json").exists()
    ours = state.resolve()
    beside = card.get("store_from_here")
    moved = isinstance(beside, str) and (directory / beside).resolve() == ours
    return moved or card["store"] == str(ours)


def _end_card(directory: Path) -> None:
    """A dead run's last word, since it could not say it."""
    card = read_json(directory / "run.json")
    if card.get("outcome") == "running":
        write_json(directory / "run.json", {**card, "outcome": "killed"})
    (directory / RESERVE).unlink(missing_ok=True)


def _finish(part: Path, keeper: Keeper) -> str:
    cut = trim_torn_tail(part)
    replayed = 0
    if part.name.startswith("articles."):
        replayed = replay(part, keeper.store)
        keeper.store.commit()
    elif part.name.startswith(CHANGES):
        replay_changes(part, keeper.store)
        keeper.store.commit()
    final = part.with_name(part.name.removesuffix(PART))
    part.rename(final)
    sync_directory(final.parent)
    _end_card(part.parent)
    return (
        f"{final} of a run that was cut short: lines the state did not know yet: "
        f"{replayed}, bytes of a torn line cut off: {cut}"
    )


def reserve(directory: Path) -> None:
    """Keep some of the disk for the run's last word."""
    room = directory / RESERVE
    with room.open("wb") as file:
        file.write(bytes(_ROOM))
        file.flush()
        os.fsync(file.fileno())


def write_card(directory: Path, card: Mapping[str, Any]) -> None:
    """Write ``run.json`` for the last time, in the room kept for it."""
    (directory / RESERVE).unlink(missing_ok=True)
    write_json(directory / "run.json", card)


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
