"""Why a part of a page is no part of its article, by its tag, its state and names."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.pages.furniture import furniture

if TYPE_CHECKING:
    from collections.abc import Collection

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
    """The elements that a walk of the tree has entered, and why they are furniture.

    An element is judged only once it holds text, as many hold none. ``named`` are the
    outermost of those that are furniture.
    """

    __slots__ = ("_entered", "_keep", "_reasons", "enter", "named")

    def __init__(self, keep: Collection[_Element]) -> None:
        self._entered: list[_Element] = []
        self._reasons: list[str | None] = []
        self._keep = keep
        self.named: list[_Element] = []
        # To note that what comes stands in the element.
        self.enter = self._entered.append

    def leave(self) -> None:
        """Note that the element entered last is over."""
        self._entered.pop()
        if len(self._reasons) > len(self._entered):
            self._reasons.pop()

    def reason(self) -> str | None:
        """Why what stands here is no text of the article, or ``None``."""
        reasons, entered, keep = self._reasons, self._entered, self._keep
        known = len(reasons)
        reason = reasons[-1] if known else None
        if known == len(entered):
            return reason
        for element in entered[known:]:
            if keep and element in keep:
                reason = None
            elif reason is None:
                reason = noise_of(element, str(element.tag))
                if reason:
                    self.named.append(element)
            reasons.append(reason)
        return reason
