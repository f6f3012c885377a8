"""Repeated units of the page: summaries of other stories and readers' comments."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block, Blocks

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LARGEST = 450  # characters of a summary with its heading
_LONG = 60  # characters from which a block is prose
_SHORT = 100  # characters of the heading over a list of units
_CLIMB = 6
_MOST = 400  # parts looked at on one page
_TITLE = 25  # characters from which a link alone is a headline


class _Sums:
    """Sums over ranges of blocks, each in one step."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        sizes = [len(block.text) for block in blocks]
        prose = [
            0 if size < _LONG else _prose(block)
            for block, size in zip(blocks, sizes, strict=True)
        ]
        self.is_head = list(map(_is_head, blocks))
        self.heads = [0, *accumulate(self.is_head)]
        self.size = [0, *accumulate(sizes)]
        self.prose = [0, *accumulate(prose)]
        self.long = [0, *accumulate([size > 0 for size in prose])]


def mark_units(page: Blocks, root: _Element, keep: Collection[_Element]) -> None:
    """Mark the blocks of repeated units: linked summaries as noise, others as units.

    A unit is the largest element that holds one heading and one short text. Where a
    page's text is mostly such units they are left alone: a list, or a round-up.
    """
    sums = _Sums(page.blocks)
    _nested_articles(page, root, sums, keep)
    _comments(page, root, sums, keep)
    groups: dict[_Element, list[tuple[_Element, int]]] = {}
    looked = 0
    for place, block in enumerate(page.blocks):
        if block.noise or not sums.is_head[place]:
            continue
        looked += 1
        if looked > _MOST:
            return  # a list of everything
        unit = _unit(page, place, sums)
        parent = unit.getparent() if unit is not None else None
        if unit is not None and parent is not None:
            groups.setdefault(parent, []).append((unit, place))
    own = sums.prose[-1] - sum(_held(page, sums, units) for units in groups.values())
    for parent, units in groups.items():
        held = _held(page, sums, units)
        if len(units) < 2 or held > own or parent in keep:
            continue
        alone = held >= 0.95 * _within(sums.prose, page.spans[parent])
        heads = [page.blocks[place] for _, place in units]
        if alone or all(head.tag in _HEADINGS for head in heads):
            few = held <= 0.6 * own
            _mark_group(page, units, parent, heads, (few, alone))


def _held(page: Blocks, sums: _Sums, units: Sequence[tuple[_Element, int]]) -> int:
    return sum(_within(sums.prose, page.spans[unit]) for unit, _ in units)


def _mark_group(
    page: Blocks,
    units: Sequence[tuple[_Element, int]],
    parent: _Element,
    heads: Sequence[Block],
    signs: tuple[bool, bool],
) -> None:
    few, alone = signs
    if few and all(head.link_share > 0.8 for head in heads):
        for unit, _ in units:
            _mark(page, page.spans[unit], "teaser")
        _mark_heading(page, parent)
    elif alone:
        for unit, _ in units:
            for block in page.blocks[slice(*page.spans[unit])]:
                block.unit = True


def _is_head(block: Block) -> bool:
    if block.tag in _HEADINGS:
        return True
    return block.link_share > 0.8 and _TITLE <= len(block.text) < 200


def _prose(block: Block) -> int:
    if block.noise or block.link_share > 0.4 or block.tag in _HEADINGS:
        return 0
    return len(block.text)


def _within(sums: Sequence[int], span: tuple[int, int]) -> int:
    return sums[span[1]] - sums[span[0]]


def _unit(page: Blocks, place: int, sums: _Sums) -> _Element | None:
    """The largest element around a heading that holds one short text beside it."""
    found = None
    element: _Element | None = page.blocks[place].element
    for _ in range(_CLIMB):
        if element is None or element.tag in {"body", "html"}:
            break
        span = page.spans.get(element)
        if span is not None:
            small = _within(sums.size, span) <= _LARGEST
            if (
                not small
                or _within(sums.heads, span) > 1
                or _within(sums.long, span) > 1
            ):
                break
            if _within(sums.long, span) == 1:
                found = element
        element = element.getparent()
    return found


def _mark(page: Blocks, span: tuple[int, int], reason: str) -> None:
    for block in page.blocks[slice(*span)]:
        block.noise = block.noise or reason


def _mark_heading(page: Blocks, element: _Element) -> None:
    """Mark what else the elements around a list hold, if it is only its heading."""
    around: _Element | None = element
    for _ in range(3):
        if around is None or around not in page.spans:
            return
        left = [b for b in page.blocks[slice(*page.spans[around])] if not b.noise]
        if sum(len(b.text) for b in left) > _SHORT:
            return
        _mark(page, page.spans[around], "teaser")
        around = around.getparent()


def _nested_articles(
    page: Blocks, root: _Element, sums: _Sums, keep: Collection[_Element]
) -> None:
    """Articles inside the article: other stories or readers' words, if they are few."""
    inner: dict[_Element, list[_Element]] = {}
    for count, element in enumerate(root.iter("article")):
        if count > _MOST:
            break
        if element not in page.spans or element in keep:
            continue
        outer = next(element.iterancestors("article"), None)
        if outer in page.spans:
            inner.setdefault(outer, []).append(element)
    for outer, elements in inner.items():
        held = sum(_within(sums.prose, page.spans[e]) for e in elements)
        if held > 0.4 * _within(sums.prose, page.spans[outer]):
            continue
        for element in elements:
            _mark(page, page.spans[element], "teaser")
        for parent in {e.getparent() for e in elements}:
            if parent is not None:
                _mark_heading(page, parent)


def _comments(
    page: Blocks, root: _Element, sums: _Sums, keep: Collection[_Element]
) -> None:
    """Readers' comments: like parts, each a name, then a time, then a short text."""
    groups: dict[tuple[_Element, object], list[_Element]] = {}
    for count, time in enumerate(root.iter("time")):
        if count > _MOST:
            break
        unit = _said(page, time, sums)
        parent = unit.getparent() if unit is not None else None
        if unit is not None and parent is not None and unit not in keep:
            groups.setdefault((parent, unit.tag), []).append(unit)
    whole = sums.prose[-1]
    for (parent, _), units in groups.items():
        held = sum(_within(sums.prose, page.spans[unit]) for unit in units)
        if len(units) > 1 and held <= 0.4 * whole and parent not in keep:
            for unit in units:
                _mark(page, page.spans[unit], "comments")


def _said(page: Blocks, time: _Element, sums: _Sums) -> _Element | None:
    """The part that a time stands in after a name and before a text."""
    for element in time.iterancestors("li", "article", "section", "div"):
        span = page.spans.get(element)
        if span is None or not _within(sums.long, span):
            continue
        if _within(sums.size, span) > 2 * _LARGEST or _within(sums.heads, span):
            return None
        first = page.blocks[span[0]].text
        shown = "".join(time.itertext()).strip()
        name = first.partition(shown)[0].strip(" ·|-–—,") if shown else first
        return element if 2 <= len(name) <= 40 and span[1] - span[0] > 1 else None
    return None
