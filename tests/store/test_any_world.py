"""Whatever becomes of stories, the lines alone give the same ones again."""

from __future__ import annotations

from dataclasses import asdict
from random import Random
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.joining import join
from newscrawl.items import Article, Paragraph
from newscrawl.pipelines.relate import story_of
from newscrawl.store.checkup import check
from newscrawl.store.linefile import LineFile
from newscrawl.store.rebuild import rebuild
from newscrawl.store.records import to_record
from newscrawl.store.recovery import write_json
from newscrawl.store.replay import CHANGES, copy_text, note_written
from newscrawl.store.sqlite import open_store
from newscrawl.text.lines import dump_line
from tests.prose import prose

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawl.store.sqlite import SqliteStore


class Desk:
    """Writes whole texts, cuts, additions, and pages that are used again, by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.seed = seed
        self.stories = self.chance.randint(2, 5)
        self.versions: dict[str, int] = {}

    def article(self, run: str) -> Article:
        chance = self.chance
        story = chance.randrange(self.stories)
        whole = [f"{self.seed} {story} {part}" for part in "Labcd"]
        own = [f"own {chance.random()}" for _ in range(2)]
        parts = chance.choice(
            (whole, [whole[0], *whole[1:3], *own], [whole[0], *whole[3:], *own],
             whole[:2], [*whole, own[0]])
        )  # fmt: skip
        if self.versions and chance.random() < 0.25:
            name = chance.choice(list(self.versions))
        else:
            name = f"a{len(self.versions)}"
        self.versions[name] = self.versions.get(name, 0) + 1
        day, hour = chance.randint(1, 28), chance.randint(0, 23)
        at = f"2026-01-{day:02d}T{hour:02d}:00:00+00:00"
        texts = [prose(part) for part in parts]
        outlet = f"o{int(name[1:]) % 7}"
        article = Article(
            id=name,
            version=self.versions[name],
            url=f"https://{outlet}.test/{name}",
            canonical_url=f"https://{outlet}.test/{name}",
            outlet=outlet,
            first_seen=at,
            version_seen=at,
            date_published=at,
            headline=prose(f"headline {story} {chance.randint(0, 9)}", 6),
            body="\n\n".join(texts),
            paragraphs=[Paragraph("p", text) for text in texts],
            text_hash=str(chance.random()),
            run=run,
        )
        if chance.random() < 0.3:
            article.agency = article.syndication.agency = "ians"
            article.syndication.role = "wire"
        return article


def harvest(path: Path, seed: int) -> set[str]:
    """A few runs; returns the kinds of changes they told of."""
    desk, kinds = Desk(seed), set[str]()
    path.parent.mkdir()
    store = open_store(path)
    for run in range(desk.chance.randint(2, 5)):
        folder = path.parent / "ians" / f"2026010{run + 1}T000000Z"
        folder.mkdir(parents=True)
        write_json(folder / "run.json", {"store": str(path.resolve())})
        lines, told = LineFile(folder / "articles.jsonl"), LineFile(folder / CHANGES)
        for _ in range(desk.chance.randint(2, 10)):
            one = desk.article(f"ians-{folder.name}")
            joined = join(store.copies(), copy_text(one))
            one.story = story_of(joined)
            lines.append(dump_line(to_record(one)))
            note_written(store, one, at=one.first_seen, key=None, modified=None)
            for change in joined.changes:
                kinds.add(change.kind)
                told.append(dump_line({"at": one.first_seen, **asdict(change)}))
        for file in (lines, told):
            file.flush()
            file.publish()
        store.commit()
    store.close()
    return kinds


def stories(path: Path) -> list[tuple[object, ...]]:
    store: SqliteStore = open_store(path, read_only=True)
    try:
        index = store.copies()
        return [
            (state, index.number(state.lead).id,
             sorted(one.id for one in index.members(state.id, 999)))
            for state in index.stories()
        ]  # fmt: skip
    finally:
        store.close()


def by_name(told: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Without the index's own numbers."""
    return [(s.id, s.agency, s.first, s.first_at, *rest) for s, *rest in told]  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", [*range(8), 16, 54, 58, 71, 72, 74, 81, 89])
def test_a_rebuilt_state_has_the_same_stories(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "output" / "newscrawl.sqlite"
    harvest(path, seed)
    before = by_name(stories(path))
    assert list(check(path, path.parent)) == []
    for lost in (False, True):
        if lost:
            path.unlink()
        rebuild(path, path.parent)
        assert by_name(stories(path)) == before
        assert list(check(path, path.parent)) == []


def test_the_worlds_have_merges_and_splits(tmp_path: Path) -> None:
    kinds = set[str]()
    for seed in range(4):
        kinds |= harvest(tmp_path / str(seed) / "newscrawl.sqlite", seed)
    assert kinds == {"merge", "split", "first"}
