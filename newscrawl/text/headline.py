"""The headline by agreement of its printings: h1, JSON-LD, og:title, title, URL."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from newscrawl.text import clean
from newscrawl.text.clean import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TRUST = {
    "outlet": 6.0, "h1": 4.8, "jsonld": 2.3, "microdata": 2.2, "og": 2.0, "h2": 2.0,
    "meta": 1.6, "feed": 1.5, "text": 1.2, "title": 1.0,
}  # fmt: skip
# What a reader sees on the page bears no site's name, only at times a kicker.
_SHOWN = frozenset({"outlet", "h1", "h2", "text"})
# A heading of one run and of words that no other printing has whole is the reader's.
_WHOLE, _A_LINE = 6.0, 4
_SHORT = 0.6  # of the trust in a printing that is short enough to be a section's name
_MOST_CUTS = 12
_CUT = re.compile(r"\s+(?:[|–—•·»«:]{1,2}|-{1,2})\s+|\s*\|\s*")
_BORDER = re.compile(r"\s+[|–—•·»«-]{1,2}\s+|\s*[:：|]\s*")
_RULES = ":|–— -"
_GOES_ON = re.compile(r"\s?[:;,]\s|\s\w")
_NO_HEADLINE = re.compile(
    r"(?:home(?:page)?|news|latest news|breaking news|article"
    r"|untitled|index|page not found"
    r"|404|error|access denied|log ?in|sign in|subscribe|search|menu"
    r"|advertisement|loading)\W*\Z",
    re.I,
)
_LIVE = re.compile(r"(?:live|updated|watch|photos?|video)\s?[:|]\s", re.I)
# A few printings of one headline are compared again and again.
comparable = lru_cache(maxsize=64)(clean.comparable)


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """The words of a printing."""
    return tuple(clean.words(text))


class Printing(NamedTuple):
    """One printing of the headline, and the reader that found it.

    The inner elements of a heading stand on lines of their own.
    """

    text: str
    reader: str


class _Form(NamedTuple):
    """A printing without kicker and site's name, beside what was printed."""

    text: str
    printed: str
    reader: str
    lines: tuple[str, ...]

    @property
    def seen(self) -> bool:
        return self.reader in _SHOWN


def choose(
    printings: Sequence[Printing], url: str, site: str = ""
) -> tuple[str, str, str] | None:
    """The headline, as it was printed, and its reader; ``None`` if there is none.

    >>> choose([Printing("Rain stops play | World News | X Times", "title"),
    ...         Printing("Rain stops play", "h1")], "https://x.in/a/rain-stops-play")
    ('Rain stops play', 'Rain stops play', 'h1')
    """
    slug = slug_words(url)
    forms = _forms(printings, slug, site)
    if not forms:
        return None
    tokens = [frozenset(words(form.text)) for form in forms]
    best, best_score = forms[0], -1.0
    for i, form in enumerate(forms):
        trust = _trust(form, tokens[i], forms)
        score = trust
        for j, other in enumerate(forms):
            if i != j and other.reader != form.reader:
                score += _TRUST.get(other.reader, 1.0) * likeness(tokens[i], tokens[j])
        score += 1.5 * likeness(tokens[i], slug)
        if len(tokens[i]) < 3 and len(form.text) < 12:
            score -= (1 - _SHORT) * trust
        if form.text.endswith(("...", "…")):
            score *= 0.6
        if site and comparable(form.text) == comparable(site):
            score = 0.0
        if score > best_score:
            best, best_score = form, score
    best = _whole(best, forms)
    return best.text, best.printed, best.reader


def _forms(
    printings: Sequence[Printing], slug: frozenset[str], site: str
) -> list[_Form]:
    """The printings that may be headlines, what stands around them taken off."""
    read = [(squeeze(p.text)[:600], p) for p in printings]
    read = [(text, p) for text, p in read if text and not _NO_HEADLINE.match(text)]
    shown = [Printing(text, p.reader) for text, p in read]
    forms = []
    for text, (raw, reader) in read:
        lines = tuple(filter(None, map(squeeze, raw[:1000].split("\n"))))
        if reader in _SHOWN:
            form = without_kicker(text, shown, lines)
        else:
            form = trim(text, shown, slug, site)
        if form:
            forms.append(_Form(form, text, reader, lines))
    parted = (f for f in forms if f.seen and len(f.lines) > 1 and f.text == f.lines[-1])
    if marked := next(parted, None):
        # The page shows which part is the kicker; the others print it in their way.
        forms = [
            form._replace(text=marked.text)
            if not form.seen and _parted(form.printed, marked.text, marked.lines)
            else form
            for form in forms
        ]
    return forms


def _trust(form: _Form, tokens: frozenset[str], forms: Sequence[_Form]) -> float:
    trust = _TRUST.get(form.reader, 1.0)
    if form.reader != "h1" or len(tokens) < _A_LINE or len(form.lines) > 1:
        return trust
    mine = comparable(form.text)
    others = (comparable(f.text) for f in forms if f is not form)
    return trust if any(mine in other for other in others) else _WHOLE


def _whole(best: _Form, forms: Sequence[_Form]) -> _Form:
    """The heading that goes on where the other printings, cut for a card, end.

    Of the same words it is the page's own writing of them; of a heading of several
    parts the printing that joins them.
    """
    mine = words(best.text)
    if best.seen:
        same = (f for f in forms if not f.seen and words(f.text) == mine)
        return next(same, best) if len(best.lines) > 1 else best
    cut = comparable(best.text)
    for form in forms:
        if form.reader in {"h1", "outlet"} and len(form.lines) == 1:
            full = comparable(form.text)
            if full.startswith(cut) and _GOES_ON.match(full[len(cut) :]):
                return form
            if words(form.text) == mine:
                return form
    return best


def without_kicker(
    text: str, others: Sequence[Printing], lines: Sequence[str] = ()
) -> str:
    """A headline as shown on the page, without what stands before it there.

    The kicker leaves only when another printing stands without it, or when it has an
    element (a line) of its own and another printing parts it off. What follows the
    headline is no site's name here and stays, but for a section behind a bar.
    """
    bare = {comparable(o.text) for o in others if o.reader != "title"}
    cuts = list(_CUT.finditer(text))
    for cut in cuts:
        rest = text[cut.end() :]
        if len(rest) > 15 and comparable(rest) in bare:
            return rest
    if cuts and "|" in cuts[-1][0] and len(words(text[cuts[-1].end() :])) < 3:
        rest = text[: cuts[-1].start()]
        if len(words(rest)) >= _A_LINE:
            return rest
    printed = [o.text for o in others if o.reader not in _SHOWN]
    if len(lines) > 1 and not any(comparable(text) in comparable(o) for o in printed):
        for i in range(1, min(len(lines), _MOST_CUTS)):
            rest = " ".join(lines[i:]).strip(_RULES)
            around = (*lines[:i], rest)
            if len(words(rest)) > 2 and any(_parted(o, rest, around) for o in printed):
                return rest
    return text


def _parted(text: str, form: str, lines: Sequence[str]) -> bool:
    """Whether a headline stands between the borders of a printed text.

    A colon is a border only where what stands before it is not what the page shows
    there too: then it belongs to the headline.
    """
    wanted = comparable(form)
    before = comparable(" ".join(lines[:-1])).strip(_RULES)
    for head, segment in _segments(text):
        if segment == wanted:
            return head.strip(_RULES) != before or not head.endswith(":")
    return False


def _segments(text: str) -> Iterator[tuple[str, str]]:
    """What stands before each stretch between two borders, and the stretch."""
    borders = list(_BORDER.finditer(text))[:_MOST_CUTS]
    starts = [0, *(b.end() for b in borders)]
    ends = [*(b.start() for b in borders), len(text)]
    for start in starts:
        head = comparable(text[:start])
        for end in ends:
            if start < end:
                yield head, comparable(text[start:end])


def trim(text: str, others: Sequence[Printing], slug: frozenset[str], site: str) -> str:
    """The headline without site suffix and kicker.

    A part leaves only when another printing stands without it, or it names the site.
    """
    whole = comparable(text)
    parts = _CUT.split(text)
    if len(parts) < 2:
        return text
    if len(words(parts[-1])) > 2 and any(
        o.reader in _SHOWN and comparable(o.text) == whole for o in others
    ):
        return text
    bare = [o.text for o in others if o.reader != "title"]
    inside = [
        o
        for o in bare
        if len(o) > 15 and comparable(o) != whole and comparable(o) in whole
    ]
    for candidate in sorted(inside, key=len, reverse=True):
        if len(text) - len(candidate) > 2:
            return candidate
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


@lru_cache(maxsize=8)
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
