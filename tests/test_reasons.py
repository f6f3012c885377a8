"""One list says what a reason means for the next run; every room asks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newscrawl.reasons import is_gone, is_lasting, is_passing

PACKAGE = Path(__file__).resolve().parents[1] / "newscrawl"


@pytest.mark.parametrize(
    ("reason", "passing", "lasting"),
    [
        ("timeout", True, False),
        ("http_502", True, False),
        ("http_429", True, False),
        ("unreadable", True, False),
        ("error", True, False),
        ("invalid", True, False),
        ("stopped", True, False),
        ("too_new", True, False),
        ("daily_budget", True, False),
        ("http_404", False, True),
        ("http_410", False, True),
        ("section", False, True),
        ("too_short", False, True),
        ("other_agency", False, True),
        ("http_403", False, False),
        ("robots", False, False),
        ("private_address", False, False),
    ],
)
def test_a_reason_is_passing_or_lasting_or_neither(
    reason: str, passing: bool, lasting: bool
) -> None:
    assert (is_passing(reason), is_lasting(reason)) == (passing, lasting)
    assert is_gone(reason) == (reason in {"http_404", "http_410"})


def test_no_other_module_keeps_such_a_list() -> None:
    lists = re.compile(r"^_?(PASSING|LASTING|UNFINISHED)\b", re.M)
    found = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if path.name != "reasons.py" and lists.search(path.read_text("utf-8"))
    ]
    assert found == []
