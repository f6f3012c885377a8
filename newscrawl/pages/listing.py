"""What a feed, a sitemap or a section page tells of articles, in one shape."""

from __future__ import annotations

from dataclasses import dataclass, field

from newscrawl.text.dates import read_moment


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as its source announces it; times are ISO 8601."""

    url: str
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A sitemap named by a sitemap index."""

    url: str
    modified: str | None = None


@dataclass(slots=True)
class Listing:
    """Everything one source told.

    ``note`` says what was wrong with it, for the counters ("empty", "html instead of a
    feed" …); ``None`` means nothing was.
    """

    entries: list[Entry] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)
    next_page: str | None = None
    note: str | None = None


def told_moment(said: str | None, zone: str | None) -> str | None:
    """A source's time as ISO 8601; one that names no zone is in the outlet's.

    >>> told_moment("2026-03-02 17:30:00", "Asia/Kolkata")
    '2026-03-02T17:30:00+05:30'
    """
    moment = read_moment(said, zone=zone) if said else None
    return moment.iso if moment else None
