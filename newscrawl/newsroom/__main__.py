"""Serve the newsroom, or a folder of saved pages, until standard input ends.

``python -m newscrawl.newsroom`` prints one JSON line when it is ready.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.newsroom.outlet_files import write_outlets
from newscrawl.newsroom.replay import Replay
from newscrawl.newsroom.server import Newsroom, bind, read_clock
from newscrawl.newsroom.site import WEIGHT, Sites
from newscrawl.newsroom.stories import IST
from newscrawl.newsroom.world import World


def arguments() -> argparse.ArgumentParser:
    """What the command understands."""
    parser = argparse.ArgumentParser(
        "python -m newscrawl.newsroom", description=__doc__
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--outlets", type=int, default=16)
    parser.add_argument("--weight", type=int, default=WEIGHT, help="bytes per page")
    parser.add_argument("--pages", type=Path, help="serve this folder of saved pages")
    parser.add_argument("--now", help="the clock, ISO 8601")
    parser.add_argument("--outlets-dir", type=Path, help="where outlet files go")
    return parser


def prepare(options: argparse.Namespace, directory: Path) -> Newsroom:
    """The newsroom that was asked for, its outlet files written to ``directory``."""
    now = read_clock(options.now, IST) if options.now else None
    if options.pages:
        replay = Replay(options.pages)
        replay.write_outlets(directory)
        return Newsroom(replay, now or datetime.now(UTC))
    sites = Sites(World(options.seed, options.stories, options.outlets), options.weight)
    write_outlets(sites, directory)
    return Newsroom(sites, now or sites.now)


async def serve(options: argparse.Namespace, directory: Path) -> None:
    """Serve until told to stop."""
    newsroom = prepare(options, directory)
    runner = await bind(newsroom, options.port)
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    # A thread, not the loop: standard input may be a file, which epoll refuses.
    threading.Thread(target=_wait_for_end, args=(loop, stop), daemon=True).start()
    print(json.dumps(ready(newsroom, directory)), flush=True)
    await stop.wait()
    await runner.cleanup()


def ready(newsroom: Newsroom, directory: Path) -> dict[str, object]:
    """What whoever started the server needs to know.

    ``hosts`` are the host name patterns to route to ``port``; ``urls`` (record id to
    URL) is there when saved pages are served.
    """
    said: dict[str, object] = {
        "port": newsroom.port,
        "outlets_dir": str(directory),
        "now": newsroom.now.isoformat(),
        "hosts": ["*.newsroom.test", "newsroom.control"],
    }
    if isinstance(newsroom.hosts, Replay):
        said |= {"hosts": ["*"], "urls": newsroom.hosts.urls}
    return said


def _wait_for_end(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    while os.read(0, 4096):
        pass
    with suppress(RuntimeError):  # a signal has closed the loop meanwhile
        loop.call_soon_threadsafe(stop.set)


def main() -> int:
    """Run the command; the exit code is 0 when it was told to stop."""
    options = arguments().parse_args()
    try:
        if options.outlets_dir:
            asyncio.run(serve(options, options.outlets_dir))
            return 0
        with tempfile.TemporaryDirectory(prefix="newsroom-") as directory:
            asyncio.run(serve(options, Path(directory)))
    except (ValueError, OSError) as error:
        print(f"newsroom: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
