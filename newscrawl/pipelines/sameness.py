"""Whether two readings are of one text, where one of them knew more of the outlet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newscrawl.copies.sketch import text_hash
from newscrawl.text.clean import words
from newscrawl.text.recurring import RECURRING

if TYPE_CHECKING:
    from newscrawl.items import Article

# What is cut off the end once it has become the end.
_UNCOVERED = frozenset(
    ("heading", "sign_off", "source_line", "reporting_line", "copyright", "end_mark")
)


def text_hashes(article: Article) -> list[str]:
    """The hash of the body, and those it would have had with what recurs at an end.

    The first is ``text_hash`` of the body as it is.
    """
    ours, uncovered = _cut(article, {RECURRING}), _cut(article, _UNCOVERED)
    bodies = [article.body]
    if ours:
        bodies += [
            " ".join((article.body, *ours)),
            " ".join((article.body, *uncovered, *ours)),
            " ".join((*ours, article.body)),
        ]
    return [text_hash(body) for body in bodies]


def differ_in_learning(before: Article, article: Article) -> bool:
    """Whether two readings of one text differ only in what was known of its outlet.

    Of the same words another part was cut off as recurring, and what that uncovered.
    """
    if not before.body or _cut(before, {RECURRING}) == _cut(article, {RECURRING}):
        return False
    return _words(before) == _words(article)


def _cut(article: Article, reasons: frozenset[str] | set[str]) -> list[str]:
    return [one.text for one in article.trimmed if one.reason in reasons]


def _words(article: Article) -> Counter[str]:
    cut = _cut(article, {RECURRING, *_UNCOVERED})
    return Counter(words("\n".join((article.body, *cut))))
