"""``scrapy store``: check the state file, or take old texts out of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.commands.telling import telling
from newscrawl.errors import ConfigError, StateError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_SPAN = re.compile(r"([1-9][0-9]{0,4})d")
_OF_PRUNE = "--older-than DAYSd, such as 90d"


class Command(ScrapyCommand):
    """``check`` says what is wrong and which command mends it; ``prune`` makes room."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "check | prune --older-than 90d"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Check the state file against the lines, or prune it by age"

    def long_desc(self) -> str:
        """What it does and what its exit codes mean."""
        return (
            "'check' reads the whole state and all lines: damage, lines the state does "
            "not know, stories and texts that do not agree; exit code 0: well, 6: not, "
            "with the command that mends it. 'prune' forgets texts of stories that got "
            "no copy for so long, held articles and rejected pages; that an article "
            "was written, its story and its versions stay known."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--older-than", metavar="90d", help="for prune: in days")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check or prune."""
        from newscrawl.store.locks import RunLock
        from newscrawl.store.session import places

        assert self.settings is not None
        with telling(self):
            output, path = places(self.settings)
            if args not in (["check"], ["prune"]):
                raise ConfigError(f"scrapy store {self.syntax()}")
            cutoff = self._cutoff(args[0], opts.older_than)
            if not path.exists():
                raise StateError(
                    f"state file {path}: does not exist; where there are lines,"
                    " scrapy reindex makes it"
                )
            lock = RunLock(path.with_name(f"{path.name}.lock"))
            now = datetime.now(UTC).isoformat(timespec="seconds")
            lock.take(f"store {args[0]} since {now}")
            try:
                if cutoff:
                    _prune(path, cutoff)
                else:
                    self.exitcode = _check(path, output)
            finally:
                lock.release()

    def _cutoff(self, verb: str, span: str | None) -> str | None:
        from newscrawl.text.clock import run_clock

        assert self.settings is not None
        if verb == "check":
            if span is not None:
                raise ConfigError("--older-than is for scrapy store prune")
            return None
        found = _SPAN.fullmatch(span or "")
        if found is None:
            raise ConfigError(f"say how old: scrapy store prune {_OF_PRUNE}")
        clock = self.settings["NEWSCRAWL_NOW"]
        now = run_clock(clock) if clock else datetime.now(UTC)
        try:
            cutoff = now.astimezone(UTC) - timedelta(days=int(found[1]))
        except OverflowError as error:
            raise ConfigError(f"--older-than {span}: is before all time") from error
        return cutoff.isoformat(timespec="seconds")


def _check(path: Path, output: Path) -> int:
    from newscrawl.store.checkup import check

    faults = 0
    for finding in check(path, output):
        faults += finding.fault
        word = "WRONG" if finding.fault else "note"
        mend = f"; to mend it: {finding.mend}" if finding.mend else ""
        print(f"{word}: {finding.said}{mend}", flush=True)
    if not faults:
        print(f"{path}: well", flush=True)
    return StateError.exit_code if faults else 0


def _prune(path: Path, cutoff: str) -> None:
    from newscrawl.store.pruning import prune

    told = prune(path, cutoff)
    print(
        f"{path}: forgot {told.texts} texts, {told.held} held articles and"
        f" {told.rejections} rejected pages of before {cutoff};"
        f" {told.before:,} bytes before, {told.after:,} now",
        flush=True,
    )
