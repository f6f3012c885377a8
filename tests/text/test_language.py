"""Language by script and words, the tag only as a hint."""

from __future__ import annotations

import pytest

from newscrawl.text.language import read_language


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
