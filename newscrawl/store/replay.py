"""Telling the store of written lines: as they are written, or again after a crash."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from newscrawl.copies.agreement import own_places
from newscrawl.copies.changes import merge_stories
from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.store.linefile import PART
from newscrawl.store.protocol import PageState
from newscrawl.store.records import article_from_record
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from pathlib import Path

    from newscrawl.items import Article
    from newscrawl.store.protocol import Store

CHANGES = "stories.jsonl"
_STORY = re.compile(r"s[0-9]{1,18}", re.ASCII)
CREDITED = frozenset({"wire", "wire_edited"})


def copy_text(article: Article) -> CopyText:
    """The article as the index of copies takes it: its agency only if it says so."""
    signs = article.syndication
    credited = signs.role in CREDITED and not signs.by_match
    return CopyText(
        id=article.id,
        outlet=article.outlet,
        at=article.date_published or article.first_seen,
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
    """Tell the store of every line it does not know; returns how many those were."""
    count, unfinished = 0, path.name.endswith(PART)
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if unfinished and not line.endswith("\n"):
                break  # torn: the recovery of its run will cut it off
            article = _read(line)
            if article is None:
                continue
            latest = store.latest(article.id)
            if latest is None or latest.version < article.version:
                join_again(store, article)
                note_written(
                    store, article, at=article.version_seen, key=None, modified=None
                )
                count += 1
    return count


def replay_changes(path: Path, store: Store) -> int:
    """Merge again the stories that a run found to be one; returns how many those were.

    What else its file tells stands in the lines of the articles themselves.
    """
    count, index = 0, store.copies()
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            pair = _merged(line)
            one, two = (index.story(name) for name in pair) if pair else (None, None)
            if one is not None and two is not None and one.id != two.id:
                merge_stories(index, one.id, two.id)
                count += 1
    return count


def join_again(store: Store, article: Article) -> None:
    """Put a text into the story that its record names, under the very same id.

    It goes to the story that has taken the other in, where they were merged.
    """
    if article.story is not None:
        join(store.copies(), copy_text(article), into=article.story.id)


def _merged(line: str) -> tuple[str, str] | None:
    """The two stories of a line that tells of a merge."""
    try:
        told = json.loads(line)
        pair = told["story"], told["into"]
        ours = told["kind"] == "merge" and all(map(_STORY.fullmatch, pair))
    except (ValueError, TypeError, KeyError):
        return None  # torn, or a foreign line
    return pair if ours else None


def _read(line: str) -> Article | None:
    try:
        return article_from_record(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None  # a foreign line in our file is left alone
