"""One page for a command: from a file, from standard input, or fetched politely."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider

from newscrawl.errors import NewscrawlError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.commands import ScrapyCommand
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from newscrawl.agencies import Agencies
    from newscrawl.items import Article
    from newscrawl.outlets import Outlet

LARGEST = 8 * 1024 * 1024
_HEAD = 200_000
# Parts of a crawl that keep a state; one page needs none.
ALONE: dict[str, Any] = {
    "EXTENSIONS": {},
    "ITEM_PIPELINES": {},
    "SPIDER_MIDDLEWARES": {},
    "SPIDER_MIDDLEWARES_BASE": {},
    "LOG_INSTALL_ROOT_HANDLER": False,
    "DOWNLOADER_MIDDLEWARES": {
        "newscrawl.middlewares.conditional.Conditional": None,
        "newscrawl.middlewares.content.ContentGate": None,
        "newscrawl.middlewares.drain.Drain": None,
        "newscrawl.middlewares.offsite.Offsite": None,
        "newscrawl.middlewares.pace.Pace": None,
        "newscrawl.middlewares.budget.Budget": None,
    },
}
_ADDRESS = (
    re.compile(r"<link\b[^>]{0,300}\brel=[\"']?canonical\b[^>]{0,2000}>", re.I),
    re.compile(r"<meta\b[^>]{0,300}\b(?:og:url)\b[^>]{0,2000}>", re.I),
)
_VALUE = re.compile(r"\b(?:href|content)=[\"']?(https?://[^\"'\s>]{4,2000})", re.I)


class PageError(NewscrawlError):
    """The page could not be had."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes with its address, and the encoding its server told."""

    html: bytes
    url: str
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page read into an Article, with what it was read by."""

    page: Page
    article: Article
    outlet: Outlet | None
    agencies: Agencies


def get_page(command: ScrapyCommand, source: str, url: str | None = None) -> Page:
    """The page of a file, of ``-`` (standard input), or of an http(s) address.

    ``url`` is the address the page stood at, for files; without it the page's own
    canonical address is taken. Raises ``PageError``.
    """
    if source.lower().startswith(("http://", "https://")):
        return _fetch(command, source)
    try:
        if source == "-":
            html = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(source).open("rb") as opened:
                html = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise PageError(f"{source}: cannot be read: {reason}") from error
    if len(html) > LARGEST:
        raise PageError(f"{source}: is larger than {LARGEST} bytes")
    return Page(html, url or _own_address(html))


def read_page(command: ScrapyCommand, source: str, url: str | None = None) -> ReadPage:
    """The page read as a crawl reads it, by its outlet's file if there is one.

    Raises ``PageError``, and ``NotAnArticle`` for a page that is none.
    """
    from newscrawl.agencies import load_agencies
    from newscrawl.outlets import load_outlets
    from newscrawl.reading import read_article

    assert command.settings is not None
    own = [command.settings[f"NEWSCRAWL_{n}_DIR"] for n in ("AGENCIES", "OUTLETS")]
    agencies = load_agencies(Path(own[0]) if own[0] else None)
    page = get_page(command, source, url)
    outlets = load_outlets(Path(own[1]) if own[1] else None, agencies=agencies)
    outlet = outlets.by_host(page.url) if page.url else None
    article = read_article(
        page.html,
        page.url,
        outlet=outlet,
        names=agencies.names,
        encoding=page.encoding,
        now=command.settings["NEWSCRAWL_NOW"],
    )
    article.outlet = outlet.id if outlet else ""
    return ReadPage(page, article, outlet, agencies)


def _own_address(html: bytes) -> str:
    """The address the page gives as its own; empty if it gives none."""
    head = html[:_HEAD].decode("utf-8", "replace")
    for pattern in _ADDRESS:
        tag = pattern.search(head)
        value = _VALUE.search(tag[0]) if tag else None
        if value:
            return value[1]
    return ""


class _OnePage(Spider):
    """Fetches one address and keeps the answer."""

    name = "one_page"
    handle_httpstatus_all = True

    def __init__(self, address: str, kept: list[Any], **more: Any) -> None:
        super().__init__(**more)
        self.address, self.kept = address, kept

    async def start(self) -> AsyncIterator[Request]:
        yield Request(
            self.address,
            callback=self.keep,
            errback=self.fail,
            meta={"handle_httpstatus_all": True},
        )

    def keep(self, response: Response) -> None:
        self.kept.append(response)

    def fail(self, failure: Failure) -> None:
        self.kept.append(failure)


def _fetch(command: ScrapyCommand, url: str) -> Page:
    """Ask for one address by the crawl's own rules: robots.txt, private addresses."""
    from scrapy.crawler import CrawlerProcess

    assert command.settings is not None
    settings = command.settings.copy()
    settings.setdict(ALONE, priority="cmdline")
    process = CrawlerProcess(settings)
    kept: list[Any] = []
    process.crawl(process.create_crawler(_OnePage), address=url, kept=kept)
    process.start()
    answer = kept[0] if kept else None
    if answer is None:
        raise PageError(f"{url}: no answer")
    if not hasattr(answer, "status"):
        told = answer.getErrorMessage() or answer.type.__name__
        raise PageError(f"{url}: {told}")
    if answer.status != 200:
        raise PageError(f"{url}: the server answered {answer.status}")
    return Page(answer.body, answer.url, getattr(answer, "encoding", None))
