"""Joins the documents of a JSON-lines file one by one: copies.py DOCS.jsonl > PRED.

Each line in has ``id``, ``headline``, ``body`` and, if known, ``outlet``, ``published``
and ``agency``; each line out has ``id`` and ``cluster``. Figures go to standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from newscrawl.copies.joining import CopyText, join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.store.sqlite import open_store


def main() -> None:
    """Read, join, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("docs", type=Path)
    options.add_argument("--memory", action="store_true", help="no file, no durability")
    options.add_argument("--commit-every", type=int, default=64)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "state.sqlite"
        store = open_store(path)
        index = MemoryIndex() if chosen.memory else store.copies()
        spent, count = 0.0, 0
        with chosen.docs.open(encoding="utf-8") as lines:
            for line in lines:
                copy = _copy(json.loads(line))
                begin = time.perf_counter()
                story = join(index, copy).story
                count += 1
                if count % chosen.commit_every == 0:
                    store.commit()
                spent += time.perf_counter() - begin
                print(json.dumps({"id": copy.id, "cluster": story}))
        store.commit()
        store.close()
        size = path.stat().st_size / 1e6
    print(
        f"{count} documents, {count / spent:.0f}/s, {1000 * spent / count:.2f} ms each,"
        f" {size:.1f} MB of state",
        file=sys.stderr,
    )


def _copy(document: dict[str, str | None]) -> CopyText:
    body = document.get("body") or document.get("text") or ""
    return CopyText(
        id=str(document["id"]),
        outlet=document.get("outlet") or "",
        at=document.get("published"),
        headline=document.get("headline") or "",
        paragraphs=[part for part in body.split("\n") if part.strip()],
        agency=document.get("agency"),
        language=document.get("language"),
    )


if __name__ == "__main__":
    main()
