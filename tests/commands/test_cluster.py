"""``scrapy cluster``: files in each other's way, odd lines, and what is kept when."""

from __future__ import annotations

import gzip
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

import newscrawl
from newscrawl.commands import cluster
from newscrawl.errors import OutputError
from tests.commands.test_looking import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The river rose past the old bridge while boats waited at the upper landing"


def documents(count: int) -> list[str]:
    """Articles that have nothing to do with each other."""
    return [
        json.dumps({"id": n, "body": " ".join(f"w{n}x{k}" for k in range(30))})
        for n in range(count)
    ]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(documents(3)) + "\n", "utf-8")
    return path


def joined(tmp_path: Path, *given: Any) -> int:
    return run(tmp_path / "no-state", "cluster", *map(str, given))


@pytest.mark.parametrize(
    "out", [lambda path: path, lambda path: path.parent / "." / "link.jsonl"]
)
def test_the_lines_read_are_not_written_over(
    source: Path, out: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source.with_name("link.jsonl").symlink_to(source)
    before = source.read_bytes()
    assert joined(source.parent, source, "--out", out(source)) == 2
    assert "--out" in capsys.readouterr().err
    assert source.read_bytes() == before


@pytest.mark.parametrize("tail", ["", "-wal", ".lock"])
def test_the_kept_stories_are_not_written_over(source: Path, tail: str) -> None:
    kept = source.with_name("kept.sqlite")
    assert joined(source.parent, source, "--store", kept) == 0
    out = source.with_name(f"kept.sqlite{tail}")
    assert joined(source.parent, source, "--store", kept, "--out", out) == 2
    with newscrawl.StoryIndex(kept, read_only=True) as index:
        assert len(index) == 3


def test_a_refused_call_empties_no_file(source: Path) -> None:
    out = source.with_name("out.jsonl")
    out.write_text("of an earlier call", "utf-8")
    assert joined(source.parent, source, "--store", source, "--out", out) == 6
    assert joined(source.parent, source, "--store", "", "--out", out) == 2
    assert joined(source.parent, source.parent, "--out", out) == 2
    assert out.read_text("utf-8") == "of an earlier call"


def test_a_packed_file_is_told_as_such(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = source.with_name("in.jsonl.gz")
    packed.write_bytes(gzip.compress(source.read_bytes()))
    assert joined(source.parent, packed) == 2
    assert "is packed; zcat" in capsys.readouterr().err


def test_marks_of_byte_order_and_endless_lines(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "_LONGEST", 1000)
    long = json.dumps({"id": "long", "body": TEXT * 100})
    text = "\ufeff" + "\n".join([*documents(1), long, *documents(2)[1:]])
    source.write_text(text, "utf-8")
    assert joined(source.parent, source) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == [0, 1]
    assert f"{source}:2: left out: longer than 1000 characters" in said.err
    assert "3 articles, 2 stories, 1 left out" in said.err


def test_what_is_told_is_kept(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader that goes away leaves no line whose story is not in the file."""
    kept = source.with_name("kept.sqlite")
    source.write_text("\n".join(documents(200)), "utf-8")
    reading, writing = os.pipe()
    with os.fdopen(writing, "w", encoding="utf-8") as screen:
        monkeypatch.setattr(sys, "stdout", screen)
        os.close(reading)
        assert joined(source.parent, source, "--store", kept) == OutputError.exit_code
    assert "what was joined is kept" in capsys.readouterr().err
    with newscrawl.StoryIndex(kept, read_only=True) as index:
        assert len(index) == 64


def test_a_killed_call_told_of_nothing_that_is_not_kept(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, out = source.with_name("kept.sqlite"), source.with_name("out.jsonl")
    source.write_text("\n".join(documents(100)), "utf-8")
    add = newscrawl.StoryIndex.add

    def dying(index: newscrawl.StoryIndex, article: Any) -> Any:
        if article["id"] == 90:
            raise KeyboardInterrupt
        return add(index, article)

    monkeypatch.setattr(newscrawl.StoryIndex, "add", dying)
    assert joined(source.parent, source, "--store", kept, "--out", out) == 8
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    with newscrawl.StoryIndex(kept, read_only=True) as index:
        assert [index.story_of(str(one["id"])) for one in told] == [
            one["story"] for one in told
        ]
    assert len(told) == 64
