"""``scrapy read`` shows the record of a page and where each field came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.forking import scrapy

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "The organ in the old hall was mended on Monday after a year of silence. "
PAGE = f"""<!doctype html><html lang="en"><head><title>Organ mended | Post</title>
<link rel="canonical" href="https://post.example/organ-mended">
<script type="application/ld+json">{{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Organ\x1b[31m mended",
"datePublished": "2025-04-02T10:00:00+05:30"}}</script></head><body><article>
<h1>Organ\x1b[31m mended</h1><p>Oslo, April 2 (IANS) {SENTENCE * 3}</p>
<p>{SENTENCE * 3}</p><blockquote>{SENTENCE * 2}</blockquote><p>--IANS</p>
</article></body></html>"""


def read(*given: str, told: str = "") -> subprocess.CompletedProcess[str]:
    return scrapy("read", *given, input=told)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "organ.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_record_for_a_person_with_the_reader_of_each_field(page: Path) -> None:
    done = read(str(page))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    fields = dict(
        line.split(None, 1) for line in done.stdout.split("\n") if " " in line
    )
    assert fields["date_published"].split() == ["2025-04-02T10:00:00+05:30", "(jsonld)"]
    assert fields["canonical_url"].startswith("https://post.example/organ-mended")
    assert fields["agency"] == "ians"
    assert fields["role"].startswith("wire, confidence 0.9")
    assert "    [quote] The organ in the old hall" in done.stdout
    assert "- dateline       Oslo, April 2 (IANS)" in done.stdout
    assert "- sign_off       --IANS" in done.stdout
    assert "\x1b" not in done.stdout


def test_several_sources_as_json_lines_and_the_worst_exit_code(page: Path) -> None:
    gone = str(page.with_name("gone.html"))
    done = read("--json", str(page), "-", gone, told='{"not": "a page"}')
    assert done.returncode == 2
    article, none = map(json.loads, done.stdout.splitlines())
    assert article["source"] == str(page)
    assert article["kind"] == "article"
    assert article["agency"] == "ians"
    assert article["provenance"]["headline"] in {"h1", "jsonld"}
    assert (none["source"], none["kind"]) == ("-", "json")
    assert "gone.html: cannot be read" in done.stderr


def test_what_is_no_article_is_called_by_name() -> None:
    done = read("-", told="<title>Gone</title>")
    assert done.returncode == 1
    assert "not an article: no_body" in done.stdout
    assert done.stderr == ""


def test_what_a_refused_page_tells_all_the_same_is_shown() -> None:
    told = "<h1>Quay from the air</h1><p>2 April 2025</p><img src=a.jpg>"
    done = read("-", told=told)
    assert "headline: Quay from the air" in done.stdout
    assert "published: 2025-04-02" in done.stdout
    none = json.loads(read("--json", "-", told=told).stdout)
    assert (none["headline"], none["published"]) == ("Quay from the air", "2025-04-02")
