"""The index of keys survives closing, killing, migrating, and another's commits."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies import postings
from newscrawl.copies.finding import match
from newscrawl.copies.index import COMMON
from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.copies.shingles import sample
from newscrawl.copies.tokens import word_form
from newscrawl.errors import StateError
from newscrawl.store import shelves
from newscrawl.store.migrations import APPLICATION_ID, MIGRATIONS
from newscrawl.store.shelves import as_bytes
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawl.store.protocol import Store

COUNT = 60


def article(number: int, *, of: int | None = None) -> CopyText:
    """A text of its own, or a copy of number ``of`` without its last sentence."""
    subject = number if of is None else of
    sentences = [
        f"The council of district {subject} heard speaker {subject * 31 + n} on the"
        f" matter of road {subject}-{n}, which {n + 3} of ward {subject} had raised."
        for n in range(5)
    ]
    kept = sentences if of is None else sentences[:4]
    return CopyText(f"a{number}", f"outlet{number}", None, f"Road {subject}", kept)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (postings, shelves):
        monkeypatch.setattr(module, "FRESH", 256)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("every", [1, 7, COUNT])
def test_the_same_answers_after_every_reopening(tmp_path: Path, every: int) -> None:
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    stories = {}
    for number in range(COUNT):
        stories[number] = join(store.copies(), article(number)).story
        if number % every == every - 1:
            store.commit()
            store.close()
            store = open_store(path)
    store.commit()
    store.close()
    store = open_store(path)
    assert len(set(stories.values())) == COUNT
    for number in range(COUNT):
        copy = article(COUNT + number, of=number)
        assert join(store.copies(), copy).story == stories[number]
    store.close()


@pytest.mark.usefixtures("small")
def test_what_was_not_committed_left_no_keys(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    for number in range(COUNT):
        join(store.copies(), article(number))
        if number == COUNT // 2:
            store.commit()
    store.close()
    store = open_store(path)
    for number in range(COUNT):
        found = match(store.copies(), article(COUNT + number, of=number))
        assert (found is not None) == (number <= COUNT // 2)
    store.close()


def rows(path: Path) -> tuple[list[int], int]:
    """The sizes of the shelves in a file, and how many texts' keys are in none."""
    with closing(sqlite3.connect(path)) as file:
        sizes = file.execute("SELECT length(postings) / 8 FROM shelf ORDER BY number")
        waiting = file.execute("SELECT count(*) FROM fresh").fetchone()[0]
        return [row[0] for row in sizes], waiting


def test_many_keys_are_kept_as_a_shelf_and_few_text_by_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "FRESH", 256)
    monkeypatch.setattr(shelves, "FRESH", 256)
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    join(store.copies(), article(0))
    store.commit()
    assert rows(path) == ([], 1)
    for number in range(1, COUNT):
        join(store.copies(), article(number))
    store.commit()
    sizes, waiting = rows(path)
    assert sizes
    assert all(128 <= size < 512 for size in sizes)
    assert waiting < 20
    store.close()


@pytest.mark.parametrize("every", [1, 10])
def test_small_shelves_are_made_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    for module in (postings, shelves):
        monkeypatch.setattr(module, "FRESH", 16)
    monkeypatch.setattr(shelves, "_TOGETHER", 8)
    monkeypatch.setattr(shelves, "_LARGE", 64)
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    reader: Store | None = None
    for number in range(COUNT):
        join(store.copies(), article(number))
        if number % every == 0:
            store.commit()
            reader = reader or open_store(path, read_only=True)
            found = match(reader.copies(), article(90, of=number))
            assert found is not None
            assert found.matched == f"a{number}"
            if number % 20 == 0:
                store.close()
                store = open_store(path)
    store.commit()
    sizes, _ = rows(path)
    assert len([size for size in sizes if size < 64]) < 8
    assert max(sizes) >= 100
    assert reader is not None
    for one in (reader, store):
        for number in range(COUNT):
            assert match(one.copies(), article(90, of=number)) is not None
        one.close()


@pytest.mark.usefixtures("small")
def test_a_reader_sees_what_the_writer_commits(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    writer = open_store(path)
    join(writer.copies(), article(0))
    writer.commit()
    reader = open_store(path, read_only=True)
    assert match(reader.copies(), article(90, of=0)) is not None
    for number in range(1, COUNT):
        join(writer.copies(), article(number))
    assert match(reader.copies(), article(90, of=COUNT - 1)) is None
    writer.commit()
    for number in range(COUNT):
        assert match(reader.copies(), article(90, of=number)) is not None
    reader.close()
    writer.close()


def test_a_state_of_the_first_version_keeps_its_stories(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    old = sqlite3.connect(path)
    old.executescript(
        files("newscrawl.store").joinpath("schema.sql").read_text("utf-8")
    )
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    for number in range(3):
        lines = [p.lower().replace(",", "") for p in article(number).paragraphs]
        lines = [p.replace("-", " ").replace(".", "") for p in lines]
        packed = zlib.compress("\n".join([*lines, "", ""]).encode())
        old.execute(
            "INSERT INTO story (first, first_outlet, lead) VALUES (?, 'o', ?)",
            (f"a{number}", number + 1),
        )
        old.execute(
            "INSERT INTO copy (id, story, outlet, headline, version, digest, packed)"
            " VALUES (?, ?, 'o', 'h', 1, 0, ?)",
            (f"a{number}", number + 1, packed),
        )
        old.execute("INSERT INTO shingle VALUES (1, ?)", (number,))
    old.commit()
    old.close()
    store = open_store(path)
    for number in range(3):
        joined = join(store.copies(), article(90 + number, of=number))
        assert joined.story == f"s{number + 1:08d}"
        assert joined.relation == "excerpt"
    assert join(store.copies(), article(50)).story == "s00000004"
    store.commit()
    store.close()
    again = open_store(path, read_only=True)
    assert match(again.copies(), article(91, of=2)) is not None
    again.close()


def test_the_keys_of_the_fourth_version_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    old = sqlite3.connect(path)
    for script in MIGRATIONS[:4]:
        old.executescript(script)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 4")
    for number in range(1, 4):
        packed = b"p" + zlib.compress("\n".join(article(number).paragraphs).encode(), 1)
        old.execute(
            "INSERT INTO story (first, first_outlet, lead) VALUES (?, 'o', ?)",
            (f"a{number}", number),
        )
        old.execute(
            "INSERT INTO copy (id, story, outlet, headline, version, digest, packed)"
            " VALUES (?, ?, 'o', 'h', 1, 0, ?)",
            (f"a{number}", number, packed),
        )
        keys = as_bytes([number * 977, number * 1013])
        old.execute("INSERT INTO fresh (copy, keys) VALUES (?, ?)", (number, keys))
    postings = as_bytes([5 << 28 | 1, 6 << 28 | 2])
    old.execute("INSERT INTO shelf (number, postings) VALUES (1, ?)", (postings,))
    old.commit()
    old.close()
    for _ in range(2):  # filled once, then read
        store = open_store(path)
        assert store.copies().owners([5, 977, 2026]) == {}
        for number in range(1, 4):
            found = match(store.copies(), article(90, of=number))
            assert found is not None
            assert (found.story, found.relation) == (f"s{number:08d}", "excerpt")
        store.commit()
        store.close()


def test_keys_made_anew_leave_out_what_is_common_property(tmp_path: Path) -> None:
    """As joining does: what every text has is entered for some of them only."""
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    notice = (
        "Readers may write to the desk of this paper about any of its columns. " * 2
    )
    for number in range(COUNT):
        one = article(number)
        join(store.copies(), replace(one, paragraphs=[*one.paragraphs, notice]))
    store.commit()
    keys = list(sample(word_form([notice])))
    before = store.copies().owners(keys)
    assert COMMON in map(len, before.values())
    store.close()
    with closing(sqlite3.connect(path)) as file:
        file.executescript("DELETE FROM shelf; DELETE FROM fresh;")
    store = open_store(path)
    anew = store.copies().owners(keys)
    assert {key: len(texts) for key, texts in anew.items()} == {
        key: len(texts) for key, texts in before.items()
    }
    store.close()


@pytest.mark.parametrize("contents", ["zeroblob(81)", "x'02" + "00" * 15 + "'"])
def test_damaged_shelves_are_told(tmp_path: Path, contents: str) -> None:
    """Cut ones, and ones out of order."""
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    join(store.copies(), article(1))
    store.commit()
    store.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"INSERT INTO shelf (postings) VALUES ({contents})")
        file.commit()
    store = open_store(path)
    with pytest.raises(StateError, match="is damaged; rebuild"):
        store.copies().owners([1])
    store.close()
