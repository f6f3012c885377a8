"""A page fetched for a command is asked for as a crawl asks: named, obedient, safe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.crawling import Answer, Visit, serving
from tests.forking import scrapy
from tests.harvesting import FEED, TOML

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

TEXT = "The river rose past the old bridge while boats waited at the upper landing. "
PAGE = f"<title>Boats</title><h1>Boats wait</h1><p>{TEXT * 5}</p><p>{TEXT * 2}</p>"
FEED_TEXT = (
    b"<rss version='2.0'><channel><title>S</title><item><title>Boats</title>"
    b"<link>https://small.test/a</link></item></channel></rss>"
)
ANSWERS = {
    "/robots.txt": Answer(b"User-agent: newscrawl\nDisallow: /closed\n"),
    "/a": Answer(PAGE.encode()),
    "/closed": Answer(PAGE.encode()),
    "/feed": Answer(FEED_TEXT, headers={"Content-Type": "application/rss+xml"}),
    "/moved": Answer(b"", 301, {"Location": "/a"}),
    "/inside": Answer(b"", 302, {"Location": "http://10.0.0.1/admin"}),
    "/named": Answer(b"", 302, {"Location": "http://me:pw@small.test/a"}),
    "/round": Answer(b"", 302, {"Location": "/round?again"}),
    "/round?again": Answer(b"", 302, {"Location": "/round"}),
}


def answer(host: str, path: str, before: int) -> Answer:
    return ANSWERS.get(path) or Answer(b"none", 404)


def run(place: str, *given: str) -> subprocess.CompletedProcess[str]:
    settings = {"NEWSCRAWL_CONTACT": "desk@small.test", "DOWNLOAD_DELAY": 0}
    if not any(one.startswith("NEWSCRAWL_CONNECT_TO") for one in given):
        settings["NEWSCRAWL_CONNECT_TO"] = json.dumps({"*.test": place})
    return scrapy(*given, settings=settings)


def agents(visits: list[Visit]) -> set[str | None]:
    return {visit.headers.get("User-Agent") for visit in visits}


@pytest.mark.parametrize("command", ["read", "explain"])
def test_it_is_named_and_follows_where_it_may(command: str) -> None:
    with serving(answer) as (place, visits):
        done = run(place, command, "--json", "https://small.test/moved")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["headline"] == "Boats wait"
    assert agents(visits) == {"newscrawl/0.1 (+desk@small.test)"}


def test_it_is_refused_what_a_crawl_is_refused() -> None:
    paths = ("closed", "inside", "named", "round", "none")
    with serving(answer) as (place, visits):
        done = run(place, "read", *(f"https://small.test/{path}" for path in paths))
    assert done.returncode == 2
    told = dict(
        line.removeprefix("newscrawl: https://small.test/").split(": ", 1)
        for line in done.stderr.splitlines()
    )
    assert {path: told[path].split(":")[0] for path in paths} == {
        "closed": "robots",
        "inside": "private_address",
        "named": "userinfo",
        "round": "redirect_loop",
        "none": "the server answered 404",
    }
    assert "/closed" not in {visit.path for visit in visits}


def test_an_outlet_is_tried_by_the_same_rules(tmp_path: Path) -> None:
    text = TOML.format(discovery=FEED)
    (tmp_path / "small.toml").write_text(text, "utf-8")
    with serving(answer) as (place, visits):
        own = f"NEWSCRAWL_OUTLETS_DIR={tmp_path}"
        done = run(place, "outlets", "check", "small", "-s", own)
    assert "small: no agency's credit in 1 articles" in done.stdout, done.stderr
    assert agents(visits) == {"newscrawl/0.1 (+desk@small.test)"}


@pytest.mark.parametrize("command", ["read", "explain"])
def test_a_malformed_address(command: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<link rel=canonical href='http://[::1/a'>{PAGE}", "utf-8")
    done = run("127.0.0.1:9", command, "--json", str(page))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["headline"] == "Boats wait"
    done = run("127.0.0.1:9", command, "--url", "http://[::1/a", str(page))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "newscrawl: --url http://[::1/a: is no address\n"


@pytest.mark.parametrize(
    "setting",
    ["NEWSCRAWL_CONNECT_TO=zz", "NEWSCRAWL_ALLOW_ADDRESSES=a/99", "RETRY_TIMES=x"],
)
@pytest.mark.parametrize("command", ["read https://x.test/", "outlets check ndtv"])
def test_a_wrong_setting_is_told_before_anything_is_asked(
    command: str, setting: str
) -> None:
    done = run("127.0.0.1:9", *command.split(), "-s", setting)
    assert (done.returncode, done.stdout) == (2, "")
    name = setting.partition("=")[0]
    assert done.stderr.startswith(f"newscrawl: setting {name}")
    assert done.stderr.count("\n") == 1


def test_a_clock_that_is_none(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, "utf-8")
    done = run("127.0.0.1:9", "read", str(page), "-s", "NEWSCRAWL_NOW=noon")
    assert done.returncode == 2
    assert done.stderr.startswith("newscrawl: setting NEWSCRAWL_NOW: 'noon'")


@pytest.mark.parametrize("command", ["read {}", "explain {}", "diff {} {}"])
def test_what_is_no_article_is_json_where_that_is_asked(
    command: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>Gone</title>", "utf-8")
    words = command.format(page, page).split()
    done = run("127.0.0.1:9", *words, "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert (told["source"], told["kind"]) == (str(page), "no_body")
    assert "not an article: no_body" in run("127.0.0.1:9", *words).stdout
