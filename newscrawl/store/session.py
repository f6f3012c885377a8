"""One run's hold on the state: its id, clock, directory, lock and store.

A Scrapy extension, so that pipelines and middlewares get it by
``crawler.get_extension(Session)``. They get ``None`` where nothing is harvested: other
people's spiders, and ``scrapy shell``, ``fetch``, ``parse`` and ``check``.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.misc import load_object

from newscrawl.errors import ConfigError, NewscrawlError, OutputError, StateError
from newscrawl.items import Errand
from newscrawl.store.bounds import check_settings
from newscrawl.store.connection import told
from newscrawl.store.linefile import LineFile
from newscrawl.store.locks import RunLock
from newscrawl.store.rebuild import state_of_lines
from newscrawl.store.recovery import recover, reserve, write_json
from newscrawl.store.sqlite import open_store
from newscrawl.text.clock import run_clock

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Self

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

    from newscrawl.store.protocol import Store

logger = logging.getLogger(__name__)
WITHOUT = "setting {0} lacks newscrawl's {1}: articles would be lost; keep it"
STORE_NAME = "newscrawl.sqlite"
_KEEPERS = (
    ("ITEM_PIPELINES", "newscrawl.pipelines.write.Write"),
    ("EXTENSIONS", "newscrawl.extensions.outcome.Outcome"),
    ("EXTENSIONS", "newscrawl.extensions.rejects.Rejects"),
)
_NO_ERRAND = Errand("article", "", "")
FAILED = "newscrawl_failure"  # the close reason of a run that had to give up


class Session:
    """What one run of one spider holds, from its first request to its last line.

    ``scope`` is what rejected pages are noted under (``PageState.scope``). ``failure``
    is the error that made the run stop, if one did.
    """

    def __init__(
        self, spider: str, output: Path, store: Path, *, clock: str | None = None
    ) -> None:
        self.spider = spider
        self.scope = spider
        self.output = output
        self.store_path = store
        self.failure: NewscrawlError | None = None
        self.recovered: list[str] = []
        self._fixed = run_clock(clock) if clock else None
        self._begun = monotonic()
        self.started = self.now()
        self._lock = RunLock(store.with_name(f"{store.name}.lock"))
        self._before_commit: list[Callable[[], None]] = []
        self._crawler: Crawler | None = None
        self._stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the session of a crawl that harvests; raises ``NotConfigured`` else."""
        if not harvests(crawler):
            raise NotConfigured
        check_settings(crawler.settings)
        _check_parts(crawler.settings)
        if crawler.settings.get("JOBDIR"):
            # Its account of requests knows nothing of those that a stop cut short,
            # and never asks for a page twice.
            logger.warning("JOBDIR is left unused: the state knows what is done")
            crawler.settings.set("JOBDIR", None, priority="cmdline")
        name = crawler.spidercls.name
        output, store = places(crawler.settings)
        clock = crawler.settings.get("NEWSCRAWL_NOW")
        session = cls(name, output, store, clock=clock)
        session.scope = getattr(crawler.spider, "scope", name)
        session._crawler = crawler
        session.open()
        crawler.signals.connect(session.spider_closed, signals.spider_closed)
        return session

    def open(self) -> None:
        """Take the lock, open the store, finish dead runs, make the run's directory.

        A state that is gone while its lines are there is made from them: a new one
        would have everything written again and give the ids of stories anew.
        """
        self._make_base()
        self._lock.take(f"{self.spider} since {self.started}")
        try:
            lost = state_of_lines(self.output, self.store_path)
            self.store: Store = open_store(self.store_path)
            self._make_directory()
            for note in chain(lost, recover(self.output, self.directory, self)):
                self.recovered.append(note)
                logger.warning("Recovered %s", note)
        except OSError as error:
            self._lock.release()
            raise _unwritable(self.output, error) from error
        except BaseException:
            self._lock.release()
            raise

    @property
    def run(self) -> str:
        """The run's id: the spider and the name of the run's directory, joined.

        ``ians-20261123T051200Z`` for ``ians/20261123T051200Z``.
        """
        return f"{self.spider}-{self.directory.name}"

    def now(self) -> str:
        """The time in UTC, ISO 8601; the setting ``NEWSCRAWL_NOW`` stops the clock."""
        moment = self._fixed or datetime.now(UTC)
        return moment.isoformat(timespec="seconds")

    @property
    def seconds(self) -> float:
        """How long the run has taken so far, by the real clock."""
        return monotonic() - self._begun

    def before_commit(self, flush: Callable[[], None]) -> None:
        """Have ``flush`` make its lines durable before each commit of the store."""
        self._before_commit.append(flush)

    def commit(self) -> None:
        """Make lines durable, then the store: the ledger never runs ahead of the file.

        After a failure nothing is committed any more. Raises ``OutputError`` or
        ``StateError``.
        """
        if self.failure is not None:
            return
        for flush in self._before_commit:
            flush()
        self.store.commit()

    def commit_or_fail(self) -> None:
        """Commit; a failure ends the crawl cleanly instead of raising."""
        try:
            self.commit()
        except NewscrawlError as error:
            self.fail(error)

    def fail(self, error: NewscrawlError) -> None:
        """Remember why the run cannot go on and have the spider closed."""
        if self.failure is not None:
            return
        self.failure = error
        logger.error("%s", error)
        if self._crawler is not None:
            engine = self._crawler.engine
            self._stopping = _schedule(engine.close_spider_async(reason=FAILED))

    def explain(self, error: Exception) -> NewscrawlError | None:
        """The failure of disk or state behind an exception; ``None`` for a bug."""
        if isinstance(error, sqlite3.Error):
            error = told(str(self.store_path), error)
        if isinstance(error, NewscrawlError):
            return error
        if isinstance(error, sqlite3.Error):
            return StateError(
                f"state file {self.store_path}: {error}; everything reported as "
                "written is kept"
            )
        return None

    def told(self, url: str) -> Errand:
        """What the source told of the page that answered under ``url``."""
        errands = getattr(self._crawler and self._crawler.spider, "errands", {})
        errand: Errand = errands.get(url, _NO_ERRAND)
        return errand

    def forget(self, url: str) -> None:
        """The page under ``url`` has come to its end."""
        getattr(self._crawler and self._crawler.spider, "errands", {}).pop(url, None)

    def line_file(self, name: str) -> LineFile:
        """A file of lines in the run's directory, durable with each commit."""
        file = LineFile(self.directory / name)
        self.before_commit(file.flush)
        return file

    def end_file(self, file: LineFile) -> None:
        """Make everything durable and give a file its final name."""
        self.commit_or_fail()
        try:
            file.finish(failed=self.failure is not None)
        except NewscrawlError as error:
            self.fail(error)

    async def spider_closed(self) -> None:
        """Commit and close after every other handler of the signal has run."""
        # The signal's handlers run in an order nobody promises; those that are plain
        # functions are through before this coroutine gets its next turn.
        await asyncio.sleep(0)
        self.commit_or_fail()
        self.close()

    def close(self) -> None:
        """Close the store and give the lock back."""
        self.store.close()
        self._lock.release()

    def _make_base(self) -> None:
        base = self.output / self.spider
        try:
            base.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(base, error) from error

    def _make_directory(self) -> None:
        name = datetime.fromisoformat(self.started).strftime("%Y%m%dT%H%M%SZ")
        base = self.output / self.spider
        tries = 1
        while True:
            directory = base / (name if tries == 1 else f"{name}-{tries}")
            try:
                directory.mkdir(parents=True)
                break
            except FileExistsError:
                tries += 1  # two runs in one second, or a stopped clock
            except OSError as error:
                raise _unwritable(directory, error) from error
        self.directory = directory
        write_json(directory / "run.json", self.card() | {"outcome": "running"})
        reserve(directory)

    def card(self) -> dict[str, Any]:
        """What ``run.json`` says of every run, finished or not."""
        store = self.store_path.resolve()
        return {
            "spider": self.spider,
            "started": self.started,
            "store": str(store),
            "store_from_here": os.path.relpath(store, self.directory.resolve()),
        }


def places(settings: BaseSettings) -> tuple[Path, Path]:
    """The output directory and the state file that the settings name."""
    output = Path(settings.get("NEWSCRAWL_OUTPUT_DIR") or "output")
    store = Path(settings.get("NEWSCRAWL_STORE") or output / STORE_NAME)
    if not store.name:
        raise ConfigError(f"setting NEWSCRAWL_STORE: '{store}' names no file")
    return output, store


def harvests(crawler: Crawler) -> bool:
    """Whether a crawl is to write articles, not to look around."""
    kind = crawler.spidercls
    if not getattr(kind, "harvests", False) or not crawler.crawling:
        return False  # scrapy shell builds a crawler that never crawls
    # fetch, parse and check put a start() of their own in the spider's place.
    return not kind.start.__module__.startswith("scrapy.commands")


def _check_parts(settings: BaseSettings) -> None:
    """Raise ``ConfigError`` when the parts that keep articles have been taken out."""
    for setting, name in _KEEPERS:
        parts = settings.getdict(setting)
        given = [part for part, place in parts.items() if place is not None]
        if not any(name in _ancestors(load_object(part)) for part in given):
            raise ConfigError(WITHOUT.format(setting, name.rpartition(".")[2]))


def _ancestors(kind: Any) -> set[str]:
    """A class and what it is made from, so that a user's own variant counts."""
    return {f"{one.__module__}.{one.__qualname__}" for one in kind.__mro__}


def _unwritable(directory: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot create or change {directory}: {error.strerror}; choose a writable "
        "place with -s NEWSCRAWL_OUTPUT_DIR=DIR"
    )


def _schedule(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    return asyncio.ensure_future(work)
