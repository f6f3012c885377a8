"""One page for a command: from a file, from standard input, or fetched politely."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request, Spider

from newscrawl.errors import NewscrawlError, NotAnArticle
from newscrawl.middlewares.addresses import Allowance
from newscrawl.middlewares.routes import Routes
from newscrawl.store.bounds import check_settings
from newscrawl.text.clock import run_clock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence

    from scrapy.commands import ScrapyCommand
    from scrapy.http import Response
    from scrapy.settings import Settings
    from twisted.python.failure import Failure

    from newscrawl.agencies import Agencies
    from newscrawl.items import Article
    from newscrawl.outlets import Outlet
    from newscrawl.text.recurring import OutletMemory

LARGEST = 8 * 1024 * 1024
_HEAD = 200_000
# Parts of a crawl that keep a state, or an outlet's pace; one page needs none.
_KEEPING = (
    "newscrawl.middlewares.quiet.Quiet",
    "newscrawl.middlewares.conditional.Conditional",
    "newscrawl.middlewares.content.ContentGate",
    "newscrawl.middlewares.drain.Drain",
    "newscrawl.middlewares.offsite.Offsite",
    "newscrawl.middlewares.pace.Pace",
    "newscrawl.middlewares.budget.Budget",
)
_NONE: tuple[str, ...] = (
    "EXTENSIONS",
    "ITEM_PIPELINES",
    "SPIDER_MIDDLEWARES",
    "SPIDER_MIDDLEWARES_BASE",
)
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


def get_pages(
    command: ScrapyCommand, sources: Sequence[str], url: str | None = None
) -> Iterator[Page | PageError]:
    """The page of each file, of ``-`` (standard input), or of each http(s) address.

    ``url`` is the address the page stood at, for files; without it the page's own
    canonical address is taken. All addresses are fetched in one crawl.
    """
    addresses = [s for s in sources if _is_address(s)]
    fetched = _fetch(command, addresses) if addresses else {}
    for source in sources:
        yield fetched[source] if source in fetched else _open(source, url)


def read_pages(
    command: ScrapyCommand,
    sources: Sequence[str],
    url: str | None = None,
    memory_of: Callable[[str], OutletMemory] | None = None,
) -> Iterator[ReadPage | PageError | NotAnArticle]:
    """The pages read as a crawl reads them, each by its outlet's file if there is one.

    ``memory_of`` tells what recurs on an outlet. A page that is no article, or could
    not be had, is told as the error in its place.
    """
    from newscrawl.agencies import load_agencies
    from newscrawl.outlets import load_outlets
    from newscrawl.reading import read_article

    assert command.settings is not None
    own = [command.settings[f"NEWSCRAWL_{n}_DIR"] for n in ("AGENCIES", "OUTLETS")]
    agencies = load_agencies(Path(own[0]) if own[0] else None)
    outlets = load_outlets(Path(own[1]) if own[1] else None, agencies=agencies)
    clock = command.settings["NEWSCRAWL_NOW"]
    now = run_clock(clock).isoformat() if clock else None
    for page in get_pages(command, sources, url):
        if isinstance(page, PageError):
            yield page
            continue
        outlet = outlets.by_host(page.url) if page.url else None
        try:
            article = read_article(
                page.html,
                page.url,
                outlet=outlet,
                names=agencies.names,
                encoding=page.encoding,
                now=now,
                memory=memory_of(outlet.id) if memory_of and outlet else None,
            )
        except NotAnArticle as none:
            yield none
            continue
        article.outlet = outlet.id if outlet else ""
        yield ReadPage(page, article, outlet, agencies)


def read_page(command: ScrapyCommand, source: str, url: str | None = None) -> ReadPage:
    """One page read as ``read_pages`` does.

    Raises ``PageError``, and ``NotAnArticle`` for a page that is none.
    """
    (found,) = read_pages(command, [source], url)
    if isinstance(found, ReadPage):
        return found
    raise found


def alone(settings: Settings, but: Mapping[str, int] | None = None) -> Settings:
    """Settings of a crawl that keeps nothing, with what guards every request.

    ``but`` are downloader middlewares to have all the same, with their places. Raises
    ``ConfigError`` for a setting that a crawl would refuse.
    """
    check_settings(settings)
    Routes.of(settings)
    Allowance(settings.getlist("NEWSCRAWL_ALLOW_ADDRESSES"))
    own = settings.copy()
    for name in _NONE:
        own.set(name, {}, priority="cmdline")
    # Set as a whole: what is not named is off.
    parts = settings.getdict("DOWNLOADER_MIDDLEWARES")
    parts |= dict.fromkeys(_KEEPING) | dict(but or {})
    own.set("DOWNLOADER_MIDDLEWARES", parts, priority="cmdline")
    own.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
    return own


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _open(source: str, url: str | None) -> Page | PageError:
    try:
        if source == "-":
            html = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(source).open("rb") as opened:
                html = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return PageError(f"{source}: cannot be read: {reason}")
    if len(html) > LARGEST:
        return PageError(f"{source}: is larger than {LARGEST} bytes")
    if url and not _can_be_read(url):
        return PageError(f"--url {url}: is no address")
    return Page(html, url or _own_address(html))


def _can_be_read(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _own_address(html: bytes) -> str:
    """The address the page gives as its own; empty if it gives none."""
    head = html[:_HEAD].decode("utf-8", "replace")
    for pattern in _ADDRESS:
        tag = pattern.search(head)
        value = _VALUE.search(tag[0]) if tag else None
        if value and _can_be_read(value[1]):
            return value[1]
    return ""


class _Pages(Spider):
    """Fetches addresses and keeps the answers."""

    name = "pages"

    def __init__(self, addresses: list[str], kept: dict[str, Any], **more: Any) -> None:
        super().__init__(**more)
        self.addresses, self.kept = addresses, kept

    async def start(self) -> AsyncIterator[Request]:
        for address in self.addresses:
            yield Request(
                address,
                callback=self.keep,
                errback=self.fail,
                dont_filter=True,
                cb_kwargs={"address": address},
            )

    def keep(self, response: Response, address: str) -> None:
        self.kept[address] = response

    def fail(self, failure: Failure) -> None:
        self.kept[failure.request.cb_kwargs["address"]] = failure  # type: ignore[attr-defined]


def _fetch(command: ScrapyCommand, addresses: list[str]) -> dict[str, Page | PageError]:
    """Ask for addresses by the crawl's own rules: robots.txt, private addresses."""
    from scrapy.crawler import CrawlerProcess

    assert command.settings is not None
    process = CrawlerProcess(alone(command.settings))
    kept: dict[str, Any] = {}
    process.crawl(process.create_crawler(_Pages), addresses=addresses, kept=kept)
    process.start()
    return {url: _answer(url, kept.get(url)) for url in addresses}


def _answer(url: str, answer: Any) -> Page | PageError:
    if answer is None:
        return PageError(f"{url}: no answer")
    if not hasattr(answer, "status"):
        told = answer.getErrorMessage() or answer.type.__name__
        return PageError(f"{url}: {told}")
    if answer.status != 200:
        return PageError(f"{url}: the server answered {answer.status}")
    return Page(answer.body, answer.url, getattr(answer, "encoding", None))
