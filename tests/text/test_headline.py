"""The headline by agreement of its printings."""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import pytest

from newscrawl.text.headline import Printing, choose

URL = "https://x.test/world/quay-reopens-after-dredging-work-123.html"


@pytest.mark.parametrize(
    ("printings", "site", "expected"),
    [
        ([("h1", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work | World News | X Times")], "", "Quay reopens after dredging work"),
        ([("title", "Quay reopens after dredging work - X Times")], "X Times", "Quay reopens after dredging work"),
        ([("title", "World News | Quay reopens after dredging work")], "", "Quay reopens after dredging work"),
        ([("h1", "X Times"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work - X Times")], "X Times", "Quay reopens after dredging work"),
        ([("h1", "World"), ("jsonld", "Quay reopens after dredging work"), ("og", "Quay reopens after dredging work")], "", "Quay reopens after dredging work"),
        ([("h1", "Quay reopens - and boats return - after dredging")], "", "Quay reopens - and boats return - after dredging"),
        ([("h1", "Quay opens again after a winter of dredging"), ("jsonld", "Quay reopens after dredging work"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work - X Times")], "", "Quay reopens after dredging work"),
        ([("h1", "Boats return to the old harbour at last"), ("og", "Quay reopens after a long winter"), ("title", "Quay reopens after a long winter | X Times")], "", "Boats return to the old harbour at last"),
        ([("h1", "Harbours - Quay reopens after dredging work"), ("og", "Quay reopens after dredging work")], "", "Quay reopens after dredging work"),
        ([("h1", "Quay reopens after dredging work - and boats return"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work - and boats return | X Times")], "", "Quay reopens after dredging work - and boats return"),
        ([("h1", "Home"), ("title", "Page not found")], "", None),
        ([], "", None),
    ],
)  # fmt: skip
def test_the_headline_a_reader_sees(
    printings: list[tuple[str, str]], site: str, expected: str | None
) -> None:
    found = choose([Printing(text, reader) for reader, text in printings], URL, site)
    assert (found[0] if found else None) == expected
