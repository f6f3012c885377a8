"""The index of copies in the store's tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.copies.index import Outline, StoredCopy, StoryState
from newscrawl.store.shelves import SqliteShelves

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from newscrawl.copies.index import Owners

_COPY = (
    "number, id, story, outlet, at, headline, agency, version, digest, packed, dateline"
)
_ID = re.compile(r"s[0-9]{1,18}", re.ASCII)
_STORY = "number, agency, agency_at, first, first_outlet, first_at, lead"
_GIVEN = _COPY.removeprefix("number, ")
# Two statements, as one that does both costs twice what most articles need: the first.
_NEW_COPY = f"""
    INSERT INTO copy ({_GIVEN}) VALUES (?,?,?,?,?,?,?,?,?,?)
    ON CONFLICT (id) DO NOTHING
"""  # noqa: S608 - our own words
_NEW_TEXT = f"""
    UPDATE copy SET ({_GIVEN}) = (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) WHERE id = ?1
    RETURNING number
"""  # noqa: S608 - our own words


def is_story_id(name: str) -> bool:
    """Whether a name can be a story's.

    >>> is_story_id("s00000012"), is_story_id("s٢"), is_story_id("12")
    (True, False, False)
    """
    return _ID.fullmatch(name) is not None


class SqliteIndex:
    """A ``CopyIndex`` over the store's connection; the store commits."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._shelves = SqliteShelves(connection)
        self._given: int | None = None

    def copy(self, article_id: str) -> StoredCopy | None:
        """The text last given for this article."""
        return self._one("id = ?", article_id)

    def owners(self, keys: Sequence[int]) -> Owners:
        """The texts that brought these keys into their stories, key by key."""
        return self._shelves.owners(keys)

    def outlines(self, numbers: Sequence[int]) -> list[Outline]:
        """The outlines of texts the index gave, in the order asked."""
        marks = ",".join("?" * len(numbers))
        sql = (
            f"SELECT number, story, length(packed) FROM copy WHERE number IN ({marks})"  # noqa: S608
        )
        found = {row[0]: row for row in self._db.execute(sql, numbers)}
        rows = (found[number] for number in numbers)
        return [Outline(row[0], _name(row[1]), row[2]) for row in rows]

    def number(self, number: int) -> StoredCopy:
        """The text of this number, which the index gave."""
        found = self._one("number = ?", number)
        if found is None:
            raise KeyError(number)
        return found

    def members(self, story: str, limit: int) -> list[StoredCopy]:
        """The first ``limit`` texts of a story, in their order of insertion."""
        sql = f"SELECT {_COPY} FROM copy WHERE story = ? ORDER BY number LIMIT ?"  # noqa: S608
        return [_copy(row) for row in self._db.execute(sql, (_number(story), limit))]

    def numbers(self, story: str) -> set[int]:
        """The numbers of a story's texts."""
        sql = "SELECT number FROM copy WHERE story = ?"
        return {row[0] for row in self._db.execute(sql, (_number(story),))}

    def story(self, story: str) -> StoryState | None:
        """A story by its id, or by one that it had before it was merged."""
        number = _number(story)
        sql = f"SELECT {_STORY} FROM story WHERE number = ?"  # noqa: S608
        row = self._db.execute(sql, (number,)).fetchone()
        if row is None:
            asked = "SELECT survivor FROM alias WHERE story = ?"
            now = self._db.execute(asked, (number,)).fetchone()
            row = self._db.execute(sql, now).fetchone() if now else None
        return None if row is None else StoryState(_name(row[0]), *row[1:])

    def stories(self) -> Iterator[StoryState]:
        """All stories, oldest first."""
        sql = f"SELECT {_STORY} FROM story ORDER BY number"  # noqa: S608
        for row in self._db.execute(sql):
            yield StoryState(_name(row[0]), *row[1:])

    def new_story_id(self) -> str:
        """An id that no story had or will have again."""
        if self._given is None:
            # SQLite's own account of the numbers, which deleting does not lower.
            row = self._db.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = 'story'"
            ).fetchone()
            self._given = row[0] if row else 0
        self._given += 1
        return _name(self._given)

    def put_story(self, state: StoryState) -> None:
        """Keep a story, replacing what was kept."""
        if self._given is not None:
            self._given = max(self._given, _number(state.id))
        self._db.execute(
            f"INSERT OR REPLACE INTO story ({_STORY}) VALUES (?,?,?,?,?,?,?)",  # noqa: S608
            (
                _number(state.id),
                state.agency,
                state.agency_at,
                state.first,
                state.first_outlet,
                state.first_at,
                state.lead,
            ),
        )

    def put_copy(self, copy: StoredCopy, keys: Sequence[int]) -> int:
        """Keep a text, replacing the article's earlier one, and add its keys."""
        row = (
            copy.id,
            _number(copy.story),
            copy.outlet,
            copy.at,
            copy.headline,
            copy.agency,
            copy.version,
            _signed(copy.digest),
            copy.packed,
            copy.dateline,
        )
        done = self._db.execute(_NEW_COPY, row)
        number = done.lastrowid or 0
        if not done.rowcount:
            number = self._db.execute(_NEW_TEXT, row).fetchone()[0]
        self._shelves.add(number, keys)
        return number

    def merge(self, story: str, into: str) -> None:
        """Move all texts of one story into another, and let its id name that one."""
        goes, stays = _number(story), _number(into)
        for sql in (
            "UPDATE copy SET story = ?2 WHERE story = ?1",
            "UPDATE alias SET survivor = ?2 WHERE survivor = ?1",
            "INSERT OR REPLACE INTO alias (story, survivor) VALUES (?1, ?2)",
        ):
            self._db.execute(sql, (goes, stays))
        self._db.execute("DELETE FROM story WHERE number = ?", (goes,))

    def set_agency(self, story: str, agency: str) -> None:
        """Say whose story it is, whatever was known.

        It counts as said by the earliest copy, so that later credits do not change it.
        """
        self._db.execute(
            "UPDATE story SET agency = ?, agency_at = first_at WHERE number = ?",
            (agency, _number(story)),
        )

    def _one(self, where: str, value: str | int) -> StoredCopy | None:
        sql = f"SELECT {_COPY} FROM copy WHERE {where}"  # noqa: S608 - our own words
        row = self._db.execute(sql, (value,)).fetchone()
        return None if row is None else _copy(row)


def _copy(
    row: tuple[int, str, int, str, str, str, str, int, int, bytes, str | None],
) -> StoredCopy:
    digest = row[8].to_bytes(8, "big", signed=True)
    return StoredCopy(row[0], row[1], _name(row[2]), *row[3:8], digest, *row[9:])


def _signed(digest: bytes) -> int:
    return int.from_bytes(digest, "big", signed=True)


def _name(number: int) -> str:
    return f"s{number:08d}"


def _number(story: str) -> int:
    return int(story[1:])
