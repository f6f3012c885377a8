"""Asking feeds, sitemaps, sections and robots.txt what articles there are."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from scrapy import Request
from w3lib.url import canonicalize_url

from newscrawl.items import Errand
from newscrawl.pages.feeds import read_feed
from newscrawl.pages.robots import sitemap_lines
from newscrawl.pages.sections import read_section
from newscrawl.pages.sitemaps import read_sitemap
from newscrawl.signals import source_read
from newscrawl.spiders.choice import (
    SECTION_PRIORITY,
    SOURCE_PRIORITY,
    newest_first,
    priority,
    read_time,
    wanted_url,
)
from newscrawl.spiders.failures import UNREACHABLE, why
from newscrawl.spiders.pages import PageReading
from newscrawl.spiders.responses import charset
from newscrawl.text.lines import printable
from newscrawl.text.urls import clean_url, url_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawl.items import ErrandKind
    from newscrawl.outlets import Outlet
    from newscrawl.pages.listing import Child, Entry, Listing

# An index names a sitemap for each day or month of the outlet's life; when it does not
# say which are new, the newest stand at one end.
INDEX_CHILDREN = 40
UNDATED_CHILDREN = 6
INDEX_DEPTH = 3
# Article requests of one outlet in one run, where the day's budget sets no limit. A
# sitemap index may name millions, and each request waits in memory.
MOST_ARTICLES = 20_000


def read_source(response: Response, kind: str, outlet: Outlet) -> Listing:
    """What a feed, a sitemap or, for any other kind, a section lists."""
    if kind == "feed":
        return read_feed(response.body, response.url, zone=outlet.zone)
    if kind == "sitemap":
        return read_sitemap(response.body, response.url, zone=outlet.zone)
    return read_section(
        response.body,
        response.url,
        encoding=charset(response),
        article_urls=outlet.article_urls,
        skip_urls=outlet.skip_urls,
        zone=outlet.zone,
    )


class SourceReading(PageReading):
    """The half of a spider that reads sources."""

    def source_requests(self, outlet: Outlet) -> Iterator[Request]:
        """One request for each source of an outlet."""
        for url in outlet.feeds:
            self._is_asked(outlet, url)
            yield self._source(outlet, url, "feed", "outlet")
        for url in outlet.sitemaps:
            self._is_asked(outlet, url)
            yield self._source(outlet, url, "sitemap", "outlet")
        sections = outlet.sections
        if not (outlet.feeds or outlet.sitemaps or sections or outlet.robots_sitemaps):
            sections = (site_of(outlet) + "/",)
        for url in sections:
            self._is_asked(outlet, url)
            yield self._source(outlet, url, "section", "outlet")
        if outlet.robots_sitemaps:
            yield self._source(
                outlet, site_of(outlet) + "/robots.txt", "robots", "outlet"
            )

    def _source(
        self, outlet: Outlet, url: str, kind: ErrandKind, via: str, page: int = 1
    ) -> Request:
        first = SECTION_PRIORITY if kind == "section" else SOURCE_PRIORITY
        return Request(
            url,
            callback=self.parse_source,
            errback=self.source_failed,
            priority=first - page,
            # A job that is taken up again asks its sources again; a source that leads
            # back to itself is known by ``_is_asked``.
            dont_filter=True,
            meta={
                "errand": Errand(kind=kind, outlet=outlet.id, via=via, page=page),
                "handle_httpstatus_list": [304],
            },
        )

    def _is_asked(self, outlet: Outlet, url: str) -> bool:
        """Whether this run asked the outlet for that very source; from now on, yes."""
        name = f"{outlet.id} {canonicalize_url(url)}"
        if name in self._sources:
            return True
        self._sources.add(name)
        return False

    def parse_source(self, response: Response) -> Iterator[Request]:
        """Turn a source's answer into requests, newest articles first."""
        errand: Errand = response.meta["errand"]
        outlet = self.outlets[errand.outlet]
        if response.status == 304:
            self._source_told(response.url, errand, 0, "unchanged")
            self.tally(outlet.id, "sources_ok")
            self.tally(outlet.id, "sources_unchanged")
            return
        if errand.kind == "robots":
            lines = sitemap_lines(response.body.decode("utf-8", "replace"))
            self._source_told(response.url, errand, len(lines), None)
            for url in lines[:INDEX_CHILDREN]:
                if outlet.covers(url) and not self._is_asked(outlet, url):
                    yield self._source(outlet, url, "sitemap", "robots")
            if not any(outlet.covers(url) for url in lines[:INDEX_CHILDREN]):
                self._without_sitemaps(outlet)
            return
        listing = read_source(response, errand.kind, outlet)
        found = len(listing.entries) + len(listing.children)
        self._source_told(response.url, errand, found, listing.note)
        broken = not found and listing.note not in {None, "empty"}
        self.tally(outlet.id, "sources_failed" if broken else "sources_ok")
        if broken:
            self.tally(outlet.id, "source_failed/unreadable")
        fresh = 0
        for request in self._articles(listing.entries, errand, outlet, response.url):
            fresh += 1
            yield request
        yield from self._children(listing.children, errand, outlet)
        yield from self._next_page(listing, errand, outlet, fresh)

    def _articles(
        self, entries: list[Entry], errand: Errand, outlet: Outlet, source: str
    ) -> Iterator[Request]:
        self.tally(outlet.id, "entries", len(entries))
        ordered = entries if errand.kind == "section" else newest_first(entries)
        most = self._most(outlet)
        for place, entry in enumerate(ordered):
            key = url_key(entry.url)
            refusal = (
                wanted_url(outlet, entry.url, errand.kind) or self.choice.refusal(entry)
                if key
                else "offsite"
            )
            if refusal is None and key in self.seen:
                refusal = "repeated"
            if refusal:
                self.tally(outlet.id, refusal)
                continue
            # What the store knows never gets that far: the next run goes on from here.
            if self._admitted.get(outlet.id, 0) >= most:
                self.tally(outlet.id, "over_limit")
                continue
            self.seen.add(key)
            yield self._article(entry, key, place, errand, source)

    def _most(self, outlet: Outlet) -> int:
        """How many articles of an outlet are worth queueing: a day's budget."""
        usual = self.settings.getint("NEWSCRAWL_DAILY_REQUESTS")
        budget = usual if outlet.daily_requests is None else outlet.daily_requests
        return min(budget or MOST_ARTICLES, MOST_ARTICLES)

    def _article(
        self, entry: Entry, key: str, place: int, errand: Errand, source: str
    ) -> Request:
        """The request for a listed article, under its plain address."""
        url = clean_url(entry.url) or entry.url
        told = Errand(
            kind="article",
            outlet=errand.outlet,
            via=f"{errand.kind}:{source}",
            key=key,
            headline=entry.headline,
            published=entry.published,
            modified=self._changed(entry),
            language=entry.language,
        )
        request = Request(
            url,
            callback=self.parse_article,
            errback=self.article_failed,
            priority=priority(entry, place, self.now),
            meta={"errand": told},
        )
        if url != entry.url:
            request.meta["listed"] = entry.url
        return request

    def _changed(self, entry: Entry) -> str | None:
        """When the source says it changed; with ``revisit`` a young one just did."""
        since = self.now - self.revisit if self.revisit else None
        if since and any(
            (read_time(text) or since) > since
            for text in (entry.published, entry.modified)
        ):
            return self.now.isoformat(timespec="seconds")
        return entry.modified

    def _children(
        self, children: list[Child], errand: Errand, outlet: Outlet
    ) -> Iterator[Request]:
        if not children or errand.page >= INDEX_DEPTH:
            return
        for child in recent_children(children, self.choice.since):
            if outlet.covers(child.url) and not self._is_asked(outlet, child.url):
                yield self._source(
                    outlet, child.url, "sitemap", errand.via, errand.page + 1
                )

    def _next_page(
        self, listing: Listing, errand: Errand, outlet: Outlet, fresh: int
    ) -> Iterator[Request]:
        """The section's next page, as long as pages show something not seen before."""
        pages = self.section_pages or outlet.section_pages
        url = listing.next_page
        if errand.kind != "section" or not fresh or errand.page >= pages:
            return
        if url and outlet.covers(url) and not self._is_asked(outlet, url):
            yield self._source(outlet, url, "section", errand.via, errand.page + 1)

    def source_failed(self, failure: Failure) -> None:
        """Count a source that gave nothing; the outlet's others go on."""
        request: Request = failure.request  # type: ignore[attr-defined]
        errand: Errand = request.meta["errand"]
        reason, detail = why(failure)
        if errand.kind == "robots" and reason.startswith("http_4"):
            # No robots.txt is an answer.
            self._without_sitemaps(self.outlets[errand.outlet])
            return
        kept_out = reason in {"robots", "quiet_hours"}
        self.tally(errand.outlet, "sources_kept_out" if kept_out else "sources_failed")
        self.tally(errand.outlet, f"source_failed/{reason}")
        # Without a network every source fails alike; the summary says it in one line.
        level = logging.DEBUG if reason in UNREACHABLE else logging.WARNING
        self.logger.log(
            level,
            "Outlet %s: no answer from %s %s: %s %s",
            errand.outlet,
            errand.kind,
            printable(request.url),
            reason,
            printable(detail, 200),
        )

    def _without_sitemaps(self, outlet: Outlet) -> None:
        """An outlet whose only source was robots.txt has nothing to tell of."""
        if not (outlet.feeds or outlet.sitemaps or outlet.sections):
            self.tally(outlet.id, "sources_failed")
            self.tally(outlet.id, "source_failed/no_sitemaps")

    def _source_told(
        self, url: str, errand: Errand, entries: int, note: str | None
    ) -> None:
        self.crawler.signals.send_catch_log(
            source_read,
            outlet=errand.outlet,
            url=url,
            kind=errand.kind,
            entries=entries,
            note=note,
        )


def recent_children(children: list[Child], since: datetime) -> list[Child]:
    """The sitemaps of an index that may tell of something after ``since``."""
    dated = [(read_time(child.modified), child) for child in children]
    new = [(time, child) for time, child in dated if time is not None and time >= since]
    new.sort(key=lambda pair: pair[0], reverse=True)
    undated = [child for time, child in dated if time is None]
    if len(undated) > 2 * UNDATED_CHILDREN:
        undated = undated[:UNDATED_CHILDREN] + undated[-UNDATED_CHILDREN:]
    return [child for _, child in new[:INDEX_CHILDREN]] + undated


def site_of(outlet: Outlet) -> str:
    """The scheme and host that stand for an outlet."""
    for url in (*outlet.feeds, *outlet.sitemaps, *outlet.sections):
        scheme, _, rest = url.partition("://")
        return f"{scheme}://{rest.split('/', 1)[0]}"
    hosts = [host for host in outlet.hosts if "*" not in host]
    return f"https://{hosts[0] if hosts else outlet.hosts[0].removeprefix('*.')}"
