"""The settings that can be told to be wrong before a run, and what they may be."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from newscrawl.errors import ConfigError
from newscrawl.text.spans import read_ages, read_hours

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

LEAST: Mapping[str, int] = {
    "NEWSCRAWL_COMMIT_EVERY": 1,
    "NEWSCRAWL_MIN_WORDS": 0,
    "NEWSCRAWL_DAILY_REQUESTS": 0,
    "NEWSCRAWL_RETRY_AFTER_MAX": 0,
    "NEWSCRAWL_BACKOFF": 0,
    "NEWSCRAWL_CRAWL_DELAY_MAX": 0,
    "NEWSCRAWL_POLL_MAX": 0,
    "NEWSCRAWL_POLL_SHARE": 0,
    "NEWSCRAWL_REVISITS_MAX": 0,
    "NEWSCRAWL_UNREACHABLE_AFTER": 1,
    "NEWSCRAWL_NEWSROOM_STORIES": 1,
    "NEWSCRAWL_NEWSROOM_OUTLETS": 1,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 0,
    "DNS_TIMEOUT": 0,
    "RETRY_TIMES": 0,
    "CONCURRENT_REQUESTS": 1,
    "CONCURRENT_ITEMS": 1,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_MAXSIZE": 0,
    "REDIRECT_MAX_TIMES": 0,
    "DEPTH_LIMIT": 0,
}
FLAGS = ("NEWSCRAWL_LEARN", "NEWSCRAWL_PROGRESS", "NEWSCRAWL_QUIET")
_WORDS = frozenset({"True", "true", "False", "false"})
# Spans of time and shares may be broken; the rest counts things.
_SPANS = frozenset(
    {
        "NEWSCRAWL_RETRY_AFTER_MAX",
        "NEWSCRAWL_BACKOFF",
        "NEWSCRAWL_CRAWL_DELAY_MAX",
        "NEWSCRAWL_POLL_MAX",
        "NEWSCRAWL_POLL_SHARE",
        "DOWNLOAD_DELAY",
        "DOWNLOAD_TIMEOUT",
        "DNS_TIMEOUT",
    }
)


def check_settings(settings: Mapping[str, Any]) -> None:
    """Raise ``ConfigError`` for the first setting with a value it cannot have."""
    check_numbers(settings)
    check_spans(settings)
    check_flags(settings)
    try:
        shlex.split(settings.get("NEWSCRAWL_ALERT_COMMAND") or "")
    except (ValueError, AttributeError) as error:
        told = f"setting NEWSCRAWL_ALERT_COMMAND: is no command: {error}"
        raise ConfigError(told) from error
    if str(settings.get("TWISTED_REACTOR_ENABLED", True)) in {"False", "false", "0"}:
        raise ConfigError(
            "setting TWISTED_REACTOR_ENABLED: newscrawl needs the reactor; without it"
            " nothing keeps requests from private addresses"
        )


def check_flags(settings: Mapping[str, Any]) -> None:
    """Raise ``ConfigError`` for a setting that is neither true nor false.

    >>> check_flags({"NEWSCRAWL_LEARN": "0"})
    >>> check_flags({"NEWSCRAWL_LEARN": "no"})
    Traceback (most recent call last):
    newscrawl.errors.ConfigError: setting NEWSCRAWL_LEARN: 'no' is not True or False
    """
    for name in FLAGS:
        value = settings.get(name)
        try:
            int(value or 0)
        except (TypeError, ValueError) as error:
            if str(value) not in _WORDS:
                told = f"setting {name}: {value!r} is not True or False"
                raise ConfigError(told) from error


def check_spans(settings: Mapping[str, Any]) -> None:
    """Raise ``ConfigError`` for a setting that should be spans of time and is none.

    >>> check_spans({"NEWSCRAWL_REVISITS": "1h 1d"})
    >>> check_spans({"NEWSCRAWL_REVISITS": "soon"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    newscrawl.errors.ConfigError: setting NEWSCRAWL_REVISITS: 'soon' is no span as ...
    """
    for name, read in (
        ("NEWSCRAWL_QUIET_HOURS", read_hours),
        ("NEWSCRAWL_REVISITS", read_ages),
    ):
        try:
            read(str(settings.get(name) or ""))
        except ValueError as error:
            raise ConfigError(f"setting {name}: {error}") from error


def check_numbers(settings: Mapping[str, Any]) -> None:
    """Raise ``ConfigError`` for a setting that is no number, or below its least.

    >>> check_numbers({"NEWSCRAWL_MIN_WORDS": "20", "DOWNLOAD_DELAY": 0.5})
    >>> check_numbers({"NEWSCRAWL_MIN_WORDS": "many"})
    Traceback (most recent call last):
    newscrawl.errors.ConfigError: setting NEWSCRAWL_MIN_WORDS: 'many' is no whole number
    """
    for name, least in LEAST.items():
        value = settings.get(name)
        if value is None:
            continue
        kind = float if name in _SPANS else int
        try:
            number = kind(value)
        except (TypeError, ValueError) as error:
            wanted = "number" if name in _SPANS else "whole number"
            raise ConfigError(f"setting {name}: {value!r} is no {wanted}") from error
        if not least <= number < float("inf"):
            raise ConfigError(f"setting {name}: {value!r} is not {least} or more")
