"""Who signs a page whose rows and head name no person."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.pages.times import is_beside
from newscrawl.pages.visible import has_byline_class
from newscrawl.text.byline import is_firm, read_byline
from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newscrawl.pages.raw import RawArticle
    from newscrawl.text.names import AgencyNames

_CALLED = ("author", "byline", "autor")
_MOST, _FIRST, _MARKED = 200, 12, 3
_SHORT, _LONG = 3, 60
_WORDS = 6


def add_signature(raw: RawArticle, root: _Element, names: AgencyNames) -> None:
    """Take the first link, mark or element called an author's, where none is named.

    An outlet given as the author of its own page is none.
    """
    if any(raw.values[name] for name in ("by", "marked")):
        return
    site = next((found.value for found in raw.values["site"]), "")
    for author in raw.values["author"]:
        read = () if is_firm(author.reader) else read_byline(author.value, names, site)
        if any(one.kind != "outlet" for one in read):
            return
    for element in islice(_signing(root), _FIRST):
        text = squeeze(element.get("content") or " ".join(element.itertext("*"))[:200])
        if _SHORT < len(text) < _LONG and len(text.split()) <= _WORDS:
            raw.add("signed", text, "visible")
            return


def _signing(root: _Element) -> Iterator[_Element]:
    """What is marked or linked as an author, then what is only called one."""
    marked: list[_Element] = []
    called: list[_Element] = []
    for element in root.iter():
        # Of a page's elements few have any of these words in an attribute.
        values = element.values()
        if not values:
            continue
        said = " ".join(values)
        if not ("author" in said or "byline" in said or "autor" in said):
            continue
        names = element.get("class")
        if names and any(word in names for word in _CALLED):
            called.append(element)
        if len(marked) < _MARKED and _is_marked(element, names):
            marked.append(element)
    yield from marked
    for element in called[:_MOST]:
        if has_byline_class(element) and not is_beside(element):
            yield element


def _is_marked(element: _Element, names: str | None) -> bool:
    if element.get("itemprop") == "author" or element.get("rel") == "author":
        return True
    if element.tag == "a":
        target = element.get("href")
        if target and ("/author/" in target or "/authors/" in target):
            return True
    return names == "author vcard"
