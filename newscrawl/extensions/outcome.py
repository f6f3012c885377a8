"""How the run ended: ``run.json``, the exit code, and a summary for people."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, TextIO

from scrapy import signals

from newscrawl.errors import OutputError, StateError
from newscrawl.extensions.alert import alert, needs_a_person
from newscrawl.extensions.base import Watcher
from newscrawl.extensions.codes import (
    ABORTED,
    ALL_FAILED,
    CRASHED,
    NOTICED,
    OK,
    SOME_FAILED,
)
from newscrawl.extensions.summary import summary
from newscrawl.store.recovery import write_card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)
OUTLET = "newscrawl/outlet/"
# So a request fails when the network is not there, whatever the server would say.
UNREACHED = frozenset(
    {
        "timeout",
        "dns",
        "refused",
        "connection",
        "tls",
        "host_unreachable",
        "robots_unavailable",
    }
)


class Outcome(Watcher):
    """Counts by outlet and outcome, told when everything is closed.

    ``exit_code`` and ``report`` are there once the engine has stopped.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.reason = "unknown"
        self.exit_code = CRASHED
        self.report: dict[str, Any] = {}

    def handlers(self) -> Iterable[tuple[Any, Callable[..., Any]]]:
        """Which signals are heard by which methods."""
        # After "Spider closed" and all that Scrapy has to say, so that it comes last.
        return (
            (signals.spider_closed, self.spider_closed),
            (signals.engine_stopped, self.engine_stopped),
        )

    def spider_closed(self, reason: str) -> None:
        """Remember why it ended."""
        self.reason = reason

    def engine_stopped(self) -> None:
        """Write ``run.json`` and print the summary."""
        self.report = self._report()
        self.exit_code = self.report["exit_code"]
        path = self.session.directory / "run.json"
        try:
            write_card(path.parent, self.report)
        except OSError as error:
            if self.exit_code in {OK, SOME_FAILED}:
                self.exit_code = self.report["exit_code"] = OutputError.exit_code
            self.report["message"] = f"cannot write {path}: {error.strerror}"
        command = self.crawler.settings.get("NEWSCRAWL_ALERT_COMMAND")
        needed = needs_a_person(self.report)
        if command and needed:
            alert(command, self.report)
        if self.crawler.settings.getbool("NEWSCRAWL_QUIET") and not needed:
            return
        screen = self._screen()
        try:
            print(printable_on(screen, summary(self.report)), file=screen, flush=True)
        except BrokenPipeError:
            pass  # nobody reads it; run.json has it all
        except OSError as error:
            logger.error("Cannot print the summary: %s", error.strerror)

    def _report(self) -> dict[str, Any]:
        session = self.session
        stats: Mapping[str, Any] = self.crawler.stats.get_stats()
        outlets = by_outlet(stats)
        for outlet in getattr(self.crawler.spider, "chosen", ()):
            outlets.setdefault(outlet.id, {})
        code, outcome, message = self._decide(stats, outlets)
        directory = session.directory
        # The next run finishes what a failure left unfinished.
        unfinished = ".part" if session.failure else ""
        return {
            "run": session.run,
            **session.card(),
            "arguments": {
                name: str(value)
                for name, value in getattr(self.crawler.spider, "given", {}).items()
            },
            "finished": session.now(),
            "seconds": round(session.seconds, 1),
            "outcome": outcome,
            "exit_code": code,
            "reason": self.reason,
            "message": message,
            "articles": stats.get("newscrawl/lines", 0),
            "stories": stats.get("newscrawl/stories", 0),
            "changes": under(stats, "newscrawl/changes/"),
            "relations": under(stats, "newscrawl/relation/"),
            "agencies": under(stats, "newscrawl/agency/"),
            "rejected": under(stats, "newscrawl/rejected/"),
            "outlets": {name: outlets[name] for name in sorted(outlets)},
            "responses": stats.get("downloader/response_count", 0),
            "recovered": session.recovered,
            "watch": stats.get("newscrawl_watch", []),
            "files": {
                "articles": str(directory / f"articles.jsonl{unfinished}"),
                "rejected": str(directory / f"rejected.jsonl{unfinished}"),
                "stories": str(directory / f"stories.jsonl{unfinished}"),
                "run": str(directory / "run.json"),
            },
        }

    def _decide(
        self, stats: Mapping[str, Any], outlets: Mapping[str, Mapping[str, Any]]
    ) -> tuple[int, str, str | None]:
        failure = self.session.failure
        if failure is not None:
            word = "state_error" if isinstance(failure, StateError) else "output_error"
            return failure.exit_code, word, str(failure)
        broken = "spider_exceptions/count", "newscrawl/rejected/error"
        if self.reason == "start_error" or any(stats.get(name) for name in broken):
            return (
                CRASHED,
                "program_error",
                "a program error; the log has the traceback",
            )
        if self.reason != "finished":
            why = "by a signal" if self.reason == "shutdown" else f"({self.reason})"
            return ABORTED, "aborted", f"stopped {why}; what was written is whole"
        failed = sorted(name for name, what in outlets.items() if has_failed(what))
        if failed and len(failed) == len(outlets):
            return ALL_FAILED, "all_failed", offline_message(outlets)
        outcome = "new_articles" if stats.get("newscrawl/lines") else "nothing_new"
        noticed = [one for one in stats.get("newscrawl_watch", ()) if is_new(one)]
        if noticed:
            told = "; ".join(f"{one['subject']} {one['detail']}" for one in noticed[:3])
            more = f" and {len(noticed) - 3} more" if len(noticed) > 3 else ""
            return NOTICED, outcome, f"needs a look: {told}{more}"
        if failed:
            names = ", ".join(failed[:8]) + (" …" if len(failed) > 8 else "")
            return (
                SOME_FAILED,
                outcome,
                f"{len(failed)} of {len(outlets)} outlets failed: {names}; "
                "the next run tries them again",
            )
        return OK, outcome, None

    def _screen(self) -> TextIO:
        """Standard output, unless the articles themselves go there (``-o -``)."""
        feeds = self.crawler.settings.getdict("FEEDS")
        to_stdout = any(str(uri) in {"-", "stdout:"} for uri in feeds)
        return sys.stderr if to_stdout else sys.stdout


def printable_on(screen: TextIO, text: str) -> str:
    """The text with what the screen's encoding lacks as question marks."""
    encoding = getattr(screen, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def is_new(noticed: Mapping[str, Any]) -> bool:
    """Whether an entry of ``watch`` was not there in the run before."""
    return bool(noticed["state"] == "new")


def under(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    """The counts below a prefix, largest first.

    >>> under({"a/x": 1, "a/y": 2, "b": 3}, "a/")
    {'y': 2, 'x': 1}
    """
    found = {
        k.removeprefix(prefix): v for k, v in stats.items() if k.startswith(prefix)
    }
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def by_outlet(stats: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Each outlet's counts by name, out of the flat stats."""
    outlets: dict[str, dict[str, int]] = {}
    for key, value in stats.items():
        if key.startswith(OUTLET):
            name, _, what = key.removeprefix(OUTLET).partition("/")
            outlets.setdefault(name, {})[what] = value
    return outlets


def has_failed(counts: Mapping[str, int]) -> bool:
    """Whether none of an outlet's sources could be read.

    An outlet that keeps us out by robots.txt has given its answer; a source that rests
    answered when it was asked last.
    """
    answered = counts.get("sources_ok") or counts.get("sources_resting")
    return bool(counts.get("sources_failed")) and not answered


def offline_message(outlets: Mapping[str, Mapping[str, int]]) -> str:
    """One line on why nothing was reached, with the likely cause."""
    reasons: dict[str, int] = {}
    for counts in outlets.values():
        for reason, count in under(counts, "source_failed/").items():
            reasons[reason] = reasons.get(reason, 0) + count
    told = ", ".join(
        f"{reason}: {count}"
        for reason, count in sorted(reasons.items(), key=lambda pair: -pair[1])[:4]
    )
    away = sum(count for reason, count in reasons.items() if reason in UNREACHED)
    hint = (
        "is this machine online?"
        if 2 * away >= sum(reasons.values())
        else "see the log for each source;"
    )
    return f"no outlet could be reached ({told}): {hint} nothing was lost"
