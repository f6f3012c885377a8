"""The elements that an outlet's CSS selectors pick."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml.cssselect import CSSSelector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element


@lru_cache(maxsize=512)
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def select(root: _Element, rules: Sequence[str]) -> list[_Element]:
    """The elements each selector picks, in the order of the selectors."""
    out: list[_Element] = []
    for css in rules:
        out += _selector(css)(root)
    return out
