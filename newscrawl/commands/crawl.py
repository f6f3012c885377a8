"""``scrapy crawl`` with clear errors, exit codes for cron, and the newsroom."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from newscrawl.commands.telling import finish_printing, tell
from newscrawl.errors import ConfigError, NewscrawlError

if TYPE_CHECKING:
    import argparse
    from asyncio import Future

    from scrapy.crawler import Crawler

    from newscrawl.commands.newsroom_process import NewsroomProcess

ABORTED = 8
NEWSROOM_DELAY = 0.02  # seconds; the newsroom's own robots.txt files may want more


class Command(ScrapyCrawl):
    """Scrapy's command with the same options; the exit code is the run's outcome."""

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Run a spider; -a outlets=newsroom crawls the bundled news world"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare Scrapy's options and ours."""
        super().add_options(parser)
        parser.add_argument(
            "--quiet",
            action="store_true",
            help="for cron: print only what needs a person",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Apply the options before the log is set up."""
        super().process_options(args, opts)
        settings = self.settings
        assert settings is not None
        _check_log(settings.get("LOG_FILE"))
        if not opts.quiet:
            return
        settings.set("NEWSCRAWL_QUIET", True, priority="cmdline")
        told = (settings.getpriority("LOG_LEVEL") or 0) >= _CMDLINE
        if not told and not settings.get("LOG_FILE"):
            # What an outlet did wrong is in run.json; a file may hold it all.
            settings.set("LOG_LEVEL", "ERROR", priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run one spider and set the exit code."""
        if len(args) != 1:
            raise UsageError
        self._failure: BaseException | None = None
        newsroom: NewsroomProcess | None = None
        try:
            self._check_name(args[0])
            if opts.spargs.get("outlets", "").strip() == "newsroom":
                newsroom = self._open_newsroom(opts)
            crawler = self._crawl(args[0], opts)
        except NewscrawlError as error:
            self.exitcode = tell(error)
        else:
            self.exitcode = self._outcome(crawler)
        finally:
            if newsroom is not None:
                newsroom.close()
            finish_printing()

    def _check_name(self, name: str) -> None:
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if name not in known:
            raise ConfigError(
                f"no spider {name!r}; there are {', '.join(sorted(known))}"
            )

    def _crawl(self, name: str, opts: argparse.Namespace) -> Crawler:
        assert self.crawler_process
        crawler = self._create_crawler(name)
        task: Any = self.crawler_process.crawl(crawler, **opts.spargs)
        if hasattr(task, "add_done_callback"):
            task.add_done_callback(self._ended)
        self.crawler_process.start()
        return crawler

    def _ended(self, task: Future[None]) -> None:
        """Take the crawl's exception, so that nobody prints it as unhandled."""
        if not task.cancelled():
            self._failure = task.exception()

    def _outcome(self, crawler: Crawler) -> int:
        from newscrawl.extensions.outcome import Outcome
        from newscrawl.store.session import WITHOUT, harvests

        if isinstance(self._failure, NewscrawlError):
            return tell(self._failure)
        if self._failure is not None:
            logging.getLogger(__name__).error(
                "The crawl broke down", exc_info=self._failure
            )
            return 1
        assert self.crawler_process
        if self.crawler_process.bootstrap_failed:
            return 1
        outcome = crawler.get_extension(Outcome)
        if outcome is None and harvests(crawler):
            return tell(ConfigError(WITHOUT.format("EXTENSIONS", Outcome.__name__)))
        if outcome is None:
            return 0  # a spider of somebody else's
        return outcome.exit_code if outcome.report else ABORTED

    def _open_newsroom(self, opts: argparse.Namespace) -> NewsroomProcess:
        """Serve the newsroom and point the settings and arguments at it."""
        from newscrawl.commands.newsroom_process import NewsroomProcess

        assert self.crawler_process
        settings = self.crawler_process.settings
        newsroom = NewsroomProcess.open(settings)
        opts.spargs["outlets"] = ",".join(newsroom.outlets)
        opts.spargs.setdefault("since", newsroom.since)
        output = Path(settings.get("NEWSCRAWL_OUTPUT_DIR") or "output") / "newsroom"
        given: dict[str, Any] = {
            "NEWSCRAWL_OUTLETS_DIR": newsroom.outlets_dir,
            "NEWSCRAWL_CONNECT_TO": newsroom.connect_to,
            "NEWSCRAWL_NOW": newsroom.now,
            "NEWSCRAWL_OUTPUT_DIR": str(output),
        }
        if (settings.getpriority("NEWSCRAWL_STORE") or 0) < _CMDLINE:
            # Invented stories stay out of the real state.
            given["NEWSCRAWL_STORE"] = None
        for name, value in given.items():
            settings.set(name, value, priority="cmdline")
        if (settings.getpriority("DOWNLOAD_DELAY") or 0) < _CMDLINE:
            settings.set("DOWNLOAD_DELAY", NEWSROOM_DELAY, priority="cmdline")
        return newsroom


def _check_log(file: str | None) -> None:
    """Refuse a log file that cannot be opened, before Scrapy breaks down over it."""
    if file:
        try:
            with Path(file).open("a", encoding="utf-8"):
                pass
        except OSError as error:
            told = f"LOG_FILE {file}: cannot be opened: {error.strerror}"
            raise UsageError(told, print_help=False) from error


_CMDLINE = 40  # Scrapy's priority of what was given with -s
