"""Which of a source's entries are worth a request, and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newscrawl.outlets import Outlet
    from newscrawl.pages.listing import Entry

_NEVER = datetime.min.replace(tzinfo=UTC)
_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Scrapy keeps one queue per priority and host, so the steps are hours, not seconds.
_STEP = 3600
_OLDEST = 24 * 60
SOURCE_PRIORITY = 10_000
SECTION_PRIORITY = 9_000


@dataclass(frozen=True, slots=True)
class Choice:
    """What a run wants of an outlet's entries."""

    since: datetime
    until: datetime | None = None
    languages: frozenset[str] | None = None

    def refusal(self, entry: Entry) -> str | None:
        """Why an entry is left out, by what its source tells; ``None`` when it is not.

        An article changed after ``since`` counts as new however old it is.
        """
        times = [read_time(text) for text in (entry.published, entry.modified) if text]
        known = [time for time in times if time is not None]
        if known and max(known) < self.since:
            return "too_old"
        published = read_time(entry.published)
        if self.until and published and first_moment(entry.published) > self.until:
            return "too_new"
        if not self.speaks(entry.language):
            return "other_language"
        return None

    def speaks(self, language: str | None) -> bool:
        """Whether a text in this language is wanted; an unknown one is."""
        if not self.languages or not language:
            return True
        return language.lower().replace("_", "-").split("-")[0] in self.languages

    def is_stale(self, published: str | None, modified: str | None) -> bool:
        """Whether a page that was read turns out to be older than ``since``."""
        times = [time for time in (read_time(published), read_time(modified)) if time]
        return bool(times) and max(times) < self.since

    def is_early(self, published: str | None) -> bool:
        """Whether a page that was read turns out to be newer than ``until``."""
        if self.until is None or read_time(published) is None:
            return False
        return first_moment(published) > self.until


def wanted_url(outlet: Outlet, url: str, kind: str) -> str | None:
    """Why a URL is none of the outlet's articles; ``None`` when it may be one.

    A feed lists articles only; sitemaps and sections list whatever there is.
    """
    if not outlet.covers(url):
        return "offsite"
    if any(re.search(pattern, url) for pattern in outlet.skip_urls):
        return "skipped"
    patterns = outlet.article_urls if kind != "feed" else ()
    if patterns and not any(re.search(pattern, url) for pattern in patterns):
        return "skipped"
    return None


def newest_first(entries: list[Entry]) -> list[Entry]:
    """The entries by time, newest first; undated ones keep their place at the end."""
    return sorted(entries, key=lambda entry: _newest(entry) or _NEVER, reverse=True)


def priority(entry: Entry, place: int, now: datetime) -> int:
    """Scrapy's priority of an article request: the newer, the higher.

    An undated entry counts as an hour older for each place from the top.
    """
    time = _newest(entry)
    hours = int((now - time).total_seconds() // _STEP) if time else place
    return -max(0, min(hours, _OLDEST))


def read_time(text: str | None) -> datetime | None:
    """The last moment that an ISO time can mean; ``None`` when it is none.

    >>> read_time("2026-03-02").isoformat()
    '2026-03-02T23:59:59+00:00'
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if _WHOLE_DAY.fullmatch(text):
        moment += timedelta(days=1, seconds=-1)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def first_moment(text: str | None) -> datetime:
    """The first moment that an ISO time can mean."""
    moment = datetime.fromisoformat(text or "")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _newest(entry: Entry) -> datetime | None:
    times = [read_time(entry.published), read_time(entry.modified)]
    return max((time for time in times if time), default=None)
