"""Days of one outlet on one state: it breaks, is noticed once, and is mended."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.extensions.watch import fields_of
from newscrawl.items import MATCHED, Article, Evidence, Syndication
from tests.crawling import Answer, serving
from tests.harvesting import Harvest, SmallOutlet, harvest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

START = datetime(2026, 11, 16, 6, tzinfo=UTC)
A_DAY = 12  # articles


def days(
    tmp_path: Path,
    place: str,
    site: SmallOutlet,
    number: range,
    broken: Callable[[SmallOutlet], None] = lambda site: None,
    **settings: Any,
) -> list[Harvest]:
    """One run a day, each with a day's new articles."""
    runs = []
    for day in number:
        now = START + timedelta(days=day)
        site.at = now - timedelta(hours=1)
        site.pages.clear()
        site.add(A_DAY, first=day * A_DAY)
        broken(site)
        values = {"NEWSCRAWL_NOW": now.isoformat(), **settings}
        runs.append(harvest(tmp_path, place, spider="ians", settings=values))
    return runs


@pytest.fixture(scope="module")
def four_good_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state and the lines after four days on which nothing broke."""
    home = tmp_path_factory.mktemp("good")
    site = SmallOutlet(START)
    with serving(site.answer) as (place, _):
        good = days(home, place, site, range(4), **alerts(home))
    assert [run.code for run in good] == [0] * 4
    assert not (home / "heard.json").exists()
    return home


def alerts(home: Path) -> dict[str, str]:
    return {"NEWSCRAWL_ALERT_COMMAND": f"tee -a {home / 'heard.json'}"}


def no_credit(site: SmallOutlet) -> None:
    site.credit = ""


def html_feed(site: SmallOutlet) -> None:
    site.say["/feed"] = Answer(b"<!doctype html><html><body>Sign in</body></html>")


def refused(site: SmallOutlet) -> None:
    site.say |= {path: Answer(b"no", 403) for path in site.pages}


@pytest.mark.parametrize(
    ("broken", "kind"),
    [(no_credit, "credits_gone"), (refused, "blocked"), (html_feed, "silent")],
)
def test_an_outlet_that_breaks_is_noticed_once_until_it_is_mended(
    tmp_path: Path,
    four_good_days: Path,
    broken: Callable[[SmallOutlet], None],
    kind: str,
) -> None:
    copytree(four_good_days, tmp_path, dirs_exist_ok=True)
    site, alert = SmallOutlet(START), alerts(tmp_path)
    with serving(site.answer) as (place, _):
        first, second = days(tmp_path, place, site, range(4, 6), broken, **alert)
        site.credit, site.say = "(IANS)", {}
        (mended,) = days(tmp_path, place, site, range(6, 7), **alert)
    states = {one["kind"]: one["state"] for one in first.card["watch"]}
    if kind != "silent":  # no source at all is told as such
        assert first.code == 9
        assert "needs a look" in first.screen
    assert states[kind] == "new"
    assert {one["subject"] for one in first.card["watch"]} <= {
        "outlet:small",
        "agency:ians",
    }
    assert f"({kind}, since 2026-11-20T06:00" in first.screen
    assert {o["kind"]: o["state"] for o in second.card["watch"]}[kind] == "standing"
    assert second.code != 9
    assert {one["state"] for one in mended.card["watch"]} == {"over"}
    assert mended.code == 0
    told = (tmp_path / "heard.json").read_text("utf-8")
    assert f'"kind": "{kind}"' in told
    assert '"state": "over"' in told


def test_a_run_with_a_limit_is_no_measure(tmp_path: Path, four_good_days: Path) -> None:
    copytree(four_good_days, tmp_path, dirs_exist_ok=True)
    site = SmallOutlet(START)
    with serving(site.answer) as (place, _):
        site.add(A_DAY, first=900)
        now = (START + timedelta(days=4)).isoformat()
        few = harvest(
            tmp_path,
            place,
            "-a",
            "limit=1",
            spider="ians",
            settings={"NEWSCRAWL_NOW": now},
        )
    assert few.card["watch"] == []


@pytest.mark.parametrize(
    ("role", "sign", "credited"),
    [("wire", "sign_off", 1), ("wire", MATCHED, 0), ("own", "byline", 0)],
)
def test_a_copy_known_by_comparison_alone_is_no_credit(
    role: Any, sign: str, credited: int
) -> None:
    evidence = Evidence(sign=sign, agency="ians", where="body", quote="", weight=0.9)
    article = Article(syndication=Syndication(role=role, evidence=[evidence]))
    assert fields_of(article)["credited"] == credited
