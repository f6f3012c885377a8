"""The base of all spiders: visit outlets, find their new articles, read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import signals
from scrapy.exceptions import IgnoreRequest

from newscrawl.agencies import load_agencies
from newscrawl.errors import ConfigError
from newscrawl.outlets import load_outlets
from newscrawl.pages.rules import has_expired
from newscrawl.spiders.arguments import read_arguments
from newscrawl.spiders.choice import Choice
from newscrawl.spiders.sources import SourceReading
from newscrawl.text.clock import run_clock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import timedelta
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler

    from newscrawl.items import Errand
    from newscrawl.outlets import Outlet


class AgencySpider(SourceReading):
    """Harvests one agency's copy, or every agency's when ``agency`` is ``None``.

    ``wanted`` are agency ids (``None`` for any); with ``everything`` the agency plays
    no part at all.
    """

    harvests: ClassVar[bool] = True
    agency: ClassVar[str | None] = None
    everything: ClassVar[bool] = False
    defaults: ClassVar[dict[str, str]] = {}

    def __init__(self, name: str | None = None, **given: Any) -> None:
        super().__init__(name)
        self.given = given
        self.errands: dict[str, Errand] = {}
        self.seen: set[str] = set()
        self._admitted: dict[str, int] = {}
        self._sources: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build the spider; raises ``ConfigError`` for whatever is wrong up front."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider._prepare()
        crawler.signals.connect(spider.admit, signals.request_scheduled)
        return spider

    def _prepare(self) -> None:
        settings = self.settings
        self.now = run_clock(settings.get("NEWSCRAWL_NOW"))
        told = read_arguments(self.name, self.given, self.now, self.defaults)
        self.roles: frozenset[str] = told["roles"]
        self.limit: int | None = told["limit"]
        self.total: int | None = told["total"]
        self.section_pages: int | None = told["section_pages"]
        self.revisit: timedelta | None = told["revisit"]
        self.choice = Choice(told["since"], told["until"], told["languages"])
        self.agencies = load_agencies(_directory(settings, "NEWSCRAWL_AGENCIES_DIR"))
        self.outlets = load_outlets(
            _directory(settings, "NEWSCRAWL_OUTLETS_DIR"), agencies=self.agencies
        )
        self.wanted = frozenset([self.agency]) if self.agency else None
        self.chosen = self._choose(told["outlets"])
        for outlet in self.chosen:
            if has_expired(outlet, self.now.isoformat()):
                self.logger.warning(
                    "Outlet %s: the selectors of its file were valid until %s; its "
                    "pages are read without them",
                    outlet.id,
                    outlet.valid_until,
                )

    def _choose(self, spec: str | None) -> list[Outlet]:
        if spec == "newsroom":
            raise ConfigError(
                "argument 'outlets': 'newsroom' is served by the command line only: "
                f"scrapy crawl {self.name} -a outlets=newsroom"
            )
        if spec is None and self.everything:
            raise ConfigError(
                f"spider {self.name}: argument 'outlets' is missing; give all, or ids "
                f"as in scrapy crawl {self.name} -a outlets=ndtv,theprint"
            )
        chosen = self.outlets.select(spec, agencies=self.wanted)
        if not chosen:
            raise ConfigError(
                f"spider {self.name}: no outlet that is on carries this agency; name "
                "some with -a outlets=ID,ID (see docs/reference/outlets.md)"
            )
        return list(chosen)

    @property
    def scope(self) -> str:
        """What rejected pages are noted under: the spider and what it was sent for."""
        roles = ",".join(sorted(self.roles))
        languages = ",".join(sorted(self.choice.languages or ()))
        return f"{self.name} {roles} {languages}".strip()

    async def start(self) -> AsyncIterator[Any]:
        """Ask every outlet's sources; their answers lead to the articles."""
        for outlet in self.chosen:
            for request in self.source_requests(outlet):
                yield request

    def admit(self, request: Request) -> None:
        """Keep to ``limit`` and ``total``; raises ``IgnoreRequest`` beyond them.

        The count is taken here, where known pages and repeated requests are gone.
        """
        errand: Errand | None = request.meta.get("errand")
        if errand is None or errand.kind != "article" or _again(request):
            return
        used = self._admitted
        if self.limit is not None and used.get(errand.outlet, 0) >= self.limit:
            self.tally(errand.outlet, "over_limit")
            raise IgnoreRequest("limit of the outlet reached")
        if self.total is not None and sum(used.values()) >= self.total:
            self.tally(errand.outlet, "over_limit")
            raise IgnoreRequest("total of the run reached")
        used[errand.outlet] = used.get(errand.outlet, 0) + 1
        self.tally(errand.outlet, "requested")


def _again(request: Request) -> bool:
    """Whether a page counted before is asked for once more."""
    meta = request.meta
    return bool(
        meta.get("retry_times")
        or meta.get("redirect_times")
        or meta.get("amp_of")
        or meta.get("listed_of")
    )


def _directory(settings: Any, name: str) -> Path | None:
    value = settings.get(name)
    return Path(value) if value else None
