"""Taking what recurs on an outlet out of one of its texts, with care for the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.text.byline import is_byline
from newscrawl.text.credit import find_names
from newscrawl.text.dateline import read_dateline
from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.language import weight
from newscrawl.text.recurring import RECURRING, is_edge, is_short
from newscrawl.text.tail import whole_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.names import AgencyNames
    from newscrawl.text.recurring import OutletMemory

_ABOVE = 120  # weighed characters of a line over the lead; leads are longer
_LEADS = frozenset({"p", "lead"})
_MOST = 24  # paragraphs taken out of one text


def without_recurring(
    paragraphs: Sequence[tuple[str, str]], memory: OutletMemory, names: AgencyNames
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The text without the outlet's own paragraphs, and those with their reasons.

    Headings that then stand over nothing go with them.
    """
    places = recurring_places(paragraphs, memory, names)
    cut = [(RECURRING, paragraphs[place][1]) for place in places]
    kept = [one for at, one in enumerate(paragraphs) if at not in places]
    while cut and len(kept) > 1 and kept[-1][0] == "subhead":
        cut.append(("heading", kept.pop()[1]))
    return kept, cut


def recurring_places(
    paragraphs: Sequence[tuple[str, str]], memory: OutletMemory, names: AgencyNames
) -> list[int]:
    """Which of a text's paragraphs ``(kind, text)`` are the outlet's own, in order.

    They are known to recur and stand at an edge, or are short. What names an agency,
    a source, an author or a place of filing stays for those who look for it; the lead
    stays always; and what goes is never more than what stays.

    >>> from newscrawl.text.names import AgencyNames
    >>> from newscrawl.text.recurring import OutletMemory
    >>> line = ("p", "All the valley in one letter")
    >>> text = [("p", "The upper dam broke on Friday after a week of rain."), line]
    >>> recurring_places(text, OutletMemory.of([line[1]]), AgencyNames())
    [1]
    """
    known = [
        place
        for place, (kind, text) in enumerate(paragraphs)
        if (is_short(text) or is_edge(place, len(paragraphs)))
        and memory.knows(kind, text)
        and not _tells(text, names)
    ]
    if not known:
        return []
    lead = _lead(paragraphs, set(known))
    if lead is None:
        return []
    total = sum(len(text) for _, text in paragraphs)
    room, taken = total // 2, list[int]()
    for place in reversed(known):
        text = paragraphs[place][1]
        if place == lead or (place < lead and not _above(text)):
            continue
        if len(text) <= room and len(taken) < _MOST:
            room -= len(text)
            taken.append(place)
    return taken[::-1]


def _lead(paragraphs: Sequence[tuple[str, str]], known: set[int]) -> int | None:
    """The first paragraph that is not known, if any is; else nothing is to be cut."""
    for place, (kind, _) in enumerate(paragraphs):
        if kind in _LEADS and place not in known:
            return place
    return None


def _above(text: str) -> bool:
    return len(text) * weight(text) <= _ABOVE


def _tells(text: str, names: AgencyNames) -> bool:
    """Whether a line says who wrote the text, or where."""
    return bool(
        find_names(text, names)
        or is_byline(text)
        or read_disclaimer(text, names)
        or whole_line(text, names)
        or read_dateline(text, names)
    )
