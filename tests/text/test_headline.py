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
        ([("h1", "Quay opens again after a winter of dredging"), ("jsonld", "Quay reopens after dredging work"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work - X Times")], "", "Quay opens again after a winter of dredging"),
        ([("h1", "Boats return to the old harbour at last"), ("og", "Quay reopens after a long winter"), ("title", "Quay reopens after a long winter | X Times")], "", "Boats return to the old harbour at last"),
        ([("h1", "Harbours - Quay reopens after dredging work"), ("og", "Quay reopens after dredging work")], "", "Quay reopens after dredging work"),
        ([("h1", "Quay reopens after dredging work - and boats return"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work - and boats return | X Times")], "", "Quay reopens after dredging work - and boats return"),
        ([("h1", "Harbour news\nQuay reopens after dredging work"), ("og", "Quay reopens after dredging work - Town Hall"), ("title", "Quay reopens after dredging work - Town Hall")], "", "Quay reopens after dredging work"),
        ([("h1", "After the storm\nQuay reopens after dredging work"), ("og", "Storm: Quay reopens after dredging work | X"), ("title", "Storm: Quay reopens after dredging work | X")], "", "Quay reopens after dredging work"),
        ([("h1", "Harbours :\nQuay reopens after dredging work"), ("og", "Harbours: Quay reopens after dredging work"), ("title", "Harbours: Quay reopens after dredging work")], "", "Harbours: Quay reopens after dredging work"),
        ([("h1", "Quay reopens\nafter dredging work"), ("og", "Quay reopens after dredging work")], "", "Quay reopens after dredging work"),
        ([("h1", "Quay reopens after dredging work: ‘Nobody believed it’"), ("jsonld", "Quay reopens after dredging work"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work | X")], "", "Quay reopens after dredging work: ‘Nobody believed it’"),
        ([("h1", "Quay reopens after dredging work\nBoats come home to a changed harbour"), ("jsonld", "Quay reopens after dredging work"), ("og", "Quay reopens after dredging work"), ("title", "Quay reopens after dredging work | X")], "", "Quay reopens after dredging work"),
        ([("h2", "Quay reopens | A step-by-step guide"), ("og", "Quay reopens | A step-by-step guide"), ("title", "Quay reopens | A step-by-step guide")], "", "Quay reopens | A step-by-step guide"),
        ([("h1", "Quay reopens after dredging work | Opinion"), ("og", "Quay reopens after dredging work | Opinion")], "", "Quay reopens after dredging work"),
        ([("h1", "新任港湾長に佐野氏"), ("og", "新任港湾長に佐野氏"), ("title", "新任港湾長に佐野氏 ：地域ニュース : 港新聞")], "", "新任港湾長に佐野氏"),
        ([("h1", "Quay’s reopening after dredging"), ("jsonld", "Quay's Reopening After Dredging"), ("og", "Quay's Reopening After Dredging"), ("title", "Quay's Reopening After Dredging | X")], "", "Quay’s reopening after dredging"),
        ([("h1", "Home"), ("title", "Page not found")], "", None),
        ([], "", None),
    ],
)  # fmt: skip
def test_the_headline_a_reader_sees(
    printings: list[tuple[str, str]], site: str, expected: str | None
) -> None:
    found = choose([Printing(text, reader) for reader, text in printings], URL, site)
    assert (found[0] if found else None) == expected
