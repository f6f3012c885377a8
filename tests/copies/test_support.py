"""Credited copies speak for an uncredited one, whichever came first."""

from __future__ import annotations

from itertools import permutations

import pytest

from newscrawl.copies.joining import join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.copies.query import CopyText
from newscrawl.copies.support import best_support

PARAGRAPHS = [
    "The harbour board of Nordvik on Tuesday approved a 412 million crown breakwater"
    " after engineers warned that 37 fishing boats had been lost in two winters.",
    "Board chairman Elias Thorne said the first 900 metres would stand by October,"
    " while divers from Salt Marine inspect the seabed off Gull Point.",
    "Critics led by councillor Mira Vance had asked for a cheaper wall of 18 caissons,"
    " but lost the vote by 11 to 4 after a debate of seven hours.",
    "Insurers raised premiums by 23 per cent last year, the boat owners' league noted,"
    " and three canneries on Kelp Street closed their doors for good.",
    "Work begins on May 9 with the removal of 14,000 tonnes of rock from the old pier,"
    " which the storm of January split in the middle.",
]


def copy(name: str, paragraphs: list[str], agency: str | None = None) -> CopyText:
    return CopyText(name, name, None, "Board approves breakwater", paragraphs, agency)


WHOLE = copy("whole", PARAGRAPHS, "ians")
CUT = copy("cut", PARAGRAPHS[:3], "ians")
SILENT = copy("silent", PARAGRAPHS)


@pytest.mark.parametrize("order", list(permutations([WHOLE, CUT, SILENT])))
def test_the_same_words_speak_wholly_in_any_order(order) -> None:
    index = MemoryIndex()
    stories = {join(index, one).story for one in order}
    assert len(stories) == 1
    support = best_support(index, index.copy("silent"), "ians")
    assert support is not None
    assert (support.matched, support.weight, support.verbatim) == ("whole", 1.0, True)


def test_a_credited_cut_that_stands_whole_in_the_text_speaks_for_it() -> None:
    index = MemoryIndex()
    join(index, CUT)
    join(index, SILENT)
    support = best_support(index, index.copy("silent"), "ians")
    assert support is not None
    assert support.weight > 0.9
    assert not support.verbatim


def test_nobody_speaks_for_himself_nor_for_another_agency() -> None:
    index = MemoryIndex()
    join(index, CUT)
    assert best_support(index, index.copy("cut"), "ians") is None
    join(index, SILENT)
    assert best_support(index, index.copy("silent"), "pti") is None
