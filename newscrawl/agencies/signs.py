"""The signs of origin on a read article, each with its place and weight.

Only places where credits stand are read: the dateline, the byline, what was cut off
the end, disclaimers, the address. Picture credits, related stories and keywords are
never looked at; a name inside the body counts next to nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.agencies.bylines import read_credit
from newscrawl.agencies.weights import WEIGHTS, Meaning, Sign
from newscrawl.items import Evidence
from newscrawl.text.credit import find_names
from newscrawl.text.disclaimer import read_disclaimer, says_edited
from newscrawl.text.tail import cut_tail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.agencies.agency import Agencies
    from newscrawl.items import Article
    from newscrawl.text.credit import Named
    from newscrawl.text.disclaimer import Disclaimer

# Reasons for cutting under which credits are found. Those of the second group are
# given to anything that looks like a rest, so the text must be a sign-off as a whole.
_CREDITS = frozenset(
    ("sign_off", "source_line", "reporting_line", "copyright", "end_mark", "disclaimer")
)
_LOOSE = frozenset(("heading", "fragment", "published_line"))
_SPAN = 200
_BODY = 20_000
_TOLD = re.compile(
    r"\b(?:told|tells|informed|spoke (?:to|with)|speaking to)\s"
    r"(?:news agency\s|the\s)?\Z"
)
_REUTERS_LINE = re.compile(
    r"\breporting by\b.{2,300}?;\s?(?:\w+ ){0,2}editing by\b", re.I
)
_BRACKET = re.compile(r"[(\[]\s?([^()\[\]]{2,60}?)\s?[)\]]")
_INITIALISM = re.compile(r"[A-Z][A-Z0-9]{2,7}")
_GENERIC = re.compile(r"(?i:agenc(?:y|ies)|wires?)|एजेंसी|এজেন্সি|Agenturen|agencias")
_FEED_PATH = re.compile(
    r"/(?:agency-news|agency-feed|agencies|agencias|agencia|wire|wires|wire-stories"
    r"|syndicated|newsfeed|agenturmeldungen|ticker-agentur)(?=/)",
    re.I,
)
_PICTURE = re.compile(r"photo|image|picture|foto|bild|caption|फोटो", re.I)


def read_signs(article: Article, agencies: Agencies, country: str | None) -> list[Sign]:
    """All signs on the article, the place that proves most first."""
    reader = _Reader(article, agencies, country)
    return [
        *reader.dateline(),
        *reader.byline(),
        *reader.cuts(),
        *reader.address(),
        *reader.body(),
    ]


class _Reader:
    """Reads one article's signs."""

    def __init__(
        self, article: Article, agencies: Agencies, country: str | None
    ) -> None:
        self.article, self.agencies, self.country = article, agencies, country
        self.labels = _host_labels(article.canonical_url or article.url)

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
        weight = round(WEIGHTS[kind] * belief, 3)
        evidence = Evidence(kind, agency, where, quote[:_SPAN], weight)
        return Sign(evidence, meaning, strong and belief >= 0.6, unmodified)

    def belief(self, named: Named, *, slot: bool = False) -> float:
        """How far a name is believed: weak ones only at home, or in a dateline."""
        agency = self.agencies[named.agency]
        if named.token not in agency.weak:
            return 1.0
        if named.token.casefold() in self.labels:
            return 0.0  # the outlet's own name: "CNN" on cnn.com
        if agency.is_home(self.country):
            return 1.0
        if self.country is None:
            return 0.9 if slot else 0.7
        return 0.7 if slot else 0.0

    def names(self, text: str, *, slot: bool = False) -> list[tuple[str, float]]:
        """The agencies named in a credit with the belief in each."""
        found: dict[str, float] = {}
        for named in find_names(text[:600], self.agencies.names):
            belief = self.belief(named, slot=slot)
            if belief:
                found[named.agency] = max(belief, found.get(named.agency, 0.0))
        return list(found.items())

    def is_release(self, agency: str) -> bool:
        return self.agencies[agency].kind == "press_release"

    def dateline(self) -> Iterator[Sign]:
        raw = self.article.dateline or ""
        groups = list(_BRACKET.finditer(raw))
        for group in groups[::-1]:
            slot = not raw[group.end() :].strip(" .:।-–—") or not raw[: group.start()]
            named = self.names(group[1], slot=True) if slot else []
            for agency, belief in named:
                release = self.is_release(agency)
                yield self.sign(
                    "press_release" if release else "dateline",
                    agency, "dateline", raw, "press_release" if release else "wire",
                    belief=belief,
                )  # fmt: skip
            if named:
                return
            if slot and group is groups[-1]:
                yield from self._other_token(group[1], raw)
        if not groups:
            for agency, belief in self.names(raw, slot=True):
                yield self.sign(
                    "dateline", agency, "dateline", raw, "wire", belief=belief * 0.8
                )
        if re.search(r"\[[A-Z][\w .]{2,24}\](?:,|\s)", raw) and "ani" in self.agencies:
            yield self.sign(
                "dateline_bracket", "ani", "dateline", raw, "hint", strong=False
            )

    def _other_token(self, token: str, raw: str) -> Iterator[Sign]:
        outlet = re.sub(r"\W", "", self.article.outlet).casefold()
        plain = re.sub(r"\W", "", token).casefold()
        if _GENERIC.fullmatch(token):
            yield self.sign("generic_credit", None, "dateline", raw, "feed")
        elif (outlet and plain and (plain in outlet or outlet in plain)) or (
            _INITIALISM.fullmatch(token)
            and not any(token in a.aliases for a in self.agencies.values())
        ):
            yield self.sign("own_token", None, "dateline", raw, "own")

    def byline(self) -> Iterator[Sign]:
        """The printed byline, else the authors the page's data names."""
        article = self.article
        printed = article.by or next(
            (t.text for t in article.trimmed if t.reason == "byline"), ""
        )
        if printed and not _PICTURE.search(printed):
            yield from self._credit(printed, "byline")
        elif article.authors and not printed:
            joined = " and ".join(a.name for a in article.authors[:6])
            yield from self._credit(joined, "author")
        if printed and article.authors and not _names_in(printed, self.agencies):
            yield from self._data_authors(printed)

    def _data_authors(self, printed: str) -> Iterator[Sign]:
        """Agencies the page's data names as authors and its byline does not."""
        authors = self.article.authors
        alone = [a.name for a in authors if a.kind == "agency"]
        if alone and len(alone) == len(authors):
            yield from self._credit(alone[0], "author")
        elif alone and any(a.name in printed for a in authors if a.kind == "person"):
            yield from self._credit(f"{printed[:150]} and {alone[0]}", "author")

    def _credit(self, text: str, where: str) -> Iterator[Sign]:
        credit = read_credit(text, self.agencies.names)
        believed = dict(self.names(text))
        named = [a for a in credit.agencies if a in believed]
        if any(self.is_release(a) for a in named):
            yield self.sign("press_release", named[0], where, text, "press_release")
        elif credit.form == "shared" and named:
            for agency in named:
                yield self.sign("shared_byline", agency, where, text, "mixed")
        elif named:
            kind = "staff_of_agency" if credit.form == "staff" else "byline"
            for agency in named:
                yield self.sign(
                    kind, agency, where, text, "wire", belief=believed[agency]
                )
            if credit.edited:
                yield self.sign("edited", named[0], where, text, "edited")
        elif credit.form == "generic":
            yield self.sign("generic_credit", None, where, text, "feed")
        else:
            yield from self._own_byline(text, where)

    def _own_byline(self, text: str, where: str) -> Iterator[Sign]:
        kinds = {a.kind for a in self.article.authors}
        if kinds & {"desk", "outlet"}:
            yield self.sign("desk_byline", None, where, text, "own")
        elif "person" in kinds:
            yield self.sign("own_byline", None, where, text, "own")

    def cuts(self) -> Iterator[Sign]:
        """What was cut off the body: sign-offs, source lines, disclaimers."""
        seen: set[str] = set()
        for trimmed in self.article.trimmed:
            text = trimmed.text[:1200]
            if text in seen:
                continue
            seen.add(text)
            if trimmed.reason in _CREDITS or trimmed.reason in _LOOSE:
                yield from self._cut(trimmed.reason, text)

    def _cut(self, reason: str, text: str) -> Iterator[Sign]:
        told = read_disclaimer(text, self.agencies.names)
        if told:
            yield from self._disclaimer(told, text)
            return
        if reason == "sign_off" and self._is_shared(text):
            for agency, belief in self.names(text):
                yield self.sign("inputs", agency, "tail", text, "mixed", belief=belief)
            return
        if reason == "fragment" and (slot := self._slot(text)):
            yield slot
            return
        rest, found = cut_tail([text], self.agencies.names)
        whole = bool(found) and not any(rest)
        if reason in _LOOSE or reason == "copyright":
            if not whole:
                return
            loose, cut = reason in _LOOSE, found[0]
            # "© 2026 The Herald. Stories may be supplied by PTI": the holder counts.
            if cut.reason != "copyright" or cut.agency:
                yield from self._signature(cut.reason, text, loose=loose)
            return
        yield from self._signature(found[0].reason if whole else reason, text)

    def _signature(
        self, reason: str, text: str, *, loose: bool = False
    ) -> Iterator[Sign]:
        named = self.names(text, slot=reason != "sign_off")
        release = next((a for a, _ in named if self.is_release(a)), None)
        if release:
            yield self.sign("press_release", release, "tail", text, "press_release")
            return
        if reason == "reporting_line" and not named:
            if _REUTERS_LINE.search(text) and "reuters" in self.agencies:
                yield self.sign("reporting_line", "reuters", "tail", text, "wire")
            return
        if reason == "end_mark":
            return
        kind = reason if reason in ("source_line", "copyright") else "sign_off"
        if kind == "sign_off" and any(
            text.strip(" .") == n for n in self._tokens(text)
        ):
            kind = "stray_name" if loose else "bare_sign_off"
            # A weak word alone on a line needs its home.
            named = [(a, b) for a, b in named if b == 1.0]
        if not named and kind == "source_line" and _GENERIC.search(text):
            yield self.sign("generic_credit", None, "tail", text, "feed")
        for agency, belief in named:
            yield self.sign(
                kind, agency, "tail", text,
                "hint" if kind == "stray_name" else "wire",
                belief=belief, strong=kind != "stray_name",
            )  # fmt: skip

    def _slot(self, text: str) -> Sign | None:
        """A short line over the text: "AFP, MANILA" (wire), "sak/Reuters" (shared)."""
        found = find_names(text[:60], self.agencies.names)
        if not found or not self.belief(found[0]):
            return None
        name, before, after = found[0], text[: found[0].start], text[found[0].end :]
        if re.fullmatch(r"[(]?[a-z]{2,4}\s?/\s?", before) and not after.strip(" )."):
            return self.sign("inputs", name.agency, "tail", text, "mixed")
        if not before and re.fullmatch(r",\s[A-Z][A-Z .'-]{2,30}", after):
            return self.sign("byline", name.agency, "byline", text, "wire")
        return None

    def _tokens(self, text: str) -> list[str]:
        return [n.token for n in find_names(text[:80], self.agencies.names)]

    def _is_shared(self, text: str) -> bool:
        """Whether a bracket holds an agency and initials that are none of its desks."""
        found = re.fullmatch(r"[(\[]\s?([^()/]{2,40})/([^()/]{2,12})[)\]]\.?", text)
        agency = self.agencies.names.agency(found[1]) if found else None
        if not found or agency is None or self._tokens(found[2]):
            return False
        return found[2] not in self.agencies[agency].desks and found[2].islower()

    def _disclaimer(self, told: Disclaimer, text: str) -> Iterator[Sign]:
        named = self.names(text, slot=True)
        first = named[0][0] if named else None
        if told.kind == "press_release":
            yield self.sign("press_release", first, "disclaimer", text, "press_release")
        elif told.kind == "mixed":
            agencies: list[str | None] = [a for a, _ in named]
            for agency in agencies or [None]:
                yield self.sign("inputs", agency, "disclaimer", text, "mixed")
        elif says_edited(text):
            yield self.sign("edited", first, "disclaimer", text, "edited")
        elif named:
            for agency, belief in named:
                yield self.sign(
                    "disclaimer", agency, "disclaimer", text, "wire",
                    belief=belief, unmodified=told.claims_unmodified,
                )  # fmt: skip
        else:
            full = told.kind == "full"
            yield self.sign(
                "feed_disclaimer" if full else "generic_credit",
                None, "disclaimer", text, "feed", unmodified=told.claims_unmodified,
            )  # fmt: skip

    def address(self) -> Iterator[Sign]:
        """Sections of the address that hold an agency's copy."""
        for url in dict.fromkeys((self.article.canonical_url, self.article.url)):
            path = _path(url)
            found = [
                agency
                for agency in self.agencies.values()
                if any(f"/{s.strip('/')}/" in path for s in agency.url_segments)
            ]
            for agency in found:
                release = agency.kind == "press_release"
                yield self.sign(
                    "url", agency.id, "url", url, "press_release" if release else "wire"
                )
            if not found and _FEED_PATH.search(path):
                yield self.sign("url_feed", None, "url", url, "feed")
            if found:
                return

    def body(self) -> Iterator[Sign]:
        """Somebody who spoke to an agency: next to nothing, and never proof."""
        text = self.article.body[:_BODY]
        seen: set[str] = set()
        for named in find_names(text, self.agencies.names):
            before = text[max(0, named.start - 40) : named.start]
            if named.agency in seen or not _TOLD.search(before):
                continue
            seen.add(named.agency)
            quote = text[max(0, named.start - 30) : named.end]
            yield self.sign("told", named.agency, "body", quote, "hint", strong=False)


def _host_labels(url: str) -> frozenset[str]:
    try:
        return frozenset((urlsplit(url[:2000]).hostname or "").split("."))
    except ValueError:
        return frozenset()


def _path(url: str) -> str:
    try:
        return urlsplit(url[:2000]).path.casefold() + "/"
    except ValueError:
        return ""


def _names_in(text: str, agencies: Agencies) -> bool:
    return bool(find_names(text[:600], agencies.names))
