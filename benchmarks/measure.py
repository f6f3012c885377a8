"""Run a command and say what it cost. For the benchmarks beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: seconds of CPU and of the clock, peak memory in MB."""

    code: int
    cpu: float
    wall: float
    peak: float


def run(command: Sequence[str], *, log: Path) -> Cost:
    """Run a command to its end, its output into ``log``."""
    started = time.monotonic()
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(
        code=process.returncode,
        cpu=usage.ru_utime + usage.ru_stime,
        wall=time.monotonic() - started,
        peak=usage.ru_maxrss / 1024,
    )


@contextmanager
def newsroom(*options: str) -> Iterator[dict[str, Any]]:
    """A newsroom in a process of its own; gives what it says when it is ready."""
    with subprocess.Popen(
        [sys.executable, "-m", "newscrawl.newsroom", "--port", "0", *options],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as server:
        assert server.stdout is not None
        assert server.stdin is not None
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.stdin.close()
            server.wait(20)


def ids(ready: dict[str, Any]) -> str:
    """The ids of a newsroom's outlets, as the argument ``outlets`` takes them."""
    return ",".join(sorted(p.stem for p in Path(ready["outlets_dir"]).glob("*.toml")))


def crawl_command(
    spider: str, ready: dict[str, Any], output: Path, *more: str
) -> list[str]:
    """The command that crawls a newsroom served elsewhere."""
    settings = {
        "NEWSCRAWL_OUTPUT_DIR": str(output),
        "NEWSCRAWL_OUTLETS_DIR": ready["outlets_dir"],
        "NEWSCRAWL_CONNECT_TO": json.dumps(
            dict.fromkeys(ready["hosts"], f"127.0.0.1:{ready['port']}")
        ),
        "NEWSCRAWL_NOW": ready["now"],
        "NEWSCRAWL_DAILY_REQUESTS": "0",
        "DOWNLOAD_DELAY": "0",
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "scrapy", "crawl", spider, *more]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    return command
