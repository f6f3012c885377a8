"""Texts and stories that wait to be written are answered for as those that are not."""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.index import StoryState
from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.errors import OutputError
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newscrawl.store.sqlite import SqliteStore

LANDING = "The boats waited at the upper landing while the river rose past the mark. "
FERRY = "A ferry that had been mended twice this year broke its chain again on Monday. "


def text(name: str, body: str, agency: str | None = None) -> CopyText:
    return CopyText(name, f"outlet-{name}", None, body[:30], [body * 4], agency)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = open_store(tmp_path / "state.sqlite")
    yield opened
    opened.close()


def rows(store: SqliteStore, table: str) -> int:
    """How many rows are in the file now: the question itself has nothing written."""
    count: int = store._db.ask(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count


def test_what_waits_is_found_and_what_it_waits_for_writes_it(
    store: SqliteStore,
) -> None:
    index = store.copies()
    one = join(index, text("a", LANDING))
    assert [rows(store, table) for table in ("copy", "story", "fresh")] == [0, 0, 0]
    waiting = index.copy("a")
    assert waiting is not None
    assert waiting.number == 1
    assert index.number(1) == waiting
    assert [line.story for line in index.outlines([1])] == [one.story]
    state = index.story(one.story)
    assert state is not None
    assert state.first == "a"
    assert rows(store, "copy") == 0
    assert [copy.id for copy in index.members(one.story, 9)] == ["a"]
    assert [rows(store, table) for table in ("copy", "story", "fresh")] == [1, 1, 1]
    assert index.copy("a") == index.number(1) == waiting
    assert index.story(one.story) == state


def test_a_copy_joins_a_story_that_waits_and_one_in_the_file(
    store: SqliteStore,
) -> None:
    index = store.copies()
    one = join(index, text("a", LANDING))
    other = join(index, text("b", FERRY))
    again = join(index, text("c", LANDING, agency="ians"))
    store.commit()
    last = join(index, text("d", FERRY))
    assert (again.story, last.story) == (one.story, other.story)
    assert index.numbers(one.story) == {1, 3}
    assert index.numbers(other.story) == {2, 4}
    state = index.story(one.story)
    assert state is not None
    assert (state.agency, state.lead) == ("ians", 3)


def test_a_new_version_of_a_text_that_waits_replaces_it(store: SqliteStore) -> None:
    index = store.copies()
    join(index, text("a", LANDING))
    join(index, text("a", LANDING + FERRY))
    assert rows(store, "copy") == 1
    kept = index.copy("a")
    assert kept is not None
    assert kept.number == 1
    join(index, text("b", FERRY * 2))
    assert [number for number in (1, 2) if index.number(number).id] == [1, 2]


def test_what_waits_is_seen_by_others_only_when_it_is_committed(
    tmp_path: Path, store: SqliteStore
) -> None:
    join(store.copies(), text("a", LANDING))
    reader = open_store(tmp_path / "state.sqlite", read_only=True)
    assert reader.copies().copy("a") is None
    store.commit()
    assert reader.copies().copy("a") is not None
    join(store.copies(), text("b", FERRY))
    store.close()
    assert reader.copies().copy("b") is None
    reader.close()


def test_a_merge_finds_the_stories_that_wait(store: SqliteStore) -> None:
    index = store.copies()
    one = join(index, text("a", LANDING)).story
    two = join(index, text("b", FERRY)).story
    index.merge(two, one)
    assert index.story(two) == index.story(one)
    assert index.numbers(one) == {1, 2}
    index.put_story(StoryState(one, "ani", None, "b", "outlet-b", None, 2))
    state = index.story(two)
    assert state is not None
    assert state.agency == "ani"


def test_numbers_go_on_where_the_file_ends(tmp_path: Path, store: SqliteStore) -> None:
    join(store.copies(), text("a", LANDING))
    store.commit()
    store.close()
    again = open_store(tmp_path / "state.sqlite")
    join(again.copies(), text("b", FERRY))
    kept = again.copies().copy("b")
    assert kept is not None
    assert kept.number == 2
    again.close()


def test_not_more_wait_than_memory_is_for(
    monkeypatch: pytest.MonkeyPatch, store: SqliteStore
) -> None:
    monkeypatch.setattr("newscrawl.store.index._WAITING", 3)
    for number in range(5):
        join(store.copies(), text(f"n{number}", f"{number} words of note. " * 20))
    assert rows(store, "copy") == 3


def test_what_could_not_be_written_is_not_passed_over_at_a_commit(
    tmp_path: Path, store: SqliteStore
) -> None:
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    chance = random.Random(4)
    for number in range(60):
        words = " ".join(f"{chance.getrandbits(60):x}" for _ in range(90))
        join(store.copies(), text(f"n{number}", words))
    for _ in range(2):
        with pytest.raises((OutputError, sqlite3.Error)):
            store.commit()
    store.close()
    reader = open_store(tmp_path / "state.sqlite", read_only=True)
    assert reader.copies().copy("n0") is None
    reader.close()
