"""Text on a terminal or in a log: what obeys is taken out, what is letters stays."""

from __future__ import annotations

import json

import pytest

from newscrawl.text.lines import dump_line, printable, shown

# Hindi and Malayalam with joiners, Persian with a non-joiner.
WORDS = (
    "\u0915\u094d\u200d\u0937",
    "\u0d28\u0d4d\u200d",
    "\u0645\u06cc\u200c\u0631\u0648\u062f",
)


@pytest.mark.parametrize("word", WORDS)
def test_joined_letters_stay_one_word(word: str) -> None:
    assert shown(f"{word}\n{word}") == f"{word}\n{word}"
    assert printable(word) == word


@pytest.mark.parametrize(
    "sign", ["\x1b", "\x9b", "\x07", "\x08", "\r", "\u202e", "\u2066", "\u2028", "\x00"]
)
def test_what_a_terminal_obeys_is_taken_out(sign: str) -> None:
    assert shown(f"a{sign}[2Jb") == "a [2Jb"
    assert sign not in printable(f"a{sign}b")
    assert json.loads(dump_line({"a": sign})) == {"a": sign}
