"""The headline by agreement of its printings: h1, JSON-LD, og:title, title, URL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from newscrawl.text.clean import comparable, squeeze, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_TRUST = {
    "outlet": 6.0, "h1": 4.8, "jsonld": 2.3, "microdata": 2.2, "og": 2.0, "h2": 2.0,
    "meta": 1.6, "feed": 1.5, "text": 1.2, "title": 1.0,
}  # fmt: skip
# What a reader sees on the page bears no site's name, only at times a kicker.
_SHOWN = frozenset({"outlet", "h1", "h2", "text"})
_CUT = re.compile(r"\s+(?:[|–—•·»«:]{1,2}|-{1,2})\s+|\s*\|\s*")
_NO_HEADLINE = re.compile(
    r"(?:home(?:page)?|news|latest news|breaking news|article"
    r"|untitled|index|page not found"
    r"|404|error|access denied|log ?in|sign in|subscribe|search|menu"
    r"|advertisement|loading)\W*\Z",
    re.I,
)
_LIVE = re.compile(r"(?:live|updated|watch|photos?|video)\s?[:|]\s", re.I)


class Printing(NamedTuple):
    """One printing of the headline, and the reader that found it."""

    text: str
    reader: str


def choose(
    printings: Sequence[Printing], url: str, site: str = ""
) -> tuple[str, str, str] | None:
    """The headline, as it was printed, and its reader; ``None`` if there is none.

    >>> choose([Printing("Rain stops play | World News | X Times", "title"),
    ...         Printing("Rain stops play", "h1")], "https://x.in/a/rain-stops-play")
    ('Rain stops play', 'Rain stops play', 'h1')
    """
    shown = [Printing(squeeze(p.text)[:600], p.reader) for p in printings]
    shown = [p for p in shown if p.text and not _NO_HEADLINE.match(p.text)]
    if not shown:
        return None
    slug = slug_words(url)
    forms = []
    for printing in shown:
        seen = printing.reader in _SHOWN
        form = (
            without_kicker(printing.text, shown)
            if seen
            else trim(printing.text, shown, slug, site)
        )
        forms.append((form, printing))
    tokens = [frozenset(words(form)) for form, _ in forms]
    best, best_score = 0, -1.0
    for i, (form, printing) in enumerate(forms):
        trust = _TRUST.get(printing.reader, 1.0)
        score = trust
        for j, (_, other) in enumerate(forms):
            if i != j and other.reader != printing.reader:
                score += _TRUST.get(other.reader, 1.0) * likeness(tokens[i], tokens[j])
        score += 1.5 * likeness(tokens[i], slug)
        if len(tokens[i]) < 3 and len(form) < 12:
            score *= 0.6
        if form.endswith(("...", "…")):
            score *= 0.6
        if site and comparable(form) == comparable(site):
            score = 0.0
        if score > best_score:
            best, best_score = i, score
    form, printing = forms[best]
    return (form, printing.text, printing.reader) if form else None


def without_kicker(text: str, others: Sequence[Printing]) -> str:
    """A headline as shown on the page, without what stands before it there.

    The kicker leaves only when another printing stands without it. What follows the
    headline is no site's name here and stays.
    """
    bare = {comparable(o.text) for o in others if o.reader != "title"}
    for cut in _CUT.finditer(text):
        rest = text[cut.end() :]
        if len(rest) > 15 and comparable(rest) in bare:
            return rest
    return text


def trim(text: str, others: Sequence[Printing], slug: frozenset[str], site: str) -> str:
    """The headline without site suffix and kicker.

    A part leaves only when another printing stands without it, or it names the site.
    """
    whole = comparable(text)
    bare = [o.text for o in others if o.reader != "title"]
    inside = [
        o
        for o in bare
        if len(o) > 15 and comparable(o) != whole and comparable(o) in whole
    ]
    for candidate in sorted(inside, key=len, reverse=True):
        rest = len(text) - len(candidate)
        if _CUT.search(text) and rest > 2:
            return candidate
    parts = _CUT.split(text)
    if len(parts) < 2:
        return text
    name = "".join(words(site))
    cuts = list(_CUT.finditer(text))
    if name:
        tail = "".join(words(parts[-1]))
        if tail and (tail in name or name in tail):
            return trim_again(text[: cuts[-1].start()], slug)
        head = "".join(words(parts[0]))
        if head and (head == name or name in head) and len(parts) > 1:
            return text[cuts[0].end() :]
    longest = max(parts, key=lambda part: len(words(part)))
    if "|" in text and len(words(longest)) >= 4:
        return longest
    return text


def trim_again(text: str, slug: frozenset[str]) -> str:
    """A title whose site name has gone, without the section before it."""
    cuts = list(_CUT.finditer(text))
    if not cuts:
        return text
    tail = words(text[cuts[-1].end() :])
    if len(tail) <= 3 and not slug.intersection(tail):
        return text[: cuts[-1].start()]
    return text


def parts(title: str) -> list[str]:
    """What stands between the rules of a title: section, headline, site.

    >>> parts("X Times - Rain stops play")
    ['X Times', 'Rain stops play']
    """
    return _CUT.split(title[:600])


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The Dice measure of two sets of words."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


def slug_words(url: str) -> frozenset[str]:
    """The words of the URL's longest path segment.

    >>> sorted(slug_words("https://x.in/world/rain-stops-play-1234.html"))
    ['play', 'rain', 'stops']
    """
    path = unquote(url.split("?", 1)[0].partition("//")[2])[:1000]
    best = max(
        path.split("/")[1:], key=lambda s: len(re.findall(r"[-_]", s)), default=""
    )
    best = re.sub(r"\.\w{2,6}\Z", "", best)
    found = re.split(r"[-_+\s]", best.lower())
    return (
        frozenset(w for w in found if w and not w.isdigit())
        if len(found) > 2
        else frozenset()
    )
