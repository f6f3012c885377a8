"""Byline and date rows as a reader sees them, near the headline."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.pages.beside import is_anothers, is_of_site, plain_words
from newscrawl.pages.rows import Rows
from newscrawl.text.byline import LABELLED, is_agency_line
from newscrawl.text.clean import squeeze
from newscrawl.text.datelabels import all_labels, find_label
from newscrawl.text.language import weight
from newscrawl.text.months import month_number
from newscrawl.text.relative import tells_ago

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block
    from newscrawl.text.names import AgencyNames

_YEAR = re.compile(
    r"\d{1,2}\D{1,12}\d{2,4}|\d{4}\D\d{1,2}\D\d{1,2}|\b\d{1,2}[:.]\d\d\b"
    r"|\d{1,2}\D{13,24}(?:20|25|[२২])\d\d(?!\d)"  # "22 de septiembre de 2020"
    r"|(?:19|20)\d\d\D{13,24}\d{1,2}(?!\d)"  # "2020ko irailaren 22a"
)
# A dash or stroke parts a name from what looks like a date.
_CUTS = re.compile(
    r"\s*[|•·∙‖]\s*|\s{2,}|(?<!\d)(?<!\d\.)\s[-–—/]\s(?=(?:[^\W\d]{3,9}\.?\s\d{1,2},\s20\d\d"
    r"|\d{1,2}\.?\s[^\W\d]{3,9}\.?,?\s20\d\d|\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d)\b)"
)
# Until when something is to be had tells nothing of when it began.
_ENDS_THEN = re.compile(r"\b(?:bis(?: zum)?|until|expires|jusqu['’]au|hasta el) ", re.I)
_SIGNS = ("|", "•", "·", "∙", "‖", "  ", " - ", " – ", " — ", " / ")
_BY_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author(?:s|-?name|-?names)?|writer"
    r"|reporter|contributor|autor(?:en)?)(?:$|[\s_-])",
    re.I,
)
_PICTURE = re.compile(r"caption|photo|image|img|figure|picture|tags?\b|topic", re.I)
_OUTSIDE = frozenset({"figure", "figcaption", "nav", "li", "aside", "select"})
# "14.-20. Januar" and "May 5-7" are when something lasted or will last.
_SPAN = re.compile(
    r"(?<![\d:./-])\d{1,2}\.?\s?[-–]\s?\d{1,2}\.?\s(?P<after>[^\W\d]{3,14})"
    r"|(?<!\w)(?P<before>[^\W\d]{3,14})\.?\s\d{1,2}\s?[-–]\s?\d{1,2}(?![\d:./-])"
    r"|(?P<days>\d\d?\.\d\d?\.(?:\d{4})?\s?[-–]\s?\d\d?\.\d\d?\.)"
)
_JOINT = re.compile(r"\s+(?:on|at|le|am|um|el)\Z", re.I)
# Texts of elements that only a style keeps apart: "Asha RaoDec. 21, 2023".
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_GLUED = re.compile(
    rf"(?<=[a-z])(?={_MONTH}\s\d{{1,2}},?\s20\d\d|\d{{1,2}}\s{_MONTH}\s20\d\d)"
    rf"|(?<=\d, 20\d\d)(?=\d)|(?<=\s20\d\d)(?=\d{{1,2}}\.?\s[^\W\d]{{3,9}}\s20\d\d"
    rf"|{_MONTH}\s\d{{1,2}},?\s20\d\d)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_YEARLY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[०-९]{4}|[০-৯]{4}")
_PROSE = 140  # characters of the first block that is no row
_NAMES = 8  # elements within a byline that may be names
_ROWS = 12  # blocks after the headline in which a credit is looked for
_FEED = re.compile(r"rss|feed|\.xml|atom", re.I)
_ENDS = frozenset(".!?।…。！？")
_DENSE = 36  # the longest row in a script that has no spaces
_SAID = 4  # such words of a sentence, which ends with a full stop
_SENTENCE = 8  # characters by which a sentence on a text's publication says so
_ROW_WORDS = 7  # words besides the numbers that a row of a date may have
_MONTHS_OR_DATE = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat"
    r"|sun)\w{0,6},?\s+)?(?:\d{1,2}(?:st|nd|rd"
    r"|th|\.)?\s+[^\s\d]{3,14}\s+\d{4}|\w{3,12}\.?\s+\d{1,2}(?:st|nd|rd"
    r"|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4})",
    re.I,
)


def read_rows(
    blocks: Sequence[Block], start: int, end: int, title: int | None = None
) -> Rows:
    """The rows between two blocks; each may hold byline and date together.

    A label alone ("Updated:") speaks for the row after it, but not across the headline,
    which is the block ``title``.
    """
    rows = Rows()
    pending: str | None = None
    for at, block in enumerate(blocks[start:end], start):
        rows.is_above = title is not None and (at < title - 1 or at == title)
        if at == title:
            pending = None
        text = block.text
        if len(text) > 260 or block.noise == "comments":
            pending = None
            continue
        before = len(rows.bylines)
        shown, above, changed = len(rows.published), len(rows.above), len(rows.modified)
        pending = _row(text, rows, pending)
        noted = len(rows.published) + len(rows.above) + len(rows.modified)
        if noted > shown + above + changed and is_anothers(block):
            del rows.published[shown:], rows.above[above:], rows.modified[changed:]
        if _is_row(text, rows.bylines[before:]):
            rows.lines.add(text)
    return rows


def labelled_rows(blocks: Sequence[Block]) -> Rows:
    """The rows of a whole page that say themselves what their time is."""
    rows = Rows()
    pending: str | None = None
    for block in blocks:
        text = block.text
        if len(text) >= _PROSE or block.noise == "comments" or is_of_site(text):
            pending = None
            continue
        dated = _YEARLY.search(text)
        label = _label(text) if dated or text[-1] == ":" else None
        if dated and (label or pending):
            _row(text, rows, pending)
        # A label may stand in a cell of its own, its time in the next.
        pending = label if label and text.endswith(":") else None
    return rows


def agency_rows(
    blocks: Sequence[Block], place: int, titles: Sequence[str], names: AgencyNames
) -> tuple[list[str], set[str]]:
    """Credits without a label between headline and text, and the blocks they fill.

    A part of a row counts that is as a whole an agency's name, alone, with a person
    or with a place. Captions, menus and lists of tags name agencies too and are left.
    """
    found: list[str] = []
    lines: set[str] = set()
    for at, block in enumerate(blocks[place : place + _ROWS]):
        text = block.text
        if at == 0:
            text = _after_title(text, titles)
        elif len(text) >= _PROSE:
            break
        if not text or _is_outside(block.element) or _is_feed_link(block):
            continue
        credits = [c for c in map(_before_date, _parts(text)) if c]
        named = [c for c in credits if is_agency_line(c, names)]
        found += named
        if named and len(named) == len(credits):
            lines.add(block.text)
    return found, lines


def _after_title(text: str, titles: Sequence[str]) -> str:
    """What a block says after the headline it begins with."""
    for title in titles:
        if title and text.lower().startswith(title.lower()):
            return text[len(title) :].strip()
    return ""


def _before_date(part: str) -> str:
    return _JOINT.sub("", part[: _where_date_starts(part)].strip(" ,-–—:|"))


def _is_outside(element: _Element | None) -> bool:
    """Whether an element belongs to a picture, a menu or a list of tags."""
    before = element.getprevious() if element is not None else None
    if before is not None and before.tag in {"img", "picture", "figure", "amp-img"}:
        return True
    for _ in range(3):
        if element is None:
            return False
        names = element.get("class")
        if element.tag in _OUTSIDE or (names and _is_of_picture(names[:200])):
            return True
        element = element.getparent()
    return False


# Sites give many elements the same names.
@lru_cache(maxsize=2_048)
def _is_of_picture(names: str) -> bool:
    return _PICTURE.search(names) is not None


def _is_feed_link(block: Block) -> bool:
    """Whether a line is a link to a feed; "RSS" is an agency's name too."""
    links = islice(block.element.iter("a"), 4) if block.link_share > 0.5 else ()
    return any(_FEED.search((link.get("href") or "")[:300]) for link in links)


def _is_row(text: str, bylines: Sequence[str]) -> bool:
    """Whether a block is a byline, a date or both, and no sentence."""
    if len(text) > _PROSE or text[-1:] in _ENDS:
        return False
    if len(text) > _DENSE and weight(text) > 1:
        return False
    if not _DIGIT.search(text):
        return bool(bylines) and bylines[0] == text
    dated = _YEAR.search(text) and (_YEARLY.search(text) or find_label(text))
    if not dated:
        return bool(bylines) and bylines[0] == text
    named = sum(len(b.split()) for b in bylines)
    return plain_words(text) - named <= _ROW_WORDS


def _is_prose(text: str) -> bool:
    """Whether a date stands in it only as one in a sentence does."""
    if weight(text) > 1:
        return len(text) > _DENSE
    told = plain_words(text)
    return told > _ROW_WORDS + 2 or (told > _SAID and text[-1:] == ".")


def _is_dense_prose(text: str) -> bool:
    """Whether it is a sentence in a script without spaces, whatever words it has."""
    return len(text) > 2 * _DENSE and weight(text) > 1


def _row(text: str, rows: Rows, pending: str | None) -> str | None:
    """Sort one row; returns the label that waits for the next row."""
    if "20" in text:
        text = _GLUED.sub(" ", text)
    for part in _parts(text):
        if not part:
            continue
        if LABELLED.match(part):
            cut = _where_date_starts(part)
            name = _before_date(part)
            if 3 < len(name) < 160:
                rows.bylines.append(name)
            part = part[cut:]
        if len(part) < 160 and _DIGIT.search(part) and _YEAR.search(part):
            label = None if _is_dense_prose(part) else _label(part)
            if label or not (_is_prose(part) or _lasts(part)):
                _times(part, label or pending, rows)
            pending = None
        elif len(part) < 40:
            told = _label(part) or pending
            if told != "modified" and tells_ago(part):
                rows.ago.append(part)
            pending = told
        else:
            pending = None
    return pending


def _lasts(part: str) -> bool:
    """Whether a text tells until when, or from when to when, something is."""
    found = _SPAN.search(part)
    if found and (found["days"] or month_number(found["after"] or found["before"])):
        return True
    return _ENDS_THEN.search(part) is not None


def _times(part: str, label: str | None, rows: Rows) -> None:
    marks = all_labels(part)
    if len(marks) > 1:
        for mark, piece in _labelled(part, marks):
            if not _YEAR.search(piece):
                continue
            if mark["modified"]:
                rows.modified.append(squeeze(piece))
            else:
                rows.add_published(squeeze(piece), "published")
        return
    before = part[: marks[0].start()] if marks else ""
    # "5 May 2025, updated 6 May"; but "6 May 2025 last update" is one time.
    after = part[len(before) :]
    two = _YEARLY.search(before) and (_YEAR.search(after) or tells_ago(after))
    if label == "modified" and two and _YEAR.search(before):
        rows.add_published(before.rstrip(" ,;"), None)
        part = part[len(before) :]
    if label == "modified":
        rows.modified.append(part)
    else:
        rows.add_published(part, label)


def _labelled(
    part: str, marks: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], str]]:
    """Each label with what it speaks for: what follows, in Japanese what precedes."""
    if _YEARLY.search(part[: marks[0].start()]) and not _DIGIT.search(
        part[marks[-1].end() :]
    ):
        starts = [0, *(mark.end() for mark in marks)]
        yield from (
            (m, part[at : m.end()]) for m, at in zip(marks, starts, strict=False)
        )
        return
    ends = [*(mark.start() for mark in marks[1:]), len(part)]
    yield from ((m, part[m.start() : end]) for m, end in zip(marks, ends, strict=True))


def _parts(text: str) -> list[str]:
    """The parts of a row; most have but one."""
    if text.isprintable() and not any(map(text.__contains__, _SIGNS)):
        return [text]
    return _CUTS.split(text)


def _label(part: str) -> str | None:
    found = find_label(part)
    if found is None or (found.start() > _SENTENCE and part[-1] in _ENDS):
        return None  # "The survey, published on 6 May 2025, was made in winter."
    return found.lastgroup


def _where_date_starts(part: str) -> int:
    date = _MONTHS_OR_DATE.search(part) if _DIGIT.search(part) else None
    found = (find_label(part), date)
    return min((match.start() for match in found if match), default=len(part))


def marked_bylines(blocks: Sequence[Block], start: int, end: int) -> list[str]:
    """Texts of elements whose class or itemprop says that they are a byline."""
    known: dict[_Element, bool] = {}  # blocks beside each other share what holds them
    return [
        _named_apart(block)
        for block in blocks[start:end]
        if len(block.text) < 120 and _is_marked(block.element, known)
    ]


def _named_apart(block: Block) -> str:
    """A byline whose name, an element of its own, runs into the house's name."""
    text = block.text
    for inner in islice(block.element.iter("a", "span", "b", "strong"), _NAMES):
        if inner is block.element or not _tells_author(inner):
            continue
        name = squeeze("".join(inner.itertext()))
        end = text.find(name) + len(name)
        if 3 < len(name) < end + 1 and text[end:].lstrip()[:1].isupper():
            text = f"{text[:end]}, {text[end:].lstrip()}"
    return text


def has_byline_class(element: _Element) -> bool:
    """Whether an element's class or id calls it a byline."""
    names = (element.get("class") or "") + " " + (element.get("id") or "")
    return names != " " and _is_byline_name(names[:200])


@lru_cache(maxsize=4_096)
def _is_byline_name(names: str) -> bool:
    return _BY_CLASS.search(names) is not None


def _is_marked(element: _Element | None, known: dict[_Element, bool]) -> bool:
    for _ in range(3):
        if element is None:
            return False
        tells = known.get(element)
        if tells is None:
            tells = known[element] = _tells_author(element)
        if tells:
            return True
        element = element.getparent()
    return False


def _tells_author(element: _Element) -> bool:
    return "author" in (
        element.get("itemprop"),
        element.get("rel"),
    ) or has_byline_class(element)
