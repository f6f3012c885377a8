"""Telling the store of written lines: as they are written, or again after a crash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newscrawl.copies.agreement import own_places
from newscrawl.copies.changes import merge_stories
from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.store.index import is_story_id
from newscrawl.store.linefile import PART
from newscrawl.store.protocol import PageState
from newscrawl.store.records import article_from_record
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newscrawl.items import Article
    from newscrawl.store.protocol import Store

ARTICLES, CHANGES = "articles.jsonl", "stories.jsonl"
CREDITED = frozenset({"wire", "wire_edited"})


def copy_text(article: Article) -> CopyText:
    """The article as the index of copies takes it: its agency only if it says so."""
    signs = article.syndication
    credited = signs.role in CREDITED and not signs.by_match
    return CopyText(
        id=article.id,
        outlet=article.outlet,
        at=article.date_first_published or article.date_published or article.first_seen,
        headline=article.headline,
        paragraphs=[paragraph.text for paragraph in article.paragraphs],
        agency=article.agency if credited else None,
        language=article.language,
        version=article.version,
        dateline=article.dateline,
    )


def note_written(
    store: Store, article: Article, *, at: str, key: str | None, modified: str | None
) -> None:
    """Note an article whose line is written, under each of its addresses.

    ``key`` is the one it was asked for by, which may have redirected.
    """
    store.put_article(article)
    store.learning().learn(article, _own_places(article, store))
    keys = {url_key(article.canonical_url), url_key(article.url), key or ""}
    for one in sorted(keys - {""}):
        store.put_page(PageState(one, "", "written", at, article.id, modified))


def _own_places(article: Article, store: Store) -> tuple[int, ...]:
    """The paragraphs that others of its story pass over, where it added any."""
    edits = article.story.edits if article.story else None
    if edits is None or not edits.paragraphs_added:
        return ()
    return own_places(store.copies(), article.id)


def replay(path: Path, store: Store) -> int:
    """Tell the store of every line it does not know; returns how many those were.

    The merges of stories that the run's other file tells of are made where they were
    found, since later lines may name another story for the same article.
    """
    count, unfinished = 0, path.name.endswith(PART)
    merges = _merges(path.with_name(path.name.replace(ARTICLES, CHANGES)))
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if unfinished and not line.endswith("\n"):
                break  # torn: the recovery of its run will cut it off
            article = _read(line)
            if article is None:
                continue
            latest = store.latest(article.id)
            if latest is None or latest.version < article.version:
                _merge(store, merges.get((article.id, article.version), ()))
                join_again(store, article)
                note_written(
                    store, article, at=article.version_seen, key=None, modified=None
                )
                count += 1
    return count


def replay_changes(path: Path, store: Store) -> None:
    """Merge again the stories that a run found to be one, by what it did not write.

    What its lines showed has been merged with them, and is left alone. What else its
    file tells stands in the lines of the articles themselves.
    """
    for pairs in _merges(path).values():
        _merge(store, pairs)


def _merges(path: Path) -> dict[tuple[str, int], list[tuple[str, str]]]:
    """The merges that a file of changes tells of, by the version that showed them."""
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    if not path.is_file():
        return found
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            told = _merged(line)
            if told is not None:
                found.setdefault(told[:2], []).append(told[2:])
    return found


def _merge(store: Store, pairs: Iterable[tuple[str, str]]) -> None:
    index = store.copies()
    for pair in pairs:
        one, two = (index.story(name) for name in pair)
        if one is not None and two is not None and one.id != two.id:
            merge_stories(index, one.id, two.id)


def join_again(store: Store, article: Article) -> None:
    """Put a text into the story that its record names, under the very same id.

    It goes to the story that has taken the other in, where they were merged.
    """
    if article.story is not None:
        join(store.copies(), copy_text(article), into=article.story.id)


def _merged(line: str) -> tuple[str, int, str, str] | None:
    """Article, version and the two stories of a line that tells of a merge."""
    try:
        told = json.loads(line)
        names = told["story"], told["into"]
        ours = told["kind"] == "merge" and all(map(is_story_id, names))
        whose = str(told.get("article") or ""), int(told.get("version") or 1)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None  # torn, or a foreign line
    return (*whose, *names) if ours else None


def _read(line: str) -> Article | None:
    try:
        return article_from_record(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # a foreign line in our file is left alone
