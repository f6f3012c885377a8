"""One outlet whose server lies in every way: each is told by name, the rest goes on."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.harvesting import Harvest, SmallOutlet, harvest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Told = tuple[Harvest, dict[str, str], Path]

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
OK = b"HTTP/1.1 200 OK\r\n"
HTML = b"Content-Type: text/html\r\n"
COUNT = range(99)
EVIL = "Boats\x1b[2J wait\u2028at </script> the\x07 landing\x00 now"


def whole(body: bytes, *headers: bytes) -> bytes:
    told = b"".join(one + b"\r\n" for one in headers)
    return OK + HTML + told + b"Content-Length: %d\r\n\r\n" % len(body) + body


def answers(page: bytes) -> dict[str, bytes]:
    """What the server sends for each path, to the byte; ``page`` is an article."""
    evil = page.replace(b"Boats wait at landing", EVIL.encode())
    return {
        "huge-header": whole(page, b"X-Much: " + b"a" * 2_000_000),
        "many-headers": whole(page, *[b"X-%d: a" % n for n in range(100_000)]),
        "long-claim": OK + HTML + b"Content-Length: 90000\r\n\r\n" + page,
        "short-claim": OK + HTML + b"Content-Length: 40\r\n\r\n" + page,
        "no-claim": OK + HTML + b"\r\n" + page,
        "bad-claim": OK + HTML + b"Content-Length: many\r\n\r\n" + page,
        "two-claims": whole(page, b"Content-Length: 7"),
        "bad-chunks": OK + HTML + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n" + page,
        "no-http": b"SSH-2.0-OpenSSH_9.2\r\n",
        "odd-status": b"HTTP/1.1 999 Go Away\r\n" + HTML + b"Content-Length: 0\r\n\r\n",
        "silence": b"",
        "cookies": whole(page, *[b"Set-Cookie: a%d=b" % n for n in COUNT]),
        "bad-charset": whole(page, b"Content-Type: text/html; charset=\"\xff\x00x\""),
        "smuggled": whole(page, b"X-A: b\rX-C: d", b"Location: http://127.0.0.1/"),
        "evil-headline": whole(evil),
        "surrogates": whole(page.replace(b"river", b"&#xD800;\xed\xa0\x80 river")),
        "self-refresh": whole(page, b"Refresh: 0; url=http://169.254.169.254/"),
    }  # fmt: skip


NAMES = sorted(answers(b""))


@contextmanager
def lying(said: dict[str, bytes], site: SmallOutlet) -> Iterator[tuple[str, list[str]]]:
    """Serve these bytes on loopback; every other path is the outlet's."""
    asked: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                line = self.rfile.readline(9_000).decode("latin-1")
                while self.rfile.readline(9_000).strip():
                    pass
                path = line.split(" ")[1]
                asked.append(path)
                if path.startswith("/bad/"):
                    self.wfile.write(said[path[5:]])
                else:
                    answer = site.answer("small.test", path, 0)
                    head = b"HTTP/1.1 %d X\r\nConnection: close\r\n" % answer.status
                    size = b"Content-Length: %d\r\n\r\n" % len(answer.body)
                    self.wfile.write(head + HTML + size + answer.body)
            except OSError:
                pass  # they hung up, as they should

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 64

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Harvest, dict[str, str], Path]:
    """One harvest of it, the reasons by path, and where its files are."""
    place = tmp_path_factory.mktemp("hostile")
    site = SmallOutlet(NOW)
    site.add(2)
    for name in NAMES:
        site.pages[f"/bad/{name}"] = f"Report {name}: the river rose past {name}. " * 9
    said = {name: answers(site.page(f"/bad/{name}"))[name] for name in NAMES}
    with lying(said, site) as (where, _):
        settings = {
            "NEWSCRAWL_NOW": NOW.isoformat(),
            "RETRY_TIMES": 0,
            "DOWNLOAD_TIMEOUT": 8,
        }
        run = harvest(place, where, settings=settings)
    reasons = {one["url"].rpartition("/")[2]: one["reason"] for one in run.rejected}
    return run, reasons, place


def test_the_good_articles_come_and_every_lie_is_told(
    told: Told,
) -> None:
    run, reasons, _ = told
    lines = {line["url"].rpartition("/")[2]: line for line in run.lines}
    assert {"0", "1"} <= set(lines)
    assert set(NAMES) <= set(reasons) | set(lines)
    assert reasons["silence"] in {"connection", "broken_off"}
    assert reasons["long-claim"] in {"broken_off", "timeout", "connection"}
    assert reasons["odd-status"] == "http_999"
    assert "Traceback" not in run.log
    assert run.code in {0, 3}


def test_nothing_a_page_says_breaks_a_line_a_log_or_a_terminal(
    told: Told,
) -> None:
    run, _, place = told
    for path in place.rglob("*.jsonl"):
        text = path.read_bytes().decode("utf-8")
        assert len(text.splitlines()) == text.count("\n")
        assert not set(text) & {"\x1b", "\x00", "\x07", "\u2028"}
    for shown in (run.screen, run.log):
        assert "\x1b" not in shown
        assert "\x07" not in shown
