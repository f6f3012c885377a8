"""The times a page shows and marks: rows, ``time`` elements, and what else tells."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.visible import labelled_rows
from newscrawl.text.clean import squeeze
from newscrawl.text.days import dated_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block
    from newscrawl.pages.meta import Head
    from newscrawl.pages.page import Page
    from newscrawl.pages.raw import RawArticle
    from newscrawl.pages.visible import Rows

_MARKED = XPath("//*[@itemprop='datePublished' or @itemprop='dateModified']")
# Where templates without ``time`` elements keep the machine's form of a date.
_KEPT = XPath(
    "//*[@publishdate or @data-publishdate or @data-publish-date or @data-published"
    " or @data-pubdate or @data-published-at or @data-datetime or @data-timestamp]"
    "|//*[@title and (contains(@class, 'published') or contains(@class, 'updated')"
    " or contains(@class, 'date'))]"
)
_ATTRIBUTES = (
    "publishdate", "data-publishdate", "data-publish-date", "data-published",
    "data-pubdate", "data-published-at", "data-datetime", "data-timestamp", "title",
)  # fmt: skip
_DATED = XPath(
    "//*[contains(@class, 'date') or contains(@class, 'time')"
    " or contains(@class, 'publish') or contains(@class, 'posted')]"
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:pub(?:lish(?:ed|ing)?)?|post(?:ed)?|article|entry|news|story)"
    r"[\s_-]?(?:date|time|on|meta)|(?:^|[\s_-])(?:date|datum|fecha|datetime|dateline"
    r"|time|timestamp|published|posted)(?:$|[\s_-])",
    re.I,
)
_OTHERS = re.compile(
    r"related|comment|sidebar|widget|teaser|footer|nav|menu|event", re.I
)
_NAMED = re.compile(
    r"(?:publi(?:sh(?!er)|c)\w{0,8}|posted|created|issued|release)[\W_]?(?:time|date|at|on)?\Z",
    re.I,
)
# A date and what parts it from the text, so that no sentence on a day is meant.
_OPENS = re.compile(
    r"[(\[]?(?:[^\W\d]{5,30} (?:vom|of|from|du|del|dal) )?(?P<date>\d{1,2}\. ?"
    r"(?:\d{1,2}\.|[^\W\d]{3,9}) ?20\d\d|\d{1,2} [^\W\d]{3,9},? 20\d\d"
    r"|[^\W\d]{3,9} \d{1,2}, 20\d\d|20\d\d-\d\d-\d\d)(?:\Z|\W{0,2}[)\]|–—:-]| [\"„“«])"
)
_TOLD = re.compile(
    r'"(?:date_?published|published_?(?:date|at|time|on)|publish_?(?:date|time)'
    r"|publication_?(?:date|time)|pub_?date|created_?(?:at|date|on))\"\s{0,3}:\s{0,3}"
    r'"(20\d\d-\d\d-\d\d[^"]{0,30})"',
    re.I,
)
_PLACES = ("", "_marked", "_row", "_late")
_OPENING = 2  # pieces of a text that may open with its date
_SCRIPTS = 1_000_000  # characters of scripts looked through for a date
_UPDATED = re.compile(r"updat|modif|aktualis|actualiz", re.I)
_ROW = 120  # characters of an element that holds a date and little else
_MOST = 40  # elements read
_LOOKED = 1_000


def add_times(raw: RawArticle, root: _Element, rows: Rows) -> None:
    """Note the marked times and the rows, each as published or modified."""
    marked = list(islice(root.iter("time"), 6))
    if not (marked or rows.any_time()):
        marked = _MARKED(root)[:6]
    for element in marked:
        value = element.get("datetime") or element.get("content")
        prop = element.get("itemprop") or ""
        if value:
            reader = "microdata" if prop else "time"
            name = (
                "modified" if "Modified" in prop or _updated(element) else "published"
            )
            raw.add(name + "_marked", value, reader)
            shown = squeeze("".join(element.itertext())[:_ROW])
            if any(map(str.isdigit, shown)):
                raw.add(name + "_shown", shown, reader)
    for text in rows.published[:2]:
        raw.add("published_row", text, "visible")
    for text in rows.above[:2]:
        raw.add("published_above", text, "visible")
    for text in rows.modified[:2]:
        raw.add("modified_row", text, "visible")
    for text in rows.ago[:1]:
        raw.add("published_ago", text, "visible")


def late_dates(
    raw: RawArticle,
    page: Page,
    head: Head,
    described: str | None,
    blocks: Sequence[Block],
) -> None:
    """Note what tells the day where no other reader did.

    ``described`` is what JSON-LD says of the page, which need not be the article's. A
    row of the page is believed for the day that the address is filed under.
    """
    if not (raw.values["published"] or raw.values["published_marked"]):
        raw.add("published_marked", dated_path(page.url), "url")
    if not any(raw.values["published" + place] for place in ("", "_marked", "_row")):
        _kept(raw, page.root)
        for name, values in head.tags.items():
            if _NAMED.search(name):
                raw.add("published_late", values[0], "meta:" + name)
        raw.add("published_late", described, "jsonld")
        _named(raw, page.root)
        rows = labelled_rows(blocks)
        for text in rows.published[:1]:
            raw.add("published_late", text, "visible")
        for text in rows.modified[:1]:
            raw.add("modified_row", text, "visible")
        _opening(raw)
        if not any(raw.values["published" + place] for place in _PLACES):
            _in_scripts(raw, page.root)


def _opening(raw: RawArticle) -> None:
    """The date that a text, or the page's title, opens with: "(18.01.2018) In Kiel"."""
    texts = [piece.text for piece in raw.pieces if not piece.noise][:_OPENING]
    for text in (*texts, raw.title):
        found = _OPENS.match(text[:_ROW])
        if found:
            raw.add("published_late", found["date"], "text")
            return


def _in_scripts(raw: RawArticle, root: _Element) -> None:
    """The one day of publication that the page's scripts tell of."""
    told: dict[str, str] = {}
    left = _SCRIPTS
    for script in root.iter("script"):
        text = (script.text or "")[:left]
        left -= len(text)
        for found in _TOLD.finditer(text):
            told.setdefault(found[1][:10], found[1])
    if len(told) == 1:
        raw.add("published_late", next(iter(told.values())), "script")


def _kept(raw: RawArticle, root: _Element) -> None:
    """The first machine's form of a date in an attribute."""
    for element in _KEPT(root)[:_MOST]:
        kept = (element.get(name) for name in _ATTRIBUTES)
        value = next((v for v in kept if v and any(map(str.isdigit, v))), None)
        if value and not is_beside(element):
            raw.add("published_late", value[:_ROW], "attribute")
            return


def _named(raw: RawArticle, root: _Element) -> None:
    """The first element whose class says that it holds a date."""
    named = (e for e in _DATED(root)[:_LOOKED] if _DATE_CLASS.search(e.get("class")))
    for element in islice(named, _MOST):
        text = squeeze("".join(element.itertext())[:1000])
        if len(text) < _ROW and any(map(str.isdigit, text)) and not is_beside(element):
            raw.add("published_late", text, "visible")
            return


def is_beside(element: _Element) -> bool:
    """Whether it stands among what is not the article: teasers, comments, menus."""
    above = islice(element.iterancestors(), 12)
    return any(
        e.tag in ("nav", "footer", "aside") or _OTHERS.search(e.get("class") or "")
        for e in (element, *above)
    )


def _updated(element: _Element) -> bool:
    parent = element.getparent()
    near = [
        element.get("class"),
        element.text,
        element.getprevious() is not None and element.getprevious().text,
    ]
    if parent is not None:
        near += [parent.get("class"), parent.text]
        before = element.getprevious()
        near.append(before.tail if before is not None else None)
    return any(_UPDATED.search(text[:80]) for text in near if text)
