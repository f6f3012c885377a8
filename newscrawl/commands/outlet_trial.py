"""Tries an outlet's sources and a few of its articles, without a state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider

from newscrawl.agencies.attribution import attribute
from newscrawl.commands.outlet_check import Tried
from newscrawl.commands.page_input import alone
from newscrawl.errors import NotAnArticle
from newscrawl.items import Errand
from newscrawl.pages.robots import sitemap_lines
from newscrawl.reading import read_article
from newscrawl.spiders.choice import newest_first, wanted_url
from newscrawl.spiders.failures import why
from newscrawl.spiders.responses import charset
from newscrawl.spiders.sources import read_source, site_of
from newscrawl.text.lines import printable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response
    from scrapy.settings import Settings
    from twisted.python.failure import Failure

    from newscrawl.agencies import Agencies
    from newscrawl.commands.outlet_check import Check
    from newscrawl.items import ErrandKind
    from newscrawl.outlets import Outlet
    from newscrawl.pages.listing import Listing

ARTICLES = 5  # tried until one has an agency's credit
DEEP = 2  # sitemap indexes in an index
_FIRST = {"feed": 30, "sitemap": 20, "robots": 15, "section": 10}
_OUTLETS_OWN = {
    "newscrawl.middlewares.offsite.Offsite": 30,
    "newscrawl.middlewares.pace.Pace": 200,
}
# A page that is no page has to reach the errback, as in a crawl.
_STATUSES = {"scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": 50}


def settings_of(settings: Settings) -> Settings:
    """Settings of a crawl without a state, kept to the outlet's hosts and pace."""
    own = alone(settings, _OUTLETS_OWN)
    own.set("SPIDER_MIDDLEWARES_BASE", _STATUSES, priority="cmdline")
    return own


class Checking(Spider):
    """Asks each source once, then articles until one is credited."""

    name = "checking"

    def __init__(
        self, outlet: Outlet, agencies: Agencies, check: Check, **more: Any
    ) -> None:
        super().__init__(**more)
        self.outlet, self.agencies, self.check = outlet, agencies, check
        self.outlets = {outlet.id: outlet}  # for the middlewares
        self._waiting: list[str] = []
        self._open = 0

    async def start(self) -> AsyncIterator[Request]:
        """One request for each source of the outlet."""
        outlet = self.outlet
        told: list[tuple[ErrandKind, tuple[str, ...]]]
        told = [("feed", outlet.feeds), ("sitemap", outlet.sitemaps)]
        sections = outlet.sections
        listed = outlet.feeds or outlet.sitemaps
        if not listed and not sections and not outlet.robots_sitemaps:
            sections = (site_of(outlet) + "/",)
        told.append(("section", sections))
        if not listed and not sections:
            told.append(("robots", (site_of(outlet) + "/robots.txt",)))
        for kind, urls in told:
            for url in urls:
                self._open += 1
                yield self._ask(kind, url, Tried(kind, url))

    def _errand(self, kind: ErrandKind) -> Errand:
        return Errand(kind=kind, outlet=self.outlet.id, via="outlet")

    def _ask(self, kind: ErrandKind, url: str, tried: Tried, depth: int = 0) -> Request:
        return Request(
            url,
            callback=self.source,
            errback=self.source_failed,
            priority=_FIRST[kind] + depth,
            dont_filter=True,
            meta={"tried": tried, "depth": depth, "errand": self._errand(kind)},
        )

    def source(self, response: Response) -> Iterator[Request]:
        """What a source told."""
        tried, kind = response.meta["tried"], response.meta["errand"].kind
        if kind == "robots":
            yield from self._robots(response, tried)
        else:
            listing = read_source(response, kind, self.outlet)
            if listing.children and not listing.entries:
                yield from self._children(response, tried, listing)
            else:
                self._listed(tried, listing, kind)
        yield from self._settled()

    def _robots(self, response: Response, tried: Tried) -> Iterator[Request]:
        lines = sitemap_lines(response.body.decode("utf-8", "replace"))
        own = [url for url in lines if self.outlet.covers(url)]
        if not own:
            self.check.sources.append(tried)
            tried.wrong = "it names no sitemap of this outlet"
            return
        for url in own[:ARTICLES]:
            self._open += 1
            yield self._ask("sitemap", url, Tried("sitemap", url))

    def _children(
        self, response: Response, tried: Tried, listing: Listing
    ) -> Iterator[Request]:
        own = [one.url for one in listing.children if self.outlet.covers(one.url)]
        depth = response.meta["depth"]
        if not own or depth >= DEEP:
            self.check.sources.append(tried)
            tried.wrong = "an index without a sitemap of this outlet"
            return
        self._open += 1
        yield self._ask("sitemap", own[0], Tried("sitemap", own[0]), depth + 1)

    def _listed(self, tried: Tried, listing: Listing, kind: str) -> None:
        self.check.sources.append(tried)
        if not listing.entries:
            tried.wrong = listing.note or "it tells of no article"
            return
        newest = [one.url for one in newest_first(listing.entries)]
        wanted = [url for url in newest if not wanted_url(self.outlet, url, kind)]
        tried.gave = f"{len(listing.entries)} entries, {len(wanted)} for us"
        if not wanted:
            tried.wrong = f"none of its {len(listing.entries)} entries is wanted here"
        self._waiting += [one for one in wanted if one not in self._waiting]

    def source_failed(self, failure: Failure) -> Iterator[Request]:
        """A source that gave nothing."""
        request: Request = failure.request  # type: ignore[attr-defined]
        tried: Tried = request.meta["tried"]
        tried.wrong = _clause(failure)
        self.check.sources.append(tried)
        yield from self._settled()

    def _settled(self) -> Iterator[Request]:
        """The first article, once every source has said what it has."""
        self._open -= 1
        if not self._open:
            yield from self._next()

    def _next(self) -> Iterator[Request]:
        done = len(self.check.articles) >= ARTICLES
        if done or self.check.credited or not self._waiting:
            return
        url = self._waiting.pop(0)
        tried = Tried("article", url)
        self.check.articles.append(tried)
        yield Request(
            url,
            callback=self.article,
            errback=self.article_failed,
            dont_filter=True,
            meta={"tried": tried, "errand": self._errand("article")},
        )

    def article(self, response: Response) -> Iterator[Request]:
        """Read it as a crawl does."""
        tried: Tried = response.meta["tried"]
        self._read(response, tried)
        yield from self._next()

    def _read(self, response: Response, tried: Tried) -> None:
        try:
            article = read_article(
                response.body,
                response.url,
                outlet=self.outlet,
                names=self.agencies.names,
                encoding=charset(response),
            )
        except NotAnArticle as none:
            tried.wrong = f"not an article: {printable(str(none), 200)}"
            return
        article.outlet = self.outlet.id
        verdict = attribute(
            article, self.agencies, country=self.outlet.country
        ).syndication
        words = sum(len(one.text.split()) for one in article.paragraphs)
        if not words or not article.headline:
            tried.wrong = "no body" if article.headline else "no headline"
            return
        self.check.credited += verdict.agency is not None
        dated = "dated" if article.date_published else "NO DATE"
        told = f"{verdict.role}, {verdict.agency or 'no agency'}"
        tried.gave = f"{words} words, {dated}, {told}"

    def article_failed(self, failure: Failure) -> Iterator[Request]:
        """An article that was not to be had."""
        request: Request = failure.request  # type: ignore[attr-defined]
        request.meta["tried"].wrong = _clause(failure)
        yield from self._next()


def _clause(failure: Failure) -> str:
    """Why there was no answer: the reason that a crawl would count, and a detail."""

    reason, detail = why(failure)
    detail = printable(detail, 200)
    if reason.startswith("http_"):
        return f"HTTP {reason[5:]}"
    return f"{reason}: {detail}" if detail and detail != reason else reason
