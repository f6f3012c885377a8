"""The newsroom's web server: many hosts on one loopback port, a clock, a log."""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
import time
from collections import Counter, OrderedDict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Protocol

from aiohttp import web

from newscrawl.newsroom.site import WEIGHT, Printed, Sites
from newscrawl.newsroom.traffic import Answer, Ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

CONTROL = "newsroom.control"
CACHE_BYTES = 64 << 20
LOG_LINES = 200_000


class Hosts(Protocol):
    """What the server serves: the world's sites or a folder of saved pages."""

    def answer(self, host: str, ask: Ask) -> Answer:
        """The response to one request."""

    def truth(self, clock: datetime) -> dict[str, Any]:
        """What a perfect crawl would find."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One line of the request log. ``at`` is in seconds of a monotonic clock."""

    method: str
    scheme: str
    host: str
    path: str
    status: int
    at: float
    user_agent: str


class Newsroom:
    """The server's state: its hosts, its clock, its log. ``port`` is set once bound."""

    def __init__(self, hosts: Hosts, now: datetime) -> None:
        self.hosts = hosts
        self.now = now
        self.port = 0
        self.visits: list[Visit] = []
        self._turns: Counter[tuple[str, str]] = Counter()
        self._pages: OrderedDict[tuple[str, ...], Answer] = OrderedDict()
        self._held = 0

    @property
    def connect_to(self) -> dict[str, str]:
        """The value of NEWSCRAWL_CONNECT_TO that leads a crawler here."""
        return {"*": f"127.0.0.1:{self.port}"}

    def set_clock(self, now: datetime) -> None:
        """Move the world's clock; it may also go back."""
        self.now = now
        self._pages.clear()
        self._held = 0

    def paths(self, host: str) -> list[str]:
        """The paths asked of a host so far, in order."""
        return [visit.path for visit in self.visits if visit.host == host]

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request and note it."""
        host = request.headers.get("Host", "").rpartition("@")[2].split(":")[0].lower()
        if host == CONTROL:
            return await self._control(request)
        path, _, query = request.raw_path.partition("?")
        scheme = request.headers.get("X-Forwarded-Proto", "http")
        self._turns[host, path] += 1
        ask = Ask(path, self.now, query, scheme, self._turns[host, path])
        answer = self._answer(host, ask)
        if answer.changed is not None and answer.status == 200:
            answer = validated(answer, request)
        agent = request.headers.get("User-Agent", "")
        if len(self.visits) < LOG_LINES:
            self.visits.append(
                Visit(request.method, scheme, host, request.raw_path, answer.status,
                      time.monotonic(), agent)
            )  # fmt: skip
        headers = {"Content-Type": answer.kind, **answer.headers}
        body = b"" if answer.status == 304 else answer.body
        return web.Response(status=answer.status, body=body, headers=headers)

    def _answer(self, host: str, ask: Ask) -> Answer:
        key = (host, ask.path, ask.query)
        kept = self._pages.get(key)
        if kept is not None:
            self._pages.move_to_end(key)
            return kept
        answer = self.hosts.answer(host, ask)
        # What carries a time of change is a page or a list, the same at every turn.
        if answer.changed is not None and ask.turn > 1:
            self._pages[key] = answer
            self._held += len(answer.body)
            while self._held > CACHE_BYTES:
                self._held -= len(self._pages.popitem(last=False)[1].body)
        return answer

    async def _control(self, request: web.BaseRequest) -> web.Response:
        path = request.raw_path.partition("?")[0]
        if path == "/truth":
            return web.json_response(self.hosts.truth(self.now), dumps=_dumps)
        if path == "/log":
            return web.json_response([asdict(visit) for visit in self.visits])
        if path == "/log/clear" and request.method == "POST":
            self.visits.clear()
            return web.json_response({"cleared": True})
        if path == "/clock":
            return await self._set(request)
        return web.json_response({"error": f"no control at {path}"}, status=404)

    async def _set(self, request: web.BaseRequest) -> web.Response:
        if request.method == "POST":
            try:
                now = read_clock(json.loads(await request.text())["now"])
            except (ValueError, KeyError, TypeError):
                words = 'send {"now": "2026-03-02T12:00:00+05:30"}'
                return web.json_response({"error": words}, status=400)
            self.set_clock(now)
        return web.json_response({"now": self.now.isoformat()})


def read_clock(text: str, zone: tzinfo | None = None) -> datetime:
    """A time with offset from ISO 8601; a naive one takes ``zone``.

    Raises ``ValueError`` where there is neither offset nor zone.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        if zone is None:
            raise ValueError(f"{text!r} has no offset, as in 2026-03-02T12:00:00+05:30")
        moment = moment.replace(tzinfo=zone)
    return moment


def validated(answer: Answer, request: web.BaseRequest) -> Answer:
    """The answer with its validators, or a 304 for a client that has them."""
    assert answer.changed is not None
    stamp = answer.changed.timestamp()
    changed = datetime.fromtimestamp(int(stamp), tz=UTC)
    headers = dict(answer.headers)
    headers["Last-Modified"] = format_datetime(changed, usegmt=True)
    if answer.etag:
        headers["ETag"] = f'"{hashlib.blake2b(answer.body, digest_size=8).hexdigest()}"'
    given = request.headers.get("If-None-Match")
    since = request.headers.get("If-Modified-Since")
    same = given == headers.get("ETag") if given else _unchanged(since, changed)
    return replace(answer, headers=headers, status=304 if same else answer.status)


def _unchanged(since: str | None, changed: datetime) -> bool:
    try:
        return since is not None and parsedate_to_datetime(since) >= changed
    except (ValueError, TypeError):
        return False


def _dumps(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)


async def bind(newsroom: Newsroom, port: int = 0) -> web.ServerRunner:
    """Start serving on loopback; ``newsroom.port`` tells where."""
    runner = web.ServerRunner(web.Server(newsroom.handle), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, backlog=512)
    await site.start()
    newsroom.port = runner.addresses[0][1]
    return runner


@contextmanager
def running(newsroom: Newsroom, port: int = 0) -> Iterator[Newsroom]:
    """Serve in a thread of its own for as long as the block lasts."""
    loop = asyncio.new_event_loop()
    runner = loop.run_until_complete(bind(newsroom, port))
    thread = threading.Thread(target=loop.run_forever, name="newsroom", daemon=True)
    thread.start()
    try:
        yield newsroom
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


@contextmanager
def serving(
    world: Printed, *, now: datetime | None = None, weight: int = WEIGHT
) -> Iterator[Newsroom]:
    """Serve a world's sites in the background; ``now`` is the clock's start."""
    sites = Sites(world, weight)
    with running(Newsroom(sites, now or sites.now)) as newsroom:
        yield newsroom
