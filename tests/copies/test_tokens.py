"""Bodies become words with their paragraphs, quotations and names, and back."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.copies import tokens
from newscrawl.copies.align import Block, align, in_order, seed_places
from newscrawl.copies.tokens import (
    pack,
    read_tokens,
    split_words,
    unpack,
    unpack_text,
    word_form,
)
from newscrawl.text.clean import words

if TYPE_CHECKING:
    from collections.abc import Callable


def test_quotations_and_names_are_marked() -> None:
    read = read_tokens(["He met Asha Rao. “No deal,” she said in Pune.", "Rain fell."])
    quoted = [w for w, q in zip(read.words, read.quoted, strict=True) if q]
    assert quoted == ["no", "deal"]
    assert read.names == {"asha", "rao", "pune"}
    assert read.starts == [0, 10]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北京三月", ["北", "京", "三", "月"]),
        ("iPhone在北京", ["iphone", "在", "北", "京"]),
        ("नई दिल्ली में 5", ["नई", "दिल्ली", "में", "5"]),
        ("don’t stop", ["don't", "stop"]),
    ],
)
def test_words_of_scripts(text: str, found: list[str]) -> None:
    assert split_words(text) == found


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_packing_loses_nothing(paragraphs: list[str]) -> None:
    lines = [one.replace("\n", " ") for one in paragraphs]
    assert unpack(pack(paragraphs)) == read_tokens(lines)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.text(max_size=60) | st.text("aB1_'`\"’“”«-\n\t\x0b\x1c é", max_size=30),
        max_size=4,
    )
)
def test_the_fast_words_are_the_comparison_form_s(paragraphs: list[str]) -> None:
    slow = [word for one in paragraphs for word in words(one)]
    assert "".join(split_words(" ".join(paragraphs))) == "".join(slow)
    form = word_form(paragraphs)
    assert form == " ".join(read_tokens(paragraphs).words).encode()


def test_a_body_of_the_first_version_is_still_read() -> None:
    lines = ["traders met asha rao", "no deal she said", "asha rao", "4 6"]
    packed = zlib.compress("\n".join(lines).encode())
    read = unpack(packed)
    assert read.paragraphs() == [one.split() for one in lines[:2]]
    assert (read.names, read.quoted) == ({"asha", "rao"}, b"\0\0\0\0\1\1\0\0")
    assert unpack_text(packed) == lines[:2]


def test_a_body_of_the_third_version_is_still_read() -> None:
    lines = ["Traders met Asha Rao.", "“No deal,” she said."]
    packed = b"p" + zlib.compress("\n".join(lines).encode(), 1)
    assert unpack_text(packed) == lines
    assert unpack(packed) == read_tokens(lines)


@pytest.mark.parametrize("harm", [lambda b: b[:-2], lambda b: b[:40] + b"\0" + b[41:]])
def test_a_damaged_body_is_told(harm: Callable[[bytes], bytes]) -> None:
    packed = pack([" ".join(f"word{n}" for n in range(90))])
    with pytest.raises(ValueError, match=r"\w"):
        unpack_text(harm(packed))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from("abcd"), max_size=80),
    st.lists(st.sampled_from("abcd"), max_size=80),
)
def test_blocks_are_equal_words_each_used_once(one: list[str], two: list[str]) -> None:
    blocks = align(one, two, seed_places(one))
    for block in blocks:
        assert (
            one[block.a : block.a + block.size] == two[block.b : block.b + block.size]
        )
    for side in ("a", "b"):
        used = [getattr(b, side) + n for b in blocks for n in range(b.size)]
        assert len(used) == len(set(used))
    chain = [block for block in in_order(blocks) if block.size < 25]
    assert [b.a for b in chain] == sorted(b.a for b in chain)


def test_a_text_aligns_with_itself_whole() -> None:
    words = [f"w{n}" for n in range(50)]
    (block,) = align(words, words, seed_places(words))
    assert (block.a, block.b, block.size) == (0, 0, 50)
    assert align(words, list(words), {}) == [block]
    refrain = ["row", "row", "row"] * 20
    assert align(refrain, refrain, seed_places(refrain)) == [Block(0, 0, 60)]
    assert align(["row", "on"], ["row", "on"], {}) == []


def test_moved_paragraphs_count_and_shuffled_sentences_do_not() -> None:
    one = [f"w{n}" for n in range(120)]
    moved = one[60:] + one[:60]
    assert sum(b.size for b in in_order(align(one, moved, seed_places(one)))) == 120
    pieces = [one[n : n + 10] for n in range(0, 120, 10)]
    shuffled = [word for piece in pieces[::-1] for word in piece]
    assert sum(b.size for b in in_order(align(one, shuffled, seed_places(one)))) == 10


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.text(max_size=60)
        | st.text("aB1_'`\"’“”«-\n\t\x0b\x1c é.", max_size=40)
        | st.text("Aab ’'\",.–", max_size=40),
        max_size=5,
    )
)
def test_plain_text_is_read_as_any_text_is(paragraphs: list[str]) -> None:
    assert read_tokens(paragraphs) == tokens._read_any(paragraphs)
