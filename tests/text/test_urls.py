"""One article, one key; two articles, two keys."""

from __future__ import annotations

import socket
import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.text.urls import article_id, clean_url, host_of, same_site, url_key

CASES = tomllib.loads(Path(__file__).with_name("url_cases.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("key", "url"), [(row[0], url) for row in CASES["keys"] for url in row[1:]]
)
def test_every_way_to_an_article_gives_its_key(key: str, url: str) -> None:
    assert url_key(url) == key


@pytest.mark.parametrize("urls", CASES["different"])
def test_different_articles_keep_different_keys(urls: list[str]) -> None:
    for one, two in combinations(urls, 2):
        assert url_key(one) != url_key(two)


@pytest.mark.parametrize(("url", "fetched"), CASES["clean"])
def test_the_clean_url_can_be_fetched(url: str, fetched: str) -> None:
    assert clean_url(url) == fetched


@pytest.mark.parametrize(
    "url", [url for row in CASES["keys"] for url in row[1:] if row[0]]
)
def test_a_clean_url_and_a_key_have_the_same_key(url: str) -> None:
    key = url_key(url)
    assert url_key(clean_url(url)) == key
    assert url_key(key) == key


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.X.in:8080/a", "www.x.in"),
        ("//x.in", "x.in"),
        ("x.in", "x.in"),
        ("http://a:b@x.in/", "x.in"),
        ("http://x.in\\@y.in/", "x.in"),
        ("http://[::1]:80/", "::1"),
        ("mailto:a@x.in", ""),
        ("not a url", ""),
    ],
)
def test_hosts(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(("a", "b"), CASES["same_site"])
def test_one_registrable_domain_is_one_site(a: str, b: str) -> None:
    assert same_site(a, b)
    assert same_site(b, a)


@pytest.mark.parametrize(("a", "b"), CASES["other_site"])
def test_neighbours_under_a_public_suffix_are_strangers(a: str, b: str) -> None:
    assert not same_site(a, b)


def test_the_suffix_list_is_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert same_site("https://uncached-a.example.co.uk/", "example.co.uk")


def test_ids_are_short_stable_and_distinct() -> None:
    assert article_id("x.in/a/b") == "ad8aa51a88f79ae09"
    assert article_id("x.in/a/c") != article_id("x.in/a/b")


def test_an_absurdly_long_url_is_no_article() -> None:
    assert url_key("https://x.in/" + "a/" * 100_000) == ""


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=80)
    | st.text(alphabet="htps:/x.in?&=#%amprt20;[]@\\", max_size=60).map(
        lambda tail: "https://x.in/" + tail
    )
)
def test_garbage_is_survived(text: str) -> None:
    key = url_key(text)
    assert key == key.strip()
    assert bool(clean_url(text)) == bool(key)
    host_of(text)
    same_site(text, "x.in")
