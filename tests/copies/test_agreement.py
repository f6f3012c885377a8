"""The agency's text is what its copies agree on; the rest is an outlet's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.agreement import (
    agency_text,
    agreeing,
    outlets_by_text,
    own_places,
)
from newscrawl.copies.index import StoredCopy
from newscrawl.copies.joining import join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.copies.query import CopyText
from newscrawl.copies.tokens import digest_of, pack, word_form
from tests.prose import prose

if TYPE_CHECKING:
    from collections.abc import Sequence


A, B, C, D, E, F, X, Y, Z = (prose(name, 12) for name in "ABCDEFXYZ")


def stored(number: int, paragraphs: Sequence[str], outlet: str = "") -> StoredCopy:
    return StoredCopy(
        number, f"a{number}", "s1", outlet or f"o{number}", None, "", None, 1,
        digest_of(word_form(paragraphs)), pack(paragraphs),
    )  # fmt: skip


def agreed(*copies: Sequence[str], lead: int = 0) -> list[tuple[str, int]]:
    members = [stored(n, one) for n, one in enumerate(copies)]
    text = agency_text(members[lead], members)
    assert text is not None
    return [(one.text, one.outlets) for one in text.paragraphs]


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        # Cut differently: the whole comes back.
        (([A, B, C], [A, B, C, D, E], [A, C, D, E, F], [A, B, D, E, F]),
         [(A, 4), (B, 3), (C, 3), (D, 3), (E, 3), (F, 2)]),
        # Littered differently: none of it stays.
        (([A, X, B, C], [Y, A, B, C], [A, B, C, Z]), [(A, 3), (B, 3), (C, 3)]),
        # Split and joined: most outlets' paragraphs.
        (([f"{A} {B}", C], [A, f"{B} {C}"], [f"{A} {B}", C]),
         [(f"{A} {B}", 3), (C, 3)]),
        # What one alone has behind all that the others have may be what they cut.
        (([A, B, C, D], [A, B, C], [A, B]), [(A, 3), (B, 3), (C, 2), (D, 1)]),
        # Two others end together: the third went on by itself.
        (([A, B, C, D], [A, B, C], [A, B, C]), [(A, 3), (B, 3), (C, 3)]),
        # Two go on differently: neither is the agency's.
        (([A, B, C, X], [A, B, C, Y], [A, B]), [(A, 3), (B, 3), (C, 2)]),
        # Two outlets: what one alone has inside is left out.
        (([A, X, B, C], [A, B, C]), [(A, 2), (B, 2), (C, 2)]),
        (([A, B],), [(A, 1), (B, 1)]),
    ],
)  # fmt: skip
def test_what_several_have_is_the_agency_s(
    copies: tuple[list[str], ...], expected: list[tuple[str, int]]
) -> None:
    assert agreed(*copies) == expected


def test_the_order_of_the_copies_changes_nothing() -> None:
    copies = ([A, B, C, X], [A, B, D, E], [A, C, D, E, F], [Y, A, B, D, F])
    texts = []
    for turn in range(4):
        turned = copies[turn:] + copies[:turn]
        texts.append(sorted(agreed(*turned)))
    assert texts == [texts[0]] * 4


def test_the_wording_of_most_copies_is_taken() -> None:
    words = B.split()
    words[5] = "otherwise"
    edited = " ".join(words)
    assert agreed([A, edited, C], [A, B, C], [A, B, C])[1] == (B, 3)
    assert agreed([A, B, C], [A, edited, C], [A, edited, C])[1] == (edited, 3)


def test_an_update_is_another_text() -> None:
    new = [*(prose(f"new {n}", 12) for n in range(4)), C, D, E, F]
    old = [A, B, C, D, E, F]
    texts = [text for text, _ in agreed(old, old, new, new)]
    assert texts == old
    assert [text for text, _ in agreed(old, old, new, new, lead=2)] == new


def test_an_outlet_that_has_it_twice_counts_once() -> None:
    members = [stored(0, [A, B, C]), stored(1, [A, X, B, C], "o"),
               stored(2, [A, X, B], "o"), stored(3, [A, B, C])]  # fmt: skip
    text = agency_text(members[0], members)
    assert text is not None
    assert (text.outlets, [one.text for one in text.paragraphs]) == (3, [A, B, C])
    assert text.own == {"a0": (), "a1": (1,), "a2": (1,), "a3": ()}


def test_what_is_an_outlet_s_own_is_told_by_paragraph() -> None:
    members = [
        stored(0, [A, B, C, D]),
        stored(1, [f"{X} {Y}", A, f"{B} {Z}", C, D]),
        stored(2, [A, B, C, D, prose("appeal", 12)]),
    ]
    text = agency_text(members[0], members)
    assert text is not None
    assert text.own == {"a0": (), "a1": (0,), "a2": (4,)}
    assert text.base == "a0"


def test_there_is_no_text_of_pruned_copies() -> None:
    assert agency_text(stored(0, []), [stored(1, [A, B])]) is None
    text = agency_text(stored(0, [A, B, C]), [stored(1, [])])
    assert text is not None and text.outlets == 1


@pytest.mark.parametrize("size", [3, 60])
def test_repetition_and_many_copies_are_survived(size: int) -> None:
    members = [stored(n, [A] * 500 + [f"{B} {n}", C]) for n in range(size)]
    text = agency_text(members[0], members)
    assert text is not None
    assert text.paragraphs[0].text.startswith(A)


def test_two_others_with_one_text_speak_against_a_third() -> None:
    whole, cut = [A, B, C], [A, C]
    odd = stored(9, cut)
    for others, count in (
        ([stored(1, whole), stored(2, whole)], 2),
        ([stored(1, whole), stored(2, [A, B])], 1),
        ([stored(1, cut), stored(2, whole), stored(3, whole)], 0),
        ([stored(1, whole, "same"), stored(2, whole, "same")], 1),
    ):
        assert agreeing(odd, outlets_by_text([odd, *others])) == count


def test_the_own_paragraphs_of_a_copy_of_the_index() -> None:
    index = MemoryIndex()
    for number, paragraphs in enumerate(([A, B, C, D], [X, A, B, C, D], [A, B, C, D])):
        join(index, CopyText(f"a{number}", f"o{number}", None, "Dam", paragraphs))
    assert own_places(index, "a1") == (0,)
    assert own_places(index, "a0") == ()
    assert own_places(index, "unknown") == ()
    join(index, CopyText("b0", "o0", None, "Quay", [E, F]))
    join(index, CopyText("b1", "o1", None, "Quay", [E, F, X]))
    assert own_places(index, "b1") == ()  # one other outlet proves nothing
