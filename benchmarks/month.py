"""Weeks of half-hourly runs by a clock of their own: what they cost, lose and repeat.

python benchmarks/month.py                    # 30 days, 1,440 runs: 40 minutes
python benchmarks/month.py --days 2 --check   # exit 1 if a line is lost or twice

Three outlets publish by day and sleep at night; their feeds tell of the newest twenty
articles. Each run is a process of its own, as cron would start it, with the simulated
time as ``NEWSCRAWL_NOW``; after the last there is one that asks every source.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FIRST = datetime(2026, 3, 2, tzinfo=UTC)
OUTLETS = {"bell": 12, "abbey": 6, "moor": 2}  # articles a day
HOURS = (6, 22)  # in which anything is published
LISTED = 20
TEXT = (
    "river bridge boat landing mayor market harvest school road council train field "
    "doctor garden winter morning letter music engine farmer teacher village station"
)
TOML = """id = "{0}"
name = "{0}"
hosts = ["{0}.test"]
zone = "UTC"
agencies = ["ians"]

[discovery]
feeds = ["https://{0}.test/feed"]
robots_sitemaps = false
"""


class World:
    """What every outlet has published by ``now``."""

    def __init__(self, days: int, seed: int) -> None:
        self.now = FIRST
        self.asked: Counter[str] = Counter()
        self._random = random.Random(seed)
        self.articles = {name: self._publish(days, n) for name, n in OUTLETS.items()}

    def _publish(self, days: int, count: int) -> list[tuple[datetime, str]]:
        articles, words = [], TEXT.split()
        for day in range(days):
            for _ in range(count):
                minute = self._random.randrange(HOURS[0] * 60, HOURS[1] * 60)
                at = FIRST + timedelta(days=day, minutes=minute)
                drawn = [self._random.choice(words) for _ in range(120)]
                articles.append((at, " ".join(drawn)))
        return sorted(articles)

    def answer(self, outlet: str, path: str) -> bytes | None:
        """The feed or a page."""
        self.asked["feed" if path == "/feed" else path[:6]] += 1
        told = [one for one in self.articles.get(outlet, ()) if one[0] <= self.now]
        if path == "/feed":
            first = max(0, len(told) - LISTED)
            items = "".join(
                f"<item><title>Report {n} from the {outlet}</title>"
                f"<link>https://{outlet}.test/news/{n}</link>"
                f"<pubDate>{format_datetime(told[n][0])}</pubDate></item>"
                for n in range(first, len(told))
            )
            return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()
        number = path.removeprefix("/news/")
        if not number.isdigit() or int(number) >= len(told):
            return None
        at, text = told[int(number)]
        return (
            f"<html><head><title>Report {number} from the {outlet}</title><meta "
            f"property='article:published_time' content='{at.isoformat()}'></head>"
            f"<body><article><h1>Report {number} from the {outlet}</h1><p>Patna, "
            f"{at:%B} {at.day} (IANS) {text[:400]}.</p><p>{text[400:]}.</p>"
            "</article></body></html>"
        ).encode()


def serve(world: World) -> ThreadingHTTPServer:
    """The world on loopback, in a thread of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            outlet = (self.headers["Host"] or "").removesuffix(".test")
            body = world.answer(outlet, self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def run_once(world: World, folder: Path, port: int, **more: Any) -> tuple[int, float]:
    """One run; its exit code and its peak memory in MB."""
    values = {
        "NEWSCRAWL_OUTLETS_DIR": folder / "outlets",
        "NEWSCRAWL_OUTPUT_DIR": folder / "output",
        "NEWSCRAWL_CONNECT_TO": json.dumps({"*.test": f"127.0.0.1:{port}"}),
        "NEWSCRAWL_NOW": world.now.isoformat(),
        "DOWNLOAD_DELAY": 0,
        **more,
    }
    command = [sys.executable, "-m", "scrapy", "crawl", "ians", "--quiet"]
    command += ["-a", "outlets=" + ",".join(OUTLETS)]
    for name, value in values.items():
        command += ["-s", f"{name}={value}"]
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / 1024


def main() -> None:
    """Simulate, one row for each day, then what was lost and what came twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--step", type=int, default=30, help="minutes between runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    world = World(given.days, given.seed)
    server = serve(world)
    port = server.server_address[1]
    codes: Counter[int] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "outlets").mkdir()
        for name in OUTLETS:
            (folder / f"outlets/{name}.toml").write_text(TOML.format(name), "utf-8")
        print("| day | feed requests per run and feed | pages | peak MB | state kB |")
        print("|---|---|---|---|---|")
        for day in range(given.days):
            peak, world.asked = 0.0, Counter()
            for minute in range(given.step, 24 * 60 + 1, given.step):
                world.now = FIRST + timedelta(days=day, minutes=minute)
                code, memory = run_once(world, folder, port)
                codes[code] += 1
                peak = max(peak, memory)
            rate = world.asked["feed"] / (24 * 60 // given.step) / len(OUTLETS)
            size = (folder / "output/newscrawl.sqlite").stat().st_size / 1000
            pages = world.asked["/news/"]
            row = f"| {day + 1} | {rate:.2f} | {pages} | {peak:.0f} | {size:.0f} |"
            print(row, flush=True)
        codes[run_once(world, folder, port, NEWSCRAWL_POLL_MAX=0)[0]] += 1
        size = (folder / "output/newscrawl.sqlite").stat().st_size
        lost, twice = compare(world, folder / "output")
    server.shutdown()
    articles = sum(len(told) for told in world.articles.values())
    print(
        f"\narticles {articles}, lost {lost}, twice {twice}, exit codes {dict(codes)}"
    )
    print(f"state bytes per article {size / articles:.0f}")
    if given.check and (lost or twice or set(codes) - {0}):
        sys.exit(1)


def compare(world: World, output: Path) -> tuple[int, int]:
    """How many articles are in no line, and how many lines tell of one again."""
    written: Counter[str] = Counter()
    for path in output.glob("*/*/articles.jsonl"):
        for line in path.read_text("utf-8").split("\n"):
            if line:
                written[json.loads(line)["url"]] += 1
    wanted = {
        f"https://{name}.test/news/{number}"
        for name, told in world.articles.items()
        for number in range(len(told))
    }
    lost = len(wanted - set(written))
    return lost, sum(count - 1 for count in written.values())


if __name__ == "__main__":
    main()
