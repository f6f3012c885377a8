"""What the stored stories are, newest first, for people who look while a crawl runs."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newscrawl.store.connection import connect
from newscrawl.store.migrations import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAMES = {
    "agency": "SELECT DISTINCT agency FROM story WHERE agency IS NOT NULL ORDER BY 1",
    "outlet": "SELECT DISTINCT outlet FROM copy ORDER BY 1",
}
_LIST = """
    SELECT s.number, s.agency, s.first_outlet, s.first_at, count(*),
        count(DISTINCT c.outlet), coalesce(f.headline, min(c.headline))
    FROM story s JOIN copy c ON c.story = s.number LEFT JOIN copy f ON f.id = s.first
    WHERE (?1 IS NULL OR s.agency = ?1)
        AND (?2 IS NULL OR EXISTS (
            SELECT 1 FROM copy o WHERE o.story = s.number AND o.outlet = ?2))
        AND (?5 IS NULL OR julianday(s.first_at) >= julianday(?5))
        AND (?6 IS NULL OR julianday(s.first_at) < julianday(?6))
    GROUP BY s.number HAVING count(*) >= ?3
    ORDER BY julianday(s.first_at) DESC, s.number DESC LIMIT ?4
"""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story of the list: whose, where and when first, and how often it stands."""

    id: str
    agency: str | None
    first_outlet: str
    first_at: str | None
    copies: int
    outlets: int
    headline: str


def list_stories(
    path: Path,
    *,
    agency: str | None = None,
    outlet: str | None = None,
    copies: int = 1,
    limit: int = -1,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[StoryLine]:
    """The stories of a state file, the latest begun first; the file is only read.

    ``copies`` counts the texts the state keeps; -1 as ``limit`` means all stories.
    ``since`` and ``until`` are ISO 8601 times, of which the second is not included.
    Raises ``StateError`` for a file that is absent or no state of ours.
    """
    given = (agency, outlet, copies, limit, since, until)
    with closing(connect(path, read_only=True)) as connection:
        prepare(connection, path, read_only=True)
        for row in connection.execute(_LIST, given):
            yield StoryLine(f"s{row[0]:08d}", *row[1:])


def names_of(path: Path, what: Literal["agency", "outlet"]) -> list[str]:
    """The agencies of a state's stories, or the outlets of their copies, by name."""
    with closing(connect(path, read_only=True)) as connection:
        prepare(connection, path, read_only=True)
        return [row[0] for row in connection.execute(_NAMES[what])]
