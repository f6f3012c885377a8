"""What the state learns of outlets from their lines, and what it must not."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.joining import join
from newscrawl.items import Article, Paragraph, Trimmed
from newscrawl.pipelines.relate import story_of
from newscrawl.store.checkup import check
from newscrawl.store.linefile import LineFile
from newscrawl.store.pruning import prune
from newscrawl.store.rebuild import rebuild
from newscrawl.store.records import to_record
from newscrawl.store.recovery import write_json
from newscrawl.store.replay import copy_text, note_written
from newscrawl.store.session import Session
from newscrawl.store.sqlite import open_store
from newscrawl.text.lines import dump_line
from newscrawl.text.recurring import MOST_BLOCKS
from tests.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newscrawl.store.sqlite import SqliteStore

OWN = "Neighbours of the valley press meet at the old mill on first Sundays."


def article(
    number: int, *more: str, outlet: str = "valley", story: int = -1
) -> Article:
    """An article; ``story`` is the number of the one it repeats."""
    told = number if story < 0 else story
    texts = [*(prose((told, part)) for part in range(5)), *more]
    at = f"2026-01-{1 + number % 28:02d}T06:00:00+00:00"
    return Article(
        id=f"{outlet}{number}",
        url=f"https://{outlet}.test/{number}",
        canonical_url=f"https://{outlet}.test/{number}",
        outlet=outlet,
        first_seen=at,
        version_seen=at,
        headline=prose(("headline", told), 6),
        body="\n\n".join(texts),
        paragraphs=[Paragraph("p", text) for text in texts],
        text_hash=f"{outlet}{number}",
    )


def write(store: SqliteStore, one: Article) -> Article:
    one.story = story_of(join(store.copies(), copy_text(one)))
    note_written(store, one, at=one.version_seen, key=None, modified=None)
    return one


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path / "newscrawl.sqlite")
    yield opened
    opened.close()


def knows(store: SqliteStore, text: str = OWN, outlet: str = "valley") -> bool:
    return store.learning().memory(outlet).knows("p", text)


def test_the_fifth_story_teaches_and_no_commit_is_needed(store: SqliteStore) -> None:
    known = []
    for number in range(6):
        write(store, article(number, OWN))
        known.append(knows(store))
    assert known == [False] * 4 + [True] * 2
    assert not knows(store, outlet="hills")


@pytest.mark.parametrize(("others", "stories"), [(2, 3), (1, 5)])
def test_three_are_enough_where_others_of_the_story_pass_it_over(
    store: SqliteStore, others: int, stories: int
) -> None:
    known = []
    for number in range(6):
        for other in range(others):
            write(store, article(number, outlet=f"hills{other}"))
        write(store, article(number, OWN))
        known.append(knows(store))
    assert known.index(True) == stories - 1
    store.commit()
    asked = "SELECT count, own FROM block WHERE count > 1"
    assert store._db.execute(asked).fetchall() == [(6, 6 if others > 1 else 0)]


def test_it_is_durable_with_the_commit_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "newscrawl.sqlite"
    for upto, committed in ((4, True), (8, False)):
        store = open_store(path)
        for number in range(upto - 4, upto):
            write(store, article(number, OWN))
        if committed:
            store.commit()
        store.close()
    store = open_store(path)
    assert store.learning().outlets() == [("valley", 4)]
    write(store, article(4, OWN))
    assert knows(store)
    store.close()


def test_one_story_under_many_addresses_teaches_nothing(store: SqliteStore) -> None:
    """An agency's text republished is no boilerplate, nor is what stands under it."""
    first = article(0, OWN)
    for number in range(12):
        write(store, article(number, OWN, prose(("local", number)), story=0))
    assert store.learning().outlets() == [("valley", 1)]
    assert not any(knows(store, one.text) for one in first.paragraphs)


def test_versions_of_an_article_teach_nothing(store: SqliteStore) -> None:
    for version in range(1, 12):
        one = article(0, OWN, prose(("update", version)))
        one.version = version
        write(store, one)
    assert store.learning().outlets() == [("valley", 1)]


def test_a_background_that_other_outlets_print_is_the_agencys(
    store: SqliteStore,
) -> None:
    background = prose("background")
    for number in range(12):
        write(store, article(number, background, OWN))
        write(store, article(number, background, outlet="hills"))
    assert knows(store)
    assert not knows(store, background)
    assert not knows(store, background, outlet="hills")


def test_it_is_unlearnt_once_another_outlet_prints_it(tmp_path: Path) -> None:
    """Also where the other one's memory had not been asked for in this run."""
    path, background = tmp_path / "newscrawl.sqlite", prose("background")
    store = open_store(path)
    for number in range(6):
        write(store, article(number, background))
    assert knows(store, background)
    store.commit()
    store.close()
    for _ in range(2):
        store = open_store(path)
        write(store, article(0, background, outlet="hills"))
        assert not knows(store, background)
        store.commit()
        store.close()


def test_what_was_cut_is_counted_as_if_it_were_there(store: SqliteStore) -> None:
    for number in range(40):
        if knows(store):
            one = article(number)
            one.trimmed = [Trimmed("recurring", OWN)]
        else:
            one = article(number, OWN)
        write(store, one)
    (told,) = store.learning().known("valley")
    assert (told.text, told.stories, told.of) == (OWN, 40, 40)


def test_the_table_is_bounded(store: SqliteStore) -> None:
    for number in range(200):
        short = [prose((number, "short", part), 5) for part in range(30)]
        write(store, article(number, OWN, *short))
        if number % 20 == 0:
            store.commit()
    store.commit()
    assert knows(store)
    rows = store._db.execute("SELECT COUNT(*), COUNT(text) FROM block").fetchone()
    assert rows[0] <= MOST_BLOCKS
    assert rows[1] < 5  # the texts of what recurs alone


def test_forgotten_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "newscrawl.sqlite"
    store = open_store(path)
    for number in range(6):
        write(store, article(number, OWN))
    store.commit()
    store.learning().forget("valley")
    assert not knows(store)
    write(store, article(6, OWN))
    store.commit()
    store.close()
    store = open_store(path)
    assert store.learning().outlets() == [("valley", 1)]
    store.close()


def world(tmp_path: Path) -> Path:
    """A state of eight stories with the outlet's line, and their file."""
    output = tmp_path / "output"
    path = output / "newscrawl.sqlite"
    folder = output / "ians" / "20260101T000000Z"
    folder.mkdir(parents=True)
    write_json(folder / "run.json", {"store": str(path.resolve())})
    store, file = open_store(path), LineFile(folder / "articles.jsonl")
    for number in range(8):
        one = article(number, OWN)
        one.run = "ians-20260101T000000Z"
        file.append(dump_line(to_record(write(store, one))))
    file.flush()
    file.publish()
    store.commit()
    store.close()
    return path


def test_what_a_killed_run_had_learnt_is_learnt_again_by_the_next(
    tmp_path: Path,
) -> None:
    """Its lines were on the disk, its state had heard of three of them."""
    path = world(tmp_path)
    before = rows(path)
    lines = next(path.parent.glob("*/*/articles.jsonl"))
    path.unlink()
    store = open_store(path)
    for number in range(8):
        write(store, article(number, OWN))
        if number == 2:
            store.commit()
    store.close()
    lines.rename(f"{lines}.part")
    session = Session("ians", path.parent, path)
    session.open()
    assert session.recovered
    assert knows(session.store)  # type: ignore[arg-type]
    session.commit()
    session.close()
    assert rows(path) == before


def rows(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as plain:
        found = plain.execute("SELECT * FROM block ORDER BY outlet, key").fetchall()
        found += plain.execute("SELECT * FROM learnt ORDER BY outlet").fetchall()
    plain.close()
    return found


@pytest.mark.parametrize("lost", [True, False])
def test_a_state_made_anew_has_learnt_the_same(tmp_path: Path, lost: bool) -> None:
    path = world(tmp_path)
    before = rows(path)
    if lost:
        path.unlink()
    rebuild(path, path.parent)
    assert rows(path) == before
    assert not list(check(path, path.parent))


def test_what_the_lines_do_not_tell_any_more_is_carried_over(tmp_path: Path) -> None:
    path = world(tmp_path)
    before = rows(path)
    next(path.parent.glob("*/*/articles.jsonl")).unlink()
    assert rebuild(path, path.parent).carried
    assert rows(path) == before


def test_what_has_not_stood_on_a_page_for_long_is_pruned(tmp_path: Path) -> None:
    path = world(tmp_path)
    prune(path, "2026-01-08T00:00:00+00:00")
    store = open_store(path)
    assert knows(store)
    (pages,) = store.learning().outlets()
    assert pages == ("valley", 8)
    store.close()
    prune(path, "2026-03-01T00:00:00+00:00")
    assert rows(path) == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE learnt SET pages = 2",
        "DELETE FROM learnt",
        "UPDATE block SET count = 900",
        "UPDATE block SET first = last + 1",
    ],
)
def test_a_memory_that_cannot_be_is_told(tmp_path: Path, damage: str) -> None:
    path = world(tmp_path)
    with sqlite3.connect(path) as plain:
        plain.execute(damage)
    plain.close()
    (found,) = check(path, path.parent)
    assert found.said == "1 outlets learnt wrongly: valley"
    assert found.mend == "scrapy reindex"
