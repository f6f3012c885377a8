"""``scrapy cluster``: join anybody's articles to stories, without a crawl."""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.telling import telling
from newscrawl.errors import ConfigError, OutputError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from newscrawl.storyindex import StoryIndex

_LONGEST = 16 * 1024 * 1024  # characters of a line
_BAD_LINES = 1
_AT_ONCE = 64  # lines, between two commits of stories that are kept
_SELDOM = 1_000  # and of those that are thrown away at the end
_TAILS = ("", "-wal", "-shm", ".lock")


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
        if len(args) != 1:
            raise UsageError
        with telling(self):
            self.exitcode = _BAD_LINES if self._cluster(args[0], opts) else 0

    def _cluster(self, source: str, opts: argparse.Namespace) -> int:
        from newscrawl.storyindex import StoryIndex

        if opts.store == "":
            raise ConfigError("--store: names no file")
        with ExitStack() as open_files:
            lines = _opened(source, open_files)
            folder = open_files.enter_context(tempfile.TemporaryDirectory())
            place = opts.store or str(Path(folder) / "stories.sqlite")
            every = _AT_ONCE if opts.store else _SELDOM
            index = open_files.enter_context(StoryIndex(place, commit_every=every))
            # Last, as this empties the file.
            out = _target(opts.out, lines, place, open_files)
            answers = Answers(out, index, kept=opts.store is not None)
            return self._join(source, lines, answers)

    def _join(self, source: str, lines: IO[str], answers: Answers) -> int:
        bad = count = 0
        for number, line in enumerate(_lines(source, lines), 1):
            if not line.strip():
                continue
            count += 1
            try:
                answers.add(_joined(answers.index, line))
            except ValueError as error:
                bad += 1
                print(f"{source}:{number}: left out: {error}", file=sys.stderr)
        answers.give()
        note = f", {bad} left out" if bad else ""
        print(f"{count} articles, {len(answers.index)} stories{note}", file=sys.stderr)
        return bad


class Answers:
    """The lines out. Where stories are kept, no line tells of one that is not."""

    def __init__(self, out: IO[str], index: StoryIndex, *, kept: bool) -> None:
        self.index = index
        self._out = out
        self._kept = kept
        self._waiting: list[str] = []

    def add(self, told: dict[str, Any]) -> None:
        """Take one line; several are given together."""
        self._waiting.append(json.dumps(told, ensure_ascii=True) + "\n")
        if len(self._waiting) >= (_AT_ONCE if self._kept else 1):
            self.give()

    def give(self) -> None:
        """Make the stories durable, then write the lines that tell of them."""
        if self._kept:
            self.index.commit()
        try:
            self._out.writelines(self._waiting)
            if self._kept:
                self._out.flush()
        except BrokenPipeError as error:
            if not self._kept:
                raise
            raise OutputError(
                "nobody reads the output any more: stopped; what was joined is kept"
            ) from error
        self._waiting.clear()


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


def _opened(source: str, files: ExitStack) -> IO[str]:
    if source == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # type: ignore[union-attr]
        return sys.stdin
    try:
        opened = files.enter_context(open(source, "rb"))  # noqa: PTH123, SIM115
        packed = opened.seekable() and opened.peek(2)[:2] == b"\x1f\x8b"
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error
    if packed:
        raise ConfigError(f"{source}: is packed; zcat {source} | scrapy cluster -")
    return TextIOWrapper(opened, encoding="utf-8-sig", errors="replace")


def _lines(source: str, file: IO[str]) -> Iterator[str]:
    """Its lines; of one that is too long a little more than is allowed."""
    try:
        while line := file.readline(_LONGEST + 1):
            rest = line
            while len(line) > _LONGEST and rest and not rest.endswith("\n"):
                rest = file.readline(_LONGEST)
            yield line
    except OSError as error:
        raise _unreadable(source, error) from error


def _unreadable(source: str, error: OSError | ValueError) -> ConfigError:
    told = error.strerror if isinstance(error, OSError) else error
    return ConfigError(f"{source}: cannot be read: {told}")


def _target(path: str | None, source: IO[str], store: str, files: ExitStack) -> IO[str]:
    if path is None:
        return sys.stdout
    for other in (_identity(source), *(_identity(store + tail) for tail in _TAILS)):
        if other is not None and other == _identity(path):
            raise ConfigError(f"--out {path}: is read or kept by this very command")
    try:
        return files.enter_context(open(path, "w", encoding="utf-8"))  # noqa: PTH123
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


def _identity(file: IO[str] | str) -> tuple[int, int] | None:
    """Which file on the disk it is, by whatever name; ``None`` for what is none."""
    try:
        found = os.stat(file if isinstance(file, str) else file.fileno())  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None
