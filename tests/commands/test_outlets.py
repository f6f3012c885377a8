"""``scrapy outlets`` tells how outlets have been, and what is wrong with one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newscrawl.commands.outlet_check import Check, Tried
from newscrawl.commands.outlet_health import account, healths, table
from newscrawl.store.journal import Alarm
from newscrawl.store.sqlite import open_store
from tests.crawling import Answer, serving
from tests.forking import scrapy
from tests.harvesting import FEED, TOML, SmallOutlet, harvest

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
AT = {"NEWSCRAWL_NOW": NOW.isoformat()}


def outlets(
    tmp_path: Path, place: str, *given: str, discovery: str = FEED
) -> subprocess.CompletedProcess[str]:
    folder = tmp_path / "outlets"
    folder.mkdir(exist_ok=True)
    text = TOML.format(discovery=discovery)
    (folder / "small.toml").write_text(text, "utf-8")
    settings = {
        "NEWSCRAWL_OUTLETS_DIR": folder,
        "NEWSCRAWL_OUTPUT_DIR": tmp_path / "output",
        "NEWSCRAWL_CONNECT_TO": json.dumps({"*.test": place}),
        "NEWSCRAWL_BACKOFF": 0.1,
        "DOWNLOAD_DELAY": 0,
        **AT,
    }
    return scrapy("outlets", *given, settings=settings, timeout=90)


def site(count: int = 2, credit: str = "(IANS)") -> SmallOutlet:
    made = SmallOutlet(NOW - timedelta(hours=1), credit=credit)
    made.add(count)
    return made


def test_a_well_outlet_is_well(tmp_path: Path) -> None:
    made = site()
    with serving(made.answer) as (place, visits):
        done = outlets(tmp_path, place, "check", "small")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 entries, 2 for us" in done.stdout
    assert "wire, ians" in done.stdout
    assert done.stdout.endswith("small: well\n")
    paths = [visit.path for visit in visits]
    assert paths.count("/feed") == 1
    assert len([path for path in paths if path.startswith("/news/")]) == 1
    assert not (tmp_path / "output").exists()


NO_ENTRY = b"<rss version='2.0'><channel><title>x</title></channel></rss>"
ELSEWHERE = NO_ENTRY.replace(
    b"</title>", b"</title><item><link>https://other.test/a</link></item>", 1
)
HTML = b"<!doctype html><html><head><title>x</title></head><body>Hello</body></html>"
BROKEN = {
    "gone": (Answer(b"", 404), "HTTP 404"),
    "refused": (Answer(b"", 403), "HTTP 403"),
    "a page": (Answer(HTML), "html instead of a feed"),
    "empty": (Answer(NO_ENTRY), "empty"),
    "not ours": (Answer(ELSEWHERE), "none of its 1 entries"),
    "moved": (
        Answer(b"", 301, headers={"Location": "https://other.test/feed"}),
        "offsite: is not small's",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_it_says_what_is_wrong_with_the_only_feed(tmp_path: Path, case: str) -> None:
    made = site()
    made.say["/feed"], said = BROKEN[case]
    with serving(made.answer) as (place, _):
        done = outlets(tmp_path, place, "check", "small", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["exit_code"]) == (4, 4)
    assert said in told["sources"][0]["wrong"]
    assert told["verdict"] == "no source can be read"


def test_robots_txt_is_obeyed_and_told(tmp_path: Path) -> None:
    made = site()
    made.say["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /\n")
    with serving(made.answer) as (place, visits):
        done = outlets(tmp_path, place, "check", "small")
    assert done.returncode == 4
    assert "WRONG: robots" in done.stdout
    assert {visit.path for visit in visits} == {"/robots.txt"}


def test_one_dead_feed_of_two_is_code_3(tmp_path: Path) -> None:
    two = 'feeds = ["https://small.test/feed", "https://small.test/old"]'
    with serving(site().answer) as (place, _):
        done = outlets(
            tmp_path, place, "check", "small", discovery=f"{two}\nsections = []"
        )
    assert done.returncode == 3
    assert "small: 1 of 2 sources fail" in done.stdout


def test_articles_without_credit_are_code_9(tmp_path: Path) -> None:
    with serving(site(7, credit="").answer) as (place, visits):
        done = outlets(tmp_path, place, "check", "small")
    assert done.returncode == 9
    assert "no agency's credit in 5 articles" in done.stdout
    asked = [visit.path for visit in visits if visit.path.startswith("/news/")]
    assert len(asked) == 5


def test_unreadable_articles_are_code_4(tmp_path: Path) -> None:
    made = site(1)
    made.say["/news/0"] = Answer(b"<html><body><p>Sign in.</p></body></html>")
    with serving(made.answer) as (place, _):
        done = outlets(tmp_path, place, "check", "small")
    assert done.returncode == 4
    assert "WRONG: not an article" in done.stdout


def test_a_sitemap_index_named_by_robots_is_followed(tmp_path: Path) -> None:
    made = site(1)
    ns = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    made.say["/robots.txt"] = Answer(b"Sitemap: https://small.test/index.xml\n")
    made.say["/index.xml"] = Answer(
        f"<sitemapindex {ns}><sitemap><loc>https://small.test/map.xml</loc>"
        "</sitemap></sitemapindex>".encode()
    )
    made.say["/map.xml"] = Answer(
        f"<urlset {ns}><url><loc>https://small.test/news/0</loc></url>"
        "</urlset>".encode()
    )
    with serving(made.answer) as (place, _):
        done = outlets(
            tmp_path, place, "check", "small", discovery="robots_sitemaps = true"
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sitemap  https://small.test/map.xml" in done.stdout


@pytest.mark.parametrize("given", [("check",), ("check", "smal"), ("nobody",)])
def test_a_wrong_name_is_code_2(tmp_path: Path, given: tuple[str, ...]) -> None:
    done = outlets(tmp_path, "127.0.0.1:9", *given)
    assert done.returncode == 2
    assert done.stderr.startswith("newscrawl: ")


def test_the_list_tells_what_a_crawl_left(tmp_path: Path) -> None:
    made = site(3)
    with serving(made.answer) as (place, _):
        harvest(tmp_path, place, settings=AT)
        done = outlets(tmp_path, place, "--json")
        shown = outlets(tmp_path, place)
    (told,) = json.loads(done.stdout)
    assert (told["outlet"], told["state"], told["articles"]) == ("small", "well", 3)
    assert told["last_article"] == NOW.isoformat(timespec="seconds")
    assert (told["sources_ok"], told["sources_failed"], told["runs"]) == (1, 0, 1)
    assert shown.stdout.splitlines()[1].split()[:3] == ["small", "well", "2026-11-23"]


def test_a_quiet_crawl_prints_nothing_but_what_needs_a_person(tmp_path: Path) -> None:
    made = site(1)
    with serving(made.answer) as (place, _):
        new = harvest(tmp_path, place, "--quiet", settings=QUIET)
        made.say["/feed"] = Answer(b"", 503)
        failed = harvest(tmp_path, place, "--quiet", settings=QUIET)
    assert (new.code, new.screen, new.log) == (0, "", "")
    assert failed.code == 4
    assert "small" in failed.screen


QUIET = {**AT, "RETRY_TIMES": 0}


def test_the_worst_come_first_and_spiders_are_added_up(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state.sqlite")
    journal, day = store.journal(), "2026-11-{:02}T3"
    for spider in ("ians", "pti"):
        for date in range(18, 22):
            journal.add(
                f"{spider} outlet:bell", day.format(date), {"runs": 2, "written": 6}
            )
    journal.add("ians outlet:bell", day.format(23), {"runs": 1, "sources_ok": 1})
    journal.add("ians outlet:abbey", day.format(23), {"runs": 1, "sources_ok": 2})
    journal.add("ians outlet:zeal", day.format(23), {"runs": 1, "sources_failed": 2})
    journal.add("ians outlet:moor", day.format(10), {"runs": 1, "written": 2})
    journal.add("ians agency:ians", day.format(23), {"runs": 1, "written": 2})
    journal.raise_alarm(Alarm("ians outlet:bell", "silent", NOW.isoformat(), "none"))
    found = healths(journal, "2026-11-23T20:00:00+00:00")
    told = {one.outlet: (one.state, one.usual) for one in found}
    assert [one.outlet for one in found] == ["bell", "zeal", "abbey", "moor"]
    assert told == {
        "bell": ("silent", 12),
        "zeal": ("failing", None),
        "abbey": ("well", None),
        "moor": ("unvisited", 2),
    }
    assert account(found[0])["alarms"][0]["spider"] == "ians"
    assert "    silent since 2026-11-23T06:00: none" in table(found)
    assert [one.outlet for one in healths(journal, NOW.isoformat(), ["new"])] == ["new"]
    store.close()


def test_hostile_addresses_are_printed_harmless() -> None:
    check = Check("small", ())
    check.sources.append(Tried("feed", "https://small.test/\x1b[2J\n", wrong="empty"))
    assert "\x1b" not in check.for_people()
