"""The server: hosts, validators, clock, log, and its life as a process."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
from datetime import timedelta

import pytest

from newscrawl.newsroom.server import CONTROL, Newsroom, read_clock, serving
from newscrawl.newsroom.world import World

FEED = ("dakshinmail.newsroom.test", "/feed/")


@pytest.fixture(scope="module")
def world() -> World:
    return World(1, 24, 16)


@pytest.fixture
def newsroom(world):
    with serving(world, weight=400) as served:
        yield served


def ask(
    newsroom: Newsroom, host: str, path: str, method: str = "GET", data=None, **headers
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body=data, headers={"Host": host, **named})
    response = connection.getresponse()
    found = response.status, dict(response.headers), response.read()
    connection.close()
    return found


def test_hosts_are_apart(newsroom):
    assert ask(newsroom, *FEED)[0] == 200
    assert ask(newsroom, FEED[0].upper() + ":80", FEED[1])[0] == 200
    assert ask(newsroom, "nobody.newsroom.test", FEED[1])[0] == 404
    assert ask(newsroom, "hillpost.newsroom.test", FEED[1])[0] == 404


@pytest.mark.parametrize(
    ("given", "told"),
    [("ETag", "If_None_Match"), ("Last-Modified", "If_Modified_Since")],
)
def test_what_is_unchanged_answers_304(newsroom, given, told):
    _, headers, body = ask(newsroom, *FEED)
    status, again, empty = ask(newsroom, *FEED, **{told: headers[given]})
    assert (status, empty) == (304, b"")
    assert again["ETag"] == headers["ETag"]
    assert ask(newsroom, *FEED, If_None_Match='"other"')[2] == body


def test_the_same_bytes_as_long_as_the_clock_stands(newsroom):
    assert len({ask(newsroom, *FEED)[2] for _ in range(4)}) == 1


def test_a_moved_clock_shows_new_items_and_takes_pages_down(newsroom, world):
    host = "cityecho.newsroom.test"
    gone = next(
        c for c in world.copies if c.outlet == "cityecho" and c.vanishes is not None
    )
    url = newsroom.hosts.url_of(gone)[0]
    path = url.partition(host)[2]
    newsroom.set_clock(gone.published)
    early = ask(newsroom, host, "/feed/rss")
    while (status := ask(newsroom, host, path)[0]) in (429, 500):
        pass
    assert status == 200
    post = json.dumps({"now": gone.vanishes.isoformat()})
    assert ask(newsroom, CONTROL, "/clock", "POST", post)[0] == 200
    assert ask(newsroom, host, path)[0] == 404
    late = ask(newsroom, host, "/feed/rss", If_None_Match=early[1]["ETag"])
    assert late[0] == 200
    assert late[2].count(b"<item>") > early[2].count(b"<item>") > 0
    assert gone.slug.encode() not in late[2]


def test_an_update_changes_the_page_and_its_validators(newsroom, world):
    copy = next(c for c in world.copies if len(c.versions) > 1)
    first, second = copy.versions[:2]
    host, _, path = newsroom.hosts.url_of(copy)[0].partition("//")[2].partition("/")
    newsroom.set_clock(second.since - timedelta(seconds=1))
    before = ask(newsroom, host, f"/{path}")
    newsroom.set_clock(second.since)
    tag = before[1]["ETag"]
    after = ask(newsroom, host, f"/{path}", If_None_Match=tag)
    assert after[0] == 200
    assert after[2] != before[2]
    assert first.paragraphs != second.paragraphs or first.headline != second.headline


def test_the_clock_is_told_and_refuses_nonsense(newsroom):
    told = json.loads(ask(newsroom, CONTROL, "/clock")[2])
    assert told == {"now": newsroom.now.isoformat()}
    for nonsense in ("x", "[]", '{"now": "noon"}', '{"now": "2026-03-02T12:00:00"}'):
        assert ask(newsroom, CONTROL, "/clock", "POST", nonsense)[0] == 400


def test_the_log_tells_every_request_and_can_be_cleared(newsroom):
    ask(newsroom, *FEED, X_Forwarded_Proto="https", User_Agent="reader/1")
    ask(newsroom, "nobody.test", "/x?y=1")
    first, second = json.loads(ask(newsroom, CONTROL, "/log")[2])
    assert first["host"] == FEED[0]
    assert (first["scheme"], first["user_agent"]) == ("https", "reader/1")
    assert (second["path"], second["status"]) == ("/x?y=1", 404)
    assert second["at"] >= first["at"]
    assert newsroom.paths(FEED[0]) == [FEED[1]]
    ask(newsroom, CONTROL, "/log/clear", "POST")
    assert newsroom.visits == []


def test_the_truth_names_urls_that_are_served(newsroom):
    truth = json.loads(ask(newsroom, CONTROL, "/truth")[2])
    shown = [c for c in truth["copies"] if c["urls"]]
    assert len(shown) > 50
    host, _, path = shown[0]["urls"][0].partition("//")[2].partition("/")
    assert ask(newsroom, host, f"/{path}")[0] in (200, 429, 500)


def test_an_unknown_control_is_404(newsroom):
    assert ask(newsroom, CONTROL, "/nothing")[0] == 404


def test_a_clock_needs_an_offset():
    assert read_clock("2026-03-02T12:00:00Z").utcoffset() == timedelta(0)
    with pytest.raises(ValueError, match="no offset"):
        read_clock("2026-03-02T12:00:00")


def start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "newscrawl.newsroom", "--stories", "3", *arguments]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@pytest.mark.parametrize("way", ["stdin", "sigterm"])
def test_the_process_ends_with_its_parent(way, tmp_path):
    with start("--outlets-dir", str(tmp_path / "outlets"), "--weight", "0") as process:
        ready = json.loads(process.stdout.readline())
        connection = http.client.HTTPConnection("127.0.0.1", ready["port"], timeout=20)
        connection.request("GET", "/clock", headers={"Host": CONTROL})
        assert json.loads(connection.getresponse().read())["now"] == ready["now"]
        connection.close()
        assert len(list((tmp_path / "outlets").glob("*.toml"))) == 16
        if way == "stdin":
            process.stdin.close()
        else:
            process.terminate()
        assert process.wait(20) == 0


def test_a_wrong_argument_ends_the_process_with_a_word():
    with start("--now", "noon") as process:
        assert process.stdout.read() == ""
        assert process.wait(20) == 2
