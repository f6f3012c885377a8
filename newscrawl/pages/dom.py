"""The tree to blocks of text in reading order, in one walk without recursion."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.pages.furniture import furniture
from newscrawl.pages.units import mark_units
from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

_SKIP = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "video",
        "audio",
        "object",
        "embed",
        "canvas",
        "map",
        "dialog",
        "math",
        "nav",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "amp-img",
        "img",
    ]
)
_REASON_OF_TAG = {
    "footer": "navigation",
    "aside": "aside",
    "figcaption": "caption",
    "figure": "caption",
    "address": "author_box",
    "amp-sidebar": "navigation",
    "menu": "navigation",
}
_WITHIN = frozenset({"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "pre"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SENTENCE_END = re.compile(r"""[.!?…।。！？۔]["'”’)»\]]*$""")
_MOST_BLOCKS = 20_000
_UNSEEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_READERS = frozenset({"prompt", "newsletter"})
_PAID = 250  # characters of a text's own; prompts are shorter, or hold a form


@dataclass(slots=True)
class Block:
    """A run of text between block boundaries.

    ``links`` counts its characters inside links, ``noise`` is the reason why the part
    it stands in is furniture, ``tag`` the element that makes it a block. ``unit`` says
    that it stands in one of several like parts of a heading and a short text each.
    """

    text: str
    tag: str
    element: _Element
    links: int
    noise: str | None
    strong: bool = False
    unit: bool = False

    @property
    def link_share(self) -> float:
        """The share of the characters that stand inside links."""
        return min(1.0, self.links / max(1, len(self.text)))


@dataclass(slots=True)
class Blocks:
    """All blocks of a page; ``spans`` maps an element to its range of blocks.

    ``named`` are the elements taken for furniture, the outermost of each part.
    """

    blocks: list[Block] = field(default_factory=list)
    spans: dict[_Element, tuple[int, int]] = field(default_factory=dict)
    named: list[_Element] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    pieces: list[str] = field(default_factory=list)
    links: int = 0
    breaks: int = 0
    strong: int = 0
    size: int = 0

    @property
    def headed(self) -> bool:
        """Whether it is bold so far and its line is over: a heading without a tag."""
        return self.breaks > 0 and self.strong == self.size > 0


def read_page(
    root: _Element, drop: Collection[_Element], keep: Collection[_Element]
) -> Blocks:
    """The blocks, read again while parts taken for furniture hold the page's text."""
    kept = list(keep)
    page = read_blocks(root, drop=drop, keep=kept)
    for _ in range(3):
        wrong = _wrongly_named(page)
        if not wrong:
            break
        kept += wrong
        page = read_blocks(root, drop=drop, keep=kept)
    mark_units(page, root, kept)
    return page


def _wrongly_named(page: Blocks) -> list[_Element]:
    """Elements called furniture, alone or with their like, that hold most prose."""
    sizes = [_prose(block) for block in page.blocks]
    whole = sum(sizes)
    held: dict[tuple[str, str], int] = {}
    alike: dict[tuple[str, str], list[_Element]] = {}
    for element in page.named:
        first, last = page.spans.get(element, (0, 0))
        if last <= first or page.blocks[first].noise in {"comments", "caption"}:
            continue
        make = (str(element.tag), element.get("class") or element.get("id") or "")
        held[make] = held.get(make, 0) + sum(sizes[first:last])
        alike.setdefault(make, []).append(element)
    return [e for make, size in held.items() if size > 0.4 * whole for e in alike[make]]


def _prose(block: Block) -> int:
    if len(block.text) < 60 or block.link_share > 0.4 or block.noise == "comments":
        return 0
    return len(block.text)


def read_blocks(
    root: _Element,
    *,
    drop: Collection[_Element] = (),
    keep: Collection[_Element] = (),
) -> Blocks:
    """The page's text as blocks, each with what the tree says about it."""
    out = Blocks()
    run = _Run()
    # (element, its name, the names of its block, noise, in a link, first block)
    stack: list[tuple[_Element, bool, str, _Element, str | None, bool, bool, int]] = []
    current: _Element | None = root
    tag, holder, noise, link, strong = "body", root, None, False, False
    blocks = out.blocks
    while True:
        if current is not None:
            name = current.tag
            if not isinstance(name, str) or name in _SKIP or current in drop:
                current, gone = None, current
            elif name == "br":
                run.breaks += 1
                run.pieces.append("\n")
                current, gone = None, current
            elif name in _INLINE:
                gone = None
                stack.append(
                    (current, False, tag, holder, noise, link, strong, len(blocks))
                )
                link = link or name == "a"
                strong = strong or name in {"b", "strong"}
            else:
                gone = None
                if run.pieces:
                    _flush(run, tag, holder, noise, blocks)
                stack.append(
                    (current, True, tag, holder, noise, link, strong, len(blocks))
                )
                tag, holder, strong = name, current, False
                if current in keep:
                    noise = None
                elif noise is None:
                    noise = _noise_of(current, name)
                    if noise:
                        out.named.append(current)
            if gone is None:
                opened = stack[-1][0]
                if opened.text:
                    if run.breaks and run.headed and not strong:
                        _flush(run, tag, holder, noise, blocks)
                    _add(run, opened.text, link, strong)
                current = opened[0] if len(opened) else None
                if current is not None:
                    continue
                gone = None
            else:
                if gone.tail:
                    if run.breaks and run.headed and not strong:
                        _flush(run, tag, holder, noise, blocks)
                    _add(run, gone.tail, link, strong)
                current = gone.getnext()
                if current is not None:
                    continue
        # No more children here: close the open element and go to its sibling.
        if not stack or len(blocks) > _MOST_BLOCKS:
            break
        closing, block, *before, start = stack.pop()
        if block and run.pieces:
            _flush(run, tag, holder, noise, blocks)
        # An inline element may hold the paragraphs too: <span id="text"><p>.
        if len(blocks) > start:
            out.spans[closing] = (start, len(blocks))
        tag, holder, noise, link, strong = before
        if not stack:
            break
        if closing.tail:
            if run.breaks and run.headed and not strong:
                _flush(run, tag, holder, noise, blocks)
            _add(run, closing.tail, link, strong)
        current = closing.getnext()
    _flush(run, tag, holder, noise, blocks)
    return out


def _noise_of(element: _Element, name: str) -> str | None:
    reason = _REASON_OF_TAG.get(name)
    if reason:
        return reason
    if name in {"html", "body", "main"}:
        return None
    kind = element.get("itemtype")
    if kind and kind.endswith(("/Comment", "/UserComments")):
        return "comments"
    style = element.get("style")
    if (style and _UNSEEN.search(style[:200])) or element.get("hidden") is not None:
        return "hidden"
    if name in {"article", "form"}:
        return None
    names = (element.get("class") or "") + " " + (element.get("id") or "")
    if names == " ":
        return None
    reason = furniture(names)
    if reason in {None, "comments"}:
        return reason
    # A part with several long paragraphs of its own is text, whatever it is called.
    own = sum(len(p.text or "") for p in element.iterchildren("p"))
    if own > 800 or (reason in _READERS and _is_for_readers(element, own)):
        return None
    return reason


def _is_for_readers(element: _Element, own: int) -> bool:
    """Whether a part named after the subscribers is the text they pay for."""
    if element.tag == "p":
        return True
    if own <= _PAID:
        inner = islice(element.iter("p"), 12)
        own = sum(len(p.text or "") for p in inner)
    return own > _PAID and next(element.iter("form", "input", "button"), None) is None


def _add(run: _Run, text: str, link: bool, strong: bool) -> None:
    if text.isspace():
        if run.pieces:  # at its start a block's space says nothing
            run.pieces.append(" ")
        return
    size = len(text)
    run.pieces.append(text if "\n" not in text else text.replace("\n", " "))
    run.size += size
    if link:
        run.links += size
    if strong:
        run.strong += size


def _flush(
    run: _Run, tag: str, holder: _Element, noise: str | None, blocks: list[Block]
) -> None:
    if not run.size:
        if run.pieces:
            run.pieces.clear()
            run.breaks = 0
        return
    raw = "".join(run.pieces)
    strong = run.strong > 0.9 * run.size
    parts = _parts(raw) if run.breaks else [raw]
    share = run.links / run.size
    for part in parts[: max(1, _MOST_BLOCKS - len(blocks))]:
        text = " ".join(part.split())
        if not (text.isascii() and text.isprintable()):
            text = squeeze(text)
        if text:
            links = round(share * len(text))
            blocks.append(Block(text, tag, holder, links, noise, strong))
    run.pieces, run.links, run.breaks, run.strong, run.size = [], 0, 0, 0, 0


def _parts(raw: str) -> list[str]:
    """Text with breaks as paragraphs: at two of them, or at each if all end well."""
    parts = [part for part in re.split(r"\n[ \t\xa0\r]*\n", raw) if part.strip()]
    out: list[str] = []
    for part in parts:
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        full = sum(1 for x in lines if len(x) > 60 and _SENTENCE_END.search(x[-4:]))
        if len(lines) > 1 and full * 10 >= 7 * len(lines):
            out += lines
        else:
            out.append(" ".join(lines))
    return out


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
