"""Stories that were found to be one stay one: after a rebuild, a kill, a pruning."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.joining import join
from newscrawl.items import Article, Paragraph
from newscrawl.pipelines.relate import story_of
from newscrawl.store.checkup import check
from newscrawl.store.linefile import LineFile
from newscrawl.store.pruning import prune
from newscrawl.store.rebuild import rebuild
from newscrawl.store.records import to_record
from newscrawl.store.recovery import write_json
from newscrawl.store.replay import CHANGES, copy_text, note_written
from newscrawl.store.session import Session
from newscrawl.store.sqlite import open_store
from newscrawl.text.lines import dump_line
from tests.prose import prose

if TYPE_CHECKING:
    from pathlib import Path

RUNS = ("20260101T000000Z", "20260101T000001Z")
NOW = "2026-03-02T12:00:00+00:00"


def article(name: str, parts: str, hour: int) -> Article:
    at = f"2026-01-01T{hour:02d}:00:00+00:00"
    texts = [prose(part, 45) for part in parts]
    return Article(
        id=name,
        url=f"https://{name}.test/1",
        canonical_url=f"https://{name}.test/1",
        outlet=name,
        first_seen=at,
        version_seen=at,
        date_published=at,
        headline=f"{name} {name}",
        body="\n\n".join(texts),
        paragraphs=[Paragraph("p", one) for one in texts],
        text_hash=name,
        run=f"ians-{RUNS[name == 'whole']}",
    )


CUTS = (article("north", "Labxy", 8), article("south", "Lcdvw", 9))
WHOLE = article("whole", "Labcd", 7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state whose second run found that the two stories of the first are one."""
    output = tmp_path / "output"
    output.mkdir()
    path = output / "newscrawl.sqlite"
    store = open_store(path)
    for run, articles in zip(RUNS, (CUTS, (WHOLE,)), strict=True):
        folder = output / "ians" / run
        folder.mkdir(parents=True)
        write_json(folder / "run.json", {"store": str(path.resolve())})
        lines, told = LineFile(folder / "articles.jsonl"), LineFile(folder / CHANGES)
        for one in articles:
            joined = join(store.copies(), copy_text(one))
            one.story = story_of(joined)
            lines.append(dump_line(to_record(one)))
            note_written(store, one, at=NOW, key=None, modified=None)
            for change in joined.changes:
                told.append(
                    dump_line({"kind": change.kind, "story": change.story,
                               "into": change.into})
                )  # fmt: skip
        for file in (lines, told):
            file.flush()
            file.publish()
        store.commit()
        if run == RUNS[0]:
            store.close()
            shutil.copy(path, path.with_name("first.sqlite"))
            store = open_store(path)
    store.close()
    return path


def partition(path: Path) -> tuple[set[str], str, str]:
    """The stories of the three, what the merged id says, and the next id."""
    store = open_store(path, read_only=True)
    try:
        index = store.copies()
        named = [index.copy(name) for name in ("north", "south", "whole")]
        state = index.story("s00000002")
        assert state is not None
        homes = {one.story for one in named if one}
        return homes, f"{state.id} {state.first}", index.new_story_id()
    finally:
        store.close()


MERGED = ({"s00000001"}, "s00000001 whole", "s00000003")


def test_the_state_knows_the_old_id(path: Path) -> None:
    assert partition(path) == MERGED
    assert list(check(path, path.parent)) == []


def test_a_rebuild_merges_them_again(path: Path) -> None:
    for everything_gone in (False, True):
        if everything_gone:
            path.unlink()
        rebuild(path, path.parent)
        assert partition(path) == MERGED
        assert list(check(path, path.parent)) == []


def test_a_rebuild_asks_the_old_state_where_the_file_is_gone(path: Path) -> None:
    (path.parent / "ians" / RUNS[1] / CHANGES).unlink()
    rebuild(path, path.parent)
    assert partition(path) == MERGED


@pytest.mark.parametrize("torn", ["", '{"kind": "merge", "story": "s000'])
def test_the_next_run_hears_what_a_killed_one_found(path: Path, torn: str) -> None:
    folder = path.parent / "ians" / RUNS[1]
    for name in ("articles.jsonl", CHANGES):
        (folder / name).rename(folder / f"{name}.part")
    with (folder / f"{CHANGES}.part").open("a") as file:
        file.write(torn)
    path.with_name("first.sqlite").replace(path)
    session = Session("ians", path.parent, path, clock=NOW)
    session.open()
    session.close()
    assert partition(path) == MERGED
    assert (folder / CHANGES).read_text().count("\n") == 2


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        "[]",
        '{"kind": "merge"}',
        '{"kind": "merge", "story": 1, "into": 2}',
        '{"kind": "merge", "story": "s00000001", "into": "s00000001"}',
        '{"kind": "merge", "story": "s00000001", "into": "s1; DROP TABLE story"}',
        '{"kind": "merge", "story": "s00000001", "into": "s99999999999999999999"}',
        '{"kind": "split", "story": "s00000001", "into": "s00000003"}',
    ],
)
def test_foreign_lines_merge_nothing(path: Path, line: str) -> None:
    file = path.parent / "ians" / RUNS[1] / CHANGES
    file.write_text(f"{line}\n{file.read_text()}")
    path.unlink()
    rebuild(path, path.parent)
    assert partition(path) == MERGED


def test_stories_astray_are_found_and_mended(path: Path) -> None:
    store = open_store(path)
    store._db.execute("UPDATE alias SET survivor = 77")
    store.commit()
    store.close()
    (finding,) = check(path, path.parent)
    assert finding.said == "1 merged stories astray: s00000002"
    rebuild(path, path.parent)
    assert list(check(path, path.parent)) == []


def test_pruning_keeps_the_old_id(path: Path) -> None:
    prune(path, "2026-12-01T00:00:00+00:00")
    assert partition(path) == MERGED
