"""``scrapy explain`` shows the signs on a page and what the verdict rests on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawl.agencies import load_agencies
from newscrawl.agencies.grounds import grounds_of
from newscrawl.commands.explain import account, marked, page_of
from newscrawl.commands.newsroom_process import NewsroomProcess
from newscrawl.items import Article, Author, Paragraph, Trimmed
from newscrawl.newsroom.site import Sites
from newscrawl.newsroom.world import World
from tests.forking import scrapy

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).resolve().parents[2]
AGENCIES = load_agencies()
SENTENCE = "The organ in the old hall was mended on Monday after a year of silence. "
PAGE = f"""<!doctype html><html lang="en"><head><title>Organ mended</title>
<link rel="canonical" href="https://post.example/organ-mended">
<script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Organ mended",
"datePublished": "2025-04-02T10:00:00+05:30"}}</script></head><body><article>
<h1>Organ mended</h1><p>Oslo, April 2 (IANS) {SENTENCE * 3}</p>
<p>{SENTENCE * 3}</p><p>{SENTENCE * 2}</p><p>--IANS</p></article></body></html>"""


def explain(*given: str, told: str = "") -> subprocess.CompletedProcess[str]:
    return scrapy("explain", *given, input=told)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("pages") / "organ.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_a_saved_page_is_explained_for_a_person(page):
    done = explain(page)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "https://post.example/organ-mended" in done.stdout
    assert "[1> Oslo, April 2 (IANS) <1]" in done.stdout
    assert "[2> --IANS <2]" in done.stdout
    assert "Verdict: wire, ians, confidence 0.99" in done.stdout
    assert "without the dateline and sign off: unknown" in done.stdout


def test_the_same_for_a_program(page):
    told = json.loads(explain("--json", page).stdout)
    assert (told["role"], told["agency"]) == ("wire", "ians")
    assert told["enough"] == ["dateline", "sign_off"]
    for sign in told["evidence"]:
        assert told["text"][sign["start"] : sign["end"]] == sign["quote"]


def test_a_page_may_come_through_standard_input():
    done = explain("-", "--json", "--url", "https://other.example/a", told=PAGE)
    assert json.loads(done.stdout)["agency"] == "ians"


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (["/no/such/page.html"], 2, "cannot be read"),
        (["http://127.0.0.1/a"], 2, "127.0.0.1"),
        ([], 2, "usage"),
    ],
)
def test_what_cannot_be_had_is_one_line(given, code, words):
    done = explain(*given)
    assert done.returncode == code
    assert words in (done.stderr + done.stdout).lower()
    assert "Traceback" not in done.stderr


def test_a_page_that_is_no_article_is_said_to_be_none(tmp_path):
    (tmp_path / "a.html").write_text("<html><body><p>Hi</p></body></html>", "utf-8")
    done = explain(str(tmp_path / "a.html"))
    assert done.returncode == 1
    assert done.stdout.startswith("not an article: ")


def test_an_address_is_fetched_by_the_crawls_rules():
    small = {"STORIES": 6, "OUTLETS": 6, "SEED": 1}
    newsroom = NewsroomProcess.open(
        Settings({f"NEWSCRAWL_NEWSROOM_{name}": value for name, value in small.items()})
    )
    sites = Sites(World(1, 6, 6))
    copies = sites.truth(sites.now)["copies"]
    copy = next(c for c in copies if c["agency"] == "pti")
    try:
        settings = {
            "NEWSCRAWL_CONNECT_TO": json.dumps(newsroom.connect_to),
            "NEWSCRAWL_OUTLETS_DIR": newsroom.outlets_dir,
            "DOWNLOAD_DELAY": "0",
        }
        given = [f"-s{name}={value}" for name, value in settings.items()]
        done = explain(*given, "--json", copy["url"])
        lost = explain(*given, copy["url"] + "not-there-at-all")
    finally:
        newsroom.close()
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["agency"], told["outlet"]) == ("pti", copy["outlet"])
    assert lost.returncode == 2
    assert "the server answered 404" in lost.stderr


def test_changes_say_what_one_sign_less_would_mean():
    shown = Article(
        headline="Organ mended",
        by="By Asha Verma and PTI",
        authors=[Author("Asha Verma", "person"), Author("PTI", "agency")],
        dateline="Pune, May 2 (PTI)",
        paragraphs=[Paragraph("lead", SENTENCE)],
        body=SENTENCE,
        trimmed=[Trimmed("dateline", "Pune, May 2 (PTI)")],
    )
    grounds = grounds_of(shown, AGENCIES, country="IN")
    assert grounds.verdict.role == "mixed"
    assert [(c.signs, c.role, c.agency) for c in grounds.changes] == [
        (("shared_byline",), "wire", "pti")
    ]
    told = account(shown, grounds)
    assert "[2> By Asha Verma and PTI <2]" in marked(told)
    assert "without the shared byline: wire, pti" in page_of(told)


def test_a_text_without_signs():
    shown = Article(headline="Organ", paragraphs=[Paragraph("p", SENTENCE)])
    told = account(shown, grounds_of(shown, AGENCIES))
    assert "Signs\n  none" in page_of(told)
    assert "any credit" in page_of(told)
