"""Language by script and words, the tag only as a hint."""

from __future__ import annotations

import pytest

from newscrawl.text.language import count_words, read_language, weighs, weight


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        (
            "The board said that the quay was deeper and the line is open"
            " to all.", "hi", "en"),
        (
            "Der Rat hat die Brücke mit dem neuen Geländer nicht für den"
            " Verkehr der Stadt geöffnet.", None, "de"),
        ("नदी के पुल की मरम्मत बुधवार को पूरी हुई", "en-IN", "hi"),
        ("নদীর সেতু বুধবার খুলে দেওয়া হয়েছে", None, "bn"),
        ("ஆற்றுப் பாலம் புதன்கிழமை திறக்கப்பட்டது", "en", "ta"),
        ("渡轮航线在疏浚工程完成之后已经重新开放", None, "zh"),
        ("橋は水曜日に開通しました", "en", "ja"),
        ("دریا کا پل بدھ کو کھول دیا گیا ہے", "ur", "ur"),
        ("340", "pt-BR", "pt"),
        ("", None, None),
    ],
)  # fmt: skip
def test_language(text: str, tag: str | None, expected: str | None) -> None:
    assert read_language(text, tag) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The quay opened.\n\nIt’s “open” – again", 6),
        ("नदी का पुल\nRain stops play\nMüller’s Café", 8),
        ("渡轮航线\n已经开放", 4),
    ],
)
def test_words_are_counted_over_lines_of_several_scripts(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    "text", ["words", "नदी का", "新闻通讯社", "新闻 and words", ""]
)
@pytest.mark.parametrize("least", [0, 3, 5, 12, 12.5, 13])
def test_a_weighed_length_is_compared_as_it_is_counted(text: str, least: float) -> None:
    assert weighs(text, least) is (len(text) * weight(text) > least)
