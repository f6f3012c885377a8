"""What a desk did to a text, told in counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.edits import DeskEdits
from newscrawl.copies.joining import join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.copies.query import CopyText
from tests.prose import prose

if TYPE_CHECKING:
    from collections.abc import Sequence


def paragraph(name: str) -> str:
    return " ".join(prose(f"{name} {n}", 14) for n in range(3))


TEXT = [paragraph(name) for name in "abcdef"]


def edits(
    paragraphs: Sequence[str],
    *,
    headline: str = "Dam gives way above Lindholm town",
    dateline: str | None = "Lindholm, March 2",
    agency: str | None = "ians",
    before: str | None = "Lindholm, March 2",
) -> DeskEdits:
    index = MemoryIndex()
    at = "2026-03-02T09:00:00+00:00"
    first = "Dam gives way above Lindholm town"
    join(index, CopyText("a", "north", at, first, TEXT, "ians", dateline=before))
    told = join(
        index,
        CopyText("b", "south", at, headline, paragraphs, agency, dateline=dateline),
    ).edits
    assert told is not None
    return told


def test_nothing_changed() -> None:
    assert edits(TEXT) == DeskEdits(
        headline="same", headline_kept=1.0, dateline="same", credit_removed=False,
        kept=6, moved=0, cut=0, cut_from=(), added=0, sentences_edited=0,
        words_changed=0.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "cut", "where"),
    [
        (TEXT[:4], 2, ("end",)),
        (TEXT[1:], 1, ("top",)),
        ([*TEXT[:2], *TEXT[4:]], 2, ("middle",)),
        ([TEXT[1], *TEXT[3:5]], 3, ("top", "middle", "end")),
    ],
)
def test_where_paragraphs_were_cut(
    paragraphs: list[str], cut: int, where: tuple[str, ...]
) -> None:
    told = edits(paragraphs)
    assert (told.cut, told.cut_from) == (cut, where)


@pytest.mark.parametrize(
    ("order", "moved"), [("abcdef", 0), ("abfcde", 1), ("adbcef", 1), ("abefcd", 2)]
)
def test_paragraphs_that_moved(order: str, moved: int) -> None:
    told = edits([paragraph(name) for name in order])
    assert (told.kept, told.moved, told.cut, told.added) == (6, moved, 0, 0)


def test_own_paragraphs_are_added() -> None:
    told = edits([TEXT[0], paragraph("local"), *TEXT[1:], paragraph("more")])
    assert (told.kept, told.added, told.cut, told.moved) == (6, 2, 0, 0)


def test_sentences_in_other_words() -> None:
    words = TEXT[2].split()
    words[4], words[30] = "otherwise", "elsewhere"
    told = edits([*TEXT[:2], " ".join(words), *TEXT[3:]])
    assert (told.kept, told.sentences_edited) == (6, 2)
    own = f"{TEXT[2]} {prose('own', 14)}"
    assert edits([*TEXT[:2], own, *TEXT[3:]]).sentences_edited == 0


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("Lindholm, March 2", "LINDHOLM, March 2", "same"),
        ("Lindholm, March 2", "Oslo", "changed"),
        ("Lindholm, March 2", None, "removed"),
        (None, "Oslo", None),
    ],
)
def test_the_dateline(before: str | None, now: str | None, told: str | None) -> None:
    assert edits(TEXT, before=before, dateline=now).dateline == told


def test_headline_and_credit() -> None:
    told = edits(TEXT, headline="Dam gives way in the north", agency=None)
    assert (told.headline, told.credit_removed) == ("rewritten", True)
    assert told.headline_kept == 0.3333
