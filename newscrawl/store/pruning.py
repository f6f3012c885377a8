"""Taking old texts out of a state; that they were written, and the stories, stay."""

from __future__ import annotations

import json
import zlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newscrawl.copies.keytable import number_of
from newscrawl.copies.tokens import pack
from newscrawl.store.connection import connect
from newscrawl.store.migrations import prepare
from newscrawl.store.shelves import as_array, as_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newscrawl.store.connection import Connection

_NO_TEXT = pack([])
# What a record keeps: by which a later version is seen to differ (``identify``), and
# what a list of copies shows.
_LARGE = ("body", "paragraphs", "trimmed", "sketch", "provenance")
_SLICE = 256


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was taken out, and the file's size before and after, in bytes."""

    texts: int
    held: int
    rejections: int
    before: int
    after: int


def prune(path: Path, cutoff: str) -> Pruned:
    """Forget the texts of stories that got no copy since ``cutoff``, a time in UTC.

    Held articles and rejected pages of before it go altogether, and what has not stood
    on an outlet's pages since. The caller holds the
    state's lock. All happens in one transaction; then the file is made smaller.
    """
    before = path.stat().st_size
    connection = connect(path, read_only=False)
    try:
        prepare(connection, path, read_only=False)
        connection.execute("BEGIN IMMEDIATE")
        texts = _drop_texts(connection, cutoff)
        held = _drop_held(connection, cutoff)
        rejections = connection.execute(
            "DELETE FROM page WHERE scope != '' AND at < ?", (cutoff,)
        ).rowcount
        _forget_blocks(connection, cutoff)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    return Pruned(texts, held, rejections, before, path.stat().st_size)


def _drop_texts(connection: Connection, cutoff: str) -> int:
    """Empty the texts of stories that have been at rest, and take out their keys."""
    # Numbers rise with insertion: copies that were never written have no other time.
    row = connection.execute(
        "SELECT MAX(copy.number) FROM copy JOIN article ON article.id = copy.id"
        " WHERE article.first_seen < ?",
        (cutoff,),
    ).fetchone()
    rows = connection.execute(
        "SELECT number, id FROM copy WHERE length(packed) > ? AND story NOT IN ("
        " SELECT story FROM copy LEFT JOIN version ON version.article = copy.id"
        " WHERE copy.number > ? OR version.seen >= ?)",
        (len(_NO_TEXT), row[0] or 0, cutoff),
    ).fetchall()
    numbers = {row[0] for row in rows}
    connection.executemany(
        "UPDATE copy SET packed = ? WHERE number = ?", [(_NO_TEXT, n) for n in numbers]
    )
    _drop_keys(connection, numbers)
    _slim_records(connection, [row[1] for row in rows])
    return len(numbers)


def _drop_keys(connection: Connection, numbers: set[int]) -> None:
    if not numbers:
        return
    for (shelf,) in connection.execute("SELECT number FROM shelf").fetchall():
        asked = "SELECT postings FROM shelf WHERE number = ?"
        postings = as_array(connection.execute(asked, (shelf,)).fetchone()[0])
        kept = array("Q", (one for one in postings if number_of(one) not in numbers))
        connection.execute(
            "UPDATE shelf SET postings = ? WHERE number = ?", (as_bytes(kept), shelf)
        )
    connection.executemany(
        "DELETE FROM fresh WHERE copy = ?", [(number,) for number in numbers]
    )


def _slim_records(connection: Connection, articles: Iterable[str]) -> None:
    for article in articles:
        row = connection.execute(
            "SELECT record FROM article WHERE id = ?", (article,)
        ).fetchone()
        if row is None:
            continue
        record = _unpacked(row[0])
        slim = {name: value for name, value in record.items() if name not in _LARGE}
        text = json.dumps(slim, ensure_ascii=False, separators=(",", ":"))
        connection.execute(
            "UPDATE article SET record = ? WHERE id = ?",
            (zlib.compress(text.encode("utf-8", "replace"), 6), article),
        )


def _drop_held(connection: Connection, cutoff: str) -> int:
    gone: list[tuple[int]] = []
    last = 0
    while rows := connection.execute(
        "SELECT number, record FROM held WHERE number > ? ORDER BY number LIMIT ?",
        (last, _SLICE),
    ).fetchall():
        for last, record in rows:
            if str(_unpacked(record).get("first_seen") or "") < cutoff:
                gone.append((last,))
    connection.executemany("DELETE FROM held WHERE number = ?", gone)
    return len(gone)


def _forget_blocks(connection: Connection, cutoff: str) -> None:
    connection.execute("DELETE FROM block WHERE seen < ?", (cutoff,))
    connection.execute(
        "DELETE FROM learnt WHERE outlet NOT IN (SELECT outlet FROM block)"
    )


def _unpacked(record: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(zlib.decompress(record))
    return value
