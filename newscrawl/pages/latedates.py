"""Where else a page tells its day, once no usual place of it gave a date."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.beside import is_elsewhere
from newscrawl.pages.times import around_heading, is_beside
from newscrawl.pages.visible import labelled_rows
from newscrawl.text.clean import squeeze
from newscrawl.text.dates import read_moment
from newscrawl.text.days import dated_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block
    from newscrawl.pages.meta import Head
    from newscrawl.pages.page import Page
    from newscrawl.pages.raw import RawArticle

# Where templates without ``time`` elements keep the machine's form of a date.
_KEPT = XPath(
    "//*[@publishdate or @data-publishdate or @data-publish-date or @data-published"
    " or @data-pubdate or @data-published-at or @data-datetime or @data-timestamp]"
    "|//*[@itemprop='datePublished']"
    "|//*[@title and (contains(@class, 'published') or contains(@class, 'updated')"
    " or contains(@class, 'date'))]"
)
_ATTRIBUTES = (
    "publishdate", "data-publishdate", "data-publish-date", "data-published",
    "data-pubdate", "data-published-at", "data-datetime", "data-timestamp",
    "datetime", "content", "title",
)  # fmt: skip
_DATED = XPath(
    "//*[contains(@class, 'date') or contains(@class, 'time')"
    " or contains(@class, 'publish') or contains(@class, 'posted')"
    " or contains(@class, 'meta') or contains(@class, 'created')]"
)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:pub(?:lish(?:ed|ing)?)?|post(?:ed)?|article|entry|news|story)"
    r"[\s_-]?(?:date|time|on|meta)|(?:^|[\s_-])(?:date|datum|fecha|datetime|dateline"
    r"|time|timestamp|published|posted|created|meta)(?:$|[\s_-])",
    re.I,
)
_NAMED = re.compile(
    r"(?:publi(?:sh(?!er)|c)\w{0,8}|posted|created|issued|release)[\W_]?(?:time|date|at|on)?\Z",
    re.I,
)
# A date and what parts it from the text, so that no sentence on a day is meant.
_OPENS = re.compile(
    r"[(\[]?(?:[^\W\d]{5,30} (?:vom|of|from|du|del|dal) )?(?P<date>\d{1,2}\. ?"
    r"(?:\d{1,2}\.|[^\W\d]{3,9}) ?20\d\d|\d{1,2} [^\W\d]{3,9},? 20\d\d"
    r"|[^\W\d]{3,9}\.? \d{1,2}, 20\d\d|20\d\d-\d\d-\d\d)"
    r"(?:\Z|\W{0,2}[)\]|–—:-]| [\"„“«])"
)
# "This entry was posted on 3 May 2009 and is filed under ...", in a line of any length;
# a label has its capital: "a study published on 3 May" is a sentence on something else.
_SAID = re.compile(
    r"(?:this (?:entry|post|article|story) was (?:first )?(?:posted|published|written)"
    r"|dieser (?:beitrag|eintrag|artikel) wurde|esta entrada fue|cet article a été"
    r"|questo articolo è stato|dit (?:bericht|artikel) (?:is|werd)"
    r"|(?<!\w)(?-i:(?:First p|P)ublished|Posted|Erschienen|Veröffentlicht|Publié"
    r"|Publicado|Pubblicato|Gepubliceerd) ?(?:on|am|le|el|em|il|op|:)(?: am)?)"
    r"(?=.{0,20}\d)(?P<when>.{4,60})",
    re.I,
)
_DAY = r"20\d\d[-./]\d\d[-./]\d\d"
_TOLD = re.compile(
    r'"(?:date_?published|published_?(?:date|at|time|on)|publish_?(?:date|time)'
    r"|publication_?(?:date|time)|pub_?date|created_?(?:at|date|on)"
    r'|(?:deploy|service|reg|insert)_?(?:dt|date))\\?"\s{0,3}:\s{0,3}'
    rf'\\?"({_DAY}[^"\\]{{0,30}})[\\"]',
    re.I,
)
# The call of a short script that writes a date into its place on the page.
_WRITTEN = re.compile(
    r"\s{0,40}(?:document\.write\()?(?:show|print|write|format|display)_?date(?:time)?"
    rf"\(\s{{0,3}}[\"']({_DAY}[^\"']{{0,30}})",
    re.I,
)
_DIGITAL = re.compile(r"(?:19|20)\d\d|\d[./-]\d\d?[./-]\d\d|[०-९০-৯٠-٩]{4}|25\d\d")
# Figures with a month's name or marks between them, a weekday before, a time behind.
_FULL = re.compile(
    r"(?:[^\W\d]{2,12}[.,]?\s)?(?:\d{1,2}(?:st|nd|rd|th|\.)?[\s/]{1,3}(?:de\s)?[^\W\d]{3,12}"
    r"[.,]?[\s/]{1,3}(?:de\s)?20\d\d|[^\W\d]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s20\d\d"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?20\d\d|20\d\d[./-]\d\d?[./-]\d\d?"
    r"|20\d\d[年년]\s?\d\d?[月월]\s?\d\d?[日일]?)"
    r"(?:[\s,|–-]{0,4}(?:at|um|@|a las|à)?\s?\d{1,2}[:.h]\d\d.{0,20})?",
    re.I,
)
_PLAIN = re.compile(
    r"(?:199|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T\s]|\Z)"
)
_ROWS = frozenset({None, "meta", "byline"})
_BARE = 60  # characters of a line that is a date
_PLACES = ("", "_marked", "_row", "_above", "_late")
_CHANGED = ("dateUpdate", "dateUpdated", "dateModified")
_OPENING = 2  # pieces of a text that may open with its date
_LONG = 600  # characters of a line in which the site says when it was published
_SCRIPTS = 1_000_000  # characters of scripts looked through for a date
_ROW = 120  # characters of an element that holds a date and little else
_MOST = 40  # elements read
_PARTS = 24  # texts within one that is looked at
_SHORT = 400  # characters of a script that only writes a date
_LOOKED = 1_000


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
    if not _is_dated(raw, ("", "_marked")):
        raw.add("published_marked", dated_path(page.url), "url")
    if _is_dated(raw, _PLACES[:-1]):
        if len(_days(raw, "published")) > 1 and not _days(raw, "published_row"):
            day = _named(page.root, around_heading(page.root))
            raw.add("published_row", day, "visible")
        return
    for name, values in head.tags.items():
        if _NAMED.search(name):
            raw.add("published_late", values[0], "meta:" + name)
    raw.add("published_late", described, "jsonld")
    if not _is_dated(raw, ("_late",)):
        for text, reader in _elsewhere(raw, page.root, blocks):
            if text and _day(text):
                raw.add("published_late", text, reader)
                break
    if not raw.values["modified"]:
        told = (head.props[name][0] for name in _CHANGED if name in head.props)
        raw.add("modified", next(told, None), "microdata")


def _elsewhere(
    raw: RawArticle, root: _Element, blocks: Sequence[Block]
) -> Iterator[tuple[str | None, str]]:
    """What may tell the day elsewhere on the page, the most trusted first."""
    # Where the row at the headline is of the last change, a date elsewhere on the page
    # is hardly of the article's first day.
    changed = bool(raw.values["modified_row"])
    around = around_heading(root)
    if not changed:
        yield _kept(root, around), "attribute"
        yield _named(root, around), "visible"
    rows = labelled_rows(blocks)
    for text in rows.modified[:1]:
        raw.add("modified_row", text, "visible")
    yield next(iter(rows.published), None), "visible"
    yield _said(blocks), "visible"
    yield _opening(raw), "text"
    if not changed:
        yield _bare(blocks, around), "visible"
        yield _in_scripts(root), "script"


def _days(raw: RawArticle, place: str) -> set[str]:
    return {day for found in raw.values[place] if (day := _day(found.value))}


def _day(text: str) -> str | None:
    """The day of a date; of the commonest shape without reading the rest."""
    if _PLAIN.match(text):
        return text[:10]
    moment = read_moment(text)
    return moment.iso[:10] if moment else None


def _is_dated(raw: RawArticle, places: Iterable[str]) -> bool:
    """Whether a text of these places can be read as a date."""
    texts = (f.value for place in places for f in raw.values["published" + place])
    return any(_day(text) for text in texts)


def _opening(raw: RawArticle) -> str | None:
    """The date that text, title or heading opens with: "(18.01.2018) In Kiel"."""
    texts = [piece.text for piece in raw.pieces if not piece.noise][:_OPENING]
    titles = [f.value for f in raw.values["headline"] if f.reader in ("h1", "h2")]
    found = (_OPENS.match(text[:_ROW]) for text in (*texts, raw.title, *titles))
    return next((one["date"] for one in found if one), None)


def _said(blocks: Sequence[Block]) -> str | None:
    """The date in a sentence of the site on the article's publication."""
    for block in blocks:
        text = block.text[:_LONG]
        if block.noise == "comments" or not _DIGITAL.search(text):
            continue
        found = _SAID.search(text)
        if found:
            return squeeze(found["when"])
    return None


def _bare(blocks: Sequence[Block], around: frozenset[_Element]) -> str | None:
    """The first line that is a date and nothing else."""
    for block in blocks:
        text = block.text
        if len(text) > _BARE or block.noise not in _ROWS or not _FULL.fullmatch(text):
            continue
        if read_moment(text) and not _is_aside(block.element, around):
            return text
    return None


def _in_scripts(root: _Element) -> str | None:
    """The one day of publication that the page's scripts tell of."""
    told: list[str] = []
    firm: list[str] = []
    left = _SCRIPTS
    for script in root.iter("script"):
        text = (script.text or "")[:left]
        left -= len(text)
        if len(text) < _SHORT and (call := _WRITTEN.match(text)):
            told.append(call[1])
        for found in _TOLD.finditer(text):
            told.append(found[1])
            # When the parts of a page were made is told beside when it was published.
            if "pub" in found[0][:4].lower():
                firm.append(told[-1])
    return (firm or told)[0] if len({text[:10] for text in told}) == 1 else None


def _kept(root: _Element, around: frozenset[_Element]) -> str | None:
    """The first machine's form of a date in an attribute."""
    for element in _KEPT(root)[:_MOST]:
        kept: Iterator[str | None] = map(element.get, _ATTRIBUTES)
        value = next((v[:_ROW] for v in kept if v and _DIGITAL.search(v[:_ROW])), None)
        if value and read_moment(value) and not _is_aside(element, around):
            return value
    return None


def _named(root: _Element, around: frozenset[_Element]) -> str | None:
    """The first element whose class says that it holds a date."""
    named = (e for e in _DATED(root)[:_LOOKED] if _DATE_CLASS.search(e.get("class")))
    for element in islice(named, _MOST):
        text = squeeze("".join(islice(element.itertext(), _PARTS))[:1000])
        told = len(text) < _ROW and _DIGITAL.search(text) and read_moment(text)
        if told and not _is_aside(element, around):
            return text
    return None


def _is_aside(element: _Element, around: frozenset[_Element]) -> bool:
    return is_beside(element, around) or is_elsewhere(element)
