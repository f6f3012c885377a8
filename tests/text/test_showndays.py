"""Which of a page's days is that of its publication."""

from __future__ import annotations

import pytest

from newscrawl.text.showndays import (
    habit,
    is_american,
    is_front,
    leading,
    own_day,
)

HEAD, LATER = "2024-03-02T09:00:00+01:00", "2025-05-06T08:00:00+02:00"


@pytest.mark.parametrize(
    ("rows", "told", "changed", "changed_rows", "leader"),
    [
        # The one day shown is that of the last change: brought out again.
        (["6 May 2025"], [HEAD], [LATER], [], "row"),
        (["6 May 2025, 10:30"], [HEAD], ["2025-05-06"], [], "row"),
        # Another tag of the head has the day that is shown.
        (["6 May 2025"], [HEAD, "May 6, 2025"], ["2025-05-09"], [], "row"),
        # It is nobody's else, it is said to be a change's, or the head's is shown too.
        (["6 May 2025"], [HEAD], ["2025-05-09"], [], "head"),
        (["6 May 2025 last update"], [HEAD], [LATER], [], "head"),
        (["Update on boats", "6 May 2025"], [HEAD], [LATER], [], "row"),
        (["6 May 2025", "2 March 2024"], [HEAD], [LATER], [], "head"),
        # The next day may be another zone's, or the same news mended.
        (["3 March 2024"], [HEAD], ["2024-03-03"], [], "head"),
        # Only an update is shown: of a text of long ago, and of this week's.
        ([], [HEAD], [LATER], ["Updated 6 May 2025"], "change"),
        ([], [HEAD], ["2024-03-06"], ["Updated 6 March 2024"], "head"),
        ([], [HEAD], ["2024-03-06"], ["Updated 6 March 2024, 10:30 AM"], "change"),
        ([], [HEAD], ["2024-03-04"], ["Updated 4 March 2024, 10:30 AM"], "head"),
        (["Created 2 March 2024"], [HEAD], [LATER], ["Updated 6 May 2025"], "head"),
        ([], [], [LATER], ["Updated 6 May 2025"], "head"),
        (["no day"], [HEAD], [LATER], [], "head"),
    ],
)
def test_the_head_leads_unless_the_page_shows_another_day(
    rows: list[str],
    told: list[str],
    changed: list[str],
    changed_rows: list[str],
    leader: str,
) -> None:
    assert leading(told, [], rows, changed, changed_rows, described=True) == leader


def test_without_a_head_the_row_leads_where_the_mark_up_is_of_another_day() -> None:
    assert leading([], ["2025-07-01"], ["6 May 2025"], [], []) == "row"
    assert leading([], ["2025-05-07T02:00Z"], ["6 May 2025"], [], []) == "head"
    assert leading([], ["2025-07-01"], [], [], []) == "head"


def test_row_and_mark_up_outweigh_a_lone_tag() -> None:
    told, row = ["2025-05-02"], ["6 May 2025"]
    assert leading(told, row, row, [], []) == "row"
    assert leading(told, row, row, [], [], described=True) == "head"
    assert leading(told, ["9 May 2025"], row, [], []) == "head"


@pytest.mark.parametrize(
    ("printings", "order", "expected"),
    [
        (["11/01/2023", "2023-11-01"], "DMY", "MDY"),
        (["11/01/2023", "2023-01-11"], "MDY", "DMY"),
        (["11/01/2023", "1.11.2023", "11 January 2023"], "DMY", "DMY"),
        (["11/01/2023", "5 June 2020"], "DMY", "DMY"),
        (["11/01/2023 9:15 PM PT"], "DMY", "MDY"),
        (["11/01/2023 9:15 p.m. EDT", "11 January 2023"], "DMY", "DMY"),
        (["11/01/2023 9:15 PM IST"], "DMY", "DMY"),
        (["1 November 2023"], "DMY", "DMY"),
        ([], "MDY", "MDY"),
    ],
)
def test_the_order_of_numbers_is_what_the_pages_other_days_say(
    printings: list[str], order: str, expected: str
) -> None:
    assert habit(printings, order) == expected


@pytest.mark.parametrize(
    ("rows", "filed", "changed", "day"),
    [
        (["17 February 2020"], None, [], "2020-02-17"),
        ([], "2020-02-17", [], "2020-02-17"),
        (["17 February 2020"], "2020-02-18", [], None),
        (["17 February 2020, 21:18"], None, [], None),
        (["18 February 2020"], None, ["2020-02-18T09:00:00Z"], None),
        ([], None, [], None),
    ],
)
def test_the_one_day_of_rows_and_address(
    rows: list[str], filed: str | None, changed: list[str], day: str | None
) -> None:
    assert own_day(rows, filed, changed) == day


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://x.test", True),
        ("https://x.test/?q=/a/b", True),
        ("https://x.test/en/", True),
        ("https://x.test/news", False),
        ("https://x.test/n/7", False),
        ("x", True),
    ],
)
def test_front_pages(url: str, front: bool) -> None:
    assert is_front(url) is front


def test_where_both_days_are_shown_the_marked_one_leads() -> None:
    shown = ["March 20, 2021 March 12, 2021"]
    assert (
        leading([], ["2021-03-12T14:05:00+01:00"], shown, ["2021-03-20"], []) == "head"
    )
    assert (
        leading([], ["2021-06-11", "2021-06-12"], ["March 12, 2021"], [], []) == "row"
    )


def test_a_tag_of_the_file_gives_way_to_the_row() -> None:
    told, row = ["2020-03-03"], ["Original Research 7 April 2020"]
    assert leading(told, [], row, [], [], weak=True) == "row"
    assert leading(told, [], row, [], []) == "head"
    assert leading(told, [], ["4 March 2020"], [], [], weak=True) == "head"
    assert leading(told, [], ["Published 4 March 2020"], [], [], weak=True) == "row"
    assert leading(told, [], ["Published 3 March 2020"], [], [], weak=True) == "head"


@pytest.mark.parametrize(
    ("told", "changed", "row", "leader"),
    [
        ("Nov 05, 2025", "Nov 05, 2025", "January 31, 2024", "row"),
        ("Nov 05, 2025", "Nov 05, 2025", "January 31, 2026", "head"),
        (
            "Nov 05, 2025",
            "Nov 05, 2025",
            "Concert at Newport, January 31, 2024",
            "head",
        ),
        ("2025-11-05T10:05", "2025-11-05T10:05", "January 31, 2024", "head"),
        ("Nov 05, 2025", "Nov 06, 2025", "January 31, 2024", "head"),
    ],
)
def test_an_earlier_day_is_shown_where_the_head_has_one_for_all(
    told: str, changed: str, row: str, leader: str
) -> None:
    assert leading([told], [], [row], [changed], [], described=True) == leader


@pytest.mark.parametrize(
    ("printings", "url", "order"),
    [
        (["Posted 3/12/2021", "Updated 3/20/2021"], "", "MDY"),
        (["Posted 3/12/2021", "Updated 20/3/2021"], "", "DMY"),
        (["3/12/2021"], "https://x.test/2021/03/quay", "MDY"),
        (["3/12/2021"], "https://x.test/2021/12/quay", "DMY"),
        (["3/12/2021"], "https://x.test/2021/05/quay", "DMY"),
        (["Mon, 03/08/2021 - 14:05"], "", "MDY"),
        (["Tuesday 03/08/2021"], "", "DMY"),
        (["Monarch, 03/08/2021"], "", "DMY"),
        (["3/12/21", "March 12, 2021"], "", "MDY"),
        (["3/21/21"], "", "MDY"),
    ],
)
def test_what_else_tells_the_order_of_figures(
    printings: list[str], url: str, order: str
) -> None:
    assert habit(printings, "DMY", url=url) == order


def test_american_english_tells_the_order_last() -> None:
    assert habit(["3/12/2021"], "DMY", american=True) == "MDY"
    assert habit(["3/12/21"], "DMY", american=True) == "MDY"
    assert habit(["3/12/2021", "3 December 2021"], "DMY", american=True) == "DMY"
    assert is_american("en-us", "https://www.x.test:8080/a")
    assert is_american("en_US", "https://x.us")
    assert not is_american("en-GB", "https://x.test")
    assert not is_american("en-US", "https://x.com.au/a")
