"""The arguments of all spiders, declared once: checked here, documented from here."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from newscrawl.errors import ConfigError
from newscrawl.items import Role
from newscrawl.text.spans import read_age

if TYPE_CHECKING:
    from collections.abc import Mapping

ROLES: tuple[str, ...] = get_args(Role)
_LANGUAGE = re.compile(r"[a-z]{2,3}")

Parser = Callable[[str, datetime], Any]


@dataclass(frozen=True, slots=True)
class Argument:
    """One spider argument.

    ``parse`` takes the text and the run's clock and raises ``ValueError`` with what is
    allowed. ``default`` is text as a user would give it; ``None`` means not given.
    """

    name: str
    meaning: str
    parse: Parser
    default: str | None
    example: str


def _moment(text: str, now: datetime) -> datetime:
    with suppress(ValueError):
        return now - read_age(text)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def parse_moment(text: str, now: datetime) -> datetime:
    """A time given as a span before ``now`` or as ISO 8601; UTC when no zone is given.

    >>> parse_moment("12h", datetime(2026, 3, 2, 12, tzinfo=UTC)).isoformat()
    '2026-03-02T00:00:00+00:00'
    """
    try:
        return _moment(text.strip(), now)
    except (ValueError, OverflowError) as error:
        raise ValueError(
            "a span as 90m, 12h, 2d or 1w, or a time as 2026-03-02 or "
            "2026-03-02T06:30:00+05:30"
        ) from error


_BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)  # before any page of the web


def _first_moment(text: str, now: datetime) -> datetime:
    return _BEGINNING if text.strip() == "all" else parse_moment(text, now)


def _last_moment(text: str, now: datetime) -> datetime:
    moment = parse_moment(text, now)
    whole_day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip())
    return moment + timedelta(days=1, seconds=-1) if whole_day else moment


def _span(text: str, now: datetime) -> timedelta:
    try:
        return read_age(text)
    except ValueError as error:
        raise ValueError("a span as 90m, 12h, 2d or 1w") from error


def _count(text: str, now: datetime) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()) or int(text) < 1:
        raise ValueError("a whole number from 1")
    return int(text)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _roles(text: str, now: datetime) -> frozenset[str]:
    words = _words(text)
    if words == ["all"]:
        return frozenset(ROLES)
    if not words or set(words) - set(ROLES):
        raise ValueError(f"all, or some of {', '.join(ROLES)}")
    return frozenset(words)


def _languages(text: str, now: datetime) -> frozenset[str]:
    words = [word.lower() for word in _words(text)]
    if not words or not all(_LANGUAGE.fullmatch(word) for word in words):
        raise ValueError("language codes as en or en,hi")
    return frozenset(words)


def _outlets(text: str, now: datetime) -> str:
    words = _words(text)
    if not words:
        raise ValueError("all, newsroom, or ids of outlets with commas between")
    return ",".join(words)


ARGUMENTS: tuple[Argument, ...] = (
    Argument(
        "outlets",
        "Which outlets to visit: `all` that are on, ids with commas between (also such"
        " as are off), or `newsroom`, the invented news world bundled with newscrawl."
        " Not given: those that carry the spider's agency.",
        _outlets,
        None,
        "ndtv,theprint",
    ),
    Argument(
        "since",
        "How far back: a span (`90m`, `12h`, `2d`, `1w`), a time (ISO 8601; UTC when"
        " it names no zone), or `all`. Older articles are left out.",
        _first_moment,
        "2d",
        "12h",
    ),
    Argument(
        "until",
        "How far forward: a span back from now or a time, like `since`; a plain day"
        " counts to its end. Newer articles are left out.",
        _last_moment,
        None,
        "2026-03-02",
    ),
    Argument(
        "limit",
        "At most so many article pages are fetched from each outlet, newest first.",
        _count,
        None,
        "50",
    ),
    Argument(
        "total",
        "At most so many article pages are fetched in the whole run.",
        _count,
        None,
        "1000",
    ),
    Argument(
        "roles",
        "Which relations to the agency are wanted: `all`, or some of"
        f" {', '.join(f'`{role}`' for role in ROLES)}. The spider `outlet` wants all.",
        _roles,
        "wire,wire_edited",
        "wire,wire_edited,mixed",
    ),
    Argument(
        "languages",
        "Only articles in these languages; an article that does not say its language is"
        " fetched and judged by its text.",
        _languages,
        None,
        "en,hi",
    ),
    Argument(
        "section_pages",
        "Pages to turn in each section, instead of what the outlet's file says.",
        _count,
        None,
        "5",
    ),
    Argument(
        "revisit",
        "Fetch the articles of the last so much time again, to see whether they"
        " changed, although no source says so.",
        _span,
        None,
        "6h",
    ),
)
_BY_NAME = {argument.name: argument for argument in ARGUMENTS}


def read_arguments(
    spider: str,
    given: Mapping[str, Any],
    now: datetime,
    defaults: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Every argument's value; ``defaults`` are the spider's own.

    Names with a leading underscore are left alone: schedulers send their job ids so.
    Raises ``ConfigError`` naming the argument, the value and what is allowed.
    """
    for name in given:
        if name not in _BY_NAME and not name.startswith("_"):
            near = get_close_matches(name, _BY_NAME, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {_known()}"
            raise ConfigError(f"spider {spider}: unknown argument {name!r}; {hint}")
    values: dict[str, Any] = {}
    for argument in ARGUMENTS:
        text = given.get(argument.name)
        if text is None:
            text = (defaults or {}).get(argument.name, argument.default)
        values[argument.name] = None if text is None else _read(argument, text, now)
    if values["until"] and values["until"] < values["since"]:
        raise ConfigError(
            f"spider {spider}: argument 'until' {str(given.get('until'))!r} is before "
            "'since'; nothing could be found"
        )
    return values


def _read(argument: Argument, text: Any, now: datetime) -> Any:
    try:
        return argument.parse(str(text), now)
    except ValueError as error:
        raise ConfigError(
            f"argument {argument.name!r}: {str(text)[:80]!r} is not allowed; "
            f"give {error}, as in -a {argument.name}={argument.example}"
        ) from error


def _known() -> str:
    return ", ".join(_BY_NAME)
