from __future__ import annotations

import pytest

from newscrawl.text.outletnotes import Block, OutletNotes
from newscrawl.text.recurring import MOST_BLOCKS, OutletMemory, block_key, telling_keys
from tests.prose import prose

OWN = "Neighbours of the valley press meet at the old mill on first Sundays."
LONG = (
    "The upper dam was built in the year of the great flood and feeds the canals of "
    "three districts, which have quarrelled over its water ever since it was opened."
)


def page(number: int, *more: str) -> list[tuple[str, str]]:
    texts = [prose((number, part)) for part in range(10)]
    return [("lead", texts[0]), *(("p", text) for text in (*texts[1:], *more))]


def notes_of(pages: list[list[tuple[str, str]]], headline: str = "") -> OutletNotes:
    notes = OutletNotes()
    for number, paragraphs in enumerate(pages):
        notes.note(headline or prose(("headline", number), 6), paragraphs)
    return notes


def test_a_line_under_five_stories_is_known_and_under_four_is_not() -> None:
    four = notes_of([page(n, OWN) for n in range(4)])
    assert not four.memory().knows("p", OWN)
    four.note("Another one", page(4, OWN))
    assert four.memory().knows("p", OWN)
    assert not any(four.memory().knows(*one) for n in range(5) for one in page(n))


@pytest.mark.parametrize(
    ("each", "pages", "known"), [(5, 40, True), (6, 60, False), (2, 9, True)]
)
def test_it_must_stand_on_one_page_in_five(each: int, pages: int, known: bool) -> None:
    all_pages = [page(n, *([OWN] if n % each == 0 else [])) for n in range(pages)]
    assert notes_of(all_pages).memory().knows("p", OWN) is known


def test_the_share_is_that_of_the_pages_since_it_was_first_seen() -> None:
    """A line that is new on an old outlet is learnt as soon as on a new one."""
    pages = [page(n) for n in range(150)] + [page(n, OWN) for n in range(150, 155)]
    assert notes_of(pages).memory().knows("p", OWN)


def test_what_is_gone_from_an_outlet_is_known_no_more() -> None:
    pages = [page(n, OWN) for n in range(20)] + [page(n) for n in range(20, 130)]
    assert not notes_of(pages).memory().knows("p", OWN)


def test_what_stood_long_ago_counts_for_less() -> None:
    notes = notes_of([page(n, OWN) for n in range(1_000)])
    block = notes.blocks[block_key("p", OWN)]  # type: ignore[index]
    assert block.count < 300
    for number in range(1_000, 1_900):
        notes.note("Later", page(number))
    assert not notes.memory().knows("p", OWN)


def test_a_background_that_is_about_its_stories_is_no_litter() -> None:
    pages = [page(n, LONG) for n in range(8)]
    assert not notes_of(pages, "Water of the dam divides farmers").memory()
    assert notes_of(pages, "Singer wins a prize").memory().knows("p", LONG)


def test_what_another_outlet_has_too_is_the_agencys() -> None:
    notes = OutletNotes()
    for number in range(12):
        elsewhere = set(telling_keys([("p", LONG)])) if number == 3 else set()
        notes.note("Singer wins a prize", page(number, LONG), elsewhere=elsewhere)
    assert not notes.memory()


def test_a_block_counts_once_a_page_however_often_it_stands_there() -> None:
    notes = notes_of([[*page(1), *[("p", OWN)] * 500]])
    assert notes.blocks[block_key("p", OWN)].count == 1  # type: ignore[index]
    assert not notes.memory()


def test_what_was_cut_is_counted_further() -> None:
    notes = notes_of([page(n, OWN) for n in range(5)])
    for number in range(5, 60):
        notes.note("Later", page(number), learnt=[OWN])
    assert notes.memory().knows("p", OWN)


def test_an_outlets_notes_are_bounded_and_keep_what_recurs() -> None:
    notes = OutletNotes()
    for number in range(300):
        short = [("p", prose((number, part), 4)) for part in range(40)]
        changed = notes.note("Many lines", [*short, ("p", OWN)])
        assert len(notes.blocks) <= MOST_BLOCKS
        assert len(changed) <= 24 + MOST_BLOCKS
    assert notes.memory().knows("p", OWN)


def test_a_hostile_page_cannot_make_another_articles_text_recur() -> None:
    victim = page(7)
    stolen = [("p", text) for _, text in victim]
    notes = notes_of([page(n) for n in range(20)])
    for _ in range(3):
        notes.note("Stolen", stolen * 50)
    assert not notes.memory()


def test_a_memory_goes_through_json_and_refuses_what_is_none() -> None:
    memory = notes_of([page(n, OWN, LONG) for n in range(6)], "Prize").memory()
    assert len(memory.keys) == 2
    told = memory.as_json()
    assert OutletMemory.from_json(told) == memory
    assert not OutletMemory.from_json([])
    for wrong in (["x"], ["-1"], ["1" * 17]):
        with pytest.raises(ValueError, match=r"key|literal"):
            OutletMemory.from_json(wrong)


def test_a_background_under_nearly_everything_is_litter_after_all() -> None:
    assert Block(first=1, last=16, count=15, touching=14).recurs(16)
    assert not Block(first=1, last=16, count=15, touching=14, shared=True).recurs(16)
