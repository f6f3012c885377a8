"""Saved pages under their own addresses."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime

import pytest
from lxml import etree

from newscrawl.newsroom.replay import SITEMAP, Replay
from newscrawl.newsroom.traffic import Ask

NOW = datetime(2026, 3, 2, tzinfo=UTC)
RECORDS = [
    ("a/1", "https://www.Harbour.test/news/x.html?id=5&a=b#top", b"<p>\x93one\x94</p>"),
    ("a/2", "http://hill.test/खबर/एक", "<p>दो</p>".encode()),
    ("hard::3", None, b"<p>three</p>"),
    ("a/4", "https://www.harbour.test/news/x.html?id=5&a=b", b"<p>four</p>"),
    ("a/5", "/watch?v=1", b""),
]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "html").mkdir()
    lines = []
    for number, (name, url, body) in enumerate(RECORDS):
        (tmp_path / "html" / f"{number}.html").write_bytes(body)
        record = {"id": name, "url": url, "html_file": f"html/{number}.html"}
        lines.append(json.dumps(record) + "\n")
    (tmp_path / "records.jsonl").write_text("".join(lines) + "\n")
    return tmp_path


def get(replay: Replay, url: str) -> tuple[int, bytes, str]:
    host, _, target = url.partition("//")[2].partition("/")
    path, _, query = f"/{target}".partition("?")
    answer = replay.answer(host.lower(), Ask(path, NOW, query))
    return answer.status, answer.body, answer.kind


def test_every_record_is_served_untouched(folder):
    replay = Replay(folder)
    for name, _, body in RECORDS:
        assert get(replay, replay.urls[name]) == (200, body, "text/html")


def test_records_without_an_address_of_their_own_get_one(folder):
    urls = Replay(folder).urls
    assert urls["hard::3"] == "http://hard-3.replay.test/"
    assert urls["a/4"] == "http://a-4.replay.test/"
    assert urls["a/5"] == "http://a-5.replay.test/"
    assert urls["a/2"].startswith("http://hill.test/%E0%A4")


def test_path_and_query_must_match(folder):
    replay = Replay(folder)
    assert get(replay, "https://www.harbour.test/news/x.html?id=6")[0] == 404
    assert get(replay, "https://hill.test/robots.txt")[0] == 404
    assert get(replay, "https://nobody.test/")[0] == 404


def test_outlet_files_lead_to_every_page(folder, tmp_path):
    replay = Replay(folder)
    listed = set()
    for path in replay.write_outlets(tmp_path / "outlets"):
        outlet = tomllib.loads(path.read_text())
        assert outlet["id"] == path.stem
        (sitemap,) = outlet["discovery"]["sitemaps"]
        assert sitemap.endswith(SITEMAP)
        status, body, _ = get(replay, sitemap)
        assert status == 200
        listed |= set(etree.fromstring(body).xpath("//*[local-name()='loc']/text()"))
    assert listed == set(replay.urls.values())


def test_a_file_outside_the_folder_is_refused(folder):
    record = {"id": "x", "url": "http://x.test/", "html_file": "../secret"}
    (folder / "records.jsonl").write_text(json.dumps(record))
    with pytest.raises(ValueError, match="outside"):
        Replay(folder)
