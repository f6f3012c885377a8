"""Sitemap lines of robots.txt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.pages.robots import sitemap_lines


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("User-agent: *\nDisallow: /x\n", []),
        ("Sitemap: https://x.test/a.xml", ["https://x.test/a.xml"]),
        ("SITEMAP:https://x.test/a.xml#c\r\n", ["https://x.test/a.xml"]),
        ("\ufeffsitemap : http://x.test/a.xml.gz  # n", ["http://x.test/a.xml.gz"]),
        ("Sitemap: /a.xml\nSitemap: ftp://x.test/a\nSitemap: https://", []),
        ("# Sitemap: https://x.test/a.xml", []),
        (
            "Sitemap: https://x.test/b\nSitemap: https://x.test/a\n"
            "Sitemap: https://x.test/b\n",
            ["https://x.test/b", "https://x.test/a"],
        ),
    ],
)
def test_sitemap_lines(body: str, found: list[str]) -> None:
    assert sitemap_lines(body) == found


def test_the_number_of_lines_is_bounded() -> None:
    body = "".join(f"Sitemap: https://x.test/{n}.xml\n" for n in range(5_000))
    assert len(sitemap_lines(body)) == 500


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_garbage_is_survived(body: str) -> None:
    assert all(url.lower().startswith("http") for url in sitemap_lines(body))
