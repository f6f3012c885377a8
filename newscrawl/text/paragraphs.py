"""The article's own paragraphs among the blocks of its part of the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text.appeals import closing_reason, opens_letter
from newscrawl.text.boilerplate import closes_article, line_reason, opens_related
from newscrawl.text.byline import is_byline
from newscrawl.text.clean import comparable, folded
from newscrawl.text.language import weighs, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

_CUT_SHORT = re.compile(
    r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*(?:read more|more|»)?\W*\Z", re.I
)
_NEAR = 15  # paragraphs within which a teaser stands before its own lead
_INSIDE = 0.75  # share of the prose that the part which holds the text has
_OUTSIDE = 0.25  # share of it that may stand behind that part and be none of it,
_LITTLE = 700  # or characters, where the text is short
_FIRST = 3  # and at the start where it says how it earns from its links
_LAST = 6  # paragraphs at the end where the outlet speaks to its readers
_ROW = 160  # characters of a line above the text: a caption, a name, a time
_DATELINE_ENDS = frozenset("-–—)]")
_SENTENCE = re.compile(r"[.!?।。！？۔:;,\"”»…]")
_DATE_ROW = re.compile(
    r"\W*(?:(?:by|von|par|por)\s.{1,80}[|•·,]\s*)?(?:(?:published"
    r"|updated|posted|last updated|modified|first published"
    r"|stand)\b\W*)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat"
    r"|sun)\w*,?\s)?(?:\w{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}["
    r" ./-]\w{1,9}[ ./,-]+\d{4}|\d{4}-\d\d-\d\d)\b.{0,60}\Z",
    re.I,
)


class Piece(NamedTuple):
    """A block offered as a paragraph, one line, with what the tree says about it.

    ``home`` tells the parts of the page apart that the paragraphs stand in; 0 is none.
    """

    kind: str
    text: str
    links: float = 0.0
    noise: str | None = None
    home: int = 0


class Chosen(NamedTuple):
    """The own paragraphs as ``(kind, text)`` and the rest as ``(reason, text)``."""

    paragraphs: list[tuple[str, str]]
    trimmed: list[tuple[str, str]]


def own_paragraphs(pieces: Sequence[Piece], headline: str = "") -> Chosen:
    """Tell the article's paragraphs from what stands among them.

    >>> lines = "Ox, May 2 The mill is ...", "Open in App", "Ox, May 2 The mill is up."
    >>> own_paragraphs([Piece("p", line) for line in lines]).paragraphs
    [('p', 'Ox, May 2 The mill is up.')]
    """
    trimmed: list[tuple[str, str]] = []
    kept: list[Piece] = []
    title = comparable(headline)
    starts = [folded(p.text[:400].rstrip()) for p in pieces]
    ordered = sorted(starts)
    seen: set[str] = set()
    last_text = _last_text(pieces)
    after: str | None = None
    homes: Counter[int] = Counter()
    counts: tuple[list[int], list[int]] | None = None
    for place, piece in enumerate(pieces):
        if after == "related" and _goes_on(piece, homes):
            after = None
        reason = after or _reason(
            piece, place, starts, ordered, title, seen, last_text, bool(kept)
        )
        if reason in {"related", "comments"} and after is None:
            counts = counts or (_texts_before(pieces), _prose_before(pieces))
            if _ends(counts[0][place], counts[1][-1] - counts[1][place + 1]):
                after = reason
        if reason:
            trimmed.append((reason, piece.text))
        else:
            kept.append(piece)
            if len(piece.text) > 30:
                seen.add(starts[place])
            if piece.kind == "p" and _is_text(piece.text):
                homes[piece.home] += 1
    kept = _without_outside(kept, trimmed)
    kept = _without_appeals(kept, trimmed)
    kept, stray = _without_stray_heads(kept)
    trimmed += [("heading", p.text) for p in stray]
    return Chosen([(p.kind, p.text) for p in kept], trimmed)


def _prints(heading: str, title: str, begun: bool) -> bool:
    """Whether a heading is the headline: a part of it, or above the text with more."""
    if len(heading) > 20 and heading in title:
        return True
    return not begun and len(title) > 20 and title in heading


def _reason(
    piece: Piece,
    place: int,
    starts: list[str],
    ordered: list[str],
    title: str,
    seen: set[str],
    last_text: int,
    begun: bool,
) -> str | None:
    text, mine = piece.text, starts[place]
    if piece.noise:
        return piece.noise
    if mine == title or (piece.kind == "subhead" and _prints(mine, title, begun)):
        return "headline"
    if opens_related(text):
        return "related"
    if closes_article(text):
        return "comments"
    if not begun and len(text) < 200 and (is_byline(text) or _DATE_ROW.match(text)):
        return "byline"
    if len(text) < 120 and _DATE_ROW.match(text):
        return "published_line"
    if _is_teaser(text, place, starts, ordered):
        return "teaser"
    if len(text) > 30 and mine in seen:
        return "repeat"
    if piece.links > 0.75 and (len(text) < 220 or piece.links > 0.95):
        return "link"
    if piece.kind == "list" and piece.links > 0.5 and len(text) < 160:
        return "link"
    reason = line_reason(text)
    if reason:
        return reason
    if len(text) < 25 and piece.kind == "p" and not _SENTENCE.search(text[-1:]):
        size = len(text) * weight(text)
        if size < 25 and (not begun or place > last_text or size < 12):
            return "fragment"
    return None


def _is_teaser(text: str, place: int, starts: list[str], ordered: list[str]) -> bool:
    """Whether this is a cut copy of a paragraph that stands whole elsewhere."""
    end = text[-40:]
    if len(text) > 600 or not ("…" in end or "..." in end):
        return False
    found = _CUT_SHORT.search(end)
    if found is None:
        return False
    stem = comparable(text[: len(text) - len(text[-40:]) + found.start()])[:380]
    if len(stem) < 20:
        return False
    at = bisect_left(ordered, stem)
    for start in ordered[at : at + 3]:
        if start.startswith(stem) and start != starts[place]:
            return True
    if len(stem) <= 50:
        return False
    # The teaser may print the dateline where the paragraph has none, or not.
    tail = stem[-45:]
    return any(tail in start for start in starts[place + 1 : place + _NEAR])


def _last_text(pieces: Sequence[Piece]) -> int:
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if not piece.noise and piece.links < 0.5 and _is_text(piece.text):
            return place
    return len(pieces)


def _is_text(text: str, least: int = 80) -> bool:
    return weighs(text, least) and _SENTENCE.search(text[-2:]) is not None


def _ends(before: int, after: int) -> bool:
    """Whether nothing but such links follows, or the text is over after it."""
    return before > 0 and (after == 0 or (after <= 2 and before > 3 * after))


def _texts_before(pieces: Sequence[Piece]) -> list[int]:
    """How many paragraphs of text stand before each piece."""
    own = (not p.noise and p.links < 0.5 and _is_text(p.text, 40) for p in pieces)
    return [0, *accumulate(own)]


def _prose_before(pieces: Sequence[Piece]) -> list[int]:
    """How many longer paragraphs stand before each piece, and in all as the last."""
    own = (
        not p.noise
        and p.links < 0.5
        and p.kind == "p"
        and len(p.text) > 140
        and _is_text(p.text)
        for p in pieces
    )
    return [0, *accumulate(own)]


def _goes_on(piece: Piece, homes: Counter[int]) -> bool:
    """Whether a paragraph after links to other stories stands where the text stood."""
    if piece.noise or piece.kind != "p" or piece.links >= 0.5:
        return False
    here = homes[piece.home] if piece.home else 0
    return here > 1 and here * 2 > homes.total() and _is_text(piece.text)


def _without_outside(kept: list[Piece], trimmed: list[tuple[str, str]]) -> list[Piece]:
    """The pieces without what little stands around the part that holds the text.

    Behind it that is an appeal, a credit or a box; where it is a list or several
    paragraphs, the text goes on there. Before it only lines that are no sentence go.
    """
    sizes: Counter[int] = Counter()
    for piece in kept:
        if piece.kind != "subhead" and _is_text(piece.text):
            sizes[piece.home] += len(piece.text)
    home, size = sizes.most_common(1)[0] if sizes else (0, 0)
    if not home or size < _INSIDE * sizes.total():
        return kept
    places = [at for at, piece in enumerate(kept) if piece.home == home]
    first, end = places[0], places[-1] + 1
    rest = kept[end:]
    listed = sum(piece.kind == "list" for piece in rest)
    prose = sum(piece.kind != "subhead" and _is_text(piece.text) for piece in rest)
    held = sum(len(piece.text) for piece in rest)
    if listed > 2 or prose > 2 or held > max(_LITTLE, _OUTSIDE * size):
        end, rest = len(kept), []
    above: list[Piece] = []
    for piece in kept[:first]:
        if _is_row(piece):
            reason = "byline" if _is_name(piece.text) else "outside"
            trimmed.append((reason, piece.text))
        else:
            above.append(piece)
    trimmed += [("outside", piece.text) for piece in rest]
    return above + kept[first:end]


def _without_appeals(kept: list[Piece], trimmed: list[tuple[str, str]]) -> list[Piece]:
    """The pieces without what the outlet says among the last of them.

    How it earns from its links it may say above the text; a letter to its readers
    goes on to the end.
    """
    start = max(1, len(kept) - _LAST)
    rest: list[Piece] = []
    letter = False
    for piece in kept[:_FIRST] if len(kept) > _FIRST + _LAST else ():
        if closing_reason(piece.text) == "affiliate":
            trimmed.append(("affiliate", piece.text))
            kept.remove(piece)
            start -= 1
    for piece in kept[start:]:
        letter = letter or opens_letter(piece.text)
        reason = "appeal" if letter else closing_reason(piece.text)
        if reason:
            trimmed.append((reason, piece.text))
        else:
            rest.append(piece)
    return kept[:start] + rest


def _is_row(piece: Piece) -> bool:
    """Whether it is a line that ends like none of a text."""
    text = piece.text
    if piece.kind != "p" or len(text) >= _ROW:
        return False
    if text[-1] in _DATELINE_ENDS and len(text) < 60:
        return False
    return _SENTENCE.search(text[-2:]) is None


def _is_name(text: str) -> bool:
    return len(text) < 80 and all(word[0].isupper() for word in text.split())


def _without_stray_heads(kept: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Headings with nothing after them belong to what was cut."""
    stray: list[Piece] = []
    while kept and kept[-1].kind == "subhead":
        stray.insert(0, kept.pop())
    return kept, stray
