"""The printings of a page's headline, and the block where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.pages.selectors import select
from newscrawl.text.clean import line_words, squeeze, words
from newscrawl.text.headline import likeness, parts, slug_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block, Blocks
    from newscrawl.pages.jsonld import LinkedData
    from newscrawl.pages.meta import Head
    from newscrawl.pages.page import Page
    from newscrawl.pages.raw import RawArticle
    from newscrawl.pages.rules import ReadingRules

_UNSEEN = frozenset({"style", "script", "template"})
_HOME = frozenset({"/", "./", "../", "/index.html", "/index.php"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_LONGEST = 400  # characters of a headline
_MOST_PARTS = 12  # of one heading that are looked at


def headlines(
    raw: RawArticle,
    page: Page,
    head: Head,
    linked: LinkedData,
    blocks: Blocks,
    rules: ReadingRules,
) -> int:
    """Note the printings of the headline; the block of the best visible one."""
    for element in select(page.root, rules.headline)[:1]:
        raw.add("headline", squeeze("".join(element.itertext())), "outlet")
    raw.add("headline", linked.headline, "jsonld")
    og = head.first("og:title", "twitter:title", "parsely-title", "sailthru.title")
    if og:
        raw.add("headline", og[0], "og" if og[1] != "parsely-title" else "meta")
    for prop in head.props.get("headline", [])[:1]:
        raw.add("headline", prop, "microdata")
    raw.add("headline", head.title, "title")
    wanted = [frozenset(words(f.value)) for f in raw.values["headline"]]
    wanted.append(slug_words(page.url))
    best: tuple[float, int] | None = None
    for place, block in enumerate(blocks.blocks):
        if block.tag not in _HEADINGS or len(block.text) >= _LONGEST:
            continue
        mine = frozenset(line_words(block.text))
        score = max(likeness(mine, w) for w in wanted)
        key = (score + (0.3 if block.tag == "h1" else 0.0), -place)
        better = best is None or key > best
        if better and not _leads_home(block.element, page.url):
            best = key
    if best is None:
        return _plain_headline(raw, blocks.blocks, wanted)
    place = -best[1]
    block = blocks.blocks[place]
    if block.tag != "h1" and best[0] < 0.5:
        return _plain_headline(raw, blocks.blocks, wanted)
    raw.add("headline", _in_lines(block), "h1" if block.tag == "h1" else "h2")
    return place


def _leads_home(element: _Element, url: str) -> bool:
    """Whether a heading is the site's name: all of it leads to the front page."""
    link = next(element.iter("a"), None)
    if link is None:
        link = next(element.iterancestors("a"), None)
    if link is None:
        return False
    href = (link.get("href") or "#").strip()
    host, _, path = url.partition("//")[2].partition("/")
    if not path.strip("/"):
        return False
    _, absolute, rest = href.partition("//")
    return rest.rstrip("/") == host if absolute else href in _HOME


def _in_lines(block: Block) -> str:
    """A heading's text, its inner elements on lines of their own."""
    lines = [squeeze(text) for text in _runs(block.element)]
    lines = [line for line in lines if line]
    whole = "".join(words(block.text))
    if 1 < len(lines) <= _MOST_PARTS and "".join(words(" ".join(lines))) == whole:
        return "\n".join(lines)
    return block.text


def _runs(element: _Element) -> Iterator[str]:
    """The texts between the inner elements' borders, those that only wrap opened."""
    while len(element) == 1 and not (element.text or "").strip():
        if (element[0].tail or "").strip():
            break
        element = element[0]
    yield element.text or ""
    for child in element:
        yield "".join(_shown_texts(child))
        yield child.tail or ""


def _shown_texts(element: _Element) -> Iterator[str]:
    for inner in element.iter():
        if inner.tag not in _UNSEEN:
            yield inner.text or ""
        if inner is not element:
            yield inner.tail or ""


def _plain_headline(
    raw: RawArticle, blocks: Sequence[Block], wanted: list[frozenset[str]]
) -> int:
    """The block that prints the headline without being marked as one."""
    titled = map(words, parts(raw.title))
    # Shorter parts of a title are the names of sections and of the site.
    wanted = [*wanted, *(frozenset(part) for part in titled if len(part) > 4)]
    for place, block in enumerate(blocks):
        if 15 < len(block.text) < 300 and not block.noise:
            mine = frozenset(line_words(block.text))
            if max(likeness(mine, w) for w in wanted) > 0.8:
                raw.add("headline", block.text, "text")
                return place
    return 0
