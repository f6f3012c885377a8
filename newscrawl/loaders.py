"""Raw values to an Article: each field is bound to pure functions of ``text``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from itemloaders import ItemLoader

from newscrawl.items import Article, Author, Image, Paragraph, Trimmed
from newscrawl.text import byline, headline
from newscrawl.text.boilerplate import shows_paywall
from newscrawl.text.clean import comparable, squeeze
from newscrawl.text.dateline import find_dateline
from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.filingday import embedded_day
from newscrawl.text.language import count_words, read_language
from newscrawl.text.litter import without_recurring
from newscrawl.text.moments import choose_moment, localise
from newscrawl.text.paragraphs import Piece, own_paragraphs
from newscrawl.text.tail import cut_tail, whole_line
from newscrawl.text.urls import clean_url, same_site, url_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newscrawl.text.dates import Moment
    from newscrawl.text.names import AgencyNames
    from newscrawl.text.recurring import OutletMemory

_SENTENCES = re.compile(r"\n\s*\n|\r?\n")
# Disclaimers stand above or under a text: all of 1,559 pages within these paragraphs.
_HEAD, _FOOT = 4, 8
_SHORT_DISCLAIMER = 1_500
_TIMES = ("published", "modified")
_DATED = frozenset({"copyright", "source_line", "sign_off", "published_line"})
# Authors of the second kinds alone give way to a reader that names one of the first.
_GIVES_WAY = (
    (frozenset({"agency"}), frozenset({"outlet", "desk"})),
    (frozenset({"person", "desk"}), frozenset({"outlet"})),
)


class Value(NamedTuple):
    """A raw value and the reader that found it."""

    value: str
    reader: str


class Result(NamedTuple):
    """A field's value and the reader that won."""

    value: Any
    reader: str


class BodyText(NamedTuple):
    """The blocks offered for the body, and what stands just after them.

    ``told`` is the text as the page's JSON has it, ``told_by`` the reader of that.
    """

    pieces: Sequence[Piece]
    reader: str
    told: str | None = None
    told_by: str = "jsonld"
    after: Sequence[str] = ()


def _headline(values: list[Value], loader_context: Mapping[str, Any]) -> Result | None:
    printings = [headline.Printing(v.value, v.reader) for v in values]
    found = headline.choose(printings, loader_context["url"], loader_context["site"])
    return Result(found[:2], found[2]) if found else None


def _first(values: list[Value]) -> Result | None:
    for value, reader in values:
        text = squeeze(value)
        if text:
            return Result(text, reader)
    return None


def _all(values: list[Value]) -> Result | None:
    seen: dict[str, str] = {}
    for value, _ in values:
        text = squeeze(value)[:200]
        if text:
            seen.setdefault(comparable(text), text)
    return Result(list(seen.values())[:50], values[0].reader) if seen else None


def _time(values: list[Value], loader_context: Mapping[str, Any]) -> Result | None:
    context = {name: loader_context[name] for name in ("zone", "order", "now")}
    found = choose_moment(values, **context)
    return Result(*found) if found else None


def _by(values: list[Value], loader_context: Mapping[str, Any]) -> Result | None:
    """The first printed byline; the outlet's own name gives way to an agency's."""
    fit = [Result(squeeze(v.value), v.reader) for v in values]
    fit = [one for one in fit if 1 < len(one.value) < 200]
    if len(fit) < 2:
        return fit[0] if fit else None
    names, site = loader_context["names"], loader_context["site"]
    first = {one.kind for one in byline.read_byline(fit[0].value, names, site)}
    if first != {"outlet"}:
        return fit[0]
    for one in fit[1:]:
        if any(n.kind == "agency" for n in byline.read_byline(one.value, names, site)):
            return one
    return fit[0]


def _authors(values: list[Value], loader_context: Mapping[str, Any]) -> Result | None:
    """The names of the first reader that names more than the outlet itself.

    A desk gives way to an agency that another reader names.
    """
    names, site = loader_context["names"], loader_context["site"]
    found: dict[str, list[byline.Name]] = {}
    for value, reader in values:
        read = byline.read_byline(value, names, site)
        if byline.is_firm(reader):
            read = [
                n._replace(kind="outlet") if n.kind == "person" else n for n in read
            ]
        found.setdefault(reader.split(":")[0], []).extend(read)
    named = {reader: byline.merge(ones) for reader, ones in found.items() if ones}
    if not named:
        return None
    reader = next(iter(named))
    for wanted, weak in _GIVES_WAY:
        if {one.kind for one in named[reader]} <= weak:
            kinds = {r: {one.kind for one in ones} for r, ones in named.items()}
            better = (r for r, k in kinds.items() if k & wanted and k <= wanted | weak)
            reader = next(better, reader)
    chosen = byline.writers(named[reader])
    authors = [Author(one.name, one.kind) for one in chosen[:20]]  # type: ignore[arg-type]
    return Result(authors, reader)


def _body(values: list[BodyText], loader_context: Mapping[str, Any]) -> Result | None:
    """The paragraphs and what was trimmed, from the tree or from the page's JSON."""
    offered = values[0]
    title = loader_context.get("headline", "")
    chosen = own_paragraphs(offered.pieces, title)
    paragraphs, trimmed, reader = chosen.paragraphs, chosen.trimmed, offered.reader
    if offered.told:
        size = sum(len(text) for _, text in paragraphs)
        whole = len(offered.told)
        if whole > 200 and size < 0.6 * whole and not offered.told.endswith("..."):
            told = [Piece("p", squeeze(t)) for t in _SENTENCES.split(offered.told)]
            other = own_paragraphs([p for p in told if p.text], title)
            if sum(len(text) for _, text in other.paragraphs) > size:
                paragraphs, trimmed = other.paragraphs, other.trimmed
                reader = offered.told_by
    return Result((paragraphs, list(trimmed)), reader) if paragraphs else None


class ArticleLoader(ItemLoader):
    """Fills an Article from raw values; ``load_item`` says which reader won.

    The context needs ``url``, ``names``, ``site``, ``zone``, ``order`` and ``now``; it
    may have ``memory``, what is known to recur on the outlet, ``day``, which the page
    shows as its own, and ``seat``, the zone of its country's newsrooms.
    """

    default_item_class = Article

    headline_out = staticmethod(_headline)
    published_out = staticmethod(_time)
    first_published_out = staticmethod(_time)
    modified_out = staticmethod(_time)
    description_out = staticmethod(_first)
    alternative_headline_out = staticmethod(_first)
    section_out = staticmethod(_first)
    keywords_out = staticmethod(_all)
    by_out = staticmethod(_by)
    authors_out = staticmethod(_authors)
    body_out = staticmethod(_body)

    def add(self, field_name: str, value: Any, reader: str = "") -> None:
        """Note a raw value with its reader."""
        if value:
            self._values.setdefault(field_name, []).append(Value(value, reader))

    def add_body(self, body: BodyText) -> None:
        """Offer the blocks of the body."""
        self._values["body"] = [body]

    def load_item(self) -> Article:
        """The Article; fields nothing was found for stay empty."""
        item = Article(url=self.context["url"])
        self._words(item)
        self._times(item)
        self._people(item)
        self._text(item)
        return item

    def _take(self, item: Article, field_name: str) -> Any:
        found = (
            self.get_output_value(field_name) if field_name in self._values else None
        )
        if not found:
            return None
        item.provenance[field_name] = found.reader
        return found.value

    def _words(self, item: Article) -> None:
        shown = self._take(item, "headline")
        if shown:
            item.headline, item.headline_raw = shown
            self.context["headline"] = item.headline
        item.description = self._take(item, "description")
        item.alternative_headline = self._take(item, "alternative_headline")
        item.section = self._take(item, "section")
        item.keywords = self._take(item, "keywords") or []

    def _times(self, item: Article) -> None:
        published: Moment | None = self._take(item, "published")
        first: Moment | None = self._take(item, "first_published")
        modified: Moment | None = self._take(item, "modified")
        for old, new in (
            ("published", "date_published"),
            ("first_published", "date_first_published"),
            ("modified", "date_modified"),
        ):
            if old in item.provenance:
                item.provenance[new] = item.provenance.pop(old)
        printed = [v.value for n in _TIMES for v in self._values.get(n, ())]
        zone, order = self.context["zone"], self.context["order"]
        seat = self.context.get("seat")
        if published:
            published = localise(
                published,
                printed,
                zone=zone,
                order=order,
                day=self.context.get("day"),
                seat=seat,
            )
            item.date_published, item.date_published_raw = published.iso, published.raw
        if first and published and first.iso[:10] < published.iso[:10]:
            first = localise(first, printed, zone=zone, order=order)
            item.date_first_published = first.iso
        else:
            item.provenance.pop("date_first_published", None)
        if modified:
            modified = localise(modified, printed, zone=zone, order=order, seat=seat)
            item.date_modified, item.date_modified_raw = modified.iso, modified.raw
        told = published or modified
        if told:
            item.date_precision, item.zone_from = told.precision, told.zone_from

    def _people(self, item: Article) -> None:
        item.by = self._take(item, "by")
        item.authors = self._take(item, "authors") or []

    def _text(self, item: Article) -> None:
        found = self._take(item, "body")
        if not found:
            return
        paragraphs, cut = found
        names: AgencyNames = self.context["names"]
        item.trimmed = [Trimmed(reason, text) for reason, text in cut]
        paragraphs = _without_disclaimers(paragraphs, item, names)
        paragraphs = _without_tail(paragraphs, item, names)
        memory: OutletMemory | None = self.context.get("memory")
        if memory:
            paragraphs, cut = without_recurring(paragraphs, memory, names)
            item.trimmed += [Trimmed(reason, text) for reason, text in cut]
            # A sign-off may have stood before what was cut.
            paragraphs = _without_tail(paragraphs, item, names) if cut else paragraphs
        paragraphs = _without_dateline(paragraphs, item, names)
        _note_embedded_day(item)
        item.paragraphs = _with_lead(paragraphs)
        item.body = "\n\n".join(p.text for p in item.paragraphs)
        item.word_count = count_words(item.body)
        tag = next((v.value for v in self._values.get("language", [])), None)
        item.language = read_language(item.body, tag)
        _note_outside(item, names)
        _note_after(self._values["body"][0].after, item, names)


def _without_disclaimers(
    paragraphs: list[tuple[str, str]], item: Article, names: AgencyNames
) -> list[tuple[str, str]]:
    kept = []
    for place, (kind, text) in enumerate(paragraphs):
        near_an_end = place < _HEAD or place >= len(paragraphs) - _FOOT
        short = near_an_end and len(text) < _SHORT_DISCLAIMER
        if short and read_disclaimer(text, names):
            item.trimmed.append(Trimmed("disclaimer", text))
        else:
            kept.append((kind, text))
    return kept or paragraphs


def _without_tail(
    paragraphs: list[tuple[str, str]], item: Article, names: AgencyNames
) -> list[tuple[str, str]]:
    texts, cuts = cut_tail([text for _, text in paragraphs], names)
    item.trimmed += [Trimmed(cut.reason, cut.text) for cut in cuts]
    kinds = [kind for kind, _ in paragraphs]
    return list(zip(kinds, texts, strict=False))


def _without_dateline(
    paragraphs: list[tuple[str, str]], item: Article, names: AgencyNames
) -> list[tuple[str, str]]:
    near = item.date_published or item.date_modified
    told = find_dateline(paragraphs, names, near=near)
    if told is None:
        return paragraphs
    place, found = told
    kind, text = paragraphs[place]
    item.dateline, item.located = found.raw, list(found.located)
    item.dateline_date = found.date
    item.provenance["dateline"] = "body"
    cut = text[: len(text) - len(found.rest)].strip()
    item.trimmed.append(Trimmed("dateline", cut or found.raw))
    rest = [(kind, found.rest)] if found.rest else []
    return [*paragraphs[:place], *rest, *paragraphs[place + 1 :]]


def _note_embedded_day(item: Article) -> None:
    """Take the day from the agency's line under the text where no dateline has it."""
    near = item.date_published or item.date_modified
    told = (embedded_day(t.text, near) for t in item.trimmed if t.reason in _DATED)
    if item.dateline_date is None and (day := next(filter(None, told), None)):
        item.dateline_date, item.provenance["dateline_date"] = day, "tail"


def _with_lead(paragraphs: list[tuple[str, str]]) -> list[Paragraph]:
    out = [Paragraph(kind, text) for kind, text in paragraphs if text]  # type: ignore[arg-type]
    for paragraph in out:
        if paragraph.kind == "p":
            paragraph.kind = "lead"
            break
    return out


def _note_outside(item: Article, names: AgencyNames) -> None:
    """Say of what stood behind the text which of it are its agency's own words."""
    for one in item.trimmed:
        if one.reason in {"outside", "fragment"}:
            one.reason = _source_reason(one.text, names) or one.reason


def _note_after(after: Sequence[str], item: Article, names: AgencyNames) -> None:
    """Disclaimers and source lines that stand outside the body's own part."""
    known = {t.text for t in item.trimmed}
    for text in after:
        reason = None if text in known else _source_reason(text, names)
        if reason:
            item.trimmed.append(Trimmed(reason, text))


def _source_reason(text: str, names: AgencyNames) -> str | None:
    """What a line outside the text is if it tells of the text's origin."""
    if len(text) > _SHORT_DISCLAIMER:
        return None
    if read_disclaimer(text, names):
        return "disclaimer"
    cut = whole_line(text, names)
    return cut.reason if cut else None


def addresses(
    url: str, canonical: Sequence[Value], amp: str | None
) -> tuple[str, list[str], str]:
    """The canonical URL, the article's other URLs, and the reader of the first."""
    chosen, reader = clean_url(url) or url, "url"
    for value, source in canonical:
        clean = clean_url(value)
        home = not clean.partition("//")[2].partition("/")[2]
        if clean and not home and same_site(clean, url):
            chosen, reader = clean, source
            break
    others = [u for u in dict.fromkeys([url, amp or ""]) if u and u != chosen]
    if amp and url_key(amp) != url_key(chosen):
        others = [u for u in others if u != amp]
    return chosen, others, reader


def lead_image(found: tuple[str, str | None, str | None] | None) -> Image | None:
    """The lead picture with caption and credit, the credit told from the caption."""
    if found is None:
        return None
    url, caption, credit = found
    if caption and not credit:
        told = re.search(
            r"[(\[]?\s?(?:photo|image|picture|foto|bild|credit|courtesy)s?"
            r"(?:\s(?:by|credit|courtesy))?\s?[:/©]\s?([^)\]]{2,80})[)\]]?\s*\Z",
            caption,
            re.I,
        )
        credit = told[1].strip() if told else None
    return Image(url, caption or None, credit or None)


def is_cut(trimmed: Sequence[Trimmed]) -> bool:
    """Whether something trimmed says that the rest is for subscribers."""
    return any(t.reason == "paywall" or shows_paywall(t.text) for t in trimmed)
