"""Byline and date rows as a reader sees them, near the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from newscrawl.pages.dom import Block

_YEAR = re.compile(
    r"\d{1,2}\D{1,12}\d{2,4}|\d{4}\D\d{1,2}\D\d{1,2}|\b\d{1,2}[:.]\d\d\b"
)
_LABEL = re.compile(
    r"(?P<modified>(?:last\s)?(?:updated|modified|edited"
    r"|revised)(?:\s(?:on|at|date))?|aktualisiert(?:\sam)?"
    r"|actualizado|mis à jour|atualizado|aggiornato"
    r"|अपडेटेड|अपडेट|अद्यतन|আপডেট)"
    r"|(?P<published>(?:first\s)?(?:published|posted|created"
    r"|publish(?:ed)? date|date)(?:\s(?:on|at))?|veröffentlicht"
    r"|erschienen|publicado|publié|pubblicato"
    r"|प्रकाशित|प्रकाशन|প্রকাশিত|প্রকাশ)",
    re.I,
)
_CUTS = re.compile(r"\s*[|•·∙‖]\s*|\s{2,}")
_BYLINE = re.compile(
    r"(?:written |reported |posted |edited |story )?(?:by|von|par|por|oleh)\s*:?\s+\S",
    re.I,
)
_BY_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author(?:s|-?name|-?names)?|writer"
    r"|reporter|contributor|autor(?:en)?)(?:$|[\s_-])",
    re.I,
)
_MONTHS_OR_DATE = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat"
    r"|sun)\w{0,6},?\s+)?(?:\d{1,2}(?:st|nd|rd"
    r"|th)?\s+\w{3,12}\.?,?\s+\d{4}|\w{3,12}\.?\s+\d{1,2}(?:st|nd|rd"
    r"|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})",
    re.I,
)


@dataclass(slots=True)
class Rows:
    """Byline texts as printed, and the times a reader sees, published and updated."""

    bylines: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)


def read_rows(blocks: Sequence[Block], start: int, end: int) -> Rows:
    """The rows between two blocks; each may hold byline and date together.

    A label alone ("Updated:") speaks for the row after it.
    """
    rows = Rows()
    pending: str | None = None
    for block in blocks[start:end]:
        text = block.text
        if len(text) > 260:
            pending = None
            continue
        pending = _row(text, rows, pending)
    return rows


def _row(text: str, rows: Rows, pending: str | None) -> str | None:
    """Sort one row; returns the label that waits for the next row."""
    for part in _CUTS.split(text):
        if not part:
            continue
        if _BYLINE.match(part):
            cut = _where_date_starts(part)
            name = part[:cut].strip(" ,-–—:|")
            if 3 < len(name) < 160:
                rows.bylines.append(name)
            part = part[cut:]
        if len(part) < 160 and _YEAR.search(part):
            _times(part, _label(part) or pending, rows)
            pending = None
        elif len(part) < 40:
            pending = _label(part) or pending
    return pending


def _times(part: str, label: str | None, rows: Rows) -> None:
    marks = list(_LABEL.finditer(part))
    if len(marks) > 1:
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            piece = part[mark.start() : following.start() if following else None]
            if _YEAR.search(piece):
                target = rows.modified if mark["modified"] else rows.published
                target.append(squeeze(piece))
        return
    (rows.modified if label == "modified" else rows.published).append(part)


def _label(part: str) -> str | None:
    found = _LABEL.search(part)
    return found.lastgroup if found else None


def _where_date_starts(part: str) -> int:
    found = (_LABEL.search(part), _MONTHS_OR_DATE.search(part))
    return min((match.start() for match in found if match), default=len(part))


def marked_bylines(blocks: Sequence[Block], start: int, end: int) -> list[str]:
    """Texts of elements whose class or itemprop says that they are a byline."""
    return [
        block.text
        for block in blocks[start:end]
        if len(block.text) < 120 and _is_marked(block.element)
    ]


def _is_marked(element: _Element | None) -> bool:
    for _ in range(3):
        if element is None:
            return False
        names = (element.get("class") or "") + " " + (element.get("id") or "")
        if element.get("itemprop") == "author" or element.get("rel") == "author":
            return True
        if len(names) > 1 and _BY_CLASS.search(names[:200]):
            return True
        element = element.getparent()
    return False
