"""Stories that turn out to be one, pages that are used again, firsts that move."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.changes import merge_stories
from newscrawl.copies.joining import join
from newscrawl.copies.memory import MemoryIndex
from newscrawl.copies.query import CopyText
from newscrawl.store.sqlite import open_store
from tests.prose import prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newscrawl.copies.index import CopyIndex


LEAD = prose("lead", 45)
MIDDLE = [prose(f"middle {n}", 45) for n in range(4)]
LOCAL = [prose(f"local {n}", 45) for n in range(8)]
WHOLE = [LEAD, *MIDDLE]
# Two desks kept the lead, each another part, and wrote much of their own.
NORTH = [LEAD, *MIDDLE[:2], *LOCAL[:2]]
SOUTH = [LEAD, *MIDDLE[2:], *LOCAL[4:6]]


def copy(
    name: str,
    paragraphs: Sequence[str],
    hour: int = 9,
    agency: str | None = None,
    headline: str | None = None,
) -> CopyText:
    at = f"2026-03-02T{hour:02d}:00:00+00:00"
    return CopyText(
        name, f"outlet-{name}", at, headline or name * 3, paragraphs, agency
    )


@pytest.fixture(params=["memory", "sqlite"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CopyIndex]:
    if request.param == "memory":
        yield MemoryIndex()
        return
    store = open_store(tmp_path / "state.sqlite")
    yield store.copies()
    store.close()


def test_a_whole_text_makes_one_story_of_its_cuts(index: CopyIndex) -> None:
    north = join(index, copy("n", NORTH, 8))
    south = join(index, copy("s", SOUTH, 7, "ians"))
    assert north.story != south.story
    whole = join(index, copy("w", WHOLE, 10))
    (change,) = whole.changes
    assert (change.kind, change.story, change.into) == (
        "merge", south.story, north.story
    )  # fmt: skip
    assert (change.article, change.outlet) == ("w", "outlet-w")
    assert whole.story == north.story
    state = index.story(north.story)
    assert state is not None
    assert (state.first, state.first_at, state.agency) == (
        "s", "2026-03-02T07:00:00+00:00", "ians"
    )  # fmt: skip
    assert (whole.first_outlet, whole.lag_seconds, whole.agency) == (
        "outlet-s", 10_800, "ians"
    )  # fmt: skip
    assert {one.id for one in index.members(north.story, 9)} == {"n", "s", "w"}
    assert index.story(south.story) == state
    assert index.members(south.story, 9) == []
    assert index.new_story_id() not in {north.story, south.story}


@pytest.mark.parametrize("order", list(itertools.permutations("nsw")))
def test_cuts_and_whole_are_one_story_in_any_order(
    index: CopyIndex, order: tuple[str, ...]
) -> None:
    texts = {"n": NORTH, "s": SOUTH, "w": WHOLE}
    for name in order:
        join(index, copy(name, texts[name]))
    homes = {stored.story for n in "nsw" if (stored := index.copy(n))}
    assert len(homes) == 1
    assert len(list(index.stories())) == 1


def test_a_merged_story_takes_more_copies_and_more_stories(index: CopyIndex) -> None:
    first = join(index, copy("n", NORTH))
    second = join(index, copy("s", SOUTH))
    join(index, copy("w", WHOLE))
    again = join(index, copy("t", SOUTH))
    assert (again.story, again.changes) == (first.story, ())
    other = join(index, copy("x", LOCAL[6:]))
    assert merge_stories(index, second.story, other.story) == (
        other.story, first.story
    )  # fmt: skip
    for name in (second.story, other.story):
        state = index.story(name)
        assert state is not None and state.id == first.story
    with pytest.raises(ValueError, match="not two stories"):
        merge_stories(index, second.story, other.story)


@pytest.mark.parametrize(
    "page",
    [
        [*NORTH[1:], *SOUTH],  # opens as one of them only
        [LOCAL[7], *NORTH[1:3], *SOUTH[1:]],  # as neither
        [LEAD],  # a notice that stands in both
    ],
)
def test_a_page_with_two_stories_on_it_makes_them_not_one(
    index: CopyIndex, page: list[str]
) -> None:
    join(index, copy("n", NORTH))
    join(index, copy("s", SOUTH))
    join(index, copy("p", page))
    one, two = index.copy("n"), index.copy("s")
    assert one is not None and two is not None and one.story != two.story


def test_stories_of_two_agencies_stay_two(index: CopyIndex) -> None:
    one = join(index, copy("n", NORTH, agency="ians"))
    two = join(index, copy("s", SOUTH, agency="ani"))
    assert join(index, copy("w", WHOLE)).changes == ()
    assert index.story(two.story) != index.story(one.story)


def test_a_page_given_to_another_article_leaves_its_story(index: CopyIndex) -> None:
    story = join(index, copy("a", WHOLE, 7, "ians")).story
    join(index, copy("b", WHOLE, 8, "ians"))
    new = replace(copy("a", LOCAL, 12, headline="quite another"), version=2)
    told = join(index, new)
    (change,) = told.changes
    assert (change.kind, change.story, change.into) == ("split", story, told.story)
    assert (told.story != story, told.relation, told.agency) == (True, "first", None)
    state = index.story(story)
    assert state is not None
    assert (state.first, state.first_outlet, state.agency) == ("b", "outlet-b", "ians")
    lead = index.number(state.lead)
    assert lead.id == "b"
    assert [one.id for one in index.members(story, 9)] == ["b"]


def test_it_joins_the_story_it_now_shows(index: CopyIndex) -> None:
    join(index, copy("a", WHOLE))
    join(index, copy("b", WHOLE))
    other = join(index, copy("c", LOCAL)).story
    told = join(index, replace(copy("a", LOCAL, headline="ccc"), version=2))
    assert (told.story, told.relation) == (other, "verbatim")
    assert [one.kind for one in told.changes] == ["split"]


def test_alone_it_takes_its_story_along(index: CopyIndex) -> None:
    story = join(index, copy("a", WHOLE)).story
    again = join(index, replace(copy("a", LOCAL, headline="other"), version=2))
    assert (again.story, again.changes) == (story, ())
    other = join(index, copy("c", MIDDLE)).story
    moved = join(index, replace(copy("a", MIDDLE, headline="third"), version=3))
    (change,) = moved.changes
    assert (change.kind, change.story, change.into) == ("merge", other, story)
    assert len(list(index.stories())) == 1


@pytest.mark.parametrize(
    ("headline", "paragraphs"),
    [
        ("aaa", LOCAL),  # the headline stayed: a text written anew
        ("other", [LEAD, *LOCAL[:3]]),  # some of the text stayed
        ("other", ["Removed."]),  # too little to tell
    ],
)
def test_a_rewritten_page_stays(
    index: CopyIndex, headline: str, paragraphs: list[str]
) -> None:
    story = join(index, copy("a", WHOLE)).story
    join(index, copy("b", WHOLE))
    told = join(index, replace(copy("a", paragraphs, headline=headline), version=2))
    assert (told.story, told.changes) == (story, ())


def test_a_late_arrival_says_that_the_first_moved(index: CopyIndex) -> None:
    join(index, copy("a", WHOLE, 9))
    told = join(index, copy("b", WHOLE, 6))
    (change,) = told.changes
    assert (change.kind, change.story, change.into) == ("first", told.story, told.story)
    assert (change.article, change.outlet) == ("b", "outlet-b")
    assert change.why == (
        "outlet-b had it at 2026-03-02T06:00:00+00:00, before outlet-a at"
        " 2026-03-02T09:00:00+00:00"
    )
    assert join(index, copy("c", WHOLE, 7)).changes == ()


def test_a_given_story_is_believed(index: CopyIndex) -> None:
    told = join(index, copy("a", WHOLE), into="s00000007")
    assert told.story == "s00000007"
    assert join(index, copy("b", WHOLE), into="s00000009").story == "s00000009"
    moved = join(index, replace(copy("b", WHOLE), version=2), into="s00000007")
    assert (moved.story, [one.kind for one in moved.changes]) == (
        "s00000007", ["merge"]
    )  # fmt: skip
    assert index.new_story_id() == "s00000010"


def test_no_outlet_makes_stories_one_by_itself(index: CopyIndex) -> None:
    join(index, copy("a", WHOLE))
    join(index, copy("b", LOCAL))
    hostile = [
        copy("x1", [LEAD, *LOCAL]),  # goes to b, and opens as a
        copy("x2", [*WHOLE, *LOCAL]),
    ]
    for one in hostile:
        assert join(index, replace(one, outlet="hostile")).changes == ()
    one, two = index.copy("a"), index.copy("b")
    assert one is not None and two is not None and one.story != two.story
