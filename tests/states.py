"""A small state with its lines: what rebuilding, checking and pruning are tried on."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from newscrawl.copies.joining import join
from newscrawl.items import Article, Paragraph
from newscrawl.pipelines.relate import story_of
from newscrawl.store.linefile import LineFile
from newscrawl.store.protocol import PageState, Validators
from newscrawl.store.records import to_record
from newscrawl.store.recovery import write_json
from newscrawl.store.replay import copy_text, note_written
from newscrawl.store.sqlite import open_store
from newscrawl.text.lines import dump_line

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawl.store.sqlite import SqliteStore

THINGS = ("ferry", "bridge", "museum", "harvest")


def article(number: int, thing: str, version: int = 1) -> Article:
    words = Random(thing)
    body = " ".join(
        "".join(words.choices("abcdefghijklmnoprstuvw", k=words.randint(3, 9)))
        for _ in range(80)
    )
    at = f"2026-01-01T{number:02d}:00:00+00:00"
    return Article(
        id=f"a{number}",
        version=version,
        url=f"https://small.test/{number}",
        canonical_url=f"https://small.test/{number}",
        outlet=f"outlet{number % 3}",
        first_seen=at,
        version_seen=at,
        headline=f"The {thing} vote",
        body=body + f" Version {version}." * (version - 1),
        paragraphs=[Paragraph("lead", body + f" Version {version}." * (version - 1))],
        text_hash=f"{thing}{version}",
        run=f"ians-20260101T00000{number % 2}Z",
    )


def write(store: SqliteStore, file: LineFile, one: Article) -> None:
    one.story = story_of(join(store.copies(), copy_text(one)))
    file.append(dump_line(to_record(one)))
    note_written(store, one, at=one.version_seen, key=None, modified=None)


def world(tmp_path: Path) -> Path:
    """Two runs of 13 lines in four stories; one held copy, one rejected page."""
    output = tmp_path / "output"
    path = output / "newscrawl.sqlite"
    output.mkdir()
    store = open_store(path)
    for run in (0, 1):
        folder = output / "ians" / f"20260101T00000{run}Z"
        folder.mkdir(parents=True)
        write_json(folder / "run.json", {"store": str(path.resolve())})
        file = LineFile(folder / "articles.jsonl")
        for number in range(run, 12, 2):
            write(store, file, article(number, THINGS[number % 4]))
        if run:
            write(store, file, article(1, THINGS[1], version=2))
        file.flush()
        file.publish()
    held = article(20, THINGS[2])
    held.story = story_of(join(store.copies(), copy_text(held)))
    store.hold(held)
    at = "2026-01-01T00:00:00+00:00"
    store.put_page(PageState("small.test/x", "ians", "section", at))
    store.put_validators("https://small.test/feed", Validators('"e"'))
    store.commit()
    store.close()
    return path


def stories(path: Path) -> dict[str, str]:
    store = open_store(path, read_only=True)
    try:
        index = store.copies()
        numbers = [*range(12), 20]
        return {f"a{n}": found.story for n in numbers if (found := index.copy(f"a{n}"))}
    finally:
        store.close()
