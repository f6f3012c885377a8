"""What every reader of signs needs: the article, the agencies, and whom to believe."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from newscrawl.agencies.weights import WEIGHTS, Meaning, Sign
from newscrawl.items import Evidence
from newscrawl.text.boilerplate import opens_related
from newscrawl.text.credit import find_names

if TYPE_CHECKING:
    from newscrawl.agencies.agency import Agencies
    from newscrawl.items import Article
from newscrawl.text.credit import Named

_SPAN = 200
_LOOK = 600
_WEAKEST = 0.6  # below this a name adds to other signs and proves nothing itself
# Where a name stands: in a dateline, in a line that says "source", elsewhere.
Place = Literal["dateline", "line", "end"]
_ABROAD = {"dateline": 0.7, "line": 0.5, "end": 0.0}
_NOWHERE = {"dateline": 0.9, "line": 0.8, "end": 0.7}
_FOREIGN = 0.3
_COMPOUND = re.compile(r"-[^\W\d_]")
_COUNTRIES = {"UK": "GB"}
# Two letters that are sold to the whole world and tell no country.
_SOLD = frozenset(("AI", "CC", "CO", "FM", "GG", "IO", "LY", "ME", "TV", "TO", "WS"))


class Context:
    """One article with the registry, and how far a name on it is believed.

    ``country`` is the outlet's; where it is not known, the one its host's name ends
    with.
    """

    def __init__(
        self, article: Article, agencies: Agencies, country: str | None
    ) -> None:
        self.article, self.agencies = article, agencies
        host = _host(article.canonical_url or article.url)
        self.labels = frozenset(host.split("."))
        self.country = country or _country(host)

    def sign(
        self,
        kind: str,
        agency: str | None,
        where: str,
        quote: str,
        meaning: Meaning,
        *,
        belief: float = 1.0,
        strong: bool = True,
        unmodified: bool = False,
    ) -> Sign:
        """A sign with its weight; a name that is hardly believed is not strong."""
        weight = round(WEIGHTS[kind] * belief, 3)
        evidence = Evidence(kind, agency, where, quote[:_SPAN], weight)
        return Sign(evidence, meaning, strong and belief >= _WEAKEST, unmodified)

    def belief(self, named: Named, *, place: Place = "end") -> float:
        """How far a name is believed: weak ones at home, or in a dateline's slot.

        Where the outlet's country is not known, its language must be one of the
        agency's.
        """
        agency = self.agencies[named.agency]
        if named.token not in agency.weak:
            return 1.0
        if named.token.casefold() in self.labels:
            return 0.0  # the outlet's own name: "CNN" on cnn.com
        if agency.is_home(self.country):
            return 1.0
        if self.country is not None:
            return _ABROAD[place]
        spoken = self.article.language
        if place != "dateline" and spoken and spoken not in agency.languages:
            return _FOREIGN
        return _NOWHERE[place]

    def names(self, text: str, *, place: Place = "end") -> list[tuple[str, float]]:
        """The agencies named in a credit with the belief in each.

        A weak name with a hyphen behind it is part of a word ("RSS-Feed").
        """
        found: dict[str, float] = {}
        for named in find_names(text[:_LOOK], self.agencies.names):
            belief = self.belief(named, place=place)
            weak = named.token in self.agencies[named.agency].weak
            if belief and not (weak and _COMPOUND.match(text, named.end)):
                found[named.agency] = max(belief, found.get(named.agency, 0.0))
        return list(found.items())

    def is_release(self, agency: str) -> bool:
        """Whether it distributes press releases."""
        return self.agencies[agency].kind == "press_release"

    def is_outlet(self, name: str) -> bool:
        """Whether a name is the outlet's own, by its host or its id."""
        bare = re.sub(r"\W", "", name).casefold()
        outlet = re.sub(r"\W", "", self.article.outlet).casefold()
        owns = {outlet, *(re.sub(r"\W", "", label) for label in self.labels)} - {""}
        return len(bare) > 1 and any(
            bare == own or (len(bare) > 3 and len(own) > 3 and (bare in own))
            for own in owns
        )

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text's paragraphs, up to a heading of other stories."""
        texts = [paragraph.text for paragraph in self.article.paragraphs]
        for place, text in enumerate(texts):
            if place and opens_related(text):
                return texts[:place]
        return texts

    @cached_property
    def body(self) -> str:
        """The text's words, up to a heading of other stories."""
        article = self.article
        if len(self.paragraphs) == len(article.paragraphs):
            return article.body
        return "\n\n".join(self.paragraphs)

    @cached_property
    def by_staff(self) -> bool:
        """Whether a person without an agency's name signs the text."""
        article = self.article
        kinds = {a.kind for a in article.authors}
        printed = [t.text for t in article.trimmed if t.reason == "byline"]
        signed = " ".join(
            (article.by or "", *(a.name for a in article.authors), *printed)
        )
        return "person" in kinds and not find_names(signed[:_LOOK], self.agencies.names)


def _host(url: str) -> str:
    try:
        return (urlsplit(url[:2000]).hostname or "").casefold()
    except ValueError:
        return ""


def _country(host: str) -> str | None:
    """The country a host's name ends with, if it ends with one.

    >>> _country("www.post.co.uk"), _country("post.com"), _country("post.io")
    ('GB', None, None)
    """
    last = host.rpartition(".")[2].upper()
    if len(last) != 2 or not last.isalpha() or last in _SOLD:
        return None
    return _COUNTRIES.get(last, last)
