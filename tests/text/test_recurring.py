from __future__ import annotations

import pytest

from newscrawl.text.recurring import block_key, blocks_of, telling_keys
from tests.prose import prose

OWN = "Neighbours of the valley press meet at the old mill on first Sundays."
LONG = (
    "The upper dam was built in the year of the great flood and feeds the canals of "
    "three districts, which have quarrelled over its water ever since it was opened."
)


def test_short_lines_are_said_alike_by_chance() -> None:
    assert telling_keys([("p", "Click here for all the pictures")]) == []
    assert len(telling_keys([("p", LONG), ("p", LONG)])) == 1


@pytest.mark.parametrize(
    ("place", "text", "counted"),
    [
        (0, OWN, True),
        (1, LONG, True),
        (5, OWN, True),  # a short insertion
        (5, LONG + LONG, False),
        (7, LONG + LONG, True),
        (12, LONG + LONG, True),
    ],
)
def test_edges_and_short_paragraphs_count(place: int, text: str, counted: bool) -> None:
    paragraphs = [("p", prose(n, 60)) for n in range(12)]
    paragraphs.insert(place, ("p", text))
    seen = {one.text for one in blocks_of("", paragraphs)}
    assert (text in seen) is counted


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("subhead", "What is known so far"),
        ("p", "He smiled."),
        ("p", ""),
        ("p", "word " * 400),
        ("p", "他笑了。"),
    ],
)
def test_what_is_no_block(kind: str, text: str) -> None:
    assert block_key(kind, text) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“Valley” — all of it, daily", '"Valley" - all of it,  DAILY', True),
        ("Read on: {} reports of the valley", None, True),
        ("Seen on {} May at 10:3{} by the valley desk", None, True),
        ("घाटी की {} खबरें रोज एक पत्र में", None, True),
        ("Publisert 0{}.01.2026 - 16:25", None, True),
        ("Stand: 1{}:05 Uhr", None, True),
        ("It rained for {} days in the hills.", None, False),
        ("घाटी में {} दिन तक पानी बरसता रहा है।", None, False),
        ("Gold (24 carat) 72,30{}", None, False),
    ],
)
def test_counters_are_left_out_and_facts_are_not(
    one: str, other: str | None, same: bool
) -> None:
    if other is None:
        one, other = one.replace("{}", "4"), one.replace("{}", "7")
        assert block_key("list", one) != block_key("list", other)
    assert (block_key("p", one) == block_key("p", other)) is same
