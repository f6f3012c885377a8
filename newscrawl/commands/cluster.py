"""``scrapy cluster``: join anybody's articles to stories, without a crawl."""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.errors import ConfigError, NewscrawlError, OutputError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newscrawl.storyindex import StoryIndex

_LONGEST = 16 * 1024 * 1024  # characters of a line
_BAD_LINES = 1


class Command(ScrapyCommand):
    """Reads JSON lines, writes a JSON line for each with the story it belongs to."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options] <FILE or ->"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Join the articles of a JSON-lines file to stories"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--store", help="keep the stories in this file, for more")
        parser.add_argument(
            "--out", help="write to this file instead of standard output"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Join them; exit code 1 where a line could not be read, 2 and more as ever."""
        from newscrawl.commands.crawl import tell

        if len(args) != 1:
            raise UsageError
        try:
            self.exitcode = _BAD_LINES if self._cluster(args[0], opts) else 0
        except NewscrawlError as error:
            self.exitcode = tell(error)

    def _cluster(self, source: str, opts: argparse.Namespace) -> int:
        from newscrawl.storyindex import StoryIndex

        with ExitStack() as open_files:
            lines = _opened(source, open_files)
            out = _target(opts.out, open_files)
            place = opts.store
            if place is None:
                folder = open_files.enter_context(tempfile.TemporaryDirectory())
                place = str(Path(folder) / "stories.sqlite")
            index = open_files.enter_context(StoryIndex(place))
            return self._join(source, lines, index, out)

    def _join(
        self, source: str, lines: Iterator[str], index: StoryIndex, out: IO[str]
    ) -> int:
        bad = count = 0
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            count += 1
            try:
                told = _joined(index, line)
            except ValueError as error:
                bad += 1
                print(f"{source}:{number}: left out: {error}", file=sys.stderr)
                continue
            try:
                print(json.dumps(told, ensure_ascii=True), file=out)
            except OSError as error:
                raise OutputError(f"cannot write: {error.strerror}") from error
        note = f", {bad} left out" if bad else ""
        print(f"{count} articles, {len(index)} stories{note}", file=sys.stderr)
        return bad


def _joined(index: StoryIndex, line: str) -> dict[str, Any]:
    """One line's answer; raises ``ValueError`` for one that is no article."""
    if len(line) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    try:
        article = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(article, dict):
        raise ValueError("no JSON object")
    joined = index.add(article)
    return {
        "id": article["id"],
        "story": joined.story,
        "relation": joined.relation,
        "matched": joined.matched,
        "resemblance": joined.resemblance,
        "containment": joined.containment,
        "agency": joined.agency,
        "changes": [asdict(change) for change in joined.changes],
    }


def _opened(source: str, files: ExitStack) -> Iterator[str]:
    if source == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return iter(sys.stdin)
    try:
        return files.enter_context(open(source, encoding="utf-8", errors="replace"))  # noqa: PTH123
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) else error
        raise ConfigError(f"{source}: cannot be read: {told}") from error


def _target(path: str | None, files: ExitStack) -> IO[str]:
    if path is None:
        return sys.stdout
    try:
        return files.enter_context(open(path, "w", encoding="utf-8"))  # noqa: PTH123
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error
