"""Peak memory of a run that meets each kind of bomb, beside a harmless article.

python benchmarks/bombs.py            # a table
python benchmarks/bombs.py --check    # exit 1 above 150 MB, or if the article is lost

Each run is a process of its own against one outlet on loopback. One of its two sources
tells of a good article; the bomb is the other source, or an article the feed tells of.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
MOST_MB = 150
SIZE = 512 * 1024 * 1024  # of what is packed
AT = "2026-11-23T05:00:00+00:00"
TOML = """id = "small"
name = "Small"
hosts = ["small.test"]
zone = "UTC"
agencies = ["ians"]

[discovery]
feeds = ["https://small.test/feed"]
sitemaps = ["https://small.test/bomb.xml"]
robots_sitemaps = false
"""
URLSET = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
Answer = tuple[dict[str, str], "Iterator[bytes]"]


def page(inside: str = "") -> bytes:
    """An article."""
    text = "The river rose past the old bridge while boats waited at the landing. " * 5
    return (
        "<html><head><title>Boats wait</title><meta content='" + AT + "' "
        "property='article:published_time'></head><body><article><h1>Boats wait</h1>"
        f"<p>Patna, Nov 23 (IANS) {text}</p><p>{text}</p>{inside}</article></body>"
        "</html>"
    ).encode()


@cache
def packed(kind: str) -> bytes:
    """Half a gigabyte of spaces, packed."""
    block = b" " * (1 << 20)
    if kind == "gzip":
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        parts = [packer.compress(block) for _ in range(SIZE >> 20)]
        return b"".join([*parts, packer.flush()])
    if kind == "br":
        import brotli

        made = brotli.Compressor(quality=5)
        parts = [made.process(block) for _ in range(SIZE >> 20)]
        return b"".join([*parts, made.finish()])
    from backports import zstd  # what Scrapy itself brings

    made = zstd.ZstdCompressor()
    parts = [made.compress(block) for _ in range(SIZE >> 20)]
    return b"".join([*parts, made.flush()])


def encoded(kind: str) -> Answer:
    """A bomb in Content-Encoding."""
    return {"Content-Encoding": kind}, iter([packed(kind)])


def sitemap(count: int, *, pack: bool) -> Answer:
    """A sitemap of many entries, plain or as a gzip file."""
    row = (
        "<url><loc>https://small.test/none/{}</loc><lastmod>2020-01-01</lastmod></url>"
    )
    body = URLSET + "".join(map(row.format, range(count))).encode() + b"</urlset>"
    return {}, iter([gzip.compress(body, 5) if pack else body])


def endless() -> Iterator[bytes]:
    """A body without an end."""
    while True:
        yield b"<p>more</p>" * 6000


def drip() -> Iterator[bytes]:
    """A byte now and then."""
    while True:
        time.sleep(0.2)
        yield b" "


BOMBS: dict[str, Callable[[], Answer]] = {
    "none": lambda: ({}, iter([URLSET + b"</urlset>"])),
    "gzip, 512 MB": lambda: encoded("gzip"),
    "brotli, 512 MB": lambda: encoded("br"),
    "zstd, 512 MB": lambda: encoded("zstd"),
    "a .gz sitemap, 512 MB": lambda: ({}, iter([packed("gzip")])),
    "sitemap of 1,000,000": lambda: sitemap(1_000_000, pack=False),
    "the same as .gz": lambda: sitemap(1_000_000, pack=True),
    "100,000-deep HTML": lambda: ({}, iter([page("<div>" * 100_000)])),
    "endless body": lambda: ({}, endless()),
    "slow drip": lambda: ({}, drip()),
    "redirects without end": lambda: ({"Location": "next"}, iter([])),
}


def serve(bomb: Callable[[], Answer]) -> ThreadingHTTPServer:
    """The outlet on loopback, in a thread of its own."""
    is_page = bomb is BOMBS["100,000-deep HTML"]
    linked = ["/good", *(["/deep"] if is_page else [])]

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers, body = self._say()
            moved = "Location" in headers
            if moved:
                headers = {"Location": f"/bomb.xml?{len(self.path)}{self.path[-9:]}x"}
            known = self.path.startswith(("/feed", "/good", "/deep", "/bomb"))
            self.send_response((302 if moved else 200) if known else 404)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for part in body:
                    self.wfile.write(part)
            except OSError:
                pass  # they hung up, as they should

        def _say(self) -> Answer:
            if self.path == "/feed":
                items = "".join(
                    f"<item><title>Boats</title><link>https://small.test{p}</link></item>"
                    for p in linked
                )
                body = f"<rss version='2.0'><channel>{items}</channel></rss>"
                return {}, iter([body.encode()])
            if self.path == "/good":
                return {}, iter([page()])
            if self.path.startswith("/bomb" if not is_page else "/deep"):
                return bomb()
            return {}, iter([])

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def peak_of(process: subprocess.Popen[bytes]) -> float:
    """The most memory a process ever had, in MB, once it has ended.

    Not ``ru_maxrss``: that counts what we had ourselves when we started it.
    """
    status, peak = Path(f"/proc/{process.pid}/status"), 0.0
    while process.poll() is None:
        for line in status.read_text("utf-8").split("\n"):
            if line.startswith("VmHWM:"):
                peak = int(line.split()[1]) / 1024
        time.sleep(0.01)
    return peak


def meet(name: str) -> tuple[float, float, bool, str]:
    """Memory in MB, seconds, whether the good article came, and how it was told."""
    server = serve(BOMBS[name])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "small.toml").write_text(TOML, "utf-8")
        values = {
            "NEWSCRAWL_OUTLETS_DIR": folder,
            "NEWSCRAWL_OUTPUT_DIR": folder / "output",
            "NEWSCRAWL_CONNECT_TO": json.dumps(
                {"*.test": f"127.0.0.1:{server.server_address[1]}"}
            ),
            "NEWSCRAWL_NOW": "2026-11-23T06:00:00+00:00",
            "DOWNLOAD_DELAY": 0,
            "DOWNLOAD_TIMEOUT": 5,
            "RETRY_TIMES": 0,
        }
        command = [sys.executable, "-m", "scrapy", "crawl", "ians", "--quiet"]
        command += ["-a", "outlets=small", "-a", "since=all"]
        for key, value in values.items():
            command += ["-s", f"{key}={value}"]
        begun = time.monotonic()
        process = subprocess.Popen(
            command, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        memory = peak_of(process)
        seconds = time.monotonic() - begun
        (card,) = (folder / "output").glob("*/*/run.json")
        told = json.loads(card.read_text("utf-8"))
    server.shutdown()
    counts = told["outlets"]["small"]
    sources = {k.removeprefix("source_failed/") for k in counts if "failed/" in k}
    reasons = ", ".join(sorted({*sources, *told["rejected"]})) or "read"
    return memory, seconds, told["articles"] >= 1, reasons


def main() -> None:
    """Meet them all, one row each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    worst, lost = 0.0, False
    print("| bomb | peak MB | seconds | told as |")
    print("|---|---|---|---|")
    for name in BOMBS:
        memory, seconds, good, reasons = meet(name)
        worst, lost = max(worst, memory), lost or not good
        said = reasons if good else f"ARTICLE LOST ({reasons})"
        print(f"| {name} | {memory:.0f} | {seconds:.1f} | {said} |", flush=True)
    if given.check and (lost or worst > MOST_MB):
        sys.exit(1)


if __name__ == "__main__":
    main()
