"""Kill the crawl at seeded instants and hold what is left against an undisturbed run.

python benchmarks/kill.py                          # 200 kills, a table
python benchmarks/kill.py --points 2000 --seed 7
python benchmarks/kill.py --points 12 --check      # exit 1 if a line is lost or twice

A run is killed from inside, at the n-th time it comes to one of ``INSTANTS``; the next
run on the same state finishes what it left, and is killed in turn. After ``--chain``
kills a run is left alone, and the union of all files must be that of one quiet run.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
# Where a run may die: before and after each step that makes something durable, in the
# middle of a line, and where nothing is at stake.
INSTANTS = (
    "request",  # a request goes out
    "append",  # a line is taken, nothing is on the disk
    "torn",  # half of the bytes are written
    "written",  # written, not synced
    "synced",  # lines durable, the ledger knows nothing
    "commit",  # about to commit
    "committed",
    "publish",  # about to give the file its name
    "published",  # named, run.json not written
    "card",  # about to write run.json
    "trim",  # the next run: about to trim the dead run's tail
    "replayed",  # its lines told to the store, not committed
    "recovered",  # committed, the file not renamed
)
# What is not a kill, with the exit code that tells it.
MISHAPS = {"enospc": 7, "full": 7, "readonly": 6, "sigterm": 8}


class Fate:
    """Counts how often each instant is reached, and strikes at the chosen one."""

    def __init__(self, instant: str, turn: int) -> None:
        self.instant, self.turn = instant, turn

    def reaches(self, instant: str) -> bool:
        """Whether this is the chosen instant's chosen turn."""
        if instant != self.instant:
            return False
        self.turn -= 1
        return self.turn == 0

    def at(self, instant: str) -> None:
        """Die here if it is time."""
        if self.reaches(instant):
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: Any, name: str, before: str, after: str) -> None:
        """Put instants before and after a function."""
        inner: Callable[..., Any] = getattr(owner, name)

        @wraps(inner)
        def outer(*args: Any, **kwargs: Any) -> Any:
            self.at(before)
            result = inner(*args, **kwargs)
            self.at(after)
            return result

        setattr(owner, name, outer)


def ordain(fate: Fate) -> None:
    """Put the instants into the program."""
    from newscrawl.middlewares.budget import Budget
    from newscrawl.store import linefile, migrations, recovery, sqlite
    from newscrawl.store.linefile import LineFile

    write_all = linefile._write_all

    def torn(handle: int, data: bytes) -> None:
        if fate.reaches("torn"):
            write_all(handle, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        if fate.reaches("enospc"):
            write_all(handle, data[: len(data) // 3])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write_all(handle, data)
        fate.at("written")

    def request(inner: Callable[..., Any]) -> Callable[..., Any]:
        def asked(self: Any, request: Any) -> Any:
            fate.at("request")
            if fate.reaches("sigterm"):
                os.kill(os.getpid(), signal.SIGTERM)
            return inner(self, request)

        return asked

    def prepared(inner: Callable[..., Any]) -> Callable[..., Any]:
        def prepare(connection: Any, path: Path, *, read_only: bool) -> None:
            inner(connection, path, read_only=read_only)
            if fate.instant == "full":
                pages = connection.execute("PRAGMA page_count").fetchone()[0]
                most = pages + 8 * fate.turn
                connection.execute(f"PRAGMA max_page_count = {most}")
            if fate.instant == "readonly":
                connection.execute("PRAGMA query_only = 1")

        return prepare

    linefile._write_all = torn
    Budget.process_request = request(Budget.process_request)  # type: ignore[method-assign]
    sqlite.prepare = prepared(migrations.prepare)  # type: ignore[attr-defined]
    fate.around(LineFile, "append", "append", "")
    fate.around(LineFile, "flush", "", "synced")
    fate.around(LineFile, "publish", "publish", "published")
    fate.around(sqlite.SqliteStore, "commit", "commit", "committed")
    fate.around(recovery, "trim_torn_tail", "trim", "")
    fate.around(recovery, "replay", "", "replayed")
    fate.around(recovery, "sync_directory", "recovered", "")
    from newscrawl.extensions import outcome

    fate.around(outcome, "write_card", "card", "")


def one(instant: str, turn: int, arguments: list[str]) -> None:
    """Be one crawl that is to die: the child process."""
    from scrapy.cmdline import execute

    ordain(Fate(instant, turn))
    execute(["scrapy", "crawl", *arguments])


class World:
    """A newsroom on loopback and crawls of it on a state of their own."""

    def __init__(self, served: Any, outlets: Path, clock: str) -> None:
        self.served, self.outlets, self.clock = served, outlets, clock

    def crawl(
        self, output: Path, instant: str = "", turn: int = 0, clock: str | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """One run; with an instant it dies there, if it comes so far."""
        names = sorted(path.stem for path in self.outlets.glob("*.toml"))
        routes = {"*.newsroom.test": f"127.0.0.1:{self.served.port}"}
        settings = {
            "NEWSCRAWL_OUTLETS_DIR": self.outlets,
            "NEWSCRAWL_OUTPUT_DIR": output,
            "NEWSCRAWL_CONNECT_TO": json.dumps(routes),
            "NEWSCRAWL_NOW": clock or self.clock,
            "NEWSCRAWL_COMMIT_EVERY": 3,
            "NEWSCRAWL_DAILY_REQUESTS": 0,
            "DOWNLOAD_DELAY": 0.001,
            "LOG_LEVEL": "ERROR",
        }
        command = [sys.executable, __file__, "--one", f"{instant or 'none'}:{turn}"]
        command += ["ians", "-a", f"outlets={','.join(names)}", "-a", "since=60d"]
        for name, value in settings.items():
            command += ["-s", f"{name}={value}"]
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, timeout=120, check=False
        )


def lines_of(output: Path) -> Iterator[dict[str, Any]]:
    """Every line of every finished file."""
    for path in sorted(output.glob("*/*/articles.jsonl")):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                yield json.loads(line)


def faults(output: Path, expected: set[str]) -> Counter[str]:
    """How many lines are lost, written twice, foreign or invalid in all files."""
    from newscrawl.schema import fault

    lines = list(lines_of(output))
    times = Counter(f"{line['id']} {line['version']}" for line in lines)
    return Counter(
        lost=len(expected - set(times)),
        twice=sum(times.values()) - len(times),
        foreign=len(set(times) - expected),
        invalid=sum(fault(line) is not None for line in lines),
        unfinished=len(list(output.glob("*/*/articles.jsonl.part"))),
    )


def undisturbed(world: World, output: Path) -> set[str]:
    """What one quiet run writes."""
    done = world.crawl(output)
    if done.returncode:
        raise SystemExit(done.stderr.decode()[-2000:])
    return {f"{line['id']} {line['version']}" for line in lines_of(output)}


def chain(world: World, output: Path, rng: random.Random, kills: int) -> Counter[str]:
    """Kill run after run on one state, then let one finish; what struck, by instant."""
    struck: Counter[str] = Counter()
    after_crash = ("trim", "replayed", "recovered")
    while sum(struck.values()) < kills:
        instant = rng.choice(INSTANTS)
        if instant in after_crash and not list(output.glob("*/*/articles.jsonl.part")):
            instant = "synced"  # so that there is something to recover next time
        turn = 1 if instant in (*after_crash, "card") else rng.randint(1, 6)
        done = world.crawl(output, instant, turn)
        if not done.returncode:
            break  # it came to its end; nothing is left to be done on this state
        killed = done.returncode == -signal.SIGKILL
        struck[instant if killed else f"exit {done.returncode}"] += 1
    done = world.crawl(output)
    if done.returncode:
        struck[f"exit {done.returncode} at last"] += 1
    return struck


def main() -> int:
    """Run the chains and print the table; the child does the dying."""
    if sys.argv[1:2] == ["--one"]:
        instant, _, turn = sys.argv[2].partition(":")
        one(instant, int(turn), sys.argv[3:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--chain", type=int, default=8, help="kills on one state")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stories", type=int, default=12)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder), options.stories) as world,
    ):
        return measure(world, Path(folder), options)


def opened(folder: Path, stories: int) -> Any:
    """A world of some stories, served for as long as the block lasts."""
    from contextlib import contextmanager

    from newscrawl.newsroom.outlet_files import write_outlets
    from newscrawl.newsroom.server import serving
    from newscrawl.newsroom.world import World as Stories

    @contextmanager
    def opening() -> Iterator[World]:
        with serving(Stories(1, stories, 8), weight=1000) as served:
            outlets = folder / "outlets"
            write_outlets(served.hosts, outlets)
            yield World(served, outlets, served.now.isoformat())

    return opening()


def measure(world: World, folder: Path, options: argparse.Namespace) -> int:
    """All chains, then one of each mishap."""
    expected = undisturbed(world, folder / "quiet")
    rng = random.Random(options.seed)
    struck: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    number = 0
    while sum(struck.values()) < options.points:
        output = folder / f"chain-{number}"
        kills = min(options.chain, options.points - sum(struck.values()))
        struck += chain(world, output, rng, kills)
        found = faults(output, expected)
        wrong += found
        number += 1
        if any(found.values()):
            print(f"chain {number}: {dict(found)}", flush=True)
    print(f"lines of a quiet run  {len(expected)}")
    print(f"kills                 {sum(struck.values())} in {number} chains")
    for instant, count in sorted(struck.items()):
        print(f"  {instant:19} {count}")
    for name in ("lost", "twice", "foreign", "invalid", "unfinished"):
        print(f"{name:21} {wrong[name]}")
    bad = sum(wrong.values()) + sum(c for k, c in struck.items() if "exit" in k)
    for mishap, code in MISHAPS.items():
        output = folder / mishap
        done = world.crawl(output, mishap, 2)
        world.crawl(output)
        found = faults(output, expected)
        print(f"{mishap:21} exit {done.returncode}, then {dict(+found) or 'whole'}")
        bad += sum(found.values()) + (done.returncode != code)
    return 1 if options.check and bad else 0


if __name__ == "__main__":
    sys.exit(main())
