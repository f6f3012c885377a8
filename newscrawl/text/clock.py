"""The time a run takes for now."""

from __future__ import annotations

from datetime import UTC, datetime

from newscrawl.errors import ConfigError


def run_clock(fixed: str | None) -> datetime:
    """The present, or the time that the setting ``NEWSCRAWL_NOW`` stops the clock at.

    >>> run_clock("2026-03-02T10:00:00+05:30").isoformat()
    '2026-03-02T04:30:00+00:00'
    """
    if not fixed:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(fixed)
    except ValueError as error:
        raise ConfigError(
            f"setting NEWSCRAWL_NOW: {fixed!r} is no time; give ISO 8601, "
            "as in 2026-11-23T05:12:00+00:00"
        ) from error
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
