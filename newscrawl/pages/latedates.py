"""Where else a page tells its day, once no usual place of it gave a date."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from lxml.etree import XPath

from newscrawl.pages.beside import is_elsewhere, is_of_site, plain_words
from newscrawl.pages.keptdates import kept_date, named_tags
from newscrawl.pages.scriptdates import date_in_scripts
from newscrawl.pages.times import around_heading, is_beside
from newscrawl.pages.visible import labelled_rows
from newscrawl.text.clean import squeeze
from newscrawl.text.datelabels import find_label
from newscrawl.text.dates import read_moment
from newscrawl.text.days import dated_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block
    from newscrawl.pages.meta import Head
    from newscrawl.pages.page import Page
    from newscrawl.pages.raw import RawArticle

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
# A date and what parts it from the text, so that no sentence on a day is meant.
_OPENS = re.compile(
    r"[(\[]?(?:[^\W\d]{5,30} (?:vom|of|from|du|del|dal) )?(?P<date>\d{1,2}\. ?"
    r"(?:\d{1,2}\.|[^\W\d]{3,9}) ?20\d\d|\d{1,2} [^\W\d]{3,9},? 20\d\d"
    r"|[^\W\d]{3,9}\.? \d{1,2}, 20\d\d|20\d\d-\d\d-\d\d)"
    r"(?:\Z|\W{0,2}[)\]|–—:-]| [\"„“«])"
)
# "NEWPORT, Ore., May 6, 2025 /QuayWire/ -- ", "NEWPORT-May 6, 2025-": a release's.
_RELEASED = re.compile(
    r"(?:[A-ZÀ-Ý]{3}[\w .,'’()&/-]{0,60}?|[A-ZÀ-Ý][\w .'’()-]{2,40}?)[,–—-]\s?"
    r"(?P<date>[^\W\d]{3,9}\.? \d{1,2}, 20\d\d|\d{1,2} [^\W\d]{3,9},? 20\d\d)"
    r"\s?(?:[–—-]|/[\w .-]{2,30}/|\([\w .-]{2,30}\))"
)
# "This entry was posted on 3 May 2009 and is filed under ...", in a line of any length;
# a label has its capital: "a study published on 3 May" is a sentence on something else.
_SAID = re.compile(
    r"(?:this (?:entry|post|article|story) was (?:first |originally )?"
    r"(?:posted|published|written)"
    r"|dieser (?:beitrag|eintrag|artikel) wurde|esta entrada fue|cet article a été"
    r"|questo articolo è stato|dit (?:bericht|artikel) (?:is|werd)"
    r"|(?<!\w)(?-i:(?:First p|P)ublished|Posted|Erschienen|Veröffentlicht|Publié"
    r"|Publicado|Pubblicato|Gepubliceerd) ?(?:on|am|le|el|em|il|op|:)(?: am)?)"
    r"(?=.{0,20}\d)(?P<when>.{4,60})",
    re.I,
)
# What a site says of its page's last change, of an encyclopaedia's or a manual's.
_MENDED = re.compile(
    r"(?:this page was last |page last |last )"
    r"(?:modified|edited|updated|changed|revised)"
    r"|(?:diese seite wurde )?zuletzt (?:geändert|bearbeitet|aktualisiert|am (?=\d))"
    r"|derni[èe]re (?:modification|mise à jour)"
    r"|última (?:modificación|edición|alteração)"
    r"|esta página (?:se editó|fue modificada)|ultima modifica"
    r"|laatst (?:bewerkt|gewijzigd)"
    r"|последн\w{2} (?:изменени|раз изменен)\w{0,3}|最終更新",
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
_STAMP = re.compile(
    r"(?<!\d)20\d\d[-/.年]\d\d?[-/.月]\d\d?日?\s\d\d:\d\d(?::\d\d)?(?!\d)"
)
_PLAIN = re.compile(
    r"(?:199|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T\s]|\Z)"
)
_ROWS = frozenset({None, "meta", "byline"})
_BARE = 60  # characters of a line that is a date
_PLACES = ("", "_marked", "_row", "_above", "_late")
_CHANGED = ("dateUpdate", "dateUpdated", "dateModified")
_WORDS = 4  # of a month, a weekday and a name; a day among more is of something else
_OPENING = 2  # pieces of a text that may open with its date
_LONG = 600  # characters of a line in which the site says when it was published
_ROW = 120  # characters of an element that holds a date and little else
_MOST = 40  # elements read
_PARTS = 24  # texts within one that is looked at
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
    row of the page is believed for the day that the address is filed under; where
    nothing else has that day, its time is looked for.
    """
    filed = None
    if not _is_dated(raw, ("", "_marked")):
        filed = dated_path(page.url) or dated_path(head.canonical or "")
        raw.add("published_marked", filed, "url")
        _drop_wordy_rows(raw, described)
    if _is_dated(raw, ("_row",) if filed else _PLACES[:-2]):
        if len(_days(raw, "published")) > 1 and not _days(raw, "published_row"):
            day = _named(page.root, around_heading(page.root))
            raw.add("published_row", day, "visible")
        return
    # A day above the headline may be that of the visit, or of a printed issue.
    above = _is_dated(raw, ("_above",))
    place = "published_row" if above else "published_late"
    told = ((value, "meta:" + name) for value, name in named_tags(head))
    elsewhere = () if above else _elsewhere(raw, page.root, blocks)
    for text, reader in chain(told, [(described, "jsonld")], elsewhere):
        day = _day(text) if text else None
        if _is_first(raw, day) and filed in (None, day):
            raw.add(place, text, reader)
            break
    if not (_days(raw, "modified_row") or _days(raw, "modified_late")):
        raw.add("modified_late", _mended(blocks), "visible")
    if not raw.values["modified"]:
        changed = (head.props[name][0] for name in _CHANGED if name in head.props)
        raw.add("modified", next(changed, None), "microdata")


def _elsewhere(
    raw: RawArticle, root: _Element, blocks: Sequence[Block]
) -> Iterator[tuple[str | None, str]]:
    """What may tell the day elsewhere on the page, the most trusted first."""
    # Where the row at the headline is of the last change, a date elsewhere on the page
    # is hardly of the article's first day.
    changed = bool(raw.values["modified_row"] or raw.values["modified_marked"])
    around = around_heading(root)
    if not changed:
        yield kept_date(root, around), "attribute"
        yield _named(root, around), "visible"
    rows = labelled_rows(blocks)
    for text in rows.modified[:1]:
        raw.add("modified_late", text, "visible")
    yield next(iter(rows.published), None), "visible"
    yield _said(blocks), "visible"
    yield _in_heading(root), "visible"
    yield _opening(raw), "text"
    if not changed:
        yield _bare(blocks, around), "visible"
        titles = [raw.title, *(found.value for found in raw.values["headline"])]
        yield date_in_scripts(root, titles), "script"


def _drop_wordy_rows(raw: RawArticle, described: str | None) -> None:
    """Believe what JSON-LD says of the page rather than a day among other words."""
    day = _day(described) if described else None
    rows = raw.values["published_row"]
    if day and rows and day not in _days(raw, "published_row"):
        wordy = plain_words(rows[0].value) > _WORDS and not find_label(rows[0].value)
        if wordy:
            del rows[:]


def _is_first(raw: RawArticle, day: str | None) -> bool:
    """Whether it is a day, and not after the last change that the page shows."""
    changes = _days(raw, "modified_row") or _days(raw, "modified_late")
    return day is not None and not (changes and day > max(changes))


def _mended(blocks: Sequence[Block]) -> str | None:
    """The sentence of a site on the last change of its page."""
    for block in reversed(blocks):
        text = block.text[:_LONG]
        own = block.noise != "comments" and not is_of_site(text)
        if own and _DIGITAL.search(text):
            found = _MENDED.search(text)
            if found and _day(text[found.start() :]):
                return text[found.start() : found.start() + _ROW]
    return None


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
    found = [_OPENS.match(text[:_ROW]) for text in (*texts, raw.title, *titles)]
    found += [_RELEASED.match(text[: 2 * _ROW]) for text in texts]
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


def _in_heading(root: _Element) -> str | None:
    """The date that an element of its own tells within the heading."""
    heading = next(root.iter("h1"), None)
    inner = islice(heading.iterdescendants(), _PARTS) if heading is not None else ()
    texts = (squeeze("".join(e.itertext())[:_ROW]) for e in inner)
    return next((text for text in texts if _FULL.fullmatch(text)), None)


def _bare(blocks: Sequence[Block], around: frozenset[_Element]) -> str | None:
    """The first line that is a date alone, or a machine's stamp and little else."""
    for block in blocks:
        text = block.text
        if len(text) > _BARE or block.noise not in _ROWS:
            continue
        if not (_FULL.fullmatch(text) or _STAMP.search(text)):
            continue
        if read_moment(text) and not _is_aside(block.element, around):
            return text
    return None


def _named(root: _Element, around: frozenset[_Element]) -> str | None:
    """The first element whose class says that it holds a date."""
    named = (e for e in _DATED(root)[:_LOOKED] if _DATE_CLASS.search(e.get("class")))
    for element in islice(named, _MOST):
        parts = list(islice(element.itertext(), _PARTS))
        # Month, day and year may be parts of a box that only a style keeps apart.
        for joint in ("", " ")[: len(parts)]:
            text = squeeze(joint.join(parts)[:1000])
            told = len(text) < _ROW and _DIGITAL.search(text) and read_moment(text)
            if told and not _is_aside(element, around):
                return text
    return None


def _is_aside(element: _Element, around: frozenset[_Element]) -> bool:
    return is_beside(element, around) or is_elsewhere(element)
