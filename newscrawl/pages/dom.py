"""The tree to blocks of text in reading order, in one walk without recursion."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import normalize

from newscrawl.pages.blocks import Block, Blocks
from newscrawl.pages.noise import Standing, noise_of
from newscrawl.pages.units import mark_units
from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

_SKIP = frozenset(
    {
        "head", "title", "script", "style", "noscript", "template", "svg", "iframe",
        "button", "select", "option", "textarea", "input", "video", "audio", "object",
        "embed", "canvas", "map", "dialog", "math", "nav",
    }
)  # fmt: skip
_OPEN = frozenset({"button", "nav", "dialog", "select", "noscript", "map"})
_SHUT = _SKIP - _OPEN  # never a text, whatever stands in them
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var", "wbr", "amp-img", "img",
    }
)  # fmt: skip
_PLAIN = frozenset({"div", "p", "li", "ul", "h1", "h2", "h3", "section", "article"})
_STRONG = frozenset({"b", "strong"})
_SENTENCE_END = re.compile(r"""[.!?…।。！？۔]["'”’)»\]]*$""")
_LONG = 60  # characters from which a block is prose
_MOST_BLOCKS = 20_000
_MOST_PROSE = 0.4  # share of the page's prose that furniture does not hold
_A_TEXT = 400  # characters of prose from which a page may be an article
_MOST_NAMED = 200  # parts called furniture whose inner parts are looked at


class _Run:
    """Text since the last border of a block, and the elements open around it."""

    __slots__ = (
        "blocks",
        "breaks",
        "holder",
        "links",
        "pieces",
        "size",
        "standing",
        "strong",
        "tag",
    )

    def __init__(self, root: _Element, blocks: list[Block], standing: Standing) -> None:
        self.pieces: list[str] = []
        self.links = self.breaks = self.strong = self.size = 0
        self.tag, self.holder = "body", root
        self.blocks, self.standing = blocks, standing

    def end_line(self) -> None:
        """Note a break; from the first on only breaks are new lines of the text."""
        if not self.breaks:
            self.pieces = [piece.replace("\n", " ") for piece in self.pieces]
        self.breaks += 1
        self.pieces.append("\n")

    def take(self, text: str, link: bool, strong: bool) -> None:
        """Add text; a line bold so far that is over is a heading without a tag."""
        if self.breaks:
            if not strong and self.strong == self.size > 0:
                self.flush()
            text = text.replace("\n", " ") if self.breaks else text
        if text.isspace():
            if self.pieces:  # at its start a block's space says nothing
                self.pieces.append(" ")
            return
        size = len(text)
        self.pieces.append(text)
        self.size += size
        if link:
            self.links += size
        if strong:
            self.strong += size

    def flush(self) -> None:
        """End the run: its text is one block, or several where its lines are."""
        size, pieces = self.size, self.pieces
        if not size:
            if pieces:
                pieces.clear()
                self.breaks = 0
            return
        strong = self.strong > 0.9 * size
        share = self.links / size if self.links else 0.0
        noise = self.standing.reason()
        whole = "".join(pieces) if len(pieces) > 1 else pieces[0]
        blocks = self.blocks
        for part in _lines(whole, blocks) if self.breaks else (whole,):
            text = _printed(part)
            if text:
                links = round(share * len(text)) if share else 0
                linked = links / len(text) if links else 0.0
                blocks.append(
                    Block(text, self.tag, self.holder, links, linked, noise, strong)
                )
        pieces.clear()
        self.links = self.breaks = self.strong = self.size = 0


def read_page(
    root: _Element, drop: Collection[_Element], keep: Collection[_Element]
) -> Blocks:
    """The blocks, named anew while parts taken for furniture hold the page's text."""
    kept = set(keep)
    page = read_blocks(root, drop=drop, keep=kept)
    for _ in range(3):
        wrong = _wrongly_named(page)
        if not wrong:
            break
        kept.update(wrong)
        _name_anew(page, wrong, kept)
    mark_units(page, root, kept)
    return page


def _name_anew(
    page: Blocks, wrong: Iterable[_Element], keep: Collection[_Element]
) -> None:
    """Say again of the blocks in these elements whether they are furniture, and why.

    It is what reading the page again with the elements kept would say.
    """
    known: dict[_Element, str | None] = {}
    page.named = [element for element in page.named if element not in keep]
    spans = sorted(page.spans[e] for e in wrong if e in page.spans)
    done = 0
    for first, last in spans:
        for block in page.blocks[max(first, done) : last]:
            block.noise = _noise_within(block.element, known, keep, page.named)
        done = max(done, last)


def _noise_within(
    element: _Element,
    known: dict[_Element, str | None],
    keep: Collection[_Element],
    named: list[_Element],
) -> str | None:
    """The reason of the outermost furniture that an element stands in, or is."""
    path: list[_Element] = []
    current: _Element | None = element
    while current is not None and current not in known:
        path.append(current)
        current = current.getparent()
    noise = known[current] if current is not None else None
    for inner in reversed(path):
        name = str(inner.tag)
        if name not in _INLINE:
            if inner in keep:
                noise = None
            elif noise is None:
                noise = noise_of(inner, name)
                if noise:
                    named.append(inner)
        known[inner] = noise
    return noise


def _wrongly_named(page: Blocks) -> list[_Element]:
    """Elements called furniture, alone or with their like, that hold most prose.

    With each of them the elements in it that hold as much: a menu that was never
    closed has the whole page in its innermost entry.
    """
    sums = [
        0,
        *accumulate([_prose(b) if len(b.text) >= 60 else 0 for b in page.blocks]),
    ]
    most = _MOST_PROSE * sums[-1]
    held: dict[tuple[str, str], int] = {}
    alike: dict[tuple[str, str], list[_Element]] = {}
    for element in page.named:
        first, last = page.spans.get(element, (0, 0))
        if last <= first or page.blocks[first].noise in {"comments", "caption"}:
            continue
        make = (str(element.tag), element.get("class") or element.get("id") or "")
        held[make] = held.get(make, 0) + sums[last] - sums[first]
        alike.setdefault(make, []).append(element)
    wrong = [e for make, size in held.items() if size > most for e in alike[make]]
    if not wrong or sums[-1] < _A_TEXT:
        return wrong
    large = {
        element: span
        for element, span in page.spans.items()
        if sums[span[1]] - sums[span[0]] > most
    }
    said = [span for e, span in large.items() if noise_of(e, str(e.tag)) == "comments"]
    around = [page.spans[element] for element in wrong[:_MOST_NAMED]]
    inner = [
        element
        for element, span in large.items()
        if _lies_in(span, around) and not _lies_in(span, said)
    ]
    return wrong + inner


def _lies_in(span: tuple[int, int], ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in ranges)


def _prose(block: Block) -> int:
    if block.link_share > 0.4 or block.noise == "comments":
        return 0
    return len(block.text)


def read_blocks(
    root: _Element,
    *,
    drop: Collection[_Element] = (),
    keep: Collection[_Element] = (),
) -> Blocks:
    """The page's text as blocks, each with what the tree says about it."""
    # (element, makes a block, the outer values of the four below, first block)
    stack: list[tuple[_Element, bool, str, _Element, bool, bool, int]] = []
    out, standing = Blocks(), Standing(stack, frozenset(keep))
    blocks, spans, reasons = out.blocks, out.spans, standing.reasons
    run = _Run(root, blocks, standing)
    take, flush = run.take, run.flush
    drop = frozenset(drop)
    plain = frozenset[str]() if drop else _PLAIN
    current: _Element | None = root
    link = strong = False
    while True:
        # Down to the first child, or past an element without any.
        while current is not None:
            name = current.tag
            if name in _INLINE:
                text = current.text
                if len(current):
                    at = len(blocks)
                    state = (current, False, run.tag, run.holder, link, strong, at)
                    stack.append(state)
                    link, strong = link or name == "a", strong or name in _STRONG
                    if text:
                        take(text, link, strong)
                    current = current[0]
                    continue
                if text:
                    take(text, link or name == "a", strong or name in _STRONG)
            elif name == "br":
                run.end_line()
            elif name in _SHUT:
                pass
            elif name in plain or not _is_passed(current, name, drop):
                if run.pieces:
                    flush()
                text = current.text
                if text and text.isspace():
                    text = None
                if len(current):
                    at = len(blocks)
                    state = (current, True, run.tag, run.holder, link, strong, at)
                    stack.append(state)
                    run.tag, run.holder, strong = name, current, False
                    if text:
                        take(text, link, False)
                    current = current[0]
                    continue
                if text:
                    noise, text = standing.reason_of(current), _printed(text)
                    if text:
                        at, linked = len(blocks), len(text) if link else 0
                        share = 1.0 if link else 0.0
                        blocks.append(Block(text, name, current, linked, share, noise))
                        spans[current] = (at, at + 1)
                    if len(blocks) > _MOST_BLOCKS:
                        break
            text = current.tail
            if text and (run.pieces or not text.isspace()):
                take(text, link, strong)
            current = current.getnext()
        # No more children here: close the open element and go to its sibling.
        if not stack or len(blocks) > _MOST_BLOCKS:
            break
        if stack[-1][1] and run.pieces:
            flush()
        closing, _, tag, holder, link, strong, start = stack.pop()
        if len(reasons) > len(stack):
            reasons.pop()
        # An inline element may hold the paragraphs too: <span id="text"><p>.
        if len(blocks) > start:
            spans[closing] = (start, len(blocks))
        run.tag, run.holder = tag, holder
        if not stack:
            break
        text = closing.tail
        if text and (run.pieces or not text.isspace()):
            take(text, link, strong)
        current = closing.getnext()
    flush()
    out.named = standing.named
    # Of a page cut at the most blocks, what is still open ends here.
    for opened, *_, start in reversed(stack):
        if len(blocks) > start:
            spans[opened] = (start, len(blocks))
    return out


def _is_passed(element: _Element, name: object, drop: frozenset[_Element]) -> bool:
    """Whether an element is no text of the page: a script, a comment, a dropped part.

    A part without text of its own that was never closed may hold the whole page.
    """
    if not isinstance(name, str) or element in drop:
        return True
    if name not in _SKIP:
        return False
    return name not in _OPEN or next(element.iter("main"), None) is None


def _printed(raw: str) -> str:
    text = raw.strip()
    if "  " in text or not text.isprintable():
        return squeeze(" ".join(text.split()))
    return text if text.isascii() else normalize("NFC", text)


def _lines(raw: str, blocks: list[Block]) -> list[str]:
    return _parts(raw)[: max(1, _MOST_BLOCKS - len(blocks))]


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
