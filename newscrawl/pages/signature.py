"""Who signs a page whose rows and head name no person."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.times import is_beside
from newscrawl.pages.visible import has_byline_class
from newscrawl.text.byline import is_firm, read_byline
from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newscrawl.pages.raw import RawArticle
    from newscrawl.text.names import AgencyNames

_LINKED = XPath(
    "//*[@rel='author' or @itemprop='author' or @class='author vcard']"
    "|//a[contains(@href, '/author/') or contains(@href, '/authors/')]"
)
_CALLED = XPath(
    "//*[contains(@class, 'author') or contains(@class, 'byline')"
    " or contains(@class, 'autor')]"
)
_MOST, _FIRST = 200, 12
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
    called = (
        e for e in _CALLED(root)[:_MOST] if has_byline_class(e) and not is_beside(e)
    )
    for element in islice(chain(_LINKED(root)[:3], called), _FIRST):
        text = squeeze(element.get("content") or " ".join(element.itertext("*"))[:200])
        if _SHORT < len(text) < _LONG and len(text.split()) <= _WORDS:
            raw.add("signed", text, "visible")
            return
