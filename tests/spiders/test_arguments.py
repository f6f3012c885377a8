from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newscrawl.errors import ConfigError
from newscrawl.spiders.arguments import ARGUMENTS, ROLES, read_arguments

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def read(**given: Any) -> dict[str, Any]:
    return read_arguments("ians", given, NOW)


def test_the_defaults() -> None:
    told = read()
    assert told["since"] == NOW - timedelta(days=2)
    assert told["roles"] == {"wire", "wire_edited"}
    assert {name for name, value in told.items() if value is None} == {
        "outlets",
        "until",
        "limit",
        "total",
        "languages",
        "section_pages",
        "revisit",
    }


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("since", "90m", NOW - timedelta(minutes=90)),
        ("since", " 12h ", NOW - timedelta(hours=12)),
        ("since", "1w", NOW - timedelta(weeks=1)),
        ("since", "2026-02-01", datetime(2026, 2, 1, tzinfo=UTC)),
        ("since", "2026-03-01T05:30:00+05:30", datetime(2026, 3, 1, tzinfo=UTC)),
        ("until", "2026-03-02", datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC)),
        ("limit", "5", 5),
        ("limit", 5, 5),
        ("since", "all", datetime(1900, 1, 1, tzinfo=UTC)),
        ("roles", "all", frozenset(ROLES)),
        ("roles", "wire, mixed", frozenset({"wire", "mixed"})),
        ("languages", "EN,hi", frozenset({"en", "hi"})),
        ("outlets", " a , b,", "a,b"),
        ("revisit", "6h", timedelta(hours=6)),
    ],
)
def test_values(name: str, text: Any, value: Any) -> None:
    assert read(**{name: text})[name] == value


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"sinse": "2d"}, ["unknown argument 'sinse'", "did you mean 'since'"]),
        ({"zzz": "2d"}, ["unknown argument 'zzz'", "known: outlets, since"]),
        ({"since": "yesterday"}, ["'since'", "'yesterday'", "12h", "2026-03-02"]),
        ({"since": "9999999999d"}, ["'since'"]),
        ({"since": "999999w"}, ["'since'"]),
        ({"limit": "0"}, ["'limit'", "'0'", "a whole number from 1"]),
        ({"limit": "-3"}, ["'limit'"]),
        ({"total": "many"}, ["'total'", "-a total=1000"]),
        ({"roles": "wires"}, ["'roles'", "'wires'", "press_release"]),
        ({"languages": "english"}, ["'languages'", "en,hi"]),
        ({"outlets": " , "}, ["'outlets'"]),
        ({"since": "1h", "until": "2h"}, ["'until'", "before 'since'"]),
        ({"revisit": "soon"}, ["'revisit'", "6h"]),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(
    given: dict[str, str], told: list[str]
) -> None:
    with pytest.raises(ConfigError) as error:
        read(**given)
    for words in told:
        assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_job_ids_of_schedulers_are_left_alone() -> None:
    assert read(_job="4711")["limit"] is None


def test_a_spider_may_have_its_own_defaults() -> None:
    told = read_arguments("outlet", {}, NOW, {"roles": "all"})
    assert told["roles"] == frozenset(ROLES)
    told = read_arguments("outlet", {"roles": "own"}, NOW, {"roles": "all"})
    assert told["roles"] == {"own"}


@pytest.mark.parametrize("argument", ARGUMENTS, ids=lambda argument: argument.name)
def test_each_example_and_default_is_accepted(argument: Any) -> None:
    assert argument.meaning.endswith(".")
    for text in (argument.example, argument.default):
        if text is not None:
            argument.parse(text, NOW)
