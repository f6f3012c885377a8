"""Names become marks and places in the marked text lead back to the text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.marks import MARK, mark_names
from newscrawl.text.names import AgencyNames

NAMES = AgencyNames({"PTI": "pti", "Press Trust of India": "pti", "dpa": "dpa"})
PIECES = st.sampled_from(
    [
        "PTI",
        "Press Trust of India",
        "dpa",
        " ",
        ", ",
        "rain",
        "é",
        "\U00010600",
        "(",
        "।",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_what_stands_at_a_place_is_what_stood_there(text: str) -> None:
    marked = mark_names(text, NAMES)
    for place, letter in enumerate(marked.text):
        origin = marked.origin(place)
        if re.fullmatch(MARK, letter):
            named = marked.found[ord(letter) - ord(MARK[1])]
            assert text[origin:].startswith(named.token)
            assert marked.agency(letter) == named.agency
        elif letter != "\N{REPLACEMENT CHARACTER}":
            assert text[origin] == letter
    assert marked.origin(len(marked.text)) == len(text)


def test_a_page_cannot_bring_marks_of_its_own() -> None:
    assert not re.search(
        MARK, mark_names("Said \U00010600 and \U00010736.", NAMES).text
    )


def test_more_names_than_marks_leave_the_rest_as_it_is() -> None:
    marked = mark_names("PTI " * 400, NAMES)
    assert marked.text.endswith("PTI ")
    assert marked.origin(len(marked.text)) == 1600


def test_names_in_small_letters_and_other_scripts_are_found() -> None:
    names = AgencyNames({"dpa": "dpa", "आईएएनएस": "ians", "ČTK": "ctk", "AP": "ap"})
    marked = mark_names("dpa, AP, ČTK und आईएएनएस.", names)
    assert [one.agency for one in marked.found] == ["dpa", "ap", "ctk", "ians"]
    assert len(mark_names("AP in a plain line", names).found) == 1
