"""Runs a spider in a process of its own against a small server, and tells what came.

A reactor cannot be started twice, so a crawl under test gets a fresh process, with
deprecations as errors.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import TYPE_CHECKING, Any

from tests.forking import run

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator
    from pathlib import Path

_RUNNER = """
import json, sys, warnings
from scrapy.exceptions import ScrapyDeprecationWarning
warnings.simplefilter("error", ScrapyDeprecationWarning)
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings

task = json.load(sys.stdin)
space = {"__name__": "spider_under_test"}
exec(compile(task["source"], "spider_under_test", "exec"), space)
settings = get_project_settings()
settings.setdict(task["settings"], priority="cmdline")
if "PATCH" in space:
    space["PATCH"]()
process = AsyncCrawlerProcess(settings)
crawler = process.create_crawler(space["Probe"])
process.crawl(crawler, **task["arguments"])
process.start()
stats = crawler.stats.get_stats()
stats = {k: v for k, v in stats.items() if isinstance(v, (int, float, str))}
json.dump({"stats": stats, "told": space.get("TOLD", [])}, open(task["result"], "w"))
"""

# Fast, on loopback, without the parts that belong to a whole harvest.
BARE: dict[str, Any] = {
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "NEWSCRAWL_BACKOFF": 0.1,
    "SPIDER_MODULES": [],
    "ITEM_PIPELINES": {},
    "EXTENSIONS": {},
    "LOG_LEVEL": "DEBUG",
}


@dataclass(slots=True)
class Crawl:
    """What a crawl did: its stats, what the spider told, its log."""

    stats: dict[str, Any]
    told: list[Any]
    log: str


@dataclass(slots=True)
class Answer:
    """What the server says."""

    body: bytes = b"<html><body>page</body></html>"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: threading.Event | None = None


@dataclass(slots=True)
class Visit:
    """What the server saw."""

    host: str
    path: str
    at: float
    headers: dict[str, str]


@contextmanager
def serving(
    answer: Callable[[str, str, int], Answer], tls: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[Visit]]]:
    """Serve ``answer(host, path, number of visits before)`` on loopback.

    Gives the ``address:port`` and the growing list of visits.
    """
    visits: list[Visit] = []
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "")
            with lock:
                before = sum(v.host == host and v.path == self.path for v in visits)
                seen = dict(self.headers.items())
                visits.append(Visit(host, self.path, monotonic(), seen))
            said = answer(host, self.path, before)
            if said.wait is not None:
                said.wait.wait(10)
            self.send_response(said.status)
            headers = {"Content-Type": "text/html", **said.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            try:
                self.wfile.write(said.body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def handle(self) -> None:
            with suppress(BrokenPipeError, ConnectionResetError):
                super().handle()

        def log_message(self, *args: Any) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls is not None:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}", visits
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run_spider(
    source: str,
    tmp_path: Path,
    settings: dict[str, Any] | None = None,
    arguments: dict[str, str] | None = None,
) -> Crawl:
    """Run the class ``Probe`` of some source code; what it puts in ``TOLD`` comes back.

    ``PATCH``, if the source has one, is called before the crawl.
    """
    result = tmp_path / "result.json"
    task = {
        "source": source,
        "settings": {"NEWSCRAWL_OUTPUT_DIR": str(tmp_path / "out"), **(settings or {})},
        "arguments": arguments or {},
        "result": str(result),
    }
    done = run(
        [sys.executable, "-c", _RUNNER],
        env={**os.environ, "SCRAPY_SETTINGS_MODULE": "newscrawl.settings"},
        input=json.dumps(task),
    )
    assert result.exists(), done.stderr[-5000:]
    came = json.loads(result.read_text("utf-8"))
    return Crawl(came["stats"], came["told"], done.stderr)
