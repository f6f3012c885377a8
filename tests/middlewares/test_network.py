"""Crawls against a server on loopback: what really goes over the wire."""

from __future__ import annotations

import gzip
import itertools
import ssl
import threading
from collections import Counter
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from tests.crawling import BARE, Answer, Crawl, run_spider, serving
from tests.middlewares.probes import probe
from tests.middlewares.test_addresses import PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

A = "outlet('a', 'a.test')"
AB = "outlet('a', 'a.test'), outlet('b', 'b.test')"
NEVER = threading.Event()
KEEPING = {
    "EXTENSIONS": {
        "newscrawl.store.session.Session": 10,
        "newscrawl.extensions.outcome.Outcome": 100,
        "newscrawl.extensions.rejects.Rejects": 200,
    },
    "ITEM_PIPELINES": {"newscrawl.pipelines.write.Write": 700},
}


def crawl(
    source: str, place: str, tmp_path: Path, settings: dict[str, Any] | None = None
) -> Crawl:
    routes = {"NEWSCRAWL_CONNECT_TO": {"*.test": place}}
    return run_spider(source, tmp_path, BARE | routes | (settings or {}))


def lost(came: Crawl) -> dict[str, str]:
    return {told[1]: told[2] for told in came.told if told[0] == "lost"}


def no_robots(path: str) -> Answer | None:
    return Answer(b"", 404) if path == "/robots.txt" else None


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_redirect_reaches_a_private_address(tmp_path: Path, scheme: str) -> None:
    ports: list[str] = []

    def answer(host: str, path: str, before: int) -> Answer:
        if path.startswith("/r/"):
            form = PRIVATE[int(path[3:])]
            place = f"{scheme}://{form}:{ports[0]}/secret"
            location = place.encode("utf-8").decode("latin-1")
            return Answer(b"", 302, {"Location": location})
        return no_robots(path) or Answer()

    with serving(answer) as (place, visits):
        ports.append(place.rpartition(":")[2])
        asked = [f"http://a.test/r/{n}" for n in range(len(PRIVATE))]
        came = crawl(probe(asked, A), place, tmp_path)
    assert {v.host for v in visits} == {"a.test"}
    assert len(visits) == len(PRIVATE) + 1
    assert set(lost(came).values()) <= {"private_address", "bad_host"}
    assert len(came.told) == len(PRIVATE)


def test_no_link_reaches_a_private_address(tmp_path: Path) -> None:
    with serving(lambda host, path, before: Answer()) as (place, visits):
        port = place.rpartition(":")[2]
        asked = [f"http://{form}:{port}/secret" for form in PRIVATE]
        came = crawl(probe(asked, A), place, tmp_path)
    assert visits == []
    refused = came.stats.get("newscrawl/refused/private_address", 0)
    assert refused >= len(PRIVATE) - 3
    assert "came" not in {told[0] for told in came.told}


REBIND = """
def PATCH():
    import socket
    socket.gethostbyname = lambda name: "127.0.0.1"
"""


def test_a_name_with_a_private_address_is_not_connected_to(tmp_path: Path) -> None:
    with serving(lambda host, path, before: Answer()) as (place, visits):
        port = place.rpartition(":")[2]
        outlet = f"outlet('a', 'rebind.in:{port}')"
        asked = [f"http://rebind.in:{port}/{n}" for n in range(3)]
        came = run_spider(probe(asked, outlet) + REBIND, tmp_path, BARE)
        assert visits == []
        assert set(lost(came).values()) <= {"private_address", "robots_unavailable"}
        opened = {"NEWSCRAWL_ALLOW_ADDRESSES": "rebind.in"}
        came = run_spider(probe(asked, outlet) + REBIND, tmp_path, BARE | opened)
    assert len(visits) == 4
    assert lost(came) == {}


def test_an_outlet_keeps_to_its_own_hosts(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        there = {"Location": "http://b.test/other"}
        return no_robots(path) or Answer(b"", 302, there)

    with serving(answer) as (place, visits):
        came = crawl(probe(["http://a.test/1"], AB), place, tmp_path)
    assert [v.path for v in visits] == ["/robots.txt", "/1"]
    assert lost(came) == {"http://b.test/other": "offsite"}


def test_nobody_passes_while_robots_txt_loads(tmp_path: Path) -> None:
    rules = b"User-agent: *\nDisallow: /no\nSitemap: http://a.test/s.xml\n"

    def answer(host: str, path: str, before: int) -> Answer:
        if path == "/robots.txt":
            NEVER.wait(0.3)
            return Answer(rules, headers={"Content-Type": "text/plain"})
        return Answer()

    asked = [f"http://a.test/{word}{n}" for n in range(10) for word in ("no", "yes")]
    with serving(answer) as (place, visits):
        source = probe(["robots http://a.test/robots.txt", *asked], A)
        came = crawl(source, place, tmp_path)
    assert visits[0].path == "/robots.txt"
    assert all(v.at - visits[0].at >= 0.3 for v in visits[1:])
    assert sorted(v.path for v in visits[1:]) == [f"/yes{n}" for n in range(10)]
    assert set(lost(came).values()) == {"robots"}
    assert ["came", "http://a.test/robots.txt", 200, len(rules)] in came.told


@pytest.mark.parametrize(
    ("status", "reason"),
    [(500, "robots_unavailable"), (404, None), (403, None), (429, "host_backoff")],
)
def test_a_failing_robots_txt_means_stay_out(
    tmp_path: Path, status: int, reason: str | None
) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        return Answer(b"", status) if path == "/robots.txt" else Answer()

    with serving(answer) as (place, visits):
        asked = ["http://a.test/1", "http://a.test/2"]
        came = crawl(probe(asked, A), place, tmp_path, {"RETRY_TIMES": 0})
    pages = [v.path for v in visits if v.path != "/robots.txt"]
    if reason is None:
        assert sorted(pages) == ["/1", "/2"]
    else:
        assert pages == []
        assert set(lost(came).values()) == {reason}


def test_crawl_delay_is_the_hosts_delay(tmp_path: Path) -> None:
    rules = Answer(b"User-agent: *\nCrawl-delay: 0.3\n")

    def answer(host: str, path: str, before: int) -> Answer:
        return rules if path == "/robots.txt" and host == "a.test" else Answer()

    with serving(answer) as (place, visits):
        asked = [f"http://a.test/{n}" for n in range(3)]
        crawl(probe(asked, A), place, tmp_path)
    times = [v.at for v in visits if v.path != "/robots.txt"]
    assert all(b - a >= 0.25 for a, b in itertools.pairwise(times))


def test_retry_after_pauses_one_host_and_no_other(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        if host == "a.test" and path == "/0" and not before:
            return Answer(b"", 429, {"Retry-After": "1"})
        return no_robots(path) or Answer()

    asked = [f"http://{h}.test/{n}" for h in "ab" for n in range(8)]
    few = {"CONCURRENT_REQUESTS": 4, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    with serving(answer) as (place, visits):
        came = crawl(probe(asked, AB), place, tmp_path, few)
    assert lost(came) == {}
    paused = next(v for v in visits if v.host == "a.test" and v.path == "/0")
    later = [v for v in visits if v.host == "a.test" and v.at > paused.at]
    assert min(v.at for v in later) - paused.at >= 1
    other = [v.at for v in visits if v.host == "b.test"]
    assert len(other) == 9
    assert max(other) < min(v.at for v in later)


def test_a_host_is_asked_one_thing_at_a_time_without_any_delay(tmp_path: Path) -> None:
    under_way: Counter[str] = Counter()
    most: Counter[str] = Counter()
    lock = threading.Lock()

    def answer(host: str, path: str, before: int) -> Answer:
        with lock:
            under_way[host] += 1
            most[host] = max(most[host], under_way[host])
        NEVER.wait(0.03)
        with lock:
            under_way[host] -= 1
        return no_robots(path) or Answer()

    asked = [f"http://{h}.test/{n}" for h in "ab" for n in range(8)]
    few = {"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    with serving(answer) as (place, visits):
        crawl(probe(asked, AB), place, tmp_path, few)
    assert len(visits) == 18
    assert most == {"a.test": 1, "b.test": 1}


def test_a_host_that_asks_for_long_is_left_also_by_the_next_run(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        busy = Answer(b"", 503, {"Retry-After": "3600"})
        return no_robots(path) or (busy if host == "a.test" else Answer())

    asked = [f"http://{h}.test/{n}" for h in "ab" for n in range(4)]
    source = probe(asked, AB, harvests=True)
    clock = {
        **KEEPING,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    }
    with serving(answer) as (place, visits):
        now = {"NEWSCRAWL_NOW": "2026-11-23T05:00:00+00:00"}
        came = crawl(source, place, tmp_path, clock | now)
        assert sum(v.host == "a.test" for v in visits) <= 3
        assert set(lost(came).values()) == {"host_backoff"}
        assert len(lost(came)) == 4
        visits.clear()
        now = {"NEWSCRAWL_NOW": "2026-11-23T05:59:00+00:00"}
        came = crawl(source, place, tmp_path, clock | now)
        assert {v.host for v in visits} == {"b.test"}
        now = {"NEWSCRAWL_NOW": "2026-11-23T06:00:01+00:00"}
        crawl(source, place, tmp_path, clock | now)
        assert {v.host for v in visits} == {"a.test", "b.test"}


def test_a_host_that_always_says_429_is_left_after_three_pauses(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        busy = Answer(b"", 429, {"Retry-After": "1"})
        return no_robots(path) or (busy if host == "a.test" else Answer())

    asked = [f"http://a.test/{n}" for n in range(30)]
    # Without a delay Scrapy starts all that waits before it counts what it started.
    settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "DOWNLOAD_DELAY": 0.01}
    with serving(answer) as (place, visits):
        came = crawl(probe(asked, A), place, tmp_path, settings)
    assert set(lost(came).values()) == {"host_backoff"}
    assert len(lost(came)) == 30
    assert came.stats["newscrawl/pauses"] == 2
    assert len(visits) == 4  # robots.txt and three refusals


def test_pauses_between_good_answers_have_a_sum(tmp_path: Path) -> None:
    pages = itertools.count()

    def answer(host: str, path: str, before: int) -> Answer:
        busy = Answer(b"", 429, {"Retry-After": "1"})
        return no_robots(path) or (busy if next(pages) % 2 else Answer())

    asked = [f"http://a.test/{n}" for n in range(30)]
    settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "NEWSCRAWL_RETRY_AFTER_MAX": 1}
    with serving(answer) as (place, _):
        came = crawl(probe(asked, A), place, tmp_path, settings)
    assert came.stats["newscrawl/pauses"] == 5
    assert len([told for told in came.told if told[0] == "came"]) == 6
    assert set(lost(came).values()) == {"host_backoff"}
    assert len(lost(came)) == 24


def test_one_broken_page_does_not_close_its_host(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        broken = Answer(b"", 503) if path == "/0" else None
        return no_robots(path) or broken or Answer()

    asked = [f"http://a.test/{n}" for n in range(6)]
    settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    with serving(answer) as (place, _):
        came = crawl(probe(asked, A), place, tmp_path, settings)
    assert {told[1][-1] for told in came.told if told[0] == "came"} >= set("12345")
    assert lost(came) == {"http://a.test/0": "HttpError"}


def test_a_run_told_to_stop_does_not_sit_out_a_pause(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        busy = Answer(b"", 429, {"Retry-After": "100"})
        return no_robots(path) or (busy if host == "a.test" else Answer())

    source = probe(["http://a.test/0", "http://b.test/0"], AB)
    source += """

    def came(self, response):
        if not self.crawler.stats.get_value("newscrawl/pauses"):
            return self.request("http://b.test/again")
        raise scrapy.exceptions.CloseSpider("enough")
"""
    source = source.replace("def came", "def first_came", 1)
    with serving(answer) as (place, _):
        came = crawl(source, place, tmp_path)  # within run_spider's 60 s
    assert lost(came) == {"http://a.test/0": "stopped"}
    assert came.stats["finish_reason"] == "enough"


def test_a_part_of_a_page_is_not_taken_for_the_page(tmp_path: Path) -> None:
    part = Answer(b"<html>half", 206, {"Content-Range": "bytes 0-9/20"})
    with serving(lambda h, path, b: no_robots(path) or part) as (place, _):
        came = crawl(
            probe(["http://a.test/1", "feed http://a.test/f"], A), place, tmp_path
        )
    assert set(lost(came).values()) == {"partial"}
    assert len(lost(came)) == 2


def test_the_days_budget_is_shared_by_runs(tmp_path: Path) -> None:
    asked = [f"http://a.test/{n}" for n in range(6)]
    source = probe(asked, A, harvests=True)
    limits = {
        **KEEPING,
        "NEWSCRAWL_DAILY_REQUESTS": 9,
    }
    with serving(lambda h, path, b: no_robots(path) or Answer()) as (place, visits):
        now = {"NEWSCRAWL_NOW": "2026-11-23T05:00:00+00:00"}
        crawl(source, place, tmp_path, limits | now)
        assert len(visits) == 7
        came = crawl(source, place, tmp_path, limits | now)
        assert len(visits) == 9
        assert set(lost(came).values()) == {"daily_budget"}
        now = {"NEWSCRAWL_NOW": "2026-11-24T05:00:00+00:00"}
        crawl(source, place, tmp_path, limits | now)
        assert len(visits) == 16


def test_a_dead_host_fails_fast(tmp_path: Path) -> None:
    with serving(lambda host, path, before: Answer()) as (place, _):
        pass  # a port where nobody listens any more
    asked = [f"http://a.test/{n}" for n in range(20)]
    settings = {"ROBOTSTXT_OBEY": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    came = crawl(probe(asked, A), place, tmp_path, settings)
    assert len(lost(came)) == 20
    assert came.stats["newscrawl/refused/host_unreachable"] >= 17
    assert "ERROR" not in came.log


def codec(*names: str) -> Any:
    for name in names:
        if find_spec(name.partition(".")[0]):
            return import_module(name)
    return None


def test_bombs_and_giants_end_with_a_reason(tmp_path: Path) -> None:
    bombs = {"gzip": gzip.compress(bytes(20_000_000))}
    brotli, zstd = codec("brotli"), codec("compression.zstd", "backports.zstd")
    if brotli:
        bombs["br"] = brotli.compress(bytes(20_000_000), quality=1)
    if zstd:
        bombs["zstd"] = zstd.compress(bytes(20_000_000))

    def answer(host: str, path: str, before: int) -> Answer:
        if path == "/giant":
            return Answer(b"x" * 3_000_000)
        if path == "/torn":
            return Answer(b"\x1f\x8bnonsense", headers={"Content-Encoding": "gzip"})
        body = bombs.get(path[1:])
        if body is None:
            return no_robots(path) or Answer()
        return Answer(body, headers={"Content-Encoding": path[1:]})

    with serving(answer) as (place, _):
        asked = [f"http://a.test/{name}" for name in [*bombs, "giant", "torn", "ok"]]
        limit = {"DOWNLOAD_MAXSIZE": 1_000_000}
        came = crawl(probe(asked, A), place, tmp_path, limit)
    told = {url.rpartition("/")[2]: reason for url, reason in lost(came).items()}
    assert told == {
        **dict.fromkeys(bombs, "too_large"),
        "giant": "DownloadCancelledError",
        "torn": "bad_encoding",
    }


def test_an_article_must_be_a_page(tmp_path: Path) -> None:
    kinds = {"pdf": "application/pdf", "jpg": "image/jpeg", "json": "application/json"}

    def answer(host: str, path: str, before: int) -> Answer:
        kind = kinds.get(path[1:], "text/html")
        return no_robots(path) or Answer(b"x" * 500, headers={"Content-Type": kind})

    with serving(answer) as (place, _):
        pages = [f"http://a.test/{name}" for name in [*kinds, "html"]]
        came = crawl(probe([*pages, "feed http://a.test/json"], A), place, tmp_path)
    assert set(lost(came)) == {f"http://a.test/{name}" for name in kinds}
    assert set(lost(came).values()) == {"not_html"}
    assert ["came", "http://a.test/json", 200, 500] in came.told


def test_a_loop_of_redirects_has_a_name(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        return no_robots(path) or Answer(b"", 302, {"Location": path + "x"})

    with serving(answer) as (place, visits):
        came = crawl(probe(["http://a.test/"], A), place, tmp_path)
    assert set(lost(came).values()) == {"redirect_loop"}
    assert len(visits) <= 8


def test_we_say_who_we_are_and_routes_keep_the_name(tmp_path: Path) -> None:
    with serving(lambda h, path, b: no_robots(path) or Answer()) as (place, visits):
        contact = {"NEWSCRAWL_CONTACT": "https://desk.example/bot"}
        came = crawl(probe(["https://a.test/x?y=1"], A), place, tmp_path, contact)
    assert came.told[0][:2] == ["came", "https://a.test/x?y=1"]
    headers = {k.lower(): v for k, v in visits[1].headers.items()}
    assert visits[1].path == "/x?y=1"
    assert headers["host"] == "a.test"
    assert headers["x-forwarded-proto"] == "https"
    assert headers["user-agent"] == "newscrawl/0.1 (+https://desk.example/bot)"
    assert "cookie" not in headers
    assert "referer" not in headers


def test_unchanged_sources_cost_one_request_and_no_body(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        if path == "/index.xml":
            return Answer(b"<sitemapindex></sitemapindex>")
        if path == "/plain":
            return Answer(b"<rss>the same</rss>")
        if path == "/tagged":
            return Answer(b"<rss>a</rss>", 304 if before else 200, {"ETag": '"1"'})
        return no_robots(path) or Answer(b"<rss>%d</rss>" % before)

    asked = [f"feed http://a.test/{p}" for p in ("tagged", "plain", "moving")]
    source = probe([*asked, "sitemap http://a.test/index.xml"], A, harvests=True)
    state = {**KEEPING}
    with serving(answer) as (place, visits):
        first = crawl(source, place, tmp_path, state)
        second = crawl(source, place, tmp_path, state)
    assert {told[2] for told in first.told} == {200}
    told = {url.rpartition("/")[2]: (status, n) for _, url, status, n in second.told}
    assert told["tagged"] == (304, 0)
    assert told["plain"] == (304, 0)
    assert told["moving"][0] == 200
    assert told["index.xml"][0] == 200
    asked_again = [v for v in visits if v.path == "/tagged"][1]
    assert asked_again.headers["If-None-Match"] == '"1"'


def test_validators_wait_until_everything_came(tmp_path: Path) -> None:
    def answer(host: str, path: str, before: int) -> Answer:
        if path == "/page":
            return Answer(b"", 500)
        return no_robots(path) or Answer(b"<rss>the same</rss>")

    lines = "\n        if isinstance(failure.value, Exception):\n            " + (
        "self.crawler.signals.send_catch_log(page_rejected, url='', outlet='a', "
        "reason='http_500', detail='')\n"
    )
    source = probe(["feed http://a.test/f", "http://a.test/page"], A, harvests=True)
    source = source.rstrip() + lines
    state = {**KEEPING, "RETRY_TIMES": 0}
    with serving(answer) as (place, _):
        crawl(source, place, tmp_path, state)
        second = crawl(source, place, tmp_path, state)
    assert ["came", "http://a.test/f", 200, 19] in second.told


def self_signed(tmp_path: Path) -> ssl.SSLContext:
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "a.test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    path = tmp_path / "cert.pem"
    path.write_bytes(private + made.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.mark.parametrize("verify", [True, False])
def test_certificates_are_verified_unless_the_outlet_says_no(
    tmp_path: Path, verify: bool
) -> None:
    with serving(lambda *_: Answer(), self_signed(tmp_path)) as (place, visits):
        outlet = f"outlet('a', '{place}', verify_tls={verify})"
        settings = {"NEWSCRAWL_ALLOW_ADDRESSES": "127.0.0.1", "ROBOTSTXT_OBEY": False}
        asked = probe([f"https://{place}/1"], outlet)
        came = run_spider(asked, tmp_path, BARE | settings)
    assert len(visits) == (0 if verify else 1)
    assert came.told[0][0] == ("lost" if verify else "came")


def test_what_scrapy_would_drop_silently_is_told(tmp_path: Path) -> None:
    more = """
    @classmethod
    def from_crawler(cls, crawler, **given):
        spider = super().from_crawler(crawler, **given)
        crawler.signals.connect(spider.told, page_rejected)
        return spider

    def told(self, url, outlet, reason):
        TOLD.append(["rejected", url, reason])
"""
    asked = [f"http://a.test/{'x' * 3000}", "http://a.test/1", "http://a.test/1"]
    source = probe(asked, A).replace("dont_filter=True", "dont_filter=False") + more
    with serving(lambda h, p, b: no_robots(p) or Answer()) as (place, visits):
        came = crawl(source, place, tmp_path)
    reasons = sorted(told[2] for told in came.told if told[0] == "rejected")
    assert reasons == ["repeated", "url_too_long"]
    assert [v.path for v in visits] == ["/robots.txt", "/1"]
