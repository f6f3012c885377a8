"""The state in one SQLite file: opened with care, changed in explicit transactions."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from newscrawl.copies.support import best_support
from newscrawl.store.connection import connect
from newscrawl.store.index import SqliteIndex
from newscrawl.store.journal import Journal
from newscrawl.store.learning import Learning
from newscrawl.store.migrations import prepare
from newscrawl.store.protocol import HostState, PageState, StoredVersion, Validators
from newscrawl.store.records import article_from_record, to_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newscrawl.items import Article
    from newscrawl.store.connection import Connection


def open_store(path: Path, *, read_only: bool = False) -> SqliteStore:
    """Open the state file, making it if it does not exist.

    Raises ``StateError`` with one line that says what is wrong: not a state file of
    ours, written by a newer version, damaged, locked by another process, not readable,
    not writable, or absent when only reading. The same is raised later by any call
    when the file or the disk fails.
    """
    connection = connect(path, read_only=read_only)
    try:
        prepare(connection, path, read_only=read_only)
        return SqliteStore(connection, read_only=read_only)
    except BaseException:
        connection.close()
        raise


class SqliteStore:
    """A ``store.protocol.Store`` over one connection.

    A transaction is always open while writing; ``commit`` ends it and starts the next,
    ``close`` throws away what was not committed.
    """

    def __init__(self, connection: Connection, *, read_only: bool) -> None:
        self._db = connection
        self._read_only = read_only
        self._index = SqliteIndex(connection)
        self._journal = Journal(connection)
        self._learning = Learning(connection)
        if not read_only:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.transactional = True

    def page(self, key: str, scope: str) -> PageState | None:
        """What became of this URL for everybody (``""``), else for ``scope``."""
        row = self._row(
            "SELECT key, scope, outcome, at, article, modified, attempts FROM page"
            " WHERE key = ? AND scope IN ('', ?) ORDER BY scope LIMIT 1",
            key,
            scope,
        )
        return None if row is None else PageState(*row)

    def put_page(self, state: PageState) -> None:
        """Note what became of a URL, replacing what was noted for its scope."""
        self._db.execute(
            "INSERT OR REPLACE INTO page"
            " (key, scope, outcome, at, article, modified, attempts)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                state.key,
                state.scope,
                state.outcome,
                state.at,
                state.article,
                state.modified,
                state.attempts,
            ),
        )

    def validators(self, url: str) -> Validators | None:
        """What the server gave at the last complete reading of ``url``."""
        row = self._row(
            "SELECT etag, last_modified, digest FROM validator WHERE url = ?", url
        )
        return None if row is None else Validators(*row)

    def put_validators(self, url: str, validators: Validators) -> None:
        """Keep what the server gave with ``url``."""
        self._db.execute(
            "INSERT OR REPLACE INTO validator (url, etag, last_modified, digest)"
            " VALUES (?, ?, ?, ?)",
            (url, validators.etag, validators.last_modified, validators.digest),
        )

    def host(self, host: str) -> HostState | None:
        """What is remembered of a host."""
        row = self._row(
            "SELECT host, not_before, failures, day, requests FROM host WHERE host = ?",
            host,
        )
        return None if row is None else HostState(*row)

    def put_host(self, state: HostState) -> None:
        """Remember a host's state."""
        self._db.execute(
            "INSERT OR REPLACE INTO host (host, not_before, failures, day, requests)"
            " VALUES (?, ?, ?, ?, ?)",
            (state.host, state.not_before, state.failures, state.day, state.requests),
        )

    def latest(self, article_id: str) -> StoredVersion | None:
        """The latest version of an article that was written, or ``None``."""
        row = self._row(
            "SELECT id, version, first_seen, text_hash, record FROM article"
            " WHERE id = ?",
            article_id,
        )
        if row is None:
            return None
        return StoredVersion(row[0], row[1], row[2], row[3], _unpack(row[4]))

    def same_text(self, outlet: str, text_hash: str) -> str | None:
        """The id of the first article of this outlet with this very text."""
        row = self._row(
            "SELECT id FROM article WHERE text_hash = ? AND outlet = ?"
            " ORDER BY number LIMIT 1",
            text_hash,
            outlet,
        )
        return None if row is None else row[0]

    def put_article(self, article: Article) -> None:
        """Note a written line: the article and its version."""
        self._db.execute(
            "INSERT INTO article (id, outlet, version, first_seen, text_hash, record)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " outlet = excluded.outlet, version = excluded.version,"
            " text_hash = excluded.text_hash, record = excluded.record",
            (
                article.id,
                article.outlet,
                article.version,
                article.first_seen,
                article.text_hash,
                _pack(article),
            ),
        )
        self._db.execute(
            "INSERT OR REPLACE INTO version (article, version, seen, text_hash)"
            " VALUES (?, ?, ?, ?)",
            (article.id, article.version, article.version_seen, article.text_hash),
        )

    def hold(self, article: Article) -> None:
        """Keep an uncredited article until a credited copy of its story turns up."""
        self._db.execute(
            "INSERT INTO held (id, record) VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET record = excluded.record",
            (article.id, _pack(article)),
        )

    def released(self) -> Iterator[Article]:
        """Held articles for which a credited copy speaks. They stay until dropped."""
        rows = self._db.execute(
            "SELECT held.record, held.id FROM held JOIN copy ON copy.id = held.id"
            " JOIN story ON story.number = copy.story"
            " WHERE story.agency IS NOT NULL ORDER BY held.number"
        ).fetchall()
        return (_unpack(row[0]) for row in rows if self._is_spoken_for(row[1]))

    def _is_spoken_for(self, article_id: str) -> bool:
        stored = self._index.copy(article_id)
        state = self._index.story(stored.story) if stored else None
        if stored is None or state is None or state.agency is None:
            return False
        support = best_support(self._index, stored, state.agency)
        return support is not None and support.enough

    def held(self, article_id: str) -> Article | None:
        """An uncredited article that waits for a credited copy."""
        row = self._row("SELECT record FROM held WHERE id = ?", article_id)
        return None if row is None else _unpack(row[0])

    def drop_held(self, article_id: str) -> None:
        """Forget a held article."""
        self._db.execute("DELETE FROM held WHERE id = ?", (article_id,))

    def journal(self) -> Journal:
        """How outlets, agencies and sources have been."""
        return self._journal

    def learning(self) -> Learning:
        """What recurs on each outlet's pages."""
        return self._learning

    def copies(self) -> SqliteIndex:
        """The index of texts and stories over this store."""
        return self._index

    def articles(self) -> Iterator[Article]:
        """The latest version of every written article, oldest first."""
        last = 0
        while rows := self._db.execute(
            "SELECT number, record FROM article WHERE number > ?"
            " ORDER BY number LIMIT 64",
            (last,),
        ).fetchall():
            for last, record in rows:  # noqa: B007 - the last one opens the next slice
                yield _unpack(record)

    def commit(self) -> None:
        """Make everything since the last commit durable.

        Raises ``StateError`` when it cannot be: the disk is full or fails.
        """
        if self._read_only:
            return
        self._learning.flush()
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Close without committing; closing twice is harmless."""
        self._db.close()

    def _row(self, sql: str, *values: str) -> Any:
        return self._db.execute(sql, values).fetchone()


def _pack(article: Article) -> bytes:
    text = json.dumps(to_record(article), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "replace"), 6)


def _unpack(packed: bytes) -> Article:
    return article_from_record(json.loads(zlib.decompress(packed)))
