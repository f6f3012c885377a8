"""Which part of the page holds the article's own paragraphs, by where text is dense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.pages.furniture import promising
from newscrawl.text.language import weight

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block, Blocks

_SHARES = (1.0, 0.6, 0.36, 0.2, 0.1)
_PARAGRAPH = frozenset({"p", "li", "blockquote", "pre", "dd", "dt", "h2", "h3", "h4"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_IMPRINT = re.compile(r"(?:©|\(c\) ?(?:\d{4}|copyright)|copyright\b)", re.I)
_CUT_SHORT = ("...", "…", "[…]", "[...]")  # how summaries of other stories end
_WHOLE = frozenset({"body", "html"})
_DEEPEST = 40  # elements around a block that have a part in it
_HIGHEST = 12  # elements around the densest one that may still be the text's
_BESIDE, _ENTRIES = 0.12, 1.5  # of its text that its like beside it must hold
_FEWEST = 16  # characters that may weigh so much
_LEAST = 40  # weighed characters below which a block says nothing about its container


def container(page: Blocks, start: int = 0) -> tuple[int, int] | None:
    """The range of blocks of the article's text, or ``None`` when nothing is dense.

    ``start`` is the block of the headline: text before it counts for less.
    """
    scores: dict[_Element, float] = {}
    held: dict[_Element, float] = {}
    totals: dict[_Element, float] = {}
    lines: dict[_Element, _Line] = {}
    several = _holders(page.blocks)
    for place, block in enumerate(page.blocks):
        value = _value(block)
        if value <= 0:
            continue
        if place < start:
            value *= 0.4
        element: _Element | None = block.element
        if block.tag in _PARAGRAPH or several[block.element] == 1:
            if element is not None and block.tag not in _PARAGRAPH:
                scores[element] = scores.get(element, 0.0) + value * 0.5
            element = block.element.getparent()
        if element is None:
            continue
        line = lines.get(element)
        if line is None:
            line = lines[element] = _line(element)
        for around, share in line.shares:
            scores[around] = scores.get(around, 0.0) + value * share
        if not block.unit:
            held[element] = held.get(element, 0.0) + value
    if not scores:
        return None
    for element, value in held.items():
        for around in lines[element].inside:
            totals[around] = totals.get(around, 0.0) + value
    best = max(scores, key=lambda e: scores[e] * _bonus(e))
    best = _widen(best, totals, page, start)
    return page.spans.get(best)


class _Line(NamedTuple):
    """An element and those around it within the page's body.

    ``shares`` are the nearest with their part in a block's value, the body with half.
    """

    inside: list[_Element]
    shares: list[tuple[_Element, float]]


def _line(element: _Element) -> _Line:
    inside: list[_Element] = []
    current: _Element | None = element
    while current is not None and len(inside) < _DEEPEST:
        if current.tag in _WHOLE:
            break
        inside.append(current)
        current = current.getparent()
    shares = list(zip(inside, _SHARES, strict=False))
    depth = len(inside)
    if current is not None and depth < len(_SHARES):
        shares.append((current, _SHARES[depth] * 0.5))
    return _Line(inside, shares)


def _holders(blocks: list[Block]) -> dict[_Element, int]:
    count: dict[_Element, int] = {}
    for block in blocks:
        count[block.element] = count.get(block.element, 0) + 1
    return count


def _value(block: Block) -> float:
    text = block.text
    if block.noise or len(text) < _FEWEST or block.link_share > 0.5:
        return 0.0
    size = len(text) * weight(text)
    if size < _LEAST or block.tag in _HEADINGS or _IMPRINT.match(text):
        return 0.0
    value = float(min(size, 900.0) ** 0.8) / 10 * (1 - block.link_share)
    if text.endswith(_CUT_SHORT):
        value *= 0.3
    return value * (0.3 if block.tag in {"li", "dd", "dt"} else 1.0)


def _bonus(element: _Element) -> float:
    bonus = 1.0
    prop = element.get("itemprop")
    if prop and "articleBody" in prop:
        bonus *= 1.6
    names = (element.get("class") or "") + " " + (element.get("id") or "")
    if names != " " and promising(names):
        bonus *= 1.3
    if element.tag == "article":
        bonus *= 1.15
    return bonus


def _widen(
    best: _Element, totals: dict[_Element, float], page: Blocks, start: int
) -> _Element:
    """Climb while the text goes on beside the element and little else comes with it."""
    top = best
    for _ in range(_HIGHEST):
        edge, parent = top, top.getparent()
        if parent is None or parent.tag in {"body", "html"}:
            break
        top = parent
        gain = totals.get(top, 0.0) - totals.get(best, 0.0)
        if gain <= 0.06 * totals.get(best, 0.0):
            continue
        if not (_pure(page, best, top, start) or _alike(best, edge, totals)):
            break
        best = top
    return best


def _pure(page: Blocks, inner: _Element, outer: _Element, start: int) -> bool:
    """Whether what the outer element adds is nearly all prose."""
    if inner not in page.spans or outer not in page.spans:
        return False
    low, high = page.spans[inner]
    first, last = page.spans[outer]
    prose = rest = 0
    for place in (*range(max(first, start + 1), low), *range(high, last)):
        block = page.blocks[place]
        if block.noise or (block.tag in _HEADINGS and block.link_share < 0.5):
            continue
        if _value(block) > 0 and block.link_share < 0.3 and not block.unit:
            prose += len(block.text)
        else:
            rest += len(block.text)
    return prose > 0 and prose >= 3 * rest


def _alike(best: _Element, edge: _Element, totals: dict[_Element, float]) -> bool:
    """Whether parts of the same make beside the element hold text too.

    ``edge`` is the element or what wraps it alone. Each entry of a long list may stand
    in wrappers of its own: then most of the text must be in the other entries.
    """
    parent = edge.getparent()
    if edge.tag in {"article", "main"} or parent is None:
        return False
    make = (edge.tag, edge.get("class"))
    alike = sum(
        totals[child]
        for child in parent
        if child is not edge
        and child in totals
        and ((child.tag, child.get("class")) == make or _same_first(child, edge))
    )
    least = _BESIDE if edge is best else _ENTRIES
    return alike >= least * totals.get(best, 0.0)


def _same_first(one: _Element, other: _Element) -> bool:
    a, b = (one.get("class") or "").split(), (other.get("class") or "").split()
    return bool(a and b and a[0] == b[0]) and one.tag == other.tag
