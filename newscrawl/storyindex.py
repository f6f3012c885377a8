"""Join copies to stories without a crawl: one file, one writer, many readers."""

from __future__ import annotations

import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.copies.finding import Match, match
from newscrawl.copies.joining import Joined, join
from newscrawl.copies.query import CopyText
from newscrawl.errors import StateError
from newscrawl.items import Article
from newscrawl.store.index import is_story_id
from newscrawl.store.locks import RunLock
from newscrawl.store.replay import copy_text
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

    from newscrawl.copies.index import StoredCopy

_BODY = ("body", "text")
_HEADLINE = ("headline", "title")
_TIME = ("published", "date_published", "at", "date")
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class IndexedCopy:
    """One text of a story; ``at`` is the ISO 8601 time it was published, if told."""

    id: str
    outlet: str
    at: str | None
    headline: str
    agency: str | None
    version: int


@dataclass(frozen=True, slots=True)
class IndexedStory:
    """One story: its agency if a copy named one, its earliest copy, and all of them."""

    id: str
    agency: str | None
    first: str
    first_outlet: str
    first_at: str | None
    copies: tuple[IndexedCopy, ...]


class StoryIndex:
    """Stories in one SQLite file, which a crawl's state file may be.

    ``match`` says which story a text would join, ``add`` joins it. What was added is
    durable after each ``commit_every``-th text, ``commit`` and ``close``; a process
    that dies leaves the file as of the last of these. One writer holds a lock that dies
    with it; readers (``read_only``) work meanwhile and see what was committed. An index
    is used in the thread and process that opened it.

    Raises ``LockedError`` when another process writes, ``StateError`` for a file that
    is damaged or not ours, or absent when only reading.

    >>> import tempfile
    >>> boats = "The boats waited at the upper landing while the river rose past. "
    >>> one = {"id": "a", "outlet": "x", "headline": "Boats wait", "body": boats * 3}
    >>> with StoryIndex(tempfile.mkdtemp() + "/stories.sqlite") as index:
    ...     added = index.add(one)
    ...     again = index.match({**one, "id": "b", "outlet": "y"})
    >>> added.relation, again.relation, again.story == added.story, again.matched
    ('first', 'verbatim', True, 'a')
    """

    def __init__(
        self, path: str | Path, *, read_only: bool = False, commit_every: int = 64
    ) -> None:
        place = Path(path)
        if not place.name:
            raise StateError(f"state file {path}: names no file")
        self._every = max(1, commit_every)
        self._added = 0
        self._closed = True
        self._lock = (
            None if read_only else RunLock(place.with_name(f"{place.name}.lock"))
        )
        if self._lock:
            self._lock.take("a story index")
        try:
            self._store = open_store(place, read_only=read_only)
        except BaseException:
            if self._lock:
                self._lock.release()
            raise
        self._closed = False
        self._index = self._store.copies()

    def match(self, article: Article | CopyText | Mapping[str, Any]) -> Match | None:
        """The story a text would join, and why; ``None`` where it would found one.

        Nothing is kept. A mapping has ``id``, ``headline`` and ``body`` (paragraphs
        apart by blank lines, or a list), and may have ``outlet``, ``published``,
        ``agency`` and ``language``.
        """
        return match(self._index, text_of(article))

    def add(self, article: Article | CopyText | Mapping[str, Any]) -> Joined:
        """Join a text to its story and keep it; a known id is a new version of it."""
        if self._lock is None:
            raise StateError("a story index opened for reading takes no text")
        joined = join(self._index, text_of(article))
        self._added += 1
        if self._added % self._every == 0:
            self._store.commit()
        return joined

    def story(self, story: str) -> IndexedStory | None:
        """A story with its copies in the order they were added."""
        state = self._index.story(story) if is_story_id(story) else None
        if state is None:
            return None
        return IndexedStory(
            id=state.id,
            agency=state.agency,
            first=state.first,
            first_outlet=state.first_outlet,
            first_at=state.first_at,
            copies=tuple(map(_shown, self._index.members(story, _MANY))),
        )

    def story_of(self, article_id: str) -> str | None:
        """The id of the story a known text is in."""
        stored = self._index.copy(article_id)
        return stored.story if stored else None

    def __iter__(self) -> Iterator[IndexedStory]:
        """All stories, the oldest first."""
        for state in self._index.stories():
            told = self.story(state.id)
            if told is not None:
                yield told

    def __len__(self) -> int:
        """The number of stories."""
        return sum(1 for _ in self._index.stories())

    def commit(self) -> None:
        """Make what was added durable."""
        if self._lock:
            self._store.commit()

    def close(self) -> None:
        """Make what was added durable and give the file back; twice is harmless."""
        if self._closed:
            return
        try:
            self.commit()
        finally:
            self._give_back()

    def __enter__(self) -> Self:
        """The index itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close; after an exception what was not committed is thrown away."""
        if kind is None:
            self.close()
        else:
            self._give_back()

    def __del__(self) -> None:
        """Give the file back where nobody closed it, as of the last commit."""
        if not getattr(self, "_closed", True):
            told = "a StoryIndex was not closed"
            warnings.warn(told, ResourceWarning, stacklevel=2, source=self)
            with suppress(Exception):  # such as the store's, in another thread
                self._give_back()

    def _give_back(self) -> None:
        self._closed = True
        try:
            self._store.close()
        finally:
            if self._lock:
                self._lock.release()


def text_of(article: Article | CopyText | Mapping[str, Any]) -> CopyText:
    """An article, or a mapping of anybody's, as the index takes it.

    Raises ``ValueError`` saying what is missing or of the wrong kind.
    """
    if isinstance(article, CopyText):
        return article
    if isinstance(article, Article):
        return copy_text(article)
    told = article.get("id")
    if not isinstance(told, (str, int)) or isinstance(told, bool) or told == "":
        raise ValueError("'id' is missing, or no text or number")
    body = _first(article, _BODY)
    if isinstance(body, str):
        paragraphs = [part.strip() for part in body.split("\n") if part.strip()]
    elif isinstance(body, list) and all(isinstance(part, str) for part in body):
        paragraphs = [part.strip() for part in body if part.strip()]
    else:
        raise ValueError("'body' is missing, or neither text nor a list of texts")
    values = {name: _text(article, name) for name in ("outlet", "agency", "language")}
    return CopyText(
        id=str(told),
        outlet=values["outlet"] or "",
        at=_text(article, *_TIME),
        headline=_text(article, *_HEADLINE) or "",
        paragraphs=paragraphs,
        agency=values["agency"],
        language=values["language"],
    )


def _first(article: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((article[name] for name in names if article.get(name)), None)


def _text(article: Mapping[str, Any], *names: str) -> str | None:
    value = _first(article, names)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{names[0]!r} is no text")
    return value


def _shown(stored: StoredCopy) -> IndexedCopy:
    return IndexedCopy(
        stored.id,
        stored.outlet,
        stored.at,
        stored.headline,
        stored.agency,
        stored.version,
    )
