"""Two texts beside each other, paragraph by paragraph and word by word."""

from __future__ import annotations

from newscrawl.copies.worddiff import Row, word_diff

ONE = "The old dam above Lindholm gave way on Friday."
TWO = "Eleven farms stood in water by noon, the county said."
THREE = "Nobody was hurt, but 340 cattle were lost."


def kinds(rows: list[Row]) -> list[str]:
    return [row.kind for row in rows]


def changed(row: Row) -> tuple[list[str], list[str]]:
    left, right = (
        [r.text for r in side if r.changed] for side in (row.left, row.right)
    )
    return left, right


def test_the_same_text_has_nothing_changed() -> None:
    assert kinds(word_diff([ONE, TWO], [ONE, TWO])) == ["same", "same"]
    assert kinds(word_diff([ONE], [ONE.upper().replace(".", "!")])) == ["same"]
    assert word_diff([], []) == []


def test_words_are_marked_on_both_sides() -> None:
    (row,) = word_diff([THREE], ["Nobody was hurt, but 344 cattle were lost, it said."])
    assert row.kind == "edited"
    assert changed(row) == (["340"], ["344", "it said."])


def test_paragraphs_are_cut_added_and_moved() -> None:
    rows = word_diff([ONE, TWO, THREE], [THREE, ONE, "The mayor is in Rome."])
    assert kinds(rows) == ["cut", "same", "moved", "added"]
    assert kinds(word_diff([ONE, TWO, THREE], [ONE, THREE])) == ["same", "cut", "same"]
    assert kinds(word_diff([ONE], [])) == ["cut"]
    assert kinds(word_diff([], [ONE])) == ["added"]


def test_texts_without_spaces_and_huge_ones_end() -> None:
    assert kinds(word_diff(["東京で地震があった。"], ["東京で地震があった。"])) == [
        "same"
    ]
    huge = [f"word{n} " * 40 for n in range(2_000)]
    assert len(word_diff(huge, huge[:100])) <= 400
