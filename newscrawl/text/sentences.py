"""Sentences of a paragraph, well enough to say which of them a desk touched."""

from __future__ import annotations

import re

# A mark that ends a sentence, with what closes after it; then a space and no small
# letter, or nothing at all behind the marks of scripts that write no space.
_END = re.compile(
    r"(?:[.!?…]{1,3}|[।॥۔؟])[\"'”’»)\]]{0,2}\s{1,8}(?![a-zß-öø-ÿ])|[。！？]{1,3}[”」』）]{0,2}"
)
# What is shortened with a full stop before a capital: titles, initials, months.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Sgt|Rev|Hon|Jr|Sr"
    r"|Smt|Shri|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Rs|Co|Ltd|Inc)"
    r"|\b[^\W\d_])\.\s*\Z"
)


def sentences(text: str) -> list[str]:
    """The sentences of a text in order; joined by spaces they have all its words.

    >>> sentences('Dr. Rao came. "No deal," he said. It was 4.30 p.m. in Kochi.')
    ['Dr. Rao came.', '"No deal," he said.', 'It was 4.30 p.m. in Kochi.']
    >>> sentences("雨が降った。船は出なかった。")
    ['雨が降った。', '船は出なかった。']
    """
    found: list[str] = []
    begin = 0
    for end in _END.finditer(text):
        if _SHORT.search(text, max(begin, end.start() - 6), end.end()):
            continue
        found.append(text[begin : end.end()].strip())
        begin = end.end()
    rest = text[begin:].strip()
    return [*found, rest] if rest else found
