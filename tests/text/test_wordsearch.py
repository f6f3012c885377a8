"""Any of many words is found wherever one stands, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text import appeals, boilerplate, phrases
from newscrawl.text.wordsearch import AnyWord

LISTS = [
    phrases.ANCHORS,
    [sign for signs in appeals._SIGNS.values() for sign in signs],
    [sign for sign, _ in boilerplate._BY_SIGN],
    ["a", "aa", "dépêche", "এজেন্স", "फ़ीड", "x.y", "(c)", " ots"],
]


@pytest.mark.parametrize("words", LISTS)
def test_each_word_is_found_in_texts_of_its_and_of_another_script(
    words: list[str],
) -> None:
    one_of = AnyWord(words)
    for word in words:
        for around in ("", "x", "ঢাকা", "नदी ", "“é”", " 渡"):
            assert one_of.is_in(f"{around}{word}{around}"), (word, around)


@given(st.sampled_from(LISTS), st.data())
@settings(max_examples=300, deadline=None)
def test_it_finds_what_is_found_word_by_word(words: list[str], data) -> None:
    parts = st.sampled_from([*words, *(word[1:] for word in words), " ", "é", "য"])
    text = "".join(data.draw(st.lists(parts, max_size=4)))[1:]
    assert AnyWord(words).is_in(text) is any(word in text for word in words)


def test_of_no_words_none_is_found() -> None:
    assert not AnyWord([]).is_in("a text")
