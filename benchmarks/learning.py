"""Learn outlets from stored texts and print what is taken for their own paragraphs.

    python benchmarks/learning.py DOCS.jsonl ...

Each line has ``outlet``, ``headline`` and ``body`` (paragraphs on lines of their own),
and may have ``cluster``: an outlet's copies of one story count once. Texts come in the
order of the files, as a crawl would read them.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path

from newscrawl.text.outletnotes import OutletNotes
from newscrawl.text.recurring import telling_keys


class World:
    """The notes of all outlets, which tell each other what they share."""

    def __init__(self) -> None:
        self.notes: dict[str, OutletNotes] = defaultdict(OutletNotes)
        self.texts = 0
        self.seconds = 0.0
        self._told: set[tuple[str, str]] = set()

    def read(self, doc: dict[str, str]) -> None:
        """Note one text."""
        story = (doc["outlet"], doc.get("cluster") or doc["id"])
        self.texts += 1
        if not doc["outlet"] or story in self._told:
            return
        self._told.add(story)
        start = time.perf_counter()
        lines = [("p", line) for line in doc["body"].split("\n") if line.strip()]
        elsewhere = set()
        for key in telling_keys(lines):
            for name, notes in self.notes.items():
                if name != doc["outlet"] and key in notes.blocks:
                    notes.blocks[key].shared = True
                    elsewhere.add(key)
        self.notes[doc["outlet"]].note(
            doc.get("headline") or "", lines, elsewhere=elsewhere
        )
        self.seconds += time.perf_counter() - start


def main() -> None:
    """Learn each file alone and list what recurs."""
    for name in sys.argv[1:]:
        world = World()
        with Path(name).open(encoding="utf-8") as docs:
            for line in docs:
                world.read(json.loads(line))
        print(
            f"{name}: {world.texts} texts, {len(world.notes)} outlets,"
            f" {world.seconds / max(1, world.texts) * 1e6:.0f} us a text"
        )
        for outlet, notes in sorted(world.notes.items()):
            for block in notes.blocks.values():
                if block.recurs(notes.pages):
                    window = notes.pages - block.first + 1
                    print(f"  {outlet}: {block.count} of {window}: {block.text}")


if __name__ == "__main__":
    main()
