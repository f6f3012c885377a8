"""What the state remembers of outlets, agencies and sources from run to run."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that is wrong with an outlet or agency, and since when.

    ``subject`` is ``"outlet:ndtv"`` or ``"agency:ians"`` behind the scope of the spider
    that saw it; ``kind`` is one word, ``detail`` a clause for people.
    """

    subject: str
    kind: str
    since: str
    detail: str


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source has been: times are ISO 8601, ``pause`` is seconds."""

    name: str
    asked: str
    changed: str | None = None
    pause: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """An article that is to be looked at again at ``due``, for the ``turn``-th time."""

    article: str
    due: str
    turn: int
    outlet: str
    url: str
    key: str | None = None


class Journal:
    """The tables of tallies, alarms, sources and visits over the store's connection.

    Changes are durable with the store's next commit.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, subject: str, quarter: str, counts: Mapping[str, int]) -> None:
        """Add a run's counts to what the subject gave in this quarter of a day."""
        row = self._db.execute(
            "SELECT counts FROM tally WHERE subject = ? AND quarter = ?",
            (subject, quarter),
        ).fetchone()
        before: Counts = json.loads(row[0]) if row else {}
        total = Counter(before)
        total.update(counts)
        told = json.dumps({k: v for k, v in sorted(total.items()) if v})
        self._db.execute(
            "INSERT OR REPLACE INTO tally (subject, quarter, counts) VALUES (?, ?, ?)",
            (subject, quarter, told),
        )

    def tallies(self, subject: str, since: str) -> list[tuple[str, Counts]]:
        """What a subject gave, quarter by quarter, oldest first."""
        rows = self._db.execute(
            "SELECT quarter, counts FROM tally WHERE subject = ? AND quarter >= ?"
            " ORDER BY quarter",
            (subject, since),
        )
        return [(quarter, json.loads(counts)) for quarter, counts in rows.fetchall()]

    def subjects(self) -> list[str]:
        """Everything that was ever tallied and is not forgotten."""
        rows = self._db.execute("SELECT DISTINCT subject FROM tally ORDER BY subject")
        return [row[0] for row in rows.fetchall()]

    def last_articles(self) -> dict[str, str]:
        """When each outlet's latest article was first seen."""
        rows = self._db.execute(
            "SELECT outlet, MAX(first_seen) FROM article GROUP BY outlet"
        )
        return dict(rows.fetchall())

    def forget(self, before: str) -> None:
        """Drop tallies of quarters before this one."""
        self._db.execute("DELETE FROM tally WHERE quarter < ?", (before,))

    def alarms(self) -> list[Alarm]:
        """Everything that is wrong, the oldest first."""
        rows = self._db.execute(
            "SELECT subject, kind, since, detail FROM alarm ORDER BY since, subject"
        )
        return [Alarm(*row) for row in rows.fetchall()]

    def raise_alarm(self, alarm: Alarm) -> None:
        """Note that something is wrong, or what is to be said of it now."""
        self._db.execute(
            "INSERT OR REPLACE INTO alarm (subject, kind, since, detail)"
            " VALUES (?, ?, ?, ?)",
            (alarm.subject, alarm.kind, alarm.since, alarm.detail),
        )

    def clear_alarm(self, subject: str, kind: str) -> None:
        """Note that it is right again."""
        self._db.execute(
            "DELETE FROM alarm WHERE subject = ? AND kind = ?", (subject, kind)
        )

    def source(self, name: str) -> SourceState | None:
        """How a source has been; ``None`` when it was never asked."""
        row = self._db.execute(
            "SELECT name, asked, changed, pause FROM source WHERE name = ?", (name,)
        ).fetchone()
        return None if row is None else SourceState(*row)

    def put_source(self, state: SourceState) -> None:
        """Remember how a source has been."""
        self._db.execute(
            "INSERT OR REPLACE INTO source (name, asked, changed, pause)"
            " VALUES (?, ?, ?, ?)",
            (state.name, state.asked, state.changed, state.pause),
        )

    def visit(self, article: str) -> Visit | None:
        """When an article is to be looked at again."""
        row = self._db.execute(
            "SELECT article, due, turn, outlet, url, key FROM visit WHERE article = ?",
            (article,),
        ).fetchone()
        return None if row is None else Visit(*row)

    def due(self, outlet: str, now: str, most: int) -> Iterator[Visit]:
        """An outlet's articles that are to be looked at again by now."""
        rows = self._db.execute(
            "SELECT article, due, turn, outlet, url, key FROM visit"
            " WHERE outlet = ? AND due <= ? ORDER BY due LIMIT ?",
            (outlet, now, most),
        )
        return (Visit(*row) for row in rows.fetchall())

    def put_visit(self, visit: Visit) -> None:
        """Have an article looked at again."""
        self._db.execute(
            "INSERT OR REPLACE INTO visit (article, due, turn, outlet, url, key)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (visit.article, visit.due, visit.turn, visit.outlet, visit.url, visit.key),
        )

    def drop_visit(self, article: str) -> None:
        """Have an article looked at no more."""
        self._db.execute("DELETE FROM visit WHERE article = ?", (article,))
