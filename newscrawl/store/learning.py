"""What the state remembers of outlets' own paragraphs, fed by the written lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text.outletnotes import Block, OutletNotes
from newscrawl.text.recurring import RECURRING, block_key, telling_keys

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping

    from newscrawl.items import Article
    from newscrawl.text.recurring import OutletMemory

_COLUMNS = "key, first, last, count, touching, shared, text, own"


class Learnt(NamedTuple):
    """A paragraph that recurs on an outlet: in ``stories`` of the last ``of``."""

    text: str
    stories: int
    of: int


class Learning:
    """The tables of blocks over the store's connection, one read per outlet and run.

    Changes are written together by ``flush``, with the store's next commit.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._notes: dict[str, OutletNotes] = {}
        self._memories: dict[str, OutletMemory] = {}
        # By outlet and key, when the block was seen; "" where it was only marked.
        self._changed: dict[str, dict[int, str]] = {}

    def memory(self, outlet: str) -> OutletMemory:
        """What is known to recur on an outlet by now."""
        memory = self._memories.get(outlet)
        if memory is None:
            memory = self._memories[outlet] = self._of(outlet).memory()
        return memory

    def learn(self, article: Article, own: Collection[int] = ()) -> None:
        """Note a written article, unless its outlet has told the story before.

        Versions and updates of one text, and its copies under several addresses, say
        the same again because they are the same. ``own`` are the places of paragraphs
        that other outlets of the story pass over.
        """
        outlet = article.outlet
        if not outlet or article.version > 1 or self._is_told(article):
            return
        paragraphs = [(one.kind, one.text) for one in article.paragraphs]
        learnt = [one.text for one in article.trimmed if one.reason == RECURRING]
        keys = telling_keys(paragraphs, learnt)
        proven = {block_key(*paragraphs[at]) for at in own if at < len(paragraphs)}
        changed = self._of(outlet).note(
            article.headline,
            paragraphs,
            learnt,
            self._share(outlet, keys),
            {key for key in proven if key is not None},
        )
        times = self._changed.setdefault(outlet, {})
        for key in changed:
            times[key] = max(article.first_seen, times.get(key, ""))
        self._memories.pop(outlet, None)

    def known(self, outlet: str) -> list[Learnt]:
        """What recurs on an outlet, the commonest first."""
        notes = self._of(outlet)
        found = [
            Learnt(one.text or "", one.count, notes.pages - one.first + 1)
            for one in notes.blocks.values()
            if one.recurs(notes.pages)
        ]
        return sorted(found, key=lambda one: (-one.stories, one.text))

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets anything is remembered of, and their stories counted so far."""
        rows = self._db.execute("SELECT outlet, pages FROM learnt ORDER BY outlet")
        told: dict[str, int] = dict(rows.fetchall())
        told |= {name: notes.pages for name, notes in self._notes.items()}
        return sorted((name, pages) for name, pages in told.items() if pages)

    def forget(self, outlet: str) -> None:
        """Forget everything of an outlet."""
        for table in ("block", "learnt"):
            sql = f"DELETE FROM {table} WHERE outlet = ?"  # noqa: S608 - our own words
            self._db.execute(sql, (outlet,))
        for kept in (self._notes, self._memories, self._changed):
            kept.pop(outlet, None)

    def flush(self) -> None:
        """Write what has changed into the open transaction."""
        for outlet, times in self._changed.items():
            notes = self._notes[outlet]
            gone = [(outlet, key) for key in times if key not in notes.blocks]
            self._db.executemany("DELETE FROM block WHERE outlet = ? AND key = ?", gone)
            self._db.executemany(
                f"INSERT INTO block (outlet, {_COLUMNS}, seen)"  # noqa: S608
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " first = excluded.first, last = excluded.last, count = excluded.count,"
                " touching = excluded.touching, shared = excluded.shared,"
                " text = excluded.text, own = excluded.own,"
                " seen = max(seen, excluded.seen)",
                self._rows(outlet, times),
            )
            self._db.execute(
                "INSERT OR REPLACE INTO learnt (outlet, pages) VALUES (?, ?)",
                (outlet, notes.pages),
            )
        self._changed.clear()

    def _rows(self, outlet: str, times: Mapping[int, str]) -> list[tuple[object, ...]]:
        blocks = self._notes[outlet].blocks
        return [
            (
                outlet, key, one.first, one.last, one.count, one.touching, one.shared,
                one.text, one.own, seen,
            )
            for key, seen in sorted(times.items())
            if (one := blocks.get(key)) is not None
        ]  # fmt: skip

    def _of(self, outlet: str) -> OutletNotes:
        notes = self._notes.get(outlet)
        if notes is None:
            asked = "SELECT pages FROM learnt WHERE outlet = ?"
            told = self._db.execute(asked, (outlet,)).fetchone()
            rows = self._db.execute(
                f"SELECT {_COLUMNS} FROM block WHERE outlet = ?",  # noqa: S608
                (outlet,),
            )
            blocks = {row[0]: _block(row[1:]) for row in rows.fetchall()}
            notes = self._notes[outlet] = OutletNotes(told[0] if told else 0, blocks)
        return notes

    def _is_told(self, article: Article) -> bool:
        """Whether another written article of the outlet belongs to the same story."""
        row = self._db.execute(
            "SELECT 1 FROM copy AS mine JOIN copy AS other ON other.story = mine.story"
            " JOIN article ON article.id = other.id"
            " WHERE mine.id = ? AND other.id != mine.id AND other.outlet = ? LIMIT 1",
            (article.id, article.outlet),
        ).fetchone()
        return row is not None

    def _share(self, outlet: str, keys: list[int]) -> set[int]:
        """Which of the keys other outlets have too; theirs are marked as shared.

        What two desks print is the agency's: a background it repeats is no one's own.
        """
        marks = ",".join("?" * len(keys))
        rows = self._db.execute(
            f"SELECT outlet, key FROM block WHERE key IN ({marks})",  # noqa: S608
            keys,
        )
        found = {(name, key) for name, key in rows.fetchall() if name != outlet}
        for name, notes in self._notes.items():
            if name != outlet:
                found.update((name, key) for key in keys if key in notes.blocks)
        for name, key in found:
            block = self._of(name).blocks.get(key)
            if block is not None and not block.shared:
                block.shared = True
                self._memories.pop(name, None)
                self._changed.setdefault(name, {}).setdefault(key, "")
        return {key for _, key in found}


def _block(row: tuple[int, int, int, int, int, str | None, int]) -> Block:
    first, last, count, touching, shared, text, own = row
    return Block(first, last, count, touching, bool(shared), text, own)
