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
