"""``scrapy reindex``: the state made anew from the JSON lines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.commands.telling import telling
from newscrawl.errors import ConfigError

if TYPE_CHECKING:
    import argparse

    from newscrawl.store.rebuild import Rebuilt


class Command(ScrapyCommand):
    """Reads every run's lines into a new state file and puts it in the old one's place.

    Rejections, validators, held articles and histories, of which no line tells, are
    taken from the old state if it can be read.
    """

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Rebuild the state file from the JSON lines of all runs"

    def long_desc(self) -> str:
        """What it does and what its exit codes mean."""
        return (
            "Reads the articles of every run under the output directory into a new "
            "state: what is written, the stories under their ids, the index of texts. "
            "What no line tells is taken from the old state if it can be read. The old "
            "file stays beside the new one as .old. Exit code 0: done, 2: no run is "
            "there, 5: a run holds the state, 6, 7: the state or output cannot be used."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument(
            "--all",
            action="store_true",
            help="also take the runs that say they belong to another state file",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Rebuild, and say from what."""
        with telling(self):
            if args:
                raise ConfigError("scrapy reindex takes no arguments")
            for line in self._rebuild(everything=opts.all):
                print(line, flush=True)

    def _rebuild(self, *, everything: bool) -> list[str]:
        from newscrawl.store.locks import RunLock
        from newscrawl.store.rebuild import rebuild
        from newscrawl.store.runs import article_files
        from newscrawl.store.session import places

        assert self.settings is not None
        output, path = places(self.settings)
        if next(article_files(output, path), None) is None:
            raise ConfigError(f"no run has left articles under {output}")
        lock = RunLock(path.with_name(f"{path.name}.lock"))
        now = datetime.now(UTC).isoformat(timespec="seconds")
        lock.take(f"reindex since {now}")
        try:
            told = rebuild(path, output, everything=everything)
        finally:
            lock.release()
        return _account(told, str(path))


def _account(told: Rebuilt, path: str) -> list[str]:
    lines = [f"{path}: rebuilt from {told.lines} lines of {told.runs} runs"]
    if told.strangers:
        lines.append(
            f"left out: {told.strangers} runs of another state file; --all takes them"
        )
    if told.kept is None:
        return lines
    if told.carried:
        lines.append("rejections, validators, held articles, histories: carried over")
    else:
        lines.append("the old state was damaged: the next run asks every source anew")
    if told.forgotten:
        lines.append(
            f"articles of which there is no line any more: {told.forgotten}; they will"
            " be written again if a source still tells of them"
        )
    lines.append(f"the old state is {told.kept}")
    return lines
