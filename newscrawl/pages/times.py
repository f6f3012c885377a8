"""The times a page marks and the rows it shows, each as published or modified."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.beside import is_elsewhere, is_listed
from newscrawl.text.clean import squeeze
from newscrawl.text.datelabels import find_label

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newscrawl.pages.raw import RawArticle
    from newscrawl.pages.rows import Rows

_MARKED = XPath(
    "//*[@itemprop='datePublished' or @itemprop='dateModified']"
    "|//relative-time|//time-ago"
)
# Builders of pages call every part a widget; a text's own foot holds its date.
_OTHERS = re.compile(
    r"related|(?<!no-)(?<!has-)comment(?!s?-?(?:count|number|link|open|closed))|sidebar"
    r"|(?<!elementor-)widget|teaser|(?<!entry-)(?<!post-)(?<!article-)(?<!byline-)footer"
    r"|nav|menu|event",
    re.I,
)
_FOOT = re.compile(r"(?:entry|post|article|byline|content)-?(?:footer|meta)", re.I)
_UPDATED = re.compile(r"updat|modif|aktualis|actualiz", re.I)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d(?!\d?:))")
_TOLD = re.compile(r"(?<!\d)(?:19|20)\d\d|\d{10}|[०-९٠-٩۰-۹]{4}|25\d\d")
_ROW = 120  # characters of an element that holds a date and little else
_FAR = 8  # levels up to what holds the times of other stories
_NEAR = 3  # levels up to what two times of one article share


def add_times(raw: RawArticle, root: _Element, rows: Rows) -> None:
    """Note the marked times and the rows, each as published or modified."""
    marked = list(islice(root.iter("time"), 6))
    if not (marked or rows.any_time()):
        marked = _MARKED(root)[:6]
    changed: _Element | None = None
    for element in marked:
        shown = squeeze("".join(element.itertext())[:_ROW])
        value = _kept(element)
        if not value and _YEAR.search(shown) and not is_beside(element):
            value = shown
        if not value or next(element.iterancestors("blockquote"), None) is not None:
            continue
        prop = element.get("itemprop") or ""
        reader = "microdata" if prop else "time"
        name = "modified" if "Modified" in prop or _updated(element) else "published"
        # Far from the article's own last change stand the times of other articles.
        if name == "published" and not (prop or _is_own(element, changed)):
            continue
        if name == "modified" and changed is None:
            changed = element
        raw.add(name + "_marked", value, reader)
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


def _is_own(element: _Element, changed: _Element | None) -> bool:
    """Whether a time may be the article's by the place where it stands."""
    if not _is_near(element, changed):
        return False
    above = list(islice(element.iterancestors(), _FAR))
    return not (is_elsewhere(element, above) or is_listed(above))


def _kept(element: _Element) -> str | None:
    """The machine's form of a time; not how long a text takes to read."""
    value: str | None = element.get("datetime") or element.get("content")
    if value and (_TOLD.search(value) or not element.get("title")):
        return value
    title: str = element.get("title") or ""
    return title if _TOLD.search(title) else value


def _is_near(element: _Element, other: _Element | None) -> bool:
    if other is None:
        return True
    above = set(islice(other.iterancestors(), _NEAR))
    return not above.isdisjoint(islice(element.iterancestors(), _NEAR))


def is_beside(element: _Element, around: frozenset[_Element] | None = None) -> bool:
    """Whether it stands among what is not the article: teasers, comments, menus.

    What holds the page's heading too is no such part, whatever it is called; these are
    ``around`` it, where many elements of one page are looked at.
    """
    above = islice(element.iterancestors(), 12)
    beside = [e for e in (element, *above) if _is_aside(e.tag, e.get("class") or "")]
    if not beside:
        return False
    if around is None:
        around = around_heading(element.getroottree().getroot())
    return any(e not in around for e in beside)


@lru_cache(maxsize=4_096)
def _is_aside(tag: str, names: str) -> bool:
    if tag in ("nav", "aside") or _OTHERS.search(names):
        return True
    return tag == "footer" and not _FOOT.search(names)


def around_heading(root: _Element) -> frozenset[_Element]:
    """The parts of a page that hold its first heading."""
    heading = next(root.iter("h1"), None)
    return frozenset() if heading is None else frozenset(heading.iterancestors())


def _updated(element: _Element) -> bool:
    parent, before = element.getparent(), element.getprevious()
    names = [element.get("class")]
    texts = [element.text]
    if before is not None:
        texts.append(before.tail)
    # Another time stands under its own label.
    alone = before is None or not _dated(before)
    if before is not None and alone:
        texts.append(before.text)
    if parent is not None:
        names.append(parent.get("class"))
        texts.append(parent.text if alone else None)
    near = (text[:80] for text in (*names, *texts) if text)
    return any(_UPDATED.search(text) for text in near) or any(
        _is_change(text[:80]) for text in texts if text
    )


def _dated(element: _Element) -> bool:
    return any(map(str.isdigit, (element.text or "")[:80]))


def _is_change(text: str) -> bool:
    found = find_label(text)
    return found is not None and found.lastgroup == "modified"
