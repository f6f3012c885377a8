from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.copies.tokens import split_words
from newscrawl.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("   ", 0),
        ("Rain fell", 1),
        ("Rain fell. Boats waited.", 2),
        ("Rain fell.Boats waited.", 1),
        ('"Wait," she said. "It is late."', 2),
        ('He asked: "Why?" Nobody knew.', 2),
        ("Prices rose 4.5 per cent. Rs. 300 crore were lost.", 2),
        ("J. K. Rao and Dr. Sen met Gov. Lind on Jan. 4.", 1),
        ("It was late… She left.", 2),
        ("पानी बढ़ा। नावें रुकीं।", 2),
        ("雨が降った。船は出なかった！", 2),
        ("بارش ہوئی۔ کشتیاں رکیں۔", 2),
    ],
)
def test_sentences_are_told_apart(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(max_size=300))
def test_no_word_is_lost(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(one == one.strip() and one for one in found)


@pytest.mark.parametrize("part", [". ", "a. ", "A. ", "。", "?!", '." ', "Mr. "])
def test_long_texts_take_linear_work(part: str) -> None:
    found = sentences(part * 20_000 + "End")
    assert split_words(" ".join(found))[-1:] == ["end"]
