"""Whether a state is whole, agrees with the lines, and with itself."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newscrawl.copies.index import COMMON
from newscrawl.copies.shingles import key_of
from newscrawl.copies.tokens import unpack_text, word_form
from newscrawl.store.connection import connect
from newscrawl.store.index import SqliteIndex
from newscrawl.store.linefile import PART
from newscrawl.store.migrations import prepare
from newscrawl.store.replay import ARTICLES
from newscrawl.store.runs import article_files
from newscrawl.text.recurring import MOST_BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.store.connection import Connection

REINDEX = "scrapy reindex"
_FEW = 3
_THEIRS = ("id", "version", "outlet", "text_hash")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth saying; ``mend`` is the command that mends it.

    What is no fault (``fault`` is false) needs no mending.
    """

    said: str
    mend: str | None = REINDEX
    fault: bool = True


def check(path: Path, output: Path) -> Iterator[Finding]:
    """What is wrong with a state, and with the lines that it is the index of.

    The caller holds the state's lock. Raises ``StateError`` where the file cannot be
    opened as a state of this version.
    """
    connection = connect(path, read_only=True)
    try:
        prepare(connection, path, read_only=True)
        rows = connection.execute("PRAGMA integrity_check(3)").fetchall()
        damage = [row[0] for row in rows if row[0] != "ok"]
        if damage:
            told = " ".join("; ".join(damage).split())
            yield Finding(f"the file is damaged: {told[:300]}")
            return
        missing = _missing(connection)
        if missing:
            yield Finding(f"not there: {', '.join(missing)}")
            return
        yield from _lines(connection, path, output)
        yield from _records_kept(connection)
        yield from _stories(connection)
        yield from _texts(connection)
        yield from _learnt(connection)
    finally:
        connection.close()


def _missing(connection: Connection) -> list[str]:
    """The tables and indexes that a state of this version has, and this one lacks."""
    asked = "SELECT type || ' ' || name FROM sqlite_master"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        prepare(new, Path(":memory:"), read_only=False)
        wanted = {row[0] for row in new.execute(asked)}
    return sorted(wanted - {row[0] for row in connection.execute(asked)})


def _lines(connection: Connection, path: Path, output: Path) -> Iterator[Finding]:
    """The ledger against the files: each line known, each known article with a line."""
    seen: set[tuple[str, int]] = set()
    unknown: list[str] = []
    unreadable: list[str] = []
    twice: list[str] = []
    strangers: set[Path] = set()
    for file, ours in article_files(output, path):
        if not ours:
            strangers.add(file.parent)
            continue
        unfinished = file.name.endswith(PART)
        if unfinished:
            yield Finding(f"{file} is unfinished: the next run ends it", None, False)
        for place, record in _records(file):
            if record is None:
                unreadable.append(place)
                continue
            mark = (record["id"], record["version"])
            if mark in seen:
                twice.append(place)
            seen.add(mark)
            if not unfinished and not _knows(connection, *mark):
                unknown.append(place)
    yield from _told(unknown, "lines that the state does not know")
    yield from _told(
        twice, "lines that were written before", "delete all but the first"
    )
    yield from _told(unreadable, "lines that are no record", "delete them")
    articles = {mark[0] for mark in seen}
    yield from _without_line(connection, articles, output, strangers)


def _records(file: Path) -> Iterator[tuple[str, dict[str, Any] | None]]:
    with file.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                whole = isinstance(record["id"], str)
                whole = whole and isinstance(record["version"], int)
            except (ValueError, TypeError, KeyError, RecursionError):
                whole = False
            if whole or line.endswith("\n"):
                yield f"{file}:{number}", record if whole else None


def _knows(connection: Connection, article: str, version: int) -> bool:
    row = connection.execute(
        "SELECT version FROM article WHERE id = ?", (article,)
    ).fetchone()
    return row is not None and row[0] >= version


def _without_line(
    connection: Connection, seen: set[str], output: Path, strangers: set[Path]
) -> Iterator[Finding]:
    lost: list[str] = []
    moved = others = 0
    for article, record in connection.execute("SELECT id, record FROM article"):
        if article in seen:
            continue
        spider, run = _run_of(_unpacked(record))
        directory = output / spider / run
        if directory in strangers:
            others += 1
        elif spider and (directory / ARTICLES).exists():
            lost.append(article)
        else:
            moved += 1
    yield from _told(lost, "articles whose line is gone from its run's file")
    if moved:
        yield Finding(
            f"{moved} articles whose run is not under {output} any more; the state"
            " still knows them, a reindex would not",
            None,
            fault=False,
        )
    if others:
        yield Finding(
            f"{others} articles whose run names another state file in its run.json;"
            " only a reindex --all would know them",
            None,
            fault=False,
        )


def _records_kept(connection: Connection) -> Iterator[Finding]:
    """What is kept of written and held articles is theirs, and can be read."""
    wrong: list[str] = []
    rows = connection.execute(
        "SELECT record, seen, article.id, article.version, outlet, article.text_hash"
        " FROM article LEFT JOIN version ON version.article = article.id"
        " AND version.version = article.version"
    )
    for packed, seen, *theirs in rows:
        kept = _unpacked(packed)
        if seen is None or [kept.get(name) for name in _THEIRS] != theirs:
            wrong.append(theirs[0])
    yield from _told(wrong, "articles whose record is not theirs")
    rows = connection.execute("SELECT id, record FROM held")
    wrong = [row[0] for row in rows if _unpacked(row[1]).get("id") != row[0]]
    yield from _told(wrong, "held articles that cannot be read")
    rows = connection.execute(
        "SELECT key FROM page WHERE outcome = 'written'"
        " AND article NOT IN (SELECT id FROM article)"
    )
    wrong = [row[0] for row in rows]
    yield from _told(wrong, "pages said to be written that are not")


def _run_of(record: dict[str, Any]) -> tuple[str, str]:
    """The spider and directory in a run's id; the directory may end in ``-2``."""
    spider, _, run = str(record.get("run") or "").rpartition("-")
    if run.isdecimal():
        spider, _, stamp = spider.rpartition("-")
        return spider, f"{stamp}-{run}"
    return spider, run


def _stories(connection: Connection) -> Iterator[Finding]:
    """The stories against their copies, and written articles against the index."""
    rows = connection.execute(
        "SELECT copy.id FROM copy LEFT JOIN story ON story.number = copy.story"
        " WHERE story.number IS NULL"
    ).fetchall()
    yield from _told([row[0] for row in rows], "copies of stories that are not there")
    rows = connection.execute(
        "SELECT story FROM alias WHERE survivor NOT IN (SELECT number FROM story)"
        " OR story IN (SELECT number FROM story)"
    ).fetchall()
    yield from _told([f"s{row[0]:08d}" for row in rows], "merged stories astray")
    rows = connection.execute(
        "SELECT story.number FROM story LEFT JOIN copy AS lead ON lead.number = lead"
        " LEFT JOIN copy AS early ON early.id = first WHERE lead.story IS NOT"
        " story.number OR early.story IS NOT story.number"
    ).fetchall()
    yield from _told([f"s{row[0]:08d}" for row in rows], "stories without their copies")
    most, given = connection.execute(
        "SELECT (SELECT max(number) FROM (SELECT max(number) AS number FROM story UNION"
        " SELECT max(story) FROM alias)),"
        " (SELECT seq FROM sqlite_sequence WHERE name = 'story')"
    ).fetchone()
    if (most or 0) > (given or 0):
        yield Finding(
            f"the ids of stories from s{(given or 0) + 1:08d} on count as new"
        )
    rows = connection.execute(
        "SELECT id, record FROM article WHERE id NOT IN (SELECT id FROM copy)"
    ).fetchall()
    lost = [row[0] for row in rows if _unpacked(row[1]).get("story")]
    yield from _told(lost, "written articles that no story has")


def _texts(connection: Connection) -> Iterator[Finding]:
    """Each text unpacks, and its own words lead to its story."""
    unreadable: list[str] = []
    unfound: list[str] = []
    index = SqliteIndex(connection)
    stories = dict(connection.execute("SELECT number, story FROM copy").fetchall())
    for number, name, packed in connection.execute(
        "SELECT number, id, packed FROM copy"
    ):
        try:
            form = word_form(unpack_text(packed))
        except (zlib.error, ValueError, IndexError):
            unreadable.append(name)
            continue
        if not form:
            continue  # pruned
        owners = set(index.owners([key := key_of(form)]).get(key, ()))
        mine = (stories.get(owner) == stories[number] for owner in owners)
        if len(owners) < COMMON and not any(mine):
            unfound.append(name)
    yield from _told(unreadable, "texts that cannot be read")
    yield from _told(unfound, "texts that the index does not find")


def _learnt(connection: Connection) -> Iterator[Finding]:
    """What recurs on outlets was counted among their pages, and is bounded."""
    rows = connection.execute(
        "SELECT DISTINCT block.outlet FROM block LEFT JOIN learnt USING (outlet)"
        " WHERE pages IS NULL OR first > last OR last > pages"
        " OR count NOT BETWEEN 1 AND pages OR own NOT BETWEEN 0 AND count UNION"
        " SELECT outlet FROM block GROUP BY outlet HAVING COUNT(*) > ?",
        (MOST_BLOCKS,),
    ).fetchall()
    yield from _told([row[0] for row in rows], "outlets learnt wrongly")


def _unpacked(record: bytes) -> dict[str, Any]:
    try:
        value = json.loads(zlib.decompress(record))
    except (zlib.error, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _told(places: list[str], what: str, mend: str = REINDEX) -> Iterator[Finding]:
    if places:
        more = ", …" if len(places) > _FEW else ""
        yield Finding(f"{len(places)} {what}: {', '.join(places[:_FEW])}{more}", mend)
