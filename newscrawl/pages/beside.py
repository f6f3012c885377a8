"""Where on a page a date is not the article's: in the masthead, a quotation."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.text.datelabels import find_label
from newscrawl.text.wordsearch import AnyWord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from newscrawl.pages.blocks import Block

# Names of what shows the day on which the page is read.
_TODAY = re.compile(
    r"(?:site|top)-?header|top-?bar"
    r"|(?<!article-)(?<!content-)(?<!story-)(?<!entry-)(?<!post-)"
    r"(?:masthead|header-?(?:date|top))"
    r"|current-?(?:date|time)|to-?day|date-?(?:now|today|current)"
    r"|td_data_time|fecha-?(?:actual|hoy)|data-?(?:hoje|oggi)|ticker",
    re.I,
)
# Names of what holds many times, none of which is the article's.
_LIST = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:[-_ ]?(?:list|body|area|meta\w{0,8}|content))?"
    r"|read-?next|recirc\w{0,8}|recommend\w{0,8}|outbrain|taboola|trending|most-?read"
    r"|more-?(?:from|stories|news|articles)|latest-?(?:news|stories|posts|articles)"
    r"|related-?(?:news|stories|posts|articles)?)(?:$|[\s_-])",
    re.I,
)
_WHOLE = frozenset({"body", "html", "main"})
_LEVELS = 4
_START = 80  # characters of a line that say what its day is of
_OF_SITE = re.compile(
    r"(?:photo|foto|bild|image|picture|imagen|photographie|写真|图片)(?:s|graph\w*)?\b"
    r"\s?[:/]|(?:deadline|when|wann|event date|closing date|termin|beginn"
    r"|(?:bewerbungs|einsende|anmelde)-?schluss)\s?:|copyright\b|©|\(c\)\s?\d",
    re.I,
)
_OF_ANY = re.compile(
    r"\b(?:member since|mitglied seit|joined(?: on| in)?:?\s\d|joined [a-z]{3,9} \d"
    r"|born (?:on )?\d|geboren am|privacy policy|cookie policy"
    r"|terms of (?:use|service)|datenschutzerkl)"
)
_ANY = AnyWord(
    ("member since", "mitglied", "joined", "born ", "geboren", "policy", "terms of",
     "datensch")
)  # fmt: skip
_LINKED = 25  # characters of a link that is another story's headline
_SAID = 4  # words of a caption; fewer are beside the article's own date


def plain_words(text: str) -> int:
    """How many words of a row are neither numbers nor signs.

    >>> plain_words("Pier 1 | 6 May 2025")
    2
    """
    return sum(len(w) > 1 and not any(map(str.isdigit, w)) for w in text.split())


def is_anothers(block: Block) -> bool:
    """Whether a line with a date is of the page, a picture or another story."""
    if is_of_site(block.text):
        return True
    if find_label(block.text):
        return False
    if block.noise == "caption" and plain_words(block.text) > _SAID:
        return True
    if block.links > _LINKED and block.link_share > 0.5 and _is_item(block.element):
        return True
    return is_elsewhere(block.element)


def is_of_site(text: str) -> bool:
    """Whether a line's day is a picture's, a deadline, an author's or the site's own.

    >>> is_of_site("Photo: A. Rao / 1 Jan 2019"), is_of_site("Asha Rao, 1 Jan 2019")
    (True, False)
    """
    start = text[:_START]
    if _OF_SITE.match(start):
        return True
    small = start.lower()
    return _ANY.is_in(small) and _OF_ANY.search(small) is not None


def _is_item(element: _Element) -> bool:
    near = (element, *islice(element.iterancestors(), 2))
    return any(one.tag == "li" for one in near)


def is_elsewhere(element: _Element, above: Sequence[_Element] | None = None) -> bool:
    """Whether a date stands in a masthead or in a quoted post.

    ``above`` are its ancestors, where these are known.
    """
    if above is None:
        above = list(islice(element.iterancestors(), _LEVELS))
    for at, one in enumerate((element, *above[:_LEVELS])):
        if one.tag == "blockquote":
            return True
        if at < _LEVELS - 1 and _is_of_today(one):
            return next(one.iter("h1"), None) is None
        if one.tag == "header":
            return _is_masthead(one)
    return False


def is_listed(above: Sequence[_Element]) -> bool:
    """Whether what is below these stands among comments or stories to read."""
    for one in above:
        names = one.get("class") or one.get("id")
        if names and one.tag not in _WHOLE and _is_list(names[:200]):
            return next(one.iter("h1"), None) is None
    return False


@lru_cache(maxsize=4_096)
def _is_list(names: str) -> bool:
    return _LIST.search(names) is not None


def _is_masthead(header: _Element) -> bool:
    """Whether a header is that of the page, whose heading stands elsewhere."""
    if next(header.iter("h1", "h2", "h3"), None) is not None:
        return False
    if next(header.iterancestors("article", "main", "section"), None) is not None:
        return False
    return next(header.getroottree().getroot().iter("h1"), None) is not None


def _is_of_today(element: _Element) -> bool:
    names, own = element.get("class"), element.get("id")
    return (names is not None and _is_today(names[:200])) or (
        own is not None and _is_today(own[:200])
    )


# Sites give many elements the same names.
@lru_cache(maxsize=2_048)
def _is_today(names: str) -> bool:
    return _TODAY.search(names) is not None
