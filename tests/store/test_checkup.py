"""A check finds each thing that can be wrong with a state, and only that."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from newscrawl.store.checkup import check
from newscrawl.store.rebuild import rebuild
from tests.forking import scrapy
from tests.states import world

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

CASES = {
    "line unknown": ("DELETE FROM article WHERE id = 'a5'", "1 lines that the state"),
    "version unknown": (
        "UPDATE article SET version = 1 WHERE id = 'a1'",
        "1 lines that the state does not know",
    ),
    "no story": ("DELETE FROM story WHERE number = 1", "copies of stories that are"),
    "no copy": ("DELETE FROM copy WHERE id = 'a5'", "written articles that no story"),
    "no lead": (
        "UPDATE story SET lead = 999 WHERE number = 2",
        "1 stories without their copies: s00000002",
    ),
    "no keys": (
        "UPDATE fresh SET keys = x'' WHERE number = 1",
        "texts that the index does not find: a0",
    ),
    "no copy at all": (
        "INSERT INTO story SELECT 99, agency, agency_at, first, first_outlet, first_at,"
        " lead FROM story WHERE number = 1",
        "1 stories without their copies: s00000099",
    ),
    "another story's first": (
        "UPDATE story SET first = 'a1' WHERE number = 1",
        "1 stories without their copies: s00000001",
    ),
    "ids given again": (
        "UPDATE sqlite_sequence SET seq = 2 WHERE name = 'story'",
        "the ids of stories from s00000003 on count as new",
    ),
    "torn record": (
        "UPDATE article SET record = x'00' WHERE id = 'a3'",
        "1 articles whose record is not theirs: a3",
    ),
    "another's record": (
        "UPDATE article SET record = (SELECT record FROM article WHERE id = 'a4')"
        " WHERE id = 'a3'",
        "1 articles whose record is not theirs: a3",
    ),
    "no version": (
        "DELETE FROM version WHERE article = 'a3'",
        "1 articles whose record is not theirs: a3",
    ),
    "torn held article": (
        "UPDATE held SET record = x'00'",
        "1 held articles that cannot be read: a20",
    ),
    "page of nothing": (
        "UPDATE page SET article = 'zz' WHERE key = 'small.test/5'",
        "1 pages said to be written that are not: small.test/5",
    ),
    "no table": ("DROP TABLE visit", "not there: index visit_due, table visit"),
    "no order": ("DROP INDEX article_text", "not there: index article_text"),
    "torn text": (
        "UPDATE copy SET packed = x'0102' WHERE id = 'a3'",
        "1 texts that cannot be read: a3",
    ),
}


def said(path: Path) -> list[str]:
    return [one.said for one in check(path, path.parent) if one.fault]


def test_a_sound_state_has_no_fault(tmp_path: Path) -> None:
    path = world(tmp_path)
    assert list(check(path, path.parent)) == []


@pytest.mark.parametrize("case", CASES)
def test_it_is_found_and_a_reindex_mends_it(tmp_path: Path, case: str) -> None:
    path = world(tmp_path)
    statement, expected = CASES[case]
    plain = sqlite3.connect(path)
    with plain:
        plain.execute(statement)
    plain.close()
    findings = list(check(path, path.parent))
    assert any(expected in one.said for one in findings)
    assert all(one.mend == "scrapy reindex" for one in findings)
    rebuild(path, path.parent)
    assert said(path) == []


def test_lost_doubled_and_foreign_lines_are_found(tmp_path: Path) -> None:
    path = world(tmp_path)
    file = path.parent / "ians" / "20260101T000000Z" / "articles.jsonl"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines[1:], lines[1], "[]\n"]), "utf-8")
    found = said(path)
    assert "1 articles whose line is gone from its run's file: a0" in found
    assert any(one.startswith("1 lines that were written before") for one in found)
    assert any(one.startswith("1 lines that are no record") for one in found)


def test_lines_moved_away_and_unfinished_ones_are_no_fault(tmp_path: Path) -> None:
    path = world(tmp_path)
    run = path.parent / "ians" / "20260101T000000Z"
    run.rename(tmp_path / "archive")
    file = path.parent / "ians" / "20260101T000001Z" / "articles.jsonl"
    file.rename(file.with_name("articles.jsonl.part"))
    findings = list(check(path, path.parent))
    assert [one.fault for one in findings] == [False, False]
    assert "is unfinished" in findings[0].said
    assert findings[1].said.startswith("6 articles whose run is not under")


def test_another_state_s_runs_are_no_fault(tmp_path: Path) -> None:
    path = world(tmp_path)
    copied = tmp_path / "copied.sqlite"
    copied.write_bytes(path.read_bytes())
    findings = list(check(copied, path.parent))
    assert [one.fault for one in findings] == [False]
    assert findings[0].said.startswith("12 articles whose run names another state")


def test_endless_brackets_are_no_record(tmp_path: Path) -> None:
    path = world(tmp_path)
    for name in ("articles.jsonl", "stories.jsonl"):
        with (path.parent / "ians" / "20260101T000000Z" / name).open("a") as file:
            file.write("[" * 100_000 + "\n")
    assert [one.split(":")[0] for one in said(path)] == ["1 lines that are no record"]
    assert rebuild(path, path.parent).lines == 13


def store(output: Path, *given: str) -> subprocess.CompletedProcess[str]:
    return scrapy("store", *given, settings={"NEWSCRAWL_OUTPUT_DIR": output})


def test_the_command_names_the_mending_command(tmp_path: Path) -> None:
    path = world(tmp_path)
    assert store(path.parent, "check").returncode == 0
    plain = sqlite3.connect(path)
    with plain:
        plain.execute("DELETE FROM article WHERE id = 'a5'")
    plain.close()
    done = store(path.parent, "check")
    assert done.returncode == 6
    assert "WRONG: 1 lines" in done.stdout
    assert "scrapy reindex" in done.stdout
    file = path.parent / "ians" / "20260101T000001Z" / "articles.jsonl"
    first = json.loads(file.read_text("utf-8").splitlines()[0])
    assert first["id"] == "a1"


@pytest.mark.parametrize(
    ("given", "code", "expected"),
    [
        ((), 2, "check | prune"),
        (("prune",), 2, "say how old"),
        (("prune", "--older-than", "soon"), 2, "say how old"),
        (("check", "--older-than", "9d"), 2, "is for scrapy store prune"),
        (("check",), 6, "scrapy reindex makes it"),
    ],
)
def test_wrong_arguments_are_told(
    tmp_path: Path, given: tuple[str, ...], code: int, expected: str
) -> None:
    done = store(tmp_path / "nothing", *given)
    assert done.returncode == code
    assert expected in done.stderr
    assert len(done.stderr.splitlines()) == 1
