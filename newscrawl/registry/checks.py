"""What can be wrong with one value of a data file, in words for a person.

Each check takes a value and returns ``None``, or the rest of a sentence that begins
with the value.
"""

from __future__ import annotations

import math
import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newscrawl.text.spans import read_hours

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_NAME = re.compile(rf"(?:{_LABEL}\.){{0,20}}{_LABEL}")
_LONGEST_URL = 2_000
_LONGEST_PATTERN = 500


def identifier(value: str) -> str | None:
    """An id: what is safe as a file name and between commas.

    >>> identifier("the-hindu"), identifier("The Hindu")
    (None, 'is no id; use a to z, 0 to 9, _ . - only')
    """
    fits = _IDENTIFIER.fullmatch(value)
    return None if fits else "is no id; use a to z, 0 to 9, _ . - only"


def country(value: str) -> str | None:
    """A country: two capital letters of ISO 3166."""
    fits = _COUNTRY.fullmatch(value)
    return None if fits else "is no country code; use two capitals, as in IN"


def language(value: str) -> str | None:
    """A language tag of BCP 47, at least its form."""
    return None if _LANGUAGE.fullmatch(value) else "is no language code, as in en or hi"


@cache
def zone(value: str) -> str | None:
    """A zone of the IANA database.

    >>> zone("Asia/Kolkata"), zone("IST")
    (None, 'is no IANA time zone, as in Asia/Kolkata')
    """
    try:
        ZoneInfo(value)
    # Directories, bad paths and unknown names each raise something else.
    except (KeyError, ValueError, OSError):
        return "is no IANA time zone, as in Asia/Kolkata"
    return None


def host(value: str) -> str | None:
    """A host name, perhaps with ``*.`` before and a port behind.

    >>> host("*.x.in"), host("x.test:8080"), host("https://x.in/")
    (None, None, 'is no host; write x.in, *.x.in or x.in:8080')
    """
    told = "is no host; write x.in, *.x.in or x.in:8080"
    name, colon, port = value.rpartition(":")
    if not colon or (value.endswith("]") and value.startswith("[")):
        name, port = value, "80"
    if not port.isdecimal() or not port.isascii() or not 0 < int(port[:6]) < 65_536:
        return told
    if name.startswith("[") and name.endswith("]"):
        return None if re.fullmatch(r"\[[0-9A-Fa-f:.]{2,45}\]", name) else told
    return None if _NAME.fullmatch(name.removeprefix("*.")) else told


def url(value: str) -> str | None:
    """An absolute address on the web, without a user name.

    >>> url("https://x.in/feed/"), url("x.in/feed")
    (None, 'is no URL; it must begin with http:// or https:// and a host')
    """
    if len(value) > _LONGEST_URL or any(c.isspace() for c in value):
        return "is no URL; it holds white space or is too long"
    try:
        parts = urlsplit(value)
        place = parts.hostname or ""
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError as error:
        return f"is no URL: {error}"
    if parts.scheme not in ("http", "https") or not place:
        return "is no URL; it must begin with http:// or https:// and a host"
    if "@" in parts.netloc:
        return "is refused; a URL here must not hold a user name"
    if ":" not in place and host(_ascii(place)):
        return "is no URL; its host cannot be one"
    return None


def _ascii(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def pattern(value: str) -> str | None:
    """A regular expression of Python, of bearable length.

    >>> pattern("/news/[0-9]+$"), pattern("(")
    (None, 'is no regular expression: missing ), unterminated subpattern')
    """
    if len(value) > _LONGEST_PATTERN:
        return f"is too long; a pattern has at most {_LONGEST_PATTERN} characters"
    try:
        re.compile(value)
    except re.error as error:
        return f"is no regular expression: {error.msg}"
    except (OverflowError, RecursionError):
        return "is no regular expression that can be used"
    return None


def selector(value: str) -> str | None:
    """A CSS selector as parsel understands it."""
    from parsel.csstranslator import HTMLTranslator

    try:
        HTMLTranslator().css_to_xpath(value)
    except (SyntaxError, RuntimeError, RecursionError) as error:
        return f"is no CSS selector: {error}"
    return None


def url_segment(value: str) -> str | None:
    """A part of a path, with its slashes, as in /pti-feed/."""
    if value.startswith("/") and not any(c.isspace() for c in value):
        return None
    return "is no part of a path; write it with its slash, as in /pti-feed/"


def seconds(value: float) -> str | None:
    """A time to wait, up to an hour."""
    fits = math.isfinite(value) and 0 <= value <= 3_600
    return None if fits else "must be from 0 to 3600 seconds"


def day(value: str) -> str | None:
    """A day of the calendar.

    >>> day("2027-03-01"), day("2027-02-30")
    (None, 'is no day, as in 2027-03-01')
    """
    try:
        whole = date.fromisoformat(value).isoformat() == value
    except ValueError:
        whole = False
    return None if whole else "is no day, as in 2027-03-01"


def count(value: int) -> str | None:
    """A number of things, at least one."""
    return None if 1 <= value <= 1_000_000 else "must be from 1 to 1000000"


def hours(value: str) -> str | None:
    """Spans of the day, or none."""
    try:
        read_hours(value)
    except ValueError as error:
        return str(error)
    return None
