from __future__ import annotations

from typing import Any

import pytest

from newscrawl.extensions.outcome import by_outlet, has_failed, offline_message
from newscrawl.extensions.summary import SCREEN, summary


def report(**changes: Any) -> dict[str, Any]:
    return {
        "spider": "ians",
        "articles": 1,
        "stories": 1,
        "seconds": 3.2,
        "outlets": {
            "lokpatra": {
                "sources_ok": 2,
                "entries": 40,
                "fetched": 9,
                "written": 7,
                "rejected": 2,
            },
            "samachar": {"sources_failed": 1, "source_failed/dns": 1},
        },
        "agencies": {"ians": 7},
        "relations": {"first": 4, "verbatim": 3},
        "rejected": {"own": 2},
        "recovered": [],
        "files": {
            "articles": "o/a.jsonl",
            "rejected": "o/r.jsonl",
            "stories": "o/s.jsonl",
            "run": "o/run.json",
        },
        "exit_code": 3,
        "outcome": "new_articles",
        "message": "1 of 2 outlets failed: samachar",
        **changes,
    }


def test_the_summary_says_what_a_person_wants_to_know() -> None:
    lines = summary(report(articles=7, stories=4)).splitlines()
    assert (
        lines[0]
        == "newscrawl ians: 7 new articles of 4 stories from 1 outlet, in 3.2 s"
    )
    assert lines[2].split() == [
        "outlet",
        "sources",
        "found",
        "fetched",
        "written",
        "rejected",
    ]
    assert lines[3].split() == ["lokpatra", "2/2", "40", "9", "7", "2"]
    assert lines[4].split() == ["samachar", "0/1", "0", "0", "0", "0", "dns"]
    assert lines[3].index("2/2") == lines[4].index("0/1")
    assert lines[-1] == "exit 3    1 of 2 outlets failed: samachar"
    files = [line.split()[-1] for line in lines if "o/" in line]
    assert files == ["o/a.jsonl", "o/r.jsonl", "o/s.jsonl", "o/run.json"]


def test_it_stays_on_one_screen_and_cannot_be_forged() -> None:
    outlets = {f"outlet-{n}": {"sources_ok": 1} for n in range(100)}
    outlets["bad\x1b[2J\nexit 0"] = {"written": 1}
    text = summary(report(outlets=outlets, message="a\nb\x1b[1m"))
    assert len(text.splitlines()) < SCREEN + 16
    assert "\x1b" not in text
    assert "and 77 more outlets" in text


def test_nothing_new_is_told_as_such() -> None:
    text = summary(
        report(
            articles=0,
            outlets={},
            exit_code=0,
            message=None,
            outcome="nothing_new",
        )
    )
    assert text.startswith("newscrawl ians: 0 new articles, in")
    assert text.endswith("exit 0    nothing new")


def test_counts_by_outlet_come_out_of_the_stats() -> None:
    stats = {
        "newscrawl/outlet/a/written": 2,
        "newscrawl/outlet/a/source_failed/dns": 1,
        "newscrawl/outlet/b/entries": 3,
        "item_scraped_count": 2,
    }
    assert by_outlet(stats) == {
        "a": {"written": 2, "source_failed/dns": 1},
        "b": {"entries": 3},
    }


@pytest.mark.parametrize(
    ("counts", "failed"),
    [
        ({"sources_failed": 2}, True),
        ({"sources_failed": 2, "sources_ok": 1}, False),
        ({"sources_kept_out": 1}, False),
        ({}, False),
    ],
)
def test_an_outlet_fails_when_no_source_answers(
    counts: dict[str, int], failed: bool
) -> None:
    assert has_failed(counts) is failed


@pytest.mark.parametrize(
    ("reason", "hint"),
    [("dns", "is this machine online?"), ("http_500", "see the log")],
)
def test_the_likely_cause_is_told(reason: str, hint: str) -> None:
    text = offline_message({"a": {f"source_failed/{reason}": 3}})
    assert hint in text
    assert f"{reason}: 3" in text
    assert text.endswith("nothing was lost")
