"""The index of copies in the store's tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newscrawl.copies.index import Outline, StoredCopy, StoryState
from newscrawl.store.shelves import SqliteShelves

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from newscrawl.copies.index import Owners
    from newscrawl.store.connection import Connection

_COPY = (
    "number, id, story, outlet, at, headline, agency, version, digest, packed, dateline"
)
_ID = re.compile(r"s[0-9]{1,18}", re.ASCII)
_STORY = "number, agency, agency_at, first, first_outlet, first_at, lead"
_GIVEN = _COPY.removeprefix("number, ")
# All of them our own words.
_NUMBER_OF = "SELECT number FROM copy WHERE id = ?"
_TEXT = f"SELECT {_COPY} FROM copy WHERE number = ?"  # noqa: S608
_STORY_OF = f"SELECT {_STORY} FROM story WHERE number = ?"  # noqa: S608
_NEW_TEXT = f"INSERT INTO copy ({_COPY}) VALUES (?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608
_OTHER_TEXT = (
    f"UPDATE copy SET ({_GIVEN}) = (?2,?3,?4,?5,?6,?7,?8,?9,?10,?11) WHERE number = ?1"  # noqa: S608
)
# More texts do not wait: they take memory.
_WAITING = 1_000
_PUT_STORY = f"INSERT OR REPLACE INTO story ({_STORY}) VALUES (?,?,?,?,?,?,?)"  # noqa: S608


def is_story_id(name: str) -> bool:
    """Whether a name can be a story's.

    >>> is_story_id("s00000012"), is_story_id("s٢"), is_story_id("12")
    (True, False, False)
    """
    return _ID.fullmatch(name) is not None


class SqliteIndex:
    """A ``CopyIndex`` over the store's connection; the store commits.

    New texts and stories wait until something else is asked of the connection, a commit
    at the latest: written together they cost half as much.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._shelves = SqliteShelves(connection)
        self._given: int | None = None
        self._last: int | None = None
        self._texts: dict[int, StoredCopy] = {}
        self._numbers: dict[str, int] = {}
        self._stories: dict[int, StoryState] = {}
        # The article that was asked for last, where there was none.
        self._absent: str | None = None

    def copy(self, article_id: str) -> StoredCopy | None:
        """The text last given for this article."""
        if article_id in self._numbers:
            return self.number(self._numbers[article_id])
        # Most are new: what the columns are called is told for each statement.
        found = self._db.ask(_NUMBER_OF, (article_id,)).fetchone()
        if found is None:
            self._absent = article_id
            return None
        return self.number(found[0])

    def owners(self, keys: Sequence[int]) -> Owners:
        """The texts that brought these keys into their stories, key by key."""
        return self._shelves.owners(keys)

    def outlines(self, numbers: Sequence[int]) -> list[Outline]:
        """The outlines of texts the index gave, in the order asked."""
        found: dict[int, Outline] = {}
        for number in numbers:
            if number in self._texts:
                one = self._texts[number]
                found[number] = Outline(number, one.story, len(one.packed))
        kept = [number for number in numbers if number not in found]
        if kept:
            marks = ",".join("?" * len(kept))
            asked = (
                "SELECT number, story, length(packed) FROM copy"  # noqa: S608
                f" WHERE number IN ({marks})"
            )
            for number, story, length in self._db.ask(asked, kept):
                found[number] = Outline(number, _name(story), length)
        return [found[number] for number in numbers]

    def number(self, number: int) -> StoredCopy:
        """The text of this number, which the index gave."""
        if number in self._texts:
            return self._texts[number]._replace(number=number)
        found = _read(self._db.ask(_TEXT, (number,)))
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
        if number in self._stories:
            return self._stories[number]
        row = self._db.ask(_STORY_OF, (number,)).fetchone()
        if row is None:
            asked = "SELECT survivor FROM alias WHERE story = ?"
            now = self._db.ask(asked, (number,)).fetchone()
            return self.story(_name(now[0])) if now else None
        return StoryState(_name(row[0]), *row[1:])

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
        number = _number(state.id)
        if self._given is not None:
            self._given = max(self._given, number)
        self._wait()
        self._stories[number] = state

    def put_copy(self, copy: StoredCopy, keys: Sequence[int]) -> int:
        """Keep a text, replacing the article's earlier one, and add its keys."""
        known = None if copy.id == self._absent else self.copy(copy.id)
        self._absent = None
        if known is None:
            number = self._new_number()
            self._wait()
            self._texts[number] = copy
            self._numbers[copy.id] = number
        else:
            number = known.number
            self._db.execute(_OTHER_TEXT, _row(number, copy))
        self._shelves.add(number, keys)
        if len(self._texts) >= _WAITING:
            self._db.write()
        return number

    def _wait(self) -> None:
        if not self._texts and not self._stories:
            self._db.waiting.append(self._flush)

    def _new_number(self) -> int:
        if self._last is None:
            self._last = self._db.execute("SELECT max(number) FROM copy").fetchone()[0]
        self._last = (self._last or 0) + 1
        return self._last

    def _flush(self) -> None:
        """Write the texts and stories that wait."""
        texts = [_row(*one) for one in self._texts.items()]
        self._db.executemany(_NEW_TEXT, texts)
        stories = [_story_row(*one) for one in self._stories.items()]
        self._db.executemany(_PUT_STORY, stories)
        self._texts, self._numbers, self._stories = {}, {}, {}

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


def _read(found: sqlite3.Cursor) -> StoredCopy | None:
    row = found.fetchone()
    return None if row is None else _copy(row)


def _copy(
    row: tuple[int, str, int, str, str, str, str, int, int, bytes, str | None],
) -> StoredCopy:
    digest = row[8].to_bytes(8, "big", signed=True)
    return StoredCopy(row[0], row[1], _name(row[2]), *row[3:8], digest, *row[9:])


def _row(number: int, copy: StoredCopy) -> tuple[Any, ...]:
    return (
        number,
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


def _story_row(number: int, state: StoryState) -> tuple[Any, ...]:
    return (
        number,
        state.agency,
        state.agency_at,
        state.first,
        state.first_outlet,
        state.first_at,
        state.lead,
    )


def _signed(digest: bytes) -> int:
    return int.from_bytes(digest, "big", signed=True)


def _name(number: int) -> str:
    return f"s{number:08d}"


def _number(story: str) -> int:
    return int(story[1:])
