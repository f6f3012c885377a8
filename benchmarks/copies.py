"""Joins the documents of a JSON-lines file one by one: copies.py DOCS.jsonl > PRED.

Each line in has ``id``, ``headline``, ``body`` and, if known, ``outlet``, ``published``
and ``agency``; each line out has ``id`` and ``cluster``. Figures go to standard error.

copies.py --filler 100000 streams invented articles instead and tells, at each size of
--at, the speed of the last thousands, the median look-up of an article that is new and
of one that is a cut copy, memory and disk; --peers runs rensa and datasketch on the
same stream, or the first N of it, where they are installed. Each has its own process.
DOCS.jsonl --with rensa joins the file with the peer, for its score.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from filler import articles
from minhash import PEERS

from newscrawl.copies.finding import match
from newscrawl.copies.joining import join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.copies.query import CopyText
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from filler import Filler
    from minhash import Joiner

    from newscrawl.copies.index import CopyIndex

WINDOW = 2_000
BATCH = 1_000


def main() -> None:
    """Read, join, write; or measure."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("docs", type=Path, nargs="?")
    options.add_argument("--memory", action="store_true", help="no file, no durability")
    options.add_argument("--with", dest="peer", choices=PEERS, help="a peer instead")
    options.add_argument("--commit-every", type=int, default=BATCH)
    options.add_argument("--filler", type=int, help="stream so many invented articles")
    options.add_argument("--at", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--peers", type=int, nargs="?", const=0, metavar="N")
    chosen = options.parse_args()
    if chosen.filler:
        scale(chosen.filler, sorted(chosen.at), peers=chosen.peers)
    elif chosen.docs and chosen.peer:
        cluster_with(PEERS[chosen.peer](), chosen.docs)
    elif chosen.docs:
        cluster(chosen.docs, memory=chosen.memory, batch=chosen.commit_every)
    else:
        options.error("give a file or --filler")


def cluster(docs: Path, *, memory: bool, batch: int) -> None:
    """Join the documents of a file; their stories to standard output."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "state.sqlite"
        store = open_store(path)
        index = MemoryIndex() if memory else store.copies()
        spent, count = 0.0, 0
        merged = 0
        stories: list[tuple[str, str]] = []
        with docs.open(encoding="utf-8") as lines:
            for line in lines:
                copy = _copy(json.loads(line))
                begin = time.perf_counter()
                joined = join(index, copy)
                count += 1
                if count % batch == 0:
                    store.commit()
                spent += time.perf_counter() - begin
                stories.append((copy.id, joined.story))
                merged += sum(one.kind == "merge" for one in joined.changes)
        store.commit()
        for name, story in stories:
            state = index.story(story)
            print(json.dumps({"id": name, "cluster": state.id if state else story}))
        store.close()
        size = path.stat().st_size / 1e6
    print(
        f"{count} documents, {count / spent:.0f}/s, {1000 * spent / count:.2f} ms each,"
        f" {size:.1f} MB of state, {merged} stories merged",
        file=sys.stderr,
    )


def cluster_with(peer: Joiner, docs: Path) -> None:
    """Join the documents of a file as a peer does; its stories to standard output."""
    spent, count = 0.0, 0
    with docs.open(encoding="utf-8") as lines:
        for line in lines:
            copy = _copy(json.loads(line))
            count += 1
            begin = time.perf_counter()
            story = peer("\n".join(copy.paragraphs))
            spent += time.perf_counter() - begin
            print(json.dumps({"id": copy.id, "cluster": str(story)}))
    print(f"{count} documents, {count / spent:.0f}/s", file=sys.stderr)


def scale(count: int, sizes: list[int], *, peers: int | None) -> None:
    """Measure ourselves and the peers on the same invented stream."""
    runs = [("newscrawl", count)]
    if peers is not None:
        runs += [(name, peers or count) for name in PEERS]
    for name, most in runs:
        # Memory that one has used and freed is not another's.
        process = get_context("spawn").Process(target=_run, args=(name, most, sizes))
        process.start()
        process.join()


def _run(name: str, count: int, sizes: list[int]) -> None:
    # As timeit does: what collecting costs is a matter of what else the process has.
    gc.disable()
    if name not in PEERS:
        _newscrawl(count, sizes)
        return
    try:
        peer = PEERS[name]()
    except ImportError:
        print(f"{name:12} is not installed")
        return
    _stream(name, count, sizes, lambda copy: peer("\n".join(copy.paragraphs)))


def _newscrawl(count: int, sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "state.sqlite"
        store = open_store(path)
        index = store.copies()
        done, texts = 0, 0

        def step(copy: CopyText) -> None:
            nonlocal done
            join(index, copy)
            done += 1
            if done % BATCH == 0:
                store.commit()

        def note(stored: int) -> str:
            nonlocal texts
            texts = sum(len(one.packed) for one in _some(index, stored))
            store.commit()
            new, _ = _look_up(index, articles(WINDOW, edition=1))
            cut, found = _look_up(index, map(_cut, articles(WINDOW)))
            held = sum(
                file.stat().st_size for file in path.parent.iterdir() if file.is_file()
            )
            return (
                f"look-up {new:.0f} us, of a cut copy {cut:.0f} us ({found:.1%} found),"
                f" disk {held / stored:.0f} B each, of them text {texts / 100:.0f} B"
            )

        _stream("newscrawl", count, sizes, step, note)
        store.close()


def _look_up(index: CopyIndex, asked: Iterable[Filler]) -> tuple[float, float]:
    """The median time in microseconds, and the share that was found."""
    times: list[float] = []
    found = 0
    for filler in asked:
        begin = time.perf_counter()
        found += match(index, _text(filler)) is not None
        times.append(time.perf_counter() - begin)
    return 1e6 * statistics.median(times), found / len(times)


def _cut(filler: Filler) -> Filler:
    kept = filler.paragraphs[: max(3, len(filler.paragraphs) * 2 // 3)]
    return replace(filler, id=f"{filler.id}-cut", paragraphs=kept)


def _some(index: MemoryIndex, stored: int) -> Iterator[object]:
    return (index.number(1 + n * stored // 100) for n in range(100))


def _stream(
    name: str,
    count: int,
    sizes: list[int],
    step: Callable[[CopyText], object],
    note: Callable[[int], str] = lambda _: "",
) -> None:
    """Give the articles to ``step``; print the figures at each size.

    They are made a batch at a time, as making one empties the processor's caches.
    """
    spent = window = 0.0
    base = number = 0
    made = map(_text, articles(count))
    while some := list(islice(made, WINDOW)):
        for copy in some:
            begin = time.perf_counter()
            step(copy)
            took = time.perf_counter() - begin
            number += 1
            spent += took
            window += took
            if number in sizes:
                grown = (_resident() - base) / (number - WINDOW)
                last = (number - 1) % WINDOW + 1
                print(
                    f"{name:12} {number:9,} stored: {number / spent:6.0f}/s, the last"
                    f" {last:,} {last / window:6.0f}/s, memory {grown:.0f} B each,"
                    f" {note(number)}",
                    flush=True,
                )
        window = 0.0
        base = base or _resident()


def _resident() -> int:
    """Bytes of this process's memory that are in RAM."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _text(filler: Filler) -> CopyText:
    return CopyText(filler.id, filler.outlet, None, filler.headline, filler.paragraphs)


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
