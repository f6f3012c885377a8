"""The state can be made anew from the lines, and tells the same as before."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.finding import match
from newscrawl.copies.joining import join
from newscrawl.copies.tokens import pack
from newscrawl.errors import StateError
from newscrawl.store.checkup import check
from newscrawl.store.listing import list_stories
from newscrawl.store.locks import RunLock
from newscrawl.store.protocol import Validators
from newscrawl.store.rebuild import rebuild, state_of_lines
from newscrawl.store.recovery import write_json
from newscrawl.store.replay import copy_text
from newscrawl.store.sqlite import open_store
from tests.forking import scrapy
from tests.states import article, stories, world

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def test_the_ledger_the_stories_and_the_index_are_as_before(tmp_path: Path) -> None:
    path = world(tmp_path)
    before = stories(path)
    told = rebuild(path, path.parent)
    assert (told.runs, told.lines, told.carried, told.forgotten) == (2, 13, True, 0)
    assert stories(path) == before
    store = open_store(path)
    latest = store.latest("a1")
    assert latest is not None
    assert latest.version == 2
    assert store.page("small.test/5", "any") is not None
    assert store.page("small.test/x", "ians") is not None
    assert store.validators("https://small.test/feed") == Validators('"e"')
    copy = copy_text(article(50, "museum"))
    found = match(store.copies(), copy)
    assert found is not None
    assert found.story == before["a2"]
    assert store.copies().new_story_id() not in before.values()
    store.close()
    assert not path.with_name(f"{path.name}.new").exists()
    assert stories(path.with_name(f"{path.name}.old")) == before


def test_held_articles_are_carried_over(tmp_path: Path) -> None:
    path = world(tmp_path)
    rebuild(path, path.parent)
    with sqlite3.connect(path) as plain:
        held = plain.execute("SELECT id FROM held").fetchall()
    plain.close()
    assert held == [("a20",)]


def test_texts_without_a_line_stay_in_their_stories(tmp_path: Path) -> None:
    """Another agency's copies, say: of two stories the first, of one all there is."""
    path = world(tmp_path)
    store = open_store(path)
    for number, thing in ((30, "ferry"), (31, "railway"), (32, "railway")):
        copy = replace(copy_text(article(number % 24, thing)), id=f"x{number}")
        join(store.copies(), replace(copy, at=f"2025-01-01T{number - 20}:00Z"))
    store._db.execute("UPDATE copy SET packed = x'00' WHERE id = 'x32'")
    store.commit()
    store.close()
    listed = list(list_stories(path))
    rebuild(path, path.parent)
    again = list(list_stories(path))
    damaged = next(one for one in listed if one.first_at == "2025-01-01T11:00Z")
    assert damaged.copies == 2
    assert [one for one in again if one.id != damaged.id] == [
        one for one in listed if one.id != damaged.id
    ]
    assert {one.first_at[:4] for one in again if one.first_at} == {"2025", "2026"}
    store = open_store(path)
    found = match(store.copies(), copy_text(article(50, "railway")))
    kept = store.copies().copy("x31")
    assert found is not None
    assert kept is not None
    assert found.story == kept.story
    assert store.copies().copy("x32") is None  # damaged; it alone is lost
    store.close()


def test_a_text_whose_line_was_taken_out_is_forgotten(tmp_path: Path) -> None:
    path = world(tmp_path)
    file = path.parent / "ians" / "20260101T000000Z" / "articles.jsonl"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[1:]), "utf-8")
    assert rebuild(path, path.parent).forgotten == 1
    store = open_store(path)
    assert store.copies().copy("a0") is None
    assert store.latest("a0") is None
    store.close()


def test_pruned_texts_without_a_line_stay_pruned(tmp_path: Path) -> None:
    path = world(tmp_path)
    store = open_store(path)
    join(store.copies(), replace(copy_text(article(9, "railway")), id="x1"))
    store._db.execute("UPDATE copy SET packed = ? WHERE id = 'x1'", (pack([]),))
    store.commit()
    store.close()
    before = list(list_stories(path))
    rebuild(path, path.parent)
    assert list(list_stories(path)) == before
    store = open_store(path)
    kept = store.copies().copy("x1")
    assert kept is not None
    assert kept.packed == pack([])
    assert match(store.copies(), copy_text(article(50, "railway"))) is None
    store.close()
    assert [one.said for one in check(path, path.parent) if one.fault] == []


def test_a_lost_or_damaged_state_comes_back_from_the_lines(tmp_path: Path) -> None:
    path = world(tmp_path)
    before = stories(path)
    before.pop("a20")
    path.unlink()
    assert not rebuild(path, path.parent).carried
    assert stories(path) == before
    for damage in (
        b"no database at all" * 300,
        path.read_bytes()[:5000] + b"\0" * 9000,
    ):
        path.write_bytes(damage)
        path.with_name(f"{path.name}-wal").write_bytes(b"left by a dead process")
        told = rebuild(path, path.parent)
        assert (told.lines, told.carried) == (13, False)
        assert stories(path) == before
        assert path.with_name(f"{path.name}.old").read_bytes() == damage
        store = open_store(path)
        assert store.validators("https://small.test/feed") is None
        store.close()


def test_a_lost_state_s_log_does_not_get_into_the_new_one(tmp_path: Path) -> None:
    path = world(tmp_path)
    log = path.with_name(f"{path.name}-wal")
    store = open_store(path)
    store.copies().set_agency("s00000001", "ians")
    store._db.execute("DELETE FROM article")
    store.commit()
    left = log.read_bytes()
    store.close()
    path.unlink()
    log.write_bytes(left)
    (note,) = state_of_lines(path.parent, path)
    assert "which was gone" in note
    assert not log.exists()
    assert [one.said for one in check(path, path.parent)] == []
    assert state_of_lines(path.parent, path) == []


@pytest.mark.parametrize("pragma", ["application_id = 7", "user_version = 99"])
def test_a_healthy_file_that_is_not_ours_is_not_replaced(
    tmp_path: Path, pragma: str
) -> None:
    path = world(tmp_path)
    plain = sqlite3.connect(path)
    plain.execute(f"PRAGMA {pragma}")
    plain.close()
    with pytest.raises(StateError, match=r"not a newscrawl|newer newscrawl"):
        rebuild(path, path.parent)
    plain = sqlite3.connect(path)
    name, _, value = pragma.partition(" = ")
    assert plain.execute(f"PRAGMA {name}").fetchone() == (int(value),)
    plain.close()


def test_other_states_runs_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    path = world(tmp_path)
    card = path.parent / "ians" / "20260101T000001Z" / "run.json"
    write_json(card, {"store": "/elsewhere/newscrawl.sqlite"})
    told = rebuild(path, path.parent)
    assert (told.runs, told.lines, told.strangers) == (1, 6, 1)
    assert told.forgotten == 6
    told = rebuild(path, path.parent, everything=True)
    assert (told.runs, told.lines, told.strangers) == (2, 13, 0)


def test_a_torn_line_of_a_killed_run_is_not_believed(tmp_path: Path) -> None:
    path = world(tmp_path)
    file = path.parent / "ians" / "20260101T000001Z" / "articles.jsonl"
    torn = file.with_name("articles.jsonl.part")
    file.rename(torn)
    # The last line is whole but for its newline, which a recovery would cut off.
    os.truncate(torn, torn.stat().st_size - 1)
    told = rebuild(path, path.parent)
    assert told.lines == 12
    store = open_store(path)
    latest = store.latest("a1")
    store.close()
    assert latest is not None
    assert latest.version == 1


def reindex(output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return scrapy("reindex", *more, settings={"NEWSCRAWL_OUTPUT_DIR": output})


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    path = world(tmp_path)
    done = reindex(path.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "rebuilt from 13 lines of 2 runs" in done.stdout
    assert "carried over" in done.stdout
    empty = reindex(tmp_path / "nothing")
    assert empty.returncode == 2
    assert "no run has left articles" in empty.stderr
    lock = RunLock(path.with_name(f"{path.name}.lock"))
    lock.take("ians since noon")
    busy = reindex(path.parent)
    lock.release()
    assert busy.returncode == 5
    assert "ians since noon" in busy.stderr
