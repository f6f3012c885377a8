"""Why a part of a page is no part of its article, by its tag, its state and names."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from newscrawl.pages.furniture import furniture

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element

_REASON_OF_TAG = {
    "footer": "navigation",
    "aside": "aside",
    "figcaption": "caption",
    "figure": "caption",
    "address": "author_box",
    "amp-sidebar": "navigation",
    "menu": "navigation",
}
_UNSEEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_SAID = ("/Comment", "/UserComments")
_READERS = frozenset({"prompt", "newsletter"})
_PAID = 250  # characters of a text's own; prompts are shorter, or hold a form


def noise_of(element: _Element, name: str) -> str | None:
    """The reason why an element is furniture, ``None`` where it may hold text."""
    reason = _REASON_OF_TAG.get(name)
    if reason:
        return reason
    if name in {"html", "body", "main"}:
        return None
    if len(element) == 2 and _is_captioned(element):
        return "caption"
    given = element.keys()
    if not given:
        return None
    if "itemtype" in given and (element.get("itemtype") or "").endswith(_SAID):
        return "comments"
    if "hidden" in given or ("style" in given and _is_unseen(element)):
        return "hidden"
    if name in {"article", "form"}:
        return None
    names = (element.get("class") or "") if "class" in given else ""
    if "id" in given:
        names += " " + (element.get("id") or "")
    reason = furniture(names) if names else None
    if reason in {None, "comments"}:
        return reason
    # A part with several long paragraphs of its own is text, whatever it is called.
    own = sum(len(p.text or "") for p in element.iterchildren("p"))
    if own > 800 or (reason in _READERS and _is_for_readers(element, own)):
        return None
    return reason


def _is_unseen(element: _Element) -> bool:
    return _UNSEEN.search((element.get("style") or "")[:200]) is not None


def _is_for_readers(element: _Element, own: int) -> bool:
    """Whether a part named after the subscribers is the text they pay for."""
    if element.tag == "p":
        return True
    if own <= _PAID:
        inner = islice(element.iter("p"), 12)
        own = sum(len(p.text or "") for p in inner)
    return own > _PAID and next(element.iter("form", "input", "button"), None) is None


_SMALL = frozenset({"small", "em", "i", "span", "cite", "font", "strong", "b"})


def _is_captioned(element: _Element) -> bool:
    """Whether a part is a picture and one short line in small print under it."""
    picture, line = element
    if line.tag not in _SMALL or (element.text or "").strip():
        return False
    if picture.tag == "a" and len(picture) == 1 and not (picture.text or "").strip():
        picture = picture[0]
    if picture.tag not in {"img", "amp-img", "picture"}:
        return False
    around = (element[0].tail or "") + (line.tail or "")
    return not around.strip() and 0 < len("".join(line.itertext())) < 300


class Standing:
    """Why the elements that a walk of the tree has opened are furniture.

    ``opened`` are these elements, each with whether it makes a block, which the walk
    adds and takes away. They are judged only once they hold text, as many hold none:
    ``reasons`` are those of the first of them, of which the walk takes away the last
    with its element. ``named`` are the outermost of those
    that are furniture.
    """

    __slots__ = ("_keep", "_opened", "named", "reasons")

    def __init__(
        self, opened: Sequence[tuple[Any, ...]], keep: Collection[_Element]
    ) -> None:
        self._opened = opened
        self._keep = keep
        self.reasons: list[str | None] = []
        self.named: list[_Element] = []

    def reason(self) -> str | None:
        """Why what stands here is no text of the article, or ``None``."""
        reasons, opened = self.reasons, self._opened
        known = len(reasons)
        reason = reasons[-1] if known else None
        if known < len(opened):
            for one in opened[known:]:
                if one[1]:
                    reason = self._within(reason, one[0])
                reasons.append(reason)
        return reason

    def reason_of(self, element: _Element) -> str | None:
        """The same for what stands in an element here that is not opened."""
        return self._within(self.reason(), element)

    def _within(self, reason: str | None, element: _Element) -> str | None:
        if self._keep and element in self._keep:
            return None
        if reason is None:
            reason = noise_of(element, str(element.tag))
            if reason:
                self.named.append(element)
        return reason
