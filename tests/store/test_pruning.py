"""Pruning forgets old texts, and nothing that a later run needs to know."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from newscrawl.copies.finding import match
from newscrawl.copies.joining import join
from newscrawl.store.checkup import check
from newscrawl.store.protocol import PageState
from newscrawl.store.pruning import prune
from newscrawl.store.replay import copy_text
from newscrawl.store.sqlite import open_store
from tests.states import article, stories, world

if TYPE_CHECKING:
    from pathlib import Path

LATE = "2026-06-01T00:00:00+00:00"
BEFORE_ALL = "2025-01-01T00:00:00+00:00"


def late_copy(path: Path) -> str:
    """Add a copy of the museum's story that was seen much later; its story's id."""
    store = open_store(path)
    late = replace(article(13, "museum"), first_seen=LATE, version_seen=LATE, run=None)
    joined = join(store.copies(), copy_text(late))
    store.put_article(late)
    store.put_page(PageState("small.test/late", "ians", "section", LATE))
    store.commit()
    store.close()
    return joined.story


def test_only_stories_at_rest_are_emptied(tmp_path: Path) -> None:
    path = world(tmp_path)
    growing = late_copy(path)
    before = stories(path)
    told = prune(path, LATE)
    # Of twelve articles, three and the held one are of the story that grew.
    assert (told.texts, told.held, told.rejections) == (9, 1, 1)
    assert stories(path) == before
    store = open_store(path)
    index = store.copies()
    assert [state.id for state in index.stories()] == sorted(set(before.values()))
    found = match(index, copy_text(article(50, "museum")))
    assert found is not None
    assert found.story == growing
    assert match(index, copy_text(article(50, "ferry"))) is None
    assert store.page("small.test/late", "ians") is not None
    assert store.page("small.test/x", "ians") is None
    assert store.page("small.test/0", "any") is not None
    latest = store.latest("a0")
    assert latest is not None
    assert (latest.text_hash, latest.record.headline) == ("ferry1", "The ferry vote")
    assert not latest.record.body
    store.close()
    faults = [one.said for one in check(path, path.parent) if one.fault]
    assert faults == []


def test_a_new_version_of_a_pruned_article_stays_in_its_story(tmp_path: Path) -> None:
    path = world(tmp_path)
    late_copy(path)
    before = stories(path)
    prune(path, LATE)
    store = open_store(path)
    for number in (4, 0):  # a follower, and the reference of the story
        joined = join(store.copies(), copy_text(article(number, "ferry", version=2)))
        assert joined.story == before[f"a{number}"]
    found = match(store.copies(), copy_text(article(50, "ferry", version=2)))
    assert found is not None
    assert found.story == before["a0"]
    store.close()


def test_pruning_twice_or_before_all_time_changes_nothing(tmp_path: Path) -> None:
    path = world(tmp_path)
    late_copy(path)
    nothing = prune(path, BEFORE_ALL)
    assert (nothing.texts, nothing.held, nothing.rejections) == (0, 0, 0)
    prune(path, LATE)
    again = prune(path, LATE)
    assert (again.texts, again.held, again.rejections) == (0, 0, 0)


def test_the_file_shrinks(tmp_path: Path) -> None:
    path = world(tmp_path)
    store = open_store(path)
    for number in range(20, 320):
        one = article(number % 24, f"thing{number}")
        one.id = f"b{number}"
        join(store.copies(), copy_text(one))
        store.put_article(one)
    store.commit()
    store.close()
    late_copy(path)
    told = prune(path, LATE)
    assert told.after < 0.6 * told.before
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()
