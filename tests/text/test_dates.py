"""Printed dates as moments: every shape in the table, and garbage survived."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.clocks import find_clocks
from newscrawl.text.dates import read_moment
from newscrawl.text.months import month_number

CASES = tomllib.loads(Path(__file__).with_name("date_cases.toml").read_text("utf-8"))
ANSWER = ("iso", "precision", "zone_from")


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"] or "-")
def test_printed_dates(case: dict[str, str]) -> None:
    known = {k: v for k, v in case.items() if k not in {"text", *ANSWER}}
    moment = read_moment(case["text"], **known)
    if "iso" not in case:
        assert moment is None
    else:
        assert moment is not None
        assert tuple(getattr(moment, k) for k in ANSWER) == tuple(
            case[k] for k in ANSWER
        )


@pytest.mark.parametrize(
    ("text", "zone", "iso"),
    [
        ("2 April 2025 10:00 BST", None, "2025-04-02T10:00:00+01:00"),
        ("2 April 2025 10:00 BST", "Asia/Dhaka", "2025-04-02T10:00:00+06:00"),
        ("2 April 2025 10:00 IST", "Asia/Jerusalem", "2025-04-02T10:00:00+05:30"),
        ("2 January 2025 10:00 IST", "Asia/Jerusalem", "2025-01-02T10:00:00+02:00"),
        ("2 April 2025 10:00 CST", "Asia/Shanghai", "2025-04-02T10:00:00+08:00"),
        ("2 April 2025 10:00 CST", "America/Chicago", "2025-04-02T10:00:00-06:00"),
        ("2 April 2025 10:00 PST", "Asia/Manila", "2025-04-02T10:00:00+08:00"),
        ("2 January 2025 10:00 ET", None, "2025-01-02T10:00:00-05:00"),
        ("2 July 2025 10:00 ET", None, "2025-07-02T10:00:00-04:00"),
        ("2 July 2025 10:00 NPT", None, "2025-07-02T10:00:00+05:45"),
        ("2 July 2025 10:00", "Mars/Base", "2025-07-02T10:00:00+00:00"),
        ("2 July 2025 10:00", "../../etc/passwd", "2025-07-02T10:00:00+00:00"),
        ("2 July 2025 10:00", "America/New_York", "2025-07-02T10:00:00-04:00"),
    ],
)
def test_zones(text: str, zone: str | None, iso: str) -> None:
    moment = read_moment(text, zone=zone)
    assert moment is not None
    assert moment.iso == iso


@pytest.mark.parametrize(
    ("text", "now", "iso"),
    [
        ("31 Dec, 10:00", "2026-01-01T05:00:00+00:00", "2025-12-31T10:00:00+00:00"),
        ("1 Jan", "2025-12-31T23:30:00+00:00", "2026-01-01"),
        ("just now", "2026-01-01T05:00:10+00:00", "2026-01-01T05:00:00+00:00"),
        ("vor 20 Minuten", "2026-01-01T05:30:00+00:00", "2026-01-01T05:10:00+00:00"),
        ("an hour ago", "2026-01-01T05:30:00+00:00", "2026-01-01T04:00:00+00:00"),
        ("Today", "2026-01-01T05:30:00+00:00", "2026-01-01"),
        ("999 weeks ago", "2026-01-01T05:30:00+00:00", "2006-11-09"),
    ],
)
def test_dates_that_lean_on_now(text: str, now: str, iso: str) -> None:
    moment = read_moment(text, now=now)
    assert moment is not None
    assert moment.iso == iso
    assert read_moment(text) is None


def test_the_raw_text_is_kept_on_one_line() -> None:
    moment = read_moment("  Updated:\n 2 April  2025 ")
    assert moment is not None
    assert moment.raw == "Updated: 2 April 2025"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("January", 1), ("Sept.", 9), ("MAY", 5), ("märz", 3), ("Août", 8),
        ("fevrier", 2),
        ("dic", 12), ("set.", 9), ("czerwca", 6), ("října", 10), ("Eylül", 9),
        ("февраля", 2), ("травня", 5), ("Ιουλίου", 7), ("अगस्त", 8), ("सितम्बर", 9),
        ("ফেব্রুয়ারি", 2), ("டிச", 12), ("ఏప్రిల్", 4), ("ಜೂನ್", 6), ("മേയ്", 5),
        ("જુલાઈ", 7), ("ਨਵੰਬਰ", 11), ("ستمبر", 9), ("أكتوبر", 10), ("תמוז", None),
        ("Monday", None), ("", None), ("x" * 10_000, None), ("ago", 8), ("the", None),
    ],
)  # fmt: skip
def test_month_names(name: str, number: int | None) -> None:
    assert month_number(name) == number


@pytest.mark.parametrize("line", ["9:75", "31:00 PM", "1.2.3", "no time", "10.30"])
def test_what_is_no_clock(line: str) -> None:
    assert find_clocks(line) == []


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=60)
    | st.text(alphabet="0123456789:/-. TZ+,apmAprilJISTअप्रैल月日年ago", max_size=50),
    st.sampled_from([None, "Asia/Kolkata", "", "x"]),
    st.sampled_from(["DMY", "MDY", "YMD"]),
    st.sampled_from([None, "2026-01-01T00:00:00+00:00", "soon"]),
)
def test_garbage_gives_a_moment_or_none(
    text: str, zone: str | None, order: str, now: str | None
) -> None:
    moment = read_moment(text, zone=zone, order=order, now=now)
    if moment is None:
        return
    if moment.precision == "day":
        date.fromisoformat(moment.iso)
    else:
        assert datetime.fromisoformat(moment.iso).tzinfo is not None


@pytest.mark.parametrize(
    "text", ["1:" * 50_000, "1 april " * 20_000, "- " * 50_000, "9" * 100_000]
)
def test_long_lines_are_cut_before_they_are_read(text: str) -> None:
    moment = read_moment(text)
    assert moment is None or len(moment.raw) <= 300
