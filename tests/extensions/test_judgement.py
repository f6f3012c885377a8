from __future__ import annotations

import pytest

from newscrawl.extensions.judgement import days_back, is_over, judge

NOW = "2026-11-23T2"
USUAL = {"runs": 48, "fetched": 40, "read": 40, "written": 30, "credited": 32}
USUAL |= {"dated": 40, "datelined": 30, "bylined": 38, "asked": 140, "sources": 96}
SMALL = {"runs": 48, "read": 3, "fetched": 3, "written": 2, "credited": 2, "dated": 3}


def history(usual: dict[str, int], today: dict[str, int], days: int = 7):
    """Some ordinary days before, in the same quarter, and the last one."""
    before = [(f"2026-11-{23 - back:02d}T2", usual) for back in range(days, 0, -1)]
    return [*before, (NOW, today)]


@pytest.mark.parametrize(
    ("usual", "today", "kinds"),
    [
        (USUAL, USUAL, set()),
        (USUAL, USUAL | {"written": 0}, {"silent"}),
        (USUAL, USUAL | {"written": 4}, {"thin"}),
        (USUAL, USUAL | {"written": 12}, set()),
        (USUAL, USUAL | {"credited": 1}, {"credits_gone"}),
        (USUAL, USUAL | {"dated": 0}, {"dates_missing"}),
        (USUAL, USUAL | {"datelined": 2}, {"datelines_gone"}),
        (USUAL, USUAL | {"bylined": 0}, {"bylines_gone"}),
        (USUAL, USUAL | {"read": 0, "written": 0}, {"silent", "pages_unread"}),
        (USUAL, USUAL | {"http_403": 40}, {"blocked"}),
        (USUAL, USUAL | {"http_403": 4}, set()),
        (USUAL, USUAL | {"html_sources": 96}, {"feeds_html"}),
        (USUAL, USUAL | {"sources_failed": 90}, {"sources_failing"}),
        (USUAL | {"selector_body": 40}, USUAL, {"selector_dead"}),
        (USUAL, {}, set()),
        (USUAL, {"runs": 1}, set()),
        (SMALL, SMALL | {"written": 0, "credited": 0, "dated": 0}, set()),
        (USUAL | {"http_403": 40}, USUAL | {"http_403": 41}, set()),
    ],
)
def test_the_last_day_is_held_against_the_days_before(usual, today, kinds) -> None:
    assert {one.kind for one in judge(history(usual, today), NOW)} == kinds


def test_nothing_is_judged_without_a_history() -> None:
    for days in (0, 1, 2):
        assert judge(history(USUAL, {"runs": 48}, days), NOW) == []


def test_days_without_a_run_are_no_days() -> None:
    idle = {"written": 0}
    assert judge(history(idle, USUAL | {"written": 0}), NOW) == []


def test_an_outlet_that_knows_slow_days_is_not_told_of() -> None:
    days = [USUAL | {"written": n} for n in (30, 0, 28, 31, 0, 29, 30)]
    told = [(f"2026-11-{16 + n}T2", day) for n, day in enumerate(days)]
    assert judge([*told, (NOW, USUAL | {"written": 0})], NOW) == []


def test_a_lasting_fault_does_not_become_the_rule() -> None:
    silent = USUAL | {"written": 0}
    told = [(f"2026-11-{n:02d}T2", USUAL if n < 8 else silent) for n in range(1, 24)]
    assert judge(told, NOW) == []
    (finding,) = judge(told, NOW, {"silent": "2026-11-08T2"})
    assert finding.kind == "silent"


def test_the_clock_may_step_back() -> None:
    ahead = ("2026-12-24T0", USUAL)
    assert judge([*history(USUAL, USUAL), ahead], NOW) == []
    assert days_back("2026-11-22T1", NOW) == 1


@pytest.mark.parametrize(
    ("kind", "today", "over"),
    [
        ("silent", {"written": 1}, True),
        ("silent", {"runs": 9}, False),
        ("credits_gone", {"read": 9, "credited": 3}, True),
        ("credits_gone", {"runs": 9}, False),
        ("feeds_html", {"sources": 4}, True),
        ("feeds_html", {"runs": 4}, False),
    ],
)
def test_an_alarm_ends_when_what_was_missing_is_there(kind, today, over) -> None:
    assert is_over(kind, history(USUAL, today), NOW) is over
