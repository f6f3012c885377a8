"""robots.txt: fetched once per host and run, awaited by all, obeyed by all."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured
from scrapy.http import TextResponse
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.misc import build_from_crawler, load_object

from newscrawl.middlewares.refusal import Refused, errand_of, refuse
from newscrawl.middlewares.slots import host_of_request, slow_down

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

_LONGEST = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB must be read
_OWN = "newscrawl_robots"  # marks the middleware's own request


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a host said: rules to obey, or the reason to stay out."""

    parser: RobotParser | None = None
    body: bytes = b""
    stay_out: str | None = None
    detail: str = ""


class Robots:
    """Lets a request through only when its host's robots.txt allows it.

    A missing file (4xx) allows all; one that fails (5xx, 429, timeout, no connection)
    means stay out for this run (RFC 9309, 2.3.1). Crawl-delay becomes the host's delay.
    A request of kind ``robots`` is answered from the file already fetched.

    Scrapy's own middleware lets several requests wait for one ``Deferred``, which gives
    the later ones ``None``, that is: permission. Here they wait for one future.
    """

    PRIORITY = 100_000

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawler = crawler
        self.agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or "newscrawl"
        self.longest_delay = crawler.settings.getfloat("NEWSCRAWL_CRAWL_DELAY_MAX")
        self._parser = load_object(crawler.settings["ROBOTSTXT_PARSER"])
        self._known: dict[str, asyncio.Future[_Rules]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Raise ``NotConfigured`` when ``ROBOTSTXT_OBEY`` is off."""
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """Raise ``Refused`` for what is disallowed; answer errands for the file."""
        if request.meta.get(_OWN):
            return None
        rules = await self._rules_for(request)
        if rules.stay_out:
            raise refuse(self.crawler, request, rules.stay_out, rules.detail)
        errand = errand_of(request)
        if errand is not None and errand.kind == "robots":
            return TextResponse(request.url, body=rules.body, flags=["robots"])
        if rules.parser is None or rules.parser.allowed(request.url, self.agent):
            return None
        self.crawler.stats.inc_value("robotstxt/forbidden")
        raise refuse(self.crawler, request, "robots", "disallowed by robots.txt")

    async def _rules_for(self, request: Request) -> _Rules:
        netloc = urlsplit(request.url).netloc
        known = self._known.get(netloc)
        if known is None:
            known = asyncio.ensure_future(self._fetch(request))
            self._known[netloc] = known
        # Shielded: a request that is cancelled must not take the others' answer along.
        return await asyncio.shield(known)

    async def _fetch(self, request: Request) -> _Rules:
        parts = urlsplit(request.url)
        asked = Request(
            f"{parts.scheme}://{parts.netloc}/robots.txt",
            priority=self.PRIORITY,
            meta={_OWN: True, "dont_obey_robotstxt": True},
            callback=NO_CALLBACK,
        )
        stats = self.crawler.stats
        stats.inc_value("robotstxt/request_count")
        try:
            answer = await self.crawler.engine.download_async(asked)
            stats.inc_value("robotstxt/response_count")
            stats.inc_value(f"robotstxt/response_status_count/{answer.status}")
            return await self._read(request, answer)
        except Refused as refused:
            return _Rules(stay_out=refused.reason, detail=refused.detail)
        except Exception as error:
            return _Rules(stay_out="robots_unavailable", detail=type(error).__name__)

    async def _read(self, request: Request, answer: Response) -> _Rules:
        if answer.status >= 500 or answer.status == 429 or answer.status < 200:
            return _Rules(stay_out="robots_unavailable", detail=f"{answer.status}")
        if answer.status >= 300:
            return _Rules()
        body = answer.body[:_LONGEST]
        parser = build_from_crawler(self._parser, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(
            signals.robots_parsed, robotparser=parser, request=request
        )
        delay = parser.crawl_delay(self.agent)
        if delay is not None and delay > self.longest_delay:
            return _Rules(stay_out="crawl_delay", detail=f"asks for {delay:g} seconds")
        if delay:
            slow_down(self.crawler, host_of_request(request), delay)
        return _Rules(parser, body)
