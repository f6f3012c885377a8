"""A page's text as blocks, each with what the tree says about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_WITHIN = frozenset({"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "pre"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Block:
    """A run of text between block boundaries.

    ``links`` counts its characters inside links and ``link_share`` is their share;
    ``noise`` is the reason why the part it stands in is furniture, ``tag`` the element
    that makes it a block. ``unit`` says that it stands in one of several like parts of
    a heading and a short text each.
    """

    text: str
    tag: str
    element: _Element
    links: int
    link_share: float
    noise: str | None
    strong: bool = False
    unit: bool = False


@dataclass(slots=True)
class Blocks:
    """All blocks of a page; ``spans`` maps an element to its range of blocks.

    ``named`` are the elements taken for furniture, the outermost of each part.
    """

    blocks: list[Block] = field(default_factory=list)
    spans: dict[_Element, tuple[int, int]] = field(default_factory=dict)
    named: list[_Element] = field(default_factory=list)


def kind_of(block: Block) -> str:
    """The paragraph kind the tree suggests: p, subhead, list or quote."""
    if block.tag in _HEADINGS:
        return "subhead"
    if block.tag in {"li", "dd", "dt"}:
        return "list"
    parent = block.element.getparent()
    if block.tag == "blockquote" or (parent is not None and parent.tag == "blockquote"):
        return "quote"
    if block.strong and len(block.text) < 100 and block.text[-1] not in '.:!"”,;…':
        return "subhead"
    return "p"


def home_of(block: Block) -> int:
    """A number for the part of the page whose child the block's paragraph is.

    Parts of one make beside each other are one: texts are cut in two by adverts.
    """
    element = block.element
    while element.tag in _WITHIN:
        outer = element.getparent()
        if outer is None:
            break
        element = outer
    return hash((id(element.getparent()), element.tag, element.get("class")))
