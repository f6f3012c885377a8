"""One time from its printings, told at the offset of the place."""

from __future__ import annotations

import pytest

from newscrawl.text.dates import read_moment
from newscrawl.text.moments import choose_moment, localise

UTC = "2025-05-06T20:40:12Z"


@pytest.mark.parametrize(
    ("others", "zone", "expected"),
    [
        (["2025-05-07T02:10:12+05:30"], None, "2025-05-07T02:10:12+05:30"),
        (["May 7, 2025 02:10 AM"], None, "2025-05-07T02:10:12+05:30"),
        (["May 7, 2025", "May 6, 2025 4:40 PM"], None, "2025-05-06T16:40:12-04:00"),
        ([], "Asia/Kolkata", "2025-05-07T02:10:12+05:30"),
        # Where the outlet writes its own clock as UTC it shows another day.
        (["6 May 2025"], "Asia/Kolkata", "2025-05-06T20:40:12+05:30"),
        (["7 May 2025"], "Asia/Kolkata", "2025-05-07T02:10:12+05:30"),
        # Another time of the day, a whole day off, twelve hours for a lost "pm".
        (["May 6, 2025 4:47 PM"], None, "2025-05-06T20:40:12+00:00"),
        (["May 7, 2025 8:40 PM"], None, "2025-05-06T20:40:12+00:00"),
        (["May 6, 2025 8:40 AM"], None, "2025-05-06T20:40:12+00:00"),
        (["2025-05-07T02:11:40+05:30"], None, "2025-05-06T20:40:12+00:00"),
        (["no time at all", ""], None, "2025-05-06T20:40:12+00:00"),
    ],
)
def test_a_time_in_utc_is_told_as_the_place_has_it(
    others: list[str], zone: str | None, expected: str
) -> None:
    moment = read_moment(UTC)
    assert moment is not None
    told = localise(moment, others, zone=zone)
    assert told.iso == expected
    assert told.raw == UTC
    assert told.zone_from == "page"


@pytest.mark.parametrize(
    ("raw", "day", "seat", "others", "expected"),
    [
        ("2025-05-07T02:10:00Z", "2025-05-06", None, [], "2025-05-06T22:10:00-04:00"),
        ("2025-05-07T05:10:00Z", "2025-05-06", None, [], "2025-05-06T23:10:00-06:00"),
        ("2025-05-06T22:10:00Z", "2025-05-07", None, [], "2025-05-07T00:10:00+02:00"),
        ("2025-05-06T17:10:00Z", "2025-05-07", None, [], "2025-05-07T01:10:00+08:00"),
        # The country's zone before any other, if it has the day.
        ("2025-05-06T17:10:00Z", "2025-05-07", "Australia/Sydney", [],
         "2025-05-07T03:10:00+10:00"),
        ("2025-05-07T02:10:00Z", "2025-05-06", "Australia/Sydney", [],
         "2025-05-06T22:10:00-04:00"),
        # No zone has it, it is the day in UTC, or nothing shows a day.
        ("2025-05-07T02:10:00Z", "2025-05-05", None, [], "2025-05-07T02:10:00+00:00"),
        ("2025-05-07T02:10:00Z", "2025-05-07", "America/Toronto", [],
         "2025-05-07T02:10:00+00:00"),
        ("2025-05-07T02:10:00Z", None, None, [], "2025-05-07T02:10:00+00:00"),
        ("2025-05-07T02:10:00Z", None, "America/Toronto", [],
         "2025-05-06T22:10:00-04:00"),
        ("2025-05-07T02:10:00Z", None, "America/Toronto", ["7 May 2025, 09:00"],
         "2025-05-07T02:10:00+00:00"),
    ],
)  # fmt: skip
def test_a_time_in_utc_is_told_where_it_has_the_day_that_is_shown(
    raw: str, day: str | None, seat: str | None, others: list[str], expected: str
) -> None:
    moment = read_moment(raw)
    assert moment is not None
    assert localise(moment, others, day=day, seat=seat).iso == expected


@pytest.mark.parametrize("raw", ["2025-05-06", "2025-05-06T20:40:12+02:00"])
def test_days_and_times_with_an_offset_stay(raw: str) -> None:
    moment = read_moment(raw)
    assert moment is not None
    assert localise(moment, ["May 7, 2025 02:10 AM"], zone="Asia/Kolkata") == moment


def test_a_finer_time_replaces_only_its_own_day() -> None:
    told = [("2 May 2025", "url"), ("1 May 2025 07:51", "a"), ("2 May 2025 9:10", "b")]
    chosen = choose_moment(told)
    assert chosen is not None
    assert (chosen[0].iso, chosen[1]) == ("2025-05-02T09:10:00+00:00", "b")
    assert choose_moment([("soon", "a")]) is None
