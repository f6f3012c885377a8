"""Killed while it adds, reopened and fed again, an index gives the same stories."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import newscrawl

if TYPE_CHECKING:
    from pathlib import Path

# Adds the lines of a file, telling each, until it is killed by the one it is told.
ADD = """
import json, os, signal, sys
import newscrawl
path, lines, every, last = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
index = newscrawl.StoryIndex(path, commit_every=every)
steps = 0
def count(statement):
    global steps
    steps += 1
    if steps == last:
        os.kill(os.getpid(), signal.SIGKILL)
index._store._db.set_trace_callback(count)
for line in open(lines, encoding="utf-8"):
    article = json.loads(line)
    if index.story_of(article["id"]) is None:
        index.add(article)
index.close()
"""
LETTERS = {
    "latin": "abcdefghijklmnoprstuvw",
    "devanagari": "कखगघचछजझटठडढतथदधनपफबभमयरलवशसह",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}


def words(chance: random.Random, letters: str, count: int = 40) -> str:
    return " ".join(
        "".join(chance.choices(letters, k=chance.randint(3, 8))) for _ in range(count)
    )


def world(seed: int = 5) -> list[dict[str, Any]]:
    """Twelve stories in three scripts, mixed too, with cuts, edits and additions."""
    chance = random.Random(seed)
    articles = []
    for story in range(12):
        scripts = [list(LETTERS.values())[(story + turn) % 3] for turn in (0, 0, 1)]
        if story % 2:
            scripts = scripts[:1] * 3
        text = [words(chance, letters) for letters in (*scripts, *scripts)]
        for turn, body in enumerate(
            (text, text[:4], [*text, words(chance, scripts[0])], text[:1] + text[2:])
        ):
            articles.append(
                {
                    "id": f"{story}-{turn}",
                    "outlet": f"o{turn}",
                    "headline": text[0][:40],
                    "body": body,
                    "published": f"2026-03-0{1 + turn}T09:00:00+00:00",
                }
            )
    chance.shuffle(articles)
    return articles


def partition(path: Path) -> set[frozenset[str]]:
    with newscrawl.StoryIndex(path, read_only=True) as index:
        return {frozenset(copy.id for copy in story.copies) for story in index}


EXPECTED = {frozenset(f"{story}-{turn}" for turn in range(4)) for story in range(12)}


@pytest.mark.parametrize(
    ("every", "last"), [(1, 3), (1, 90), (5, 31), (5, 160), (64, 47), (64, 200)]
)
def test_the_same_stories_after_a_kill(tmp_path: Path, every: int, last: int) -> None:
    path, lines = tmp_path / "stories.sqlite", tmp_path / "world.jsonl"
    lines.write_text("\n".join(map(json.dumps, world())))
    command = [sys.executable, "-c", ADD, str(path), str(lines), str(every)]
    killed = subprocess.run([*command, str(last)], timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    for before in list(partition(path)):
        assert any(before <= whole for whole in EXPECTED)
    subprocess.run([*command, "0"], timeout=60, check=True)
    assert partition(path) == EXPECTED


def test_copies_of_one_batch_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    with newscrawl.StoryIndex(path, commit_every=10_000) as index:
        for article in world():
            index.add(article)
    assert partition(path) == EXPECTED


@pytest.mark.parametrize("seed", range(12))
def test_any_order_gives_the_same_stories(tmp_path: Path, seed: int) -> None:
    articles = world()
    random.Random(seed).shuffle(articles)
    path = tmp_path / "stories.sqlite"
    with newscrawl.StoryIndex(path) as index:
        for article in articles:
            index.add(article)
    assert partition(path) == EXPECTED
    with newscrawl.StoryIndex(path, read_only=True) as index:
        assert {story.first[-2:] for story in index} == {"-0"}
