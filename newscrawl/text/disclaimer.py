"""What an outlet says under a text about where it comes from.

A disclaimer is told by its concepts (the text itself, an agency or feed, staff, "not
edited", "automatically", "except the headline"), two or three together, so that other
wordings of the same thought are understood. One word proves nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from newscrawl.text import phrases
from newscrawl.text.clean import squeeze
from newscrawl.text.credit import find_names
from newscrawl.text.inputs import is_mixed, names_agencies
from newscrawl.text.wordsearch import AnyWord

if TYPE_CHECKING:
    from newscrawl.text.names import AgencyNames

_LOOK = 600
_SHORT = 200
_UNNAMED = 300  # a longer paragraph that only speaks of itself is a sentence of news
_TAGLINE = 120  # shorter lines may name an agency and no more: "mit dpa"
_UNINVOLVED = re.compile(
    r"\b(?:no|not|nor|neither)\b[^.;]{0,60}\binvolved in (?:the )?"
    r"(?:creation|production|writing)",
    re.I,
)
_TAG = re.compile(
    r"\(?(?:[^.!?()]{0,40}/)?press[- ]release\)?|[(\[][^.!?]{2,60}[)\]]", re.I
)
# A line that opens with what it is: "Communiqué de presse fourni par …".
_OPENS = re.compile(
    r"\W{0,3}(?:(?:source|quelle|fuente|fonte)\s?:\s?[^.]{0,40})?"
    r"(?:this is an? (?:\w+ ){0,2}|dies ist eine |esta? es una? |ceci est un )?"
    r"(?:press[- ]release"
    r"|pressemitteilung|communiqu[ée] de presse|comunicato stampa|nota de prensa"
    r"|comunicado de (?:prensa|imprensa)|paid content|advertorial"
    r"|sponsored (?:content|post|story|article|feature)"
    r"|प्रेस विज्ञप्ति)\s{0,2}(?:[:.)\]–—-]|by\b|from\b|provided|distributed|fourni"
    r"|von\b|der\b|de\b|di\b)",
    re.I,
)
_ISSUED = re.compile(
    r"\bpress[- ]release\b[^.;]{0,40}\b(?:provided|distributed|issued|supplied)"
    r" (?:by|via)"
    r"|\b(?:source|quelle|fuente|fonte)\s?:\s?.{0,40}\bpress release\W*\Z",
    re.I,
)
_ANCHORS = AnyWord(phrases.ANCHORS)
Kind = Literal["full", "source", "mixed", "press_release", "generic"]


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """What one line says of the text's origin.

    ``kind``: full (agency copy, not edited), source (an agency named as the source),
    mixed (own text with agency material), press_release, generic (a feed or agencies,
    none named). ``agencies`` are the ids named in it, in order.
    """

    kind: Kind
    claims_unmodified: bool
    agencies: tuple[str, ...]
    quote: str


def read_disclaimer(text: str, names: AgencyNames) -> Disclaimer | None:
    """The disclaimer that one paragraph is, or ``None``. Looks at 600 characters.

    >>> from newscrawl.text.names import AgencyNames
    >>> names = AgencyNames({"PTI": "pti"})
    >>> told = read_disclaimer("This report is unedited PTI agency copy.", names)
    >>> told.kind, told.claims_unmodified, told.agencies
    ('full', True, ('pti',))
    >>> read_disclaimer("The agency has not reviewed the edited report.", names)
    """
    return _read(text[: 2 * _LOOK], names)


@lru_cache(maxsize=1_024)
def _read(text: str, names: AgencyNames) -> Disclaimer | None:
    """As several rules ask of one line, and an outlet's lines recur on its pages."""
    quote = squeeze(text)[:_LOOK]
    anchored = is_anchored(quote)
    if len(quote) < 6 or not (anchored or len(quote) < _TAGLINE):
        return None
    named = tuple(dict.fromkeys(n.agency for n in find_names(quote, names)))
    if not (named or anchored):
        return None
    kind = _kind(quote, named, names)
    if kind is None:
        return None
    unmodified = kind in ("full", "generic", "source") and claims_unmodified(quote)
    return Disclaimer(kind, unmodified, named, quote)


def is_anchored(text: str) -> bool:
    """Whether a line has any of the words without which it is no disclaimer.

    >>> is_anchored("The story was not edited."), is_anchored("Rain fell in Pune.")
    (True, False)
    """
    return _ANCHORS.is_in(text.lower()) or phrases.LABEL.match(text) is not None


def claims_unmodified(text: str) -> bool:
    """Whether a disclaimer says that the words (headline aside) were left alone."""
    return bool(phrases.UNEDITED.search(text) or phrases.HEADLINE.search(text))


def says_edited(text: str) -> bool:
    """Whether a disclaimer says that the house edited the agency's text.

    >>> says_edited("This PTI story was edited by our staff for length.")
    True
    >>> says_edited("This story has not been edited by our staff.")
    False
    """
    found = phrases.EDITED.search(text[:_LOOK])
    return bool(found) and not claims_unmodified(text[:_LOOK])


def _kind(text: str, named: tuple[str, ...], names: AgencyNames) -> Kind | None:
    label = phrases.LABEL.match(text) is not None
    if not label and phrases.SPEECH.search(text):
        return None
    if _is_paid(text, label, named):
        return "press_release"
    if (named or names_agencies(text)) and is_mixed(text, names):
        return "mixed"
    return _feed_kind(text, label, named)


def _feed_kind(text: str, label: bool, named: tuple[str, ...]) -> Kind | None:
    # Most paragraphs end at one of the first two questions; the dear ones come last.
    feed = bool(named) or phrases.FEED.search(text) is not None
    if not feed and phrases.STAFF.search(text) is None:
        return None
    itself = label or phrases.SELF.search(text) is not None
    weak = itself or phrases.SELF_WEAK.search(text) is not None
    unedited = phrases.UNEDITED.search(text) is not None
    headline = phrases.HEADLINE.search(text) is not None
    auto = phrases.AUTO.search(text) is not None
    if not feed:
        left = itself and (unedited or headline) and len(text) <= _UNNAMED
        return "full" if left else None
    untouched = unedited + headline + auto
    if itself and not untouched and phrases.EDITED.search(text):
        return "source" if named else "generic"
    staff = (
        unedited
        and len(text) <= _SHORT
        and phrases.STAFF.search(text) is not None
        and phrases.FEED.search(text) is not None
    )
    copy = len(text) <= _SHORT and bool(phrases.COPY.search(text))
    staff = staff or (copy and phrases.STORY.search(text) is not None)
    several = untouched > 1 and (weak or (auto and unedited))
    if len(text) > _UNNAMED and not (label or named):
        return None
    if untouched and (itself or several or staff or _is_house(text, untouched - auto)):
        return "full"
    supplied = phrases.SUPPLIED.search(text) is not None
    if supplied and weak and unedited:
        return "full"
    if (label or itself) and supplied and phrases.UNANSWERABLE.search(text):
        return "full"
    if label or (itself and supplied and len(text) <= _UNNAMED):
        return "source" if named else "generic"
    return None


def _is_house(text: str, left_alone: int) -> bool:
    """Whether a line is the house's: one that says "we", or has no subject at all."""
    if phrases.HEADLESS.match(text):
        return True
    return left_alone > 0 and phrases.OURS.search(text) is not None


def _is_paid(text: str, label: bool, named: tuple[str, ...]) -> bool:
    if _UNINVOLVED.search(text) and not (named or "produced by" in text):
        return True
    paid = phrases.PAID.search(text) is not None
    if not paid and (named or "provided by" not in text):
        return False
    itself = label or phrases.SELF.search(text) is not None
    unanswerable = phrases.UNANSWERABLE.search(text) is not None
    if paid and _ISSUED.search(text):
        return True
    if paid and (itself or unanswerable or _TAG.fullmatch(text) or _OPENS.match(text)):
        return True
    return itself and unanswerable and "provided by" in text and not named
