"""One page to one Article: no Scrapy, no network, no state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.errors import NotAnArticle
from newscrawl.loaders import (
    ArticleLoader,
    BodyText,
    Value,
    addresses,
    is_cut,
    lead_image,
)
from newscrawl.pages.article import gather
from newscrawl.pages.page import parse
from newscrawl.pages.rules import PlainRules, believed
from newscrawl.text.clean import words
from newscrawl.text.dateline import read_dateline
from newscrawl.text.days import dated_path
from newscrawl.text.headline import likeness, slug_words
from newscrawl.text.language import weight
from newscrawl.text.names import AgencyNames
from newscrawl.text.notices import (
    asks_consent,
    is_gate,
    is_live,
    is_menu,
    is_missing,
    is_shut,
)
from newscrawl.text.showndays import (
    habit,
    in_utc,
    is_american,
    is_year_first,
    leading,
    of_that_day,
    own_day,
)
from newscrawl.text.zones import country_zone, seat_zone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newscrawl.items import Article, Errand
    from newscrawl.pages.raw import Found, RawArticle
    from newscrawl.pages.rules import ReadingRules
    from newscrawl.text.recurring import OutletMemory

_TITLE = 120  # characters of a title that are looked at
_LEAST = 60  # weighed characters of a body; a flash of one sentence is longer
_SUMMARY = 180  # characters a paragraph of a section page seldom exceeds
_SHORT = 1_500  # a longer text is believed, whatever its headline says
_NOTICE = 240  # weighed characters of text that a notice with a date may have
_SHARED = frozenset({"article", "video", "video.other", "news"})
_LIVE = frozenset({"LiveBlogPosting"})
_START, _ENTRIES, _STORIES = 90, 40, 3  # of a live blog's datelines
_CLOCK, _CLOCKS = re.compile(r"\W*\d{1,2}[:.]\d\d\b.{0,30}"), 4  # over its entries
_BRIEF = 400  # weighed characters that may be said of a film or of pictures
_SITE = re.compile(
    r"\W*(?:about(?: us| the \w+| [\w.]+)?|who we are|our (?:team|story|mission)"
    r"|contact(?: us)?|(?:the )?(?:masthead|imprint|team|staff)|impressum|kontakt"
    r"|(?:über|ueber) uns|datenschutz\w*|agb|qui(?:énes| sommes|enes) (?:somos|nous)"
    r"|chi siamo|mentions légales|aviso legal|contacto|quem somos"
    r"|(?:privacy|cookies?|editorial|corrections?|ethics|refund)"
    r"(?: (?:policy|notice|statement|guidelines))?"
    r"|terms(?: (?:of|and|&) (?:use|service|conditions))?|disclaimer|code of ethics"
    r"|advertise(?: with us)?|careers|jobs|faqs?|help|sitemap|grievance\w*(?: \w+)?"
    r"|subscribe|हमारे बारे में|संपर्क(?: करें)?|आमच्याविषयी|আমাদের সম্পর্কে|যোগাযোগ)\W*",
    re.I,
)
_GALLERIES = frozenset({"ImageGallery", "MediaGallery"})
_TIMES = ("published", "published_marked", "published_row", "published_above")
# Tags of a file, which may be older or younger than what was published in it.
_WEAK = re.compile(r"meta:(?:dc\.|dcterms\.|date\Z|creation_date|cdate|timestamp)")
_LED = {
    "head": _TIMES,
    "row": ("published_row", "published_marked", "published", "published_above"),
    "change": ("modified_row", *_TIMES),
}
_LISTS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage"})


@dataclass(slots=True)
class Reading:
    """What a page gave: its article, its AMP form, and the next page of the text."""

    article: Article
    amp_url: str | None
    next_page: str | None


def read(
    html: bytes | str,
    url: str,
    *,
    outlet: ReadingRules | None = None,
    names: AgencyNames | None = None,
    encoding: str | None = None,
    hint: Errand | None = None,
    now: str | None = None,
    memory: OutletMemory | None = None,
) -> Reading:
    """Read one page.

    ``outlet`` is what is known of the site, ``names`` the agencies' printed names,
    ``encoding`` what the server declared, ``hint`` what the feed said of the page,
    ``now`` an ISO time for "2 hours ago", by which the outlet's selectors must still
    be valid, and ``memory`` what recurs on the outlet's pages; the same arguments give
    the same article. Raises ``NotAnArticle`` for a page that is none: ``empty``,
    ``binary``, ``json``, ``xml``, ``section``, ``soft_404``, ``out_of_service``,
    ``gate``, ``live_blog``, ``video``, ``gallery``, ``page``, ``no_headline``,
    ``no_body``.
    """
    rules = believed(outlet or PlainRules(), now)
    known = names or AgencyNames()
    raw = gather(parse(html, url, encoding), rules, known)
    article = _load(raw, url, rules, known, hint, now, memory)
    try:
        _require(article, raw, known, hint)
    except NotAnArticle as none:
        none.headline = article.headline or None
        none.published = article.date_published or article.date_modified
        raise
    return Reading(article, raw.amp_url, raw.next_page)


def read_article(
    html: bytes | str,
    url: str,
    *,
    outlet: ReadingRules | None = None,
    names: AgencyNames | None = None,
    encoding: str | None = None,
    hint: Errand | None = None,
    now: str | None = None,
    memory: OutletMemory | None = None,
) -> Article:
    """The Article of one page; the arguments and the error are those of ``read``."""
    return read(
        html,
        url,
        outlet=outlet,
        names=names,
        encoding=encoding,
        hint=hint,
        now=now,
        memory=memory,
    ).article


def _load(
    raw: RawArticle,
    url: str,
    rules: ReadingRules,
    names: AgencyNames,
    hint: Errand | None,
    now: str | None,
    memory: OutletMemory | None,
) -> Article:
    values = raw.values
    site = rules.name or next((f.value for f in values["site"]), "")
    loader = ArticleLoader(
        url=url,
        names=names,
        site=site,
        zone=rules.zone or country_zone(url),
        order=rules.date_order,
        now=now,
        memory=memory,
    )
    for name in ("headline", "description", "alternative_headline", "section", "by"):
        for found in values[name]:
            loader.add(name, *found)
    for found in values["keyword"]:
        loader.add("keywords", *found)
    for found in values["language"]:
        loader.add("language", *found)
    _add_times(loader, raw, rules)
    if hint:
        loader.add("headline", hint.headline, "feed")
        loader.add("published", hint.published, "feed")
        loader.add("modified", hint.modified, "feed")
        loader.add("language", hint.language, "feed")
    for found in (*values["published_late"], *values["published_ago"]):
        loader.add("published", *found)
    _add_people(loader, raw)
    loader.add_body(_body_text(raw))
    article = loader.load_item()
    canonical = [Value(*f) for f in values["canonical"]]
    article.canonical_url, article.alt_ids, article.provenance["canonical_url"] = (
        addresses(url, canonical, raw.amp_url)
    )
    article.image = lead_image(raw.image)
    article.free = False if is_cut(article.trimmed) else raw.free
    return article


def _add_times(loader: ArticleLoader, raw: RawArticle, rules: ReadingRules) -> None:
    """Offer the times, those of the head first unless the page shows another day."""
    values = raw.values
    texts = {
        name: [found.value for found in found_there]
        for name, found_there in values.items()
        if name.startswith(("published", "modified"))
    }
    context = loader.context
    url, tongue = context["url"], next((f.value for f in values["language"]), "")
    if not rules.name and is_year_first(tongue):
        context["order"] = "YMD"
    context["order"] = habit(
        [t for ts in texts.values() for t in ts],
        context["order"],
        url=url,
        american=not rules.name and is_american(tongue, url),
    )
    filed = (f.value for f in values["published_marked"] if f.reader == "url")
    leader = leading(
        texts.get("published") or texts.get("published_late", []),
        [f.value for f in values["published_marked"] if f.reader != "url"],
        texts.get("published_row", []),
        [t for place, ts in texts.items() if "modified" in place for t in ts],
        texts.get("modified_row", []),
        described=any(found.reader == "jsonld" for found in values["published"]),
        weak=all(_WEAK.match(found.reader) for found in values["published"]),
        filed=next(filed, None),
        zone=context["zone"],
        order=context["order"],
        now=context["now"],
    )
    heads = (texts.get("published" + place, ())[:1] for place in ("", "_marked"))
    if context["zone"] is None and any(map(in_utc, chain(*heads))):
        path = dated_path(context["url"])
        rows, changed = texts.get("published_row", ()), texts.get("modified", ())
        context["day"] = own_day(rows, path, changed, context["order"])
        context["seat"] = seat_zone(context["url"])
    if leader != "head":
        for place in ("published", "published_late"):
            for found in values[place]:
                loader.add("first_published", *found)
    if leader == "change":
        _add_change(loader, values)
    for place in _LED[leader]:
        for found in values[place]:
            loader.add("published", *found)
    for place in ("modified", "modified_marked", "modified_row", "modified_late"):
        for found in values[place]:
            loader.add("modified", *found)


def _add_change(loader: ArticleLoader, values: Mapping[str, list[Found]]) -> None:
    """Offer a machine's form of the change shown, which has its zone."""
    told = [*values["modified"], *values["modified_marked"]]
    rows = [found.value for found in values["modified_row"]]
    texts = [found.value for found in told]
    zone, order = loader.context["zone"], loader.context["order"]
    same = of_that_day(texts, rows, zone, order)
    for found in told:
        if found.value in same:
            loader.add("published", *found)


def _body_text(raw: RawArticle) -> BodyText:
    told = (raw.state_body, "state") if raw.state_body else (raw.linked_body, "jsonld")
    return BodyText(raw.pieces, raw.body_reader, *told, raw.after)


def _add_people(loader: ArticleLoader, raw: RawArticle) -> None:
    for found in raw.values["marked"]:
        loader.add("by", *found)
    for found in raw.values["author"]:
        loader.add("by", *found)
    for name in ("author", "by", "marked", "signed"):
        for found in raw.values[name]:
            loader.add("authors", *found)


def _require(
    article: Article, raw: RawArticle, names: AgencyNames, hint: Errand | None
) -> None:
    """Refuse what is no article, saying what it is; one sign alone is not enough."""
    size = len(article.body) * weight(article.body)
    told = bool(raw.values["published"]) or any(
        "Article" in kind or "Posting" in kind for kind in raw.kinds
    )
    _refuse_live(article, raw, names)
    _refuse_notice(article, raw, size, told)
    if not told:
        _refuse_section(article, raw, size)
    prose = any(p.kind in {"lead", "p", "quote"} for p in article.paragraphs)
    _refuse_shown(raw, size)
    if size < _LEAST or not prose:
        raise NotAnArticle("no_body", f"{len(article.body)} characters")
    if is_menu(" ".join(p.text for p in article.paragraphs)):
        raise NotAnArticle("no_body", "words without a sentence")
    if not article.headline:
        raise NotAnArticle("no_headline")
    if not told:
        _refuse_page(article, raw, hint)


def _refuse_live(article: Article, raw: RawArticle, names: AgencyNames) -> None:
    """A live blog, or a round-up of several agencies' stories, is no one's copy."""
    kinds = {k for k in raw.kinds if k.endswith(("Article", "Posting"))}
    if kinds and kinds <= _LIVE:
        raise NotAnArticle("live_blog", "described as one")
    if is_live((article.headline or raw.title or "")[:_TITLE]):
        clocks = sum(1 for t in article.trimmed if _CLOCK.fullmatch(t.text))
        if clocks >= _CLOCKS:
            raise NotAnArticle("live_blog", f"{clocks} entries with a time")
    near = article.date_published or article.date_modified
    starts = [p.text[:_START] for p in article.paragraphs if "(" in p.text[:_START]]
    if len(starts) < _STORIES - 1:
        return
    found = [read_dateline(text, names, near=near) for text in starts[:_ENTRIES]]
    lines: dict[str, str | None] = {d.raw: d.agency for d in found if d and d.agency}
    if article.dateline:
        first = read_dateline(f"{article.dateline}: ", names, near=near)
        lines[article.dateline] = first.agency if first else None
    if len(lines) >= _STORIES and len({a for a in lines.values() if a}) > 1:
        raise NotAnArticle("live_blog", f"{len(lines)} datelines")


def _refuse_page(article: Article, raw: RawArticle, hint: Errand | None) -> None:
    """What tells of the site: called so, without a date and without a name."""
    last = urlsplit(article.url).path.rstrip("/").rpartition("/")[2].partition(".")[0]
    last = re.sub(r"[-_]+", " ", last)
    if not any(_SITE.fullmatch(text[:80]) for text in (last, article.headline or "")):
        return
    told = any(raw.values["published" + place] for place in ("", "_marked", "_row"))
    signed = any(raw.values[name] for name in ("author", "by", "marked"))
    named = article.by or signed or article.dateline
    listed = hint is not None and (hint.headline or hint.published)
    if not (told or named or listed):
        raise NotAnArticle("page", article.headline or last)


def _refuse_notice(article: Article, raw: RawArticle, size: float, told: bool) -> None:
    """Pages that stand in the article's place, under its address."""
    titles = [article.headline, *(f.value for f in raw.values["headline"])]
    shown = [t[:_TITLE] for t in titles if t]
    gate = any(is_gate(t) for t in shown)
    if gate and not told and not _named_so(article) and asks_consent(article.body):
        raise NotAnArticle("gate", article.headline or raw.title)
    if size >= _SHORT or (told and size >= _NOTICE):
        return
    # A notice's words are not those of the address, which was made for the article.
    if any(is_missing(t) for t in shown) and not _named_so(article):
        raise NotAnArticle("soft_404", article.headline or raw.title)
    if any(is_shut(t) for t in shown) and not _named_so(article):
        raise NotAnArticle("out_of_service", article.headline or raw.title)
    if gate and not (told and _named_so(article)):
        raise NotAnArticle("gate", article.headline or raw.title)


def _refuse_shown(raw: RawArticle, size: float) -> None:
    """Pages that are described as a film or as pictures, with a few words to them."""
    if any(kind.endswith(("Article", "Posting")) for kind in raw.kinds):
        return
    shared = [f.value.casefold() for f in raw.values["og_type"]]
    film = "VideoObject" in raw.kinds
    if size < (_BRIEF if film else _LEAST) and (
        film or any(value.startswith("video") for value in shared)
    ):
        raise NotAnArticle("video", "described as one")
    if size < _BRIEF and _GALLERIES & raw.kinds:
        raise NotAnArticle("gallery", "described as one")


def _refuse_section(article: Article, raw: RawArticle, size: float) -> None:
    """Lists of other stories; no date and no description as an article is one sign."""
    prose = [p for p in article.paragraphs if p.kind in {"lead", "p", "quote"}]
    links = sum(1 for t in article.trimmed if t.reason == "link" and len(t.text) > 25)
    # Summaries of other stories are short; an article with many links is not refused.
    short = size < _SUMMARY * max(1, len(prose))
    home = not urlsplit(article.url).path.strip("/")
    shared = any(f.value in _SHARED for f in raw.values["og_type"])
    named = not home and _named_so(article)
    if links >= 4 and links >= len(prose) and short and not named:
        raise NotAnArticle("section", f"{links} linked headlines")
    if _LISTS & raw.kinds and size < 2000:
        raise NotAnArticle("section", "described as a list")
    if raw.link_share > 0.6 and size < 600 and not named and (home or not shared):
        raise NotAnArticle("section", "mostly links")


def _named_so(article: Article) -> bool:
    """Whether the address is made of the headline's words."""
    title = frozenset(words(article.headline or ""))
    return likeness(title, slug_words(article.url)) > 0.5
