"""A text in which each agency name is one character, for the patterns around names.

The patterns would otherwise hold every name several times over: dear to build at each
start, dear to try at each place, and no better. The characters are letters of a script
nobody prints news in (Linear A), so that words and their edges are told as before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newscrawl.text.credit import find_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.text.credit import Named
    from newscrawl.text.names import AgencyNames

_FIRST, _LAST = 0x10600, 0x10736
_MOST = _LAST - _FIRST + 1
MARK = f"[{chr(_FIRST)}-{chr(_LAST)}]"
"""The pattern for a name."""
_FOREIGN = re.compile(MARK)
_SHUNNED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Marked:
    """The text with marks for the names, which are those found in it, in order."""

    text: str
    found: Sequence[Named]

    def agency(self, mark: str | None) -> str | None:
        """The agency a mark stands for."""
        return self.found[ord(mark) - _FIRST].agency if mark else None

    def origin(self, place: int) -> int:
        """Where a place of the marked text lies in the text itself.

        >>> from newscrawl.text.names import AgencyNames
        >>> marked = mark_names("So Reuters said.", AgencyNames({"Reuters": "reuters"}))
        >>> len(marked.text), marked.origin(marked.text.index("said"))
        (10, 11)
        """
        for one in self.found:
            if one.start >= place:
                break
            place += one.end - one.start - 1
        return place


def mark_names(text: str, names: AgencyNames) -> Marked:
    """Put a mark for each agency name; a page's own letters of that script are lost."""
    if not text.isascii() and _FOREIGN.search(text):
        text = _FOREIGN.sub(_SHUNNED, text)
    found = find_names(text, names)[:_MOST]
    if not found:
        return Marked(text, found)
    parts, end = [], 0
    for number, one in enumerate(found):
        parts += [text[end : one.start], chr(_FIRST + number)]
        end = one.end
    return Marked("".join(parts) + text[end:], found)
