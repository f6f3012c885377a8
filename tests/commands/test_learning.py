"""Whole harvests of an outlet that puts its own line into every text."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.crawling import serving
from tests.forking import scrapy
from tests.harvesting import Harvest, SmallOutlet, harvest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

OWN = "Neighbours of the valley press meet at the old mill on first Sundays."
AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
STOPPED = {"NEWSCRAWL_NOW": "2026-11-23T08:00:00+00:00"}


def prose(seed: str, words: int) -> str:
    """An invented sentence of its own."""
    dice = Random(seed)
    made = ["".join(dice.choices("abdefghiklmnoprstu", k=6)) for _ in range(words)]
    return f"{' '.join(made).capitalize()}."


@dataclass(slots=True)
class Valley(SmallOutlet):
    """Each page: two paragraphs, the outlet's own line, a last paragraph, a credit."""

    own: str = OWN

    def page(self, path: str) -> bytes:
        texts = [prose(f"{path} {part}", 40) for part in range(3)]
        return (
            f"<html><head><title>{self.pages[path]}</title>"
            f"<meta property='article:published_time' content='{AT.isoformat()}'>"
            f"</head><body><article><h1>{self.pages[path]}</h1>"
            f"<p>Patna, Nov 23 (IANS) {texts[0]}</p><p>{texts[1]}</p>"
            f"<p>{texts[2]}</p><p>--IANS</p><p>{self.own}</p></article></body></html>"
        ).encode()

    def feed(self) -> bytes:
        items = "".join(
            f"<item><title>{title}</title><link>https://small.test{path}</link></item>"
            for path, title in self.pages.items()
        )
        return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()

    def add(self, count: int, first: int = 0) -> None:
        for number in range(first, first + count):
            self.pages[f"/news/{number}"] = prose(f"title {number}", 6)[:-1]


def recurring(line: dict[str, Any]) -> list[str]:
    return [one["text"] for one in line["trimmed"] if one["reason"] == "recurring"]


def outlets(output: Path, *given: str) -> subprocess.CompletedProcess[str]:
    settings = {
        "NEWSCRAWL_OUTPUT_DIR": output,
        "NEWSCRAWL_OUTLETS_DIR": output.parent / "outlets",
    }
    return scrapy("outlets", *given, settings=settings)


@dataclass(slots=True)
class Told:
    """Two runs: eight pages; the same ones, asked for again, with two more."""

    first: Harvest
    second: Harvest
    output: Path


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    place = tmp_path_factory.mktemp("valley")
    valley = Valley(AT)
    valley.add(8)
    with serving(valley.answer) as (address, _):
        first = harvest(place, address, settings=STOPPED)
        valley.add(2, first=8)
        later = {"NEWSCRAWL_NOW": "2026-11-23T12:00:00+00:00"}
        second = harvest(place, address, settings=later)
    yield Told(first, second, place / "output")


def test_after_five_pages_the_body_is_clean_in_the_same_run(told: Told) -> None:
    lines = told.first.lines
    assert len(lines) == 8
    assert [OWN in line["body"] for line in lines] == [True] * 5 + [False] * 3
    assert [recurring(line) for line in lines] == [[]] * 5 + [[OWN]] * 3
    assert told.first.card["outlets"]["small"]["recurring_cut"] == 3


def test_the_credit_that_the_line_stood_after_is_still_read(told: Told) -> None:
    for line in told.first.lines:
        assert line["agency"] == "ians"
    cut = {one["reason"] for one in told.first.lines[-1]["trimmed"]}
    assert {"sign_off", "dateline", "recurring"} <= cut


def test_the_next_run_knows_it_from_its_first_page(told: Told) -> None:
    assert len(told.second.lines) == 2
    for line in told.second.lines:
        assert OWN not in line["body"]
        assert recurring(line) == [OWN]
        assert line["version"] == 1


def test_a_page_read_again_is_no_new_version_for_what_was_learnt(told: Told) -> None:
    """The first pages are asked for again: their bodies would now be shorter."""
    assert told.second.card["outlets"]["small"]["fetched"] == 10
    assert told.second.card["outlets"]["small"]["revisits"] == 8
    assert told.second.card["outlets"]["small"]["written"] == 2


def test_the_lines_teach_a_new_state_the_same(told: Told, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(told.output, output)
    before = outlets(output, "learnt", "--json").stdout
    assert OWN in before
    settings = {"NEWSCRAWL_OUTPUT_DIR": output}
    for kept in output.glob("newscrawl.sqlite*"):
        kept.unlink()
    assert scrapy("reindex", "--all", settings=settings).returncode == 0
    assert outlets(output, "learnt", "--json").stdout == before
    assert "learnt" not in scrapy("store", "check", settings=settings).stdout


def test_what_was_learnt_is_shown_and_forgotten(told: Told, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(told.output, output)
    shutil.copytree(told.output.parent / "outlets", tmp_path / "outlets")
    shown = outlets(output, "learnt", "small", "--json")
    assert json.loads(shown.stdout) == [
        {
            "outlet": "small",
            "stories": 10,
            "recurring": [{"text": OWN, "stories": 10, "of": 10}],
        }
    ]
    assert "10 of 10" in outlets(output, "learnt").stdout
    done = outlets(output, "learnt", "small", "--forget")
    assert done.returncode == 0, done.stderr
    assert "Nothing has been learnt" in outlets(output, "learnt").stdout
    assert outlets(output, "small", "--forget").returncode == 2


def test_a_single_page_is_read_with_it_where_that_is_asked(told: Told) -> None:
    valley = Valley(AT)
    valley.add(1)
    html = told.output.parent / "page.html"
    html.write_bytes(valley.page("/news/0"))
    read = ("read", html, "--json", "--url", "https://small.test/news/0")
    settings = {"NEWSCRAWL_OUTLETS_DIR": html.parent / "outlets"}
    cut = []
    for given in ([], ["--learnt", "-s", f"NEWSCRAWL_OUTPUT_DIR={told.output}"]):
        done = scrapy(*read, *given, settings=settings)
        assert done.returncode == 0, done.stderr
        cut.append(recurring(json.loads(done.stdout)))
    assert cut == [[], [OWN]]


def test_learning_can_be_left_unused(tmp_path: Path) -> None:
    valley = Valley(AT)
    valley.add(7)
    with serving(valley.answer) as (address, _):
        settings = {**STOPPED, "NEWSCRAWL_LEARN": "False"}
        run = harvest(tmp_path, address, settings=settings)
    assert all(OWN in line["body"] for line in run.lines)
    assert "7 of 7" in outlets(tmp_path / "output", "learnt").stdout
