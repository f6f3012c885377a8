"""What a state knows that no line tells: rejections, validators, unwritten texts."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from newscrawl.copies.changes import merge_stories, settle
from newscrawl.copies.index import StoredCopy
from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.copies.tokens import unpack_text
from newscrawl.store.records import article_from_record
from newscrawl.store.replay import join_again

if TYPE_CHECKING:
    import sqlite3

    from newscrawl.store.sqlite import SqliteStore

_TABLES = ("validator", "host", "tally", "alarm", "source", "visit")
_COPY = "id, story, outlet, at, headline, agency, version, packed, dateline, digest"
_PAGE = "key, scope, outcome, at, article, modified, attempts"


def carry_over(
    old: sqlite3.Connection, new: sqlite3.Connection, store: SqliteStore
) -> int:
    """Copy it from one open state to another, over which ``store`` stands.

    Returns how many articles the old one knew that the new one does not.
    """
    for table in _TABLES:
        _copy(old, new, table)
    known = {row[0] for row in new.execute("SELECT id FROM article")}
    pages = [
        row
        for row in old.execute(f"SELECT {_PAGE} FROM page")  # noqa: S608 - our own words
        if row[1] or row[4] in known
    ]
    new.executemany(
        f"INSERT OR REPLACE INTO page ({_PAGE}) VALUES (?,?,?,?,?,?,?)",  # noqa: S608
        pages,
    )
    _carry_held(old, store)
    _carry_copies(old, new, store)
    _carry_merges(old, store)
    _carry_counter(old, new)
    _carry_learnt(old, new)
    return sum(row[0] not in known for row in old.execute("SELECT id FROM article"))


def _copy(
    old: sqlite3.Connection, new: sqlite3.Connection, table: str, outlet: str = ""
) -> None:
    """Copy a table's rows, or those of one outlet."""
    sql = f"SELECT * FROM {table}"  # noqa: S608 - our own words
    rows = (
        old.execute(f"{sql} WHERE outlet = ?", (outlet,))
        if outlet
        else old.execute(sql)
    )
    names = ", ".join(column[0] for column in rows.description)
    marks = ",".join("?" * len(rows.description))
    sql = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    new.executemany(sql, rows.fetchall())


def _carry_held(old: sqlite3.Connection, store: SqliteStore) -> None:
    for (record,) in old.execute("SELECT record FROM held ORDER BY number").fetchall():
        article = article_from_record(json.loads(zlib.decompress(record)))
        if store.latest(article.id) is None:
            join_again(store, article)
            store.hold(article)


def _carry_copies(
    old: sqlite3.Connection, new: sqlite3.Connection, store: SqliteStore
) -> None:
    """Keep the texts of which there is no line, in their stories.

    Another agency's, press releases, what was added without a crawl: a story's first
    copy may be among them, and a later one is to find it.
    """
    index = store.copies()
    known = {row[0] for row in new.execute("SELECT id FROM copy")}
    # Written once: that their lines are gone is somebody's will.
    known |= {row[0] for row in old.execute("SELECT id FROM article")}
    for row in old.execute(f"SELECT {_COPY} FROM copy ORDER BY number"):  # noqa: S608
        if row[0] in known:
            continue
        try:
            paragraphs = unpack_text(row[7])
        except (zlib.error, ValueError, IndexError):
            continue  # damaged; it alone is lost
        copy = CopyText(
            id=row[0],
            outlet=row[2],
            at=row[3],
            headline=row[4],
            paragraphs=paragraphs,
            agency=row[5],
            version=row[6],
            dateline=row[8],
        )
        name = f"s{row[1]:08d}"
        if any(paragraphs):
            join(index, copy, into=name)
            continue
        # Pruned: that it is in the story is all there is.
        state = index.story(name)
        kept = StoredCopy(
            0, copy.id, name, copy.outlet, copy.at, copy.headline, copy.agency,
            copy.version, row[9].to_bytes(8, "big", signed=True), row[7], copy.dateline,
        )  # fmt: skip
        kept = kept if state is None else kept._replace(story=state.id)
        settle(index, kept.story, state, copy, index.put_copy(kept, ()))


def _carry_merges(old: sqlite3.Connection, store: SqliteStore) -> None:
    """Merge what the old state had merged, where the lines told of it as two."""
    index = store.copies()
    for pair in old.execute("SELECT story, survivor FROM alias").fetchall():
        one, two = (index.story(f"s{number:08d}") for number in pair)
        if one is not None and two is not None and one.id != two.id:
            merge_stories(index, one.id, two.id)


def _carry_learnt(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Keep what the old state knew of outlets that the lines tell less of."""
    asked = "SELECT outlet, pages FROM learnt"
    again = dict(new.execute(asked).fetchall())
    for outlet, pages in old.execute(asked).fetchall():
        if pages <= again.get(outlet, 0):
            continue
        new.execute("DELETE FROM block WHERE outlet = ?", (outlet,))
        for table in ("learnt", "block"):
            _copy(old, new, table, outlet)


def _carry_counter(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Give no story an id that one of the old state had."""
    asked = "SELECT seq FROM sqlite_sequence WHERE name = 'story'"
    before, after = old.execute(asked).fetchone(), new.execute(asked).fetchone()
    if before is None:
        return
    if after is None:
        new.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES ('story', ?)", before
        )
    elif after[0] < before[0]:
        new.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'story'", before)
