"""Reading article pages, and telling of those that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request

from newscrawl.errors import NotAnArticle
from newscrawl.items import Errand
from newscrawl.reading import read
from newscrawl.reasons import is_gone, is_lasting
from newscrawl.signals import page_rejected
from newscrawl.spiders.failures import why
from newscrawl.spiders.responses import charset, told_by_server
from newscrawl.spiders.visiting import Visiting
from newscrawl.text.lines import printable
from newscrawl.text.recurring import RECURRING
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawl.items import Article
    from newscrawl.outlets import Outlet
    from newscrawl.reading import Reading


class PageReading(Visiting):
    """The half of a spider that reads articles."""

    def parse_article(
        self, response: Response, fallback: Article | None = None
    ) -> Iterator[Article | Request]:
        """Read a page into an ``Article``, or tell why it is none.

        ``fallback`` is what the page's other form gave, kept in case this one gives
        nothing.
        """
        errand: Errand = response.meta["errand"]
        outlet = self.outlets[errand.outlet]
        self.tally(outlet.id, "fetched")
        reading = self._reading(response, errand, outlet, quiet=fallback is not None)
        if reading is None:
            if fallback is not None:
                yield fallback
            return
        article = reading.article
        article.outlet = outlet.id
        article.url = response.url
        article.discovered_by = errand.via
        article.http = told_by_server(response)
        amp = reading.amp_url
        if fallback is None and amp and self._prefers(outlet, amp, response.url):
            self._keep(article, errand)
            yield self._other_form(amp, errand, article)
            return
        if fallback is not None:
            self.errands.pop(fallback.url, None)
            article.canonical_url = article.canonical_url or fallback.canonical_url
        # What was written once is looked at again however old it has become.
        unwanted = None if errand.via == "revisit" else self._unwanted(article)
        if unwanted:
            reason, detail = unwanted
            told = article.headline, article.date_published
            self.reject(response.url, errand, reason, detail, *told)
            return
        self._keep(article, errand)
        yield article

    def parse(self, response: Response, **given: Any) -> Iterator[Article | Request]:
        """Read a page that no source told of; for ``scrapy parse``."""
        outlet = self.outlets.by_host(response.url)
        if outlet is None:
            self.logger.error("No outlet has %s", printable(response.url))
            return
        response.meta["errand"] = Errand("article", outlet.id, "outlet")
        yield from self.parse_article(response, **given)

    def _reading(
        self, response: Response, errand: Errand, outlet: Outlet, *, quiet: bool
    ) -> Reading | None:
        reason, detail = "redirected_away", ""
        told: dict[str, str | None] = {}
        try:
            if response.status == 304:
                raise NotAnArticle("not_modified")
            if outlet.covers(response.url):
                return read(
                    response.body,
                    response.url,
                    outlet=outlet,
                    names=self.agencies.names,
                    encoding=charset(response),
                    hint=errand,
                    now=self.now.isoformat(timespec="seconds"),
                    memory=self.memory_of(outlet.id) if self.memory_of else None,
                )
        except NotAnArticle as finding:
            reason, detail = finding.reason, finding.detail
            told = {"headline": finding.headline, "published": finding.published}
        except Exception as error:
            # One page must not end the crawl; the log has the traceback for the fix.
            self.logger.exception("Cannot read %s", printable(response.url))
            reason, detail = "unreadable", f"{type(error).__name__}: {error}"
        if not quiet:
            self.reject(response.url, errand, reason, detail, **told)
        return None

    def _prefers(self, outlet: Outlet, amp: str, here: str) -> bool:
        return outlet.amp == "prefer" and outlet.covers(amp) and amp != here

    def _other_form(self, url: str, errand: Errand, article: Article) -> Request:
        """A request for the page's AMP form; ``article`` is there to fall back on."""
        return Request(
            url,
            callback=self.parse_article,
            errback=self.other_form_failed,
            priority=1,
            dont_filter=True,
            meta={"errand": errand, "amp_of": article.url},
            cb_kwargs={"fallback": article},
        )

    def other_form_failed(self, failure: Failure) -> Iterator[Article]:
        """Be content with the form that was read first."""
        request: Request = failure.request  # type: ignore[attr-defined]
        fallback: Article = request.cb_kwargs["fallback"]
        self.tally(fallback.outlet, "amp_failed")
        yield fallback

    def _unwanted(self, article: Article) -> tuple[str, str] | None:
        """Why the spider was not sent for a page of this time or language."""
        published, modified = article.date_published, article.date_modified
        if self.choice.is_stale(published, modified):
            return "too_old", published or modified or ""
        if self.choice.is_early(published):
            return "too_new", published or ""
        if not self.choice.speaks(article.language):
            return "other_language", article.language or ""
        return None

    def _keep(self, article: Article, errand: Errand) -> None:
        self.errands[article.url] = errand
        self.tally(article.outlet, "read")
        if any(one.reason == RECURRING for one in article.trimmed):
            self.tally(article.outlet, "recurring_cut")

    def article_failed(self, failure: Failure) -> Iterator[Request]:
        """Tell of a page that did not come, once its listed address failed too.

        A few outlets answer only under the address they list, its tail and all.
        """
        request: Request = failure.request  # type: ignore[attr-defined]
        errand: Errand = request.meta["errand"]
        reason, detail = why(failure)
        listed = request.meta.get("listed")
        if listed and is_gone(reason):
            self.tally(errand.outlet, "asked_as_listed")
            yield Request(
                listed,
                callback=self.parse_article,
                errback=self.article_failed,
                priority=request.priority,
                dont_filter=True,
                meta={"errand": errand, "listed_of": request.url},
            )
            return
        self.tally(errand.outlet, "failed")
        self.reject(request.url, errand, reason, detail)

    def reject(
        self,
        url: str,
        errand: Errand,
        reason: str,
        detail: str = "",
        headline: str | None = None,
        published: str | None = None,
    ) -> None:
        """Send ``page_rejected``; whoever keeps the rejects hears it.

        ``keys`` name what need not be asked for again; there are none for a reason
        that is not the page's own.
        """
        keys = {key for key in (errand.key, url_key(url)) if key and is_lasting(reason)}
        self.crawler.signals.send_catch_log(
            page_rejected,
            url=url,
            outlet=errand.outlet,
            reason=reason,
            detail=detail,
            errand=errand,
            keys=keys,
            headline=headline,
            published=published,
        )
