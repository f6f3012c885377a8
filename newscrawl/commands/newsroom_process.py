"""The newsroom as a process of its own that ends with this one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from newscrawl.errors import ConfigError, NewscrawlError

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

HOSTS = "*.newsroom.test"
_WRONG = 2  # its exit code for wrong options


@dataclass
class NewsroomProcess:
    """A served newsroom: where it listens, which outlets it has, what time it is there.

    It ends when ``close`` is called or this process goes, since it reads our end of a
    pipe as its standard input.
    """

    process: subprocess.Popen[str]
    ready: dict[str, Any]

    @classmethod
    def open(cls, settings: BaseSettings) -> NewsroomProcess:
        """Start it, wait until it listens; raises ``NewscrawlError`` if it cannot."""
        try:
            process = subprocess.Popen(  # noqa: S603 - our own module, our own settings
                [sys.executable, "-m", "newscrawl.newsroom", *options(settings)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        except (OSError, ValueError) as error:
            told = f"the newsroom cannot be started: {error}"
            raise NewscrawlError(told) from error
        line = cast("IO[str]", process.stdout).readline()
        try:
            ready = json.loads(line)
            return cls(process, {"now": None, **ready})
        except (ValueError, TypeError) as error:
            if line:  # else it has ended
                process.kill()
            kind = ConfigError if process.wait(10) == _WRONG else NewscrawlError
            raise kind(
                "the newsroom did not start; what it was given by the settings"
                f" NEWSCRAWL_NEWSROOM_…: {' '.join(options(settings)[2:]) or 'nothing'}"
            ) from error
        finally:
            if process.poll() is not None:
                cast("IO[bytes]", process.stdin).close()
                cast("IO[bytes]", process.stdout).close()

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""
        return int(self.ready["port"])

    @property
    def connect_to(self) -> dict[str, str]:
        """The setting ``NEWSCRAWL_CONNECT_TO`` that leads to it."""
        return {HOSTS: f"127.0.0.1:{self.port}"}

    @property
    def outlets_dir(self) -> str:
        """The directory of its outlets' files."""
        return str(self.ready["outlets_dir"])

    @property
    def outlets(self) -> list[str]:
        """The ids of its outlets."""
        return sorted(path.stem for path in Path(self.outlets_dir).glob("*.toml"))

    @property
    def now(self) -> str | None:
        """The time in the newsroom."""
        now = self.ready.get("now")
        return str(now) if now else None

    @property
    def since(self) -> str:
        """A span that reaches back to its first story."""
        return str(self.ready.get("since") or "30d")

    def close(self) -> None:
        """End it."""
        cast("IO[str]", self.process.stdin).close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        cast("IO[str]", self.process.stdout).close()


def options(settings: BaseSettings) -> list[str]:
    """The newsroom's command line from the settings ``NEWSCRAWL_NEWSROOM_…``."""
    found = ["--port", "0"]
    for name in ("stories", "outlets", "seed", "now"):
        value = settings.get(f"NEWSCRAWL_NEWSROOM_{name.upper()}")
        if value is not None:
            found += [f"--{name}", str(value)]
    return found
