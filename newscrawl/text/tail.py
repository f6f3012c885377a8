"""Sign-offs at the end of a text: agency marks, source lines, copyright, end marks.

Only the end is looked at, and nothing is cut that could be a sentence: a name inside a
sentence ("he told IANS.") stays, and desk initials without the agency's name stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.marks import mark_names
from newscrawl.text.signoffs import is_dash, is_desk_line, is_rule, sign_off_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.names import AgencyNames

_WINDOW = 600
_MOST = 16
_INITIALS = 50


@dataclass(frozen=True, slots=True)
class Cut:
    """One piece cut off the end.

    ``reason`` is sign_off, source_line, reporting_line, copyright or end_mark.
    """

    reason: str
    text: str
    agency: str | None = None


def cut_tail(
    paragraphs: Sequence[str], names: AgencyNames
) -> tuple[list[str], list[Cut]]:
    """The paragraphs without their sign-offs, and the cuts in page order.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti", "IANS": "ians"})
    >>> cut_tail(["Rain fell, he said. PTI COR AD SOMSOM"], names)[0]
    ['Rain fell, he said.']
    >>> cut_tail(["Rain fell, he told IANS."], names)[0]
    ['Rain fell, he told IANS.']
    """
    rest, cuts = list(paragraphs), list[Cut]()
    while rest and len(cuts) < _MOST:
        if not rest[-1].strip():
            rest.pop()
            continue
        found = _whole(rest, names) or _glued(rest, names)
        if not found:
            break
        cuts += found
    return rest, cuts[::-1]


def whole_line(text: str, names: AgencyNames) -> Cut | None:
    """The sign-off that a line alone is, or ``None``; nothing hangs on other words.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti"})
    >>> whole_line("Source: PTI", names).reason
    'source_line'
    >>> whole_line("Rain fell, he said. PTI", names) is None
    True
    """
    line = text.strip()
    return _own(line, names) if 0 < len(line) <= _WINDOW else None


def _whole(rest: list[str], names: AgencyNames) -> list[Cut]:
    """The last paragraph, if it is nothing but a sign-off; with its desk line."""
    last = rest[-1].strip()
    if len(last) > _WINDOW:
        return []
    cut = _own(last, names)
    if cut:
        rest.pop()
        return [cut, *_just_before(rest, cut.agency)]
    if is_rule(last) and len(rest) > 1:
        rest.pop()
        return [Cut("end_mark", last)]
    return _desk_line(rest, names)


def _desk_line(rest: list[str], names: AgencyNames) -> list[Cut]:
    """Desk initials, or the last desk name said again, under the agency's name.

    They prove nothing alone: the name must stand just before.
    """
    last, before = rest[-1].strip(), rest[:-1]
    if not before or len(last) > _INITIALS:
        return []
    above = before[-1].strip()
    if not is_desk_line(last) and not above.endswith(f" {last}"):
        return []
    found = _own(above, names) if len(above) <= _WINDOW else None
    if found:
        before.pop()
    cuts = (
        [found, *_just_before(before, found.agency)] if found else _glued(before, names)
    )
    if not cuts or not cuts[0].agency:
        return []
    rest[:] = before
    return [Cut("sign_off", last, cuts[0].agency), *cuts]


def _just_before(rest: list[str], agency: str | None) -> list[Cut]:
    """A dash or initials in a paragraph of their own, above the agency's name."""
    last = rest[-1].strip() if len(rest) > 1 else ""
    if agency and last and (is_desk_line(last) or is_dash(last)):
        rest.pop()
        return [Cut("sign_off", last, agency)]
    return []


@lru_cache(maxsize=1_024)
def _own(text: str, names: AgencyNames) -> Cut | None:
    marked = mark_names(text, names)
    for form in sign_off_forms():
        if form.whole is None or (form.named and not marked.found):
            continue
        if found := form.whole.fullmatch(marked.text):
            agency = marked.agency(found.groupdict().get("name"))
            return Cut(form.reason, text, agency)
    return None


def _glued(rest: list[str], names: AgencyNames) -> list[Cut]:
    """What hangs on the last words of the last paragraph."""
    text = rest[-1].rstrip()
    start = max(0, len(text) - _WINDOW)
    marked = mark_names(text[start:], names)
    for form in sign_off_forms():
        if form.glued is None or (form.named and not marked.found):
            continue
        found = form.glued.search(marked.text)
        if not found:
            continue
        place = start + marked.origin(found.start("cut"))
        cut_text, kept = text[place:].strip(), text[:place].rstrip()
        if not kept or (form.check and not read_disclaimer(cut_text, names)):
            continue
        rest[-1] = kept
        agency = marked.agency(found.groupdict().get("name"))
        return [Cut(form.reason, cut_text, agency)]
    return []
