"""Bytes to a parsed page: which encoding is believed."""

from __future__ import annotations

import pytest

from newscrawl.pages.page import parse
from newscrawl.reading import read_article

TEXT = "<p>Café – naïve</p>"


@pytest.mark.parametrize(
    ("data", "declared", "used"),
    [
        (TEXT.encode(), None, "utf-8"),
        (TEXT.encode("utf-8-sig"), "windows-1252", "utf-8"),
        (TEXT.encode("cp1252"), "utf-8", "windows-1252"),
        (TEXT.encode("cp1252"), None, "windows-1252"),
        (TEXT.encode("cp1252"), "iso-8859-1", "windows-1252"),
        (TEXT.encode(), "iso-8859-1", "utf-8"),
        (b"<meta charset=nonsense>" + TEXT.encode(), None, "utf-8"),
    ],
)
def test_the_encoding_that_the_bytes_allow(
    data: bytes, declared: str | None, used: str
) -> None:
    page = parse(data, "https://x.test/", declared)
    assert "Café – naïve" in "".join(page.root.itertext())
    assert page.encoding == used


def test_zero_bytes_do_not_end_the_page() -> None:
    page = parse(b"<p>one</p>\0<p>two</p>" + b" " * 500, "https://x.test/")
    assert "".join(page.root.itertext()).strip() == "onetwo"


@pytest.mark.parametrize(
    "opened", ["<article>", "<main><section>", "<div>", "<header></header><article>"]
)
def test_a_page_without_head_and_body_tags_is_read(opened: str) -> None:
    lines = [f"The quay at pier {n} was dredged in winter." for n in range(4)]
    text = "".join(f"<p>{line}" for line in lines)
    html = f"<!doctype html><meta charset=utf-8><title>Quay dredged</title>{opened}"
    article = read_article(f"{html}<h1>Quay dredged</h1>{text}", "https://x.test/a")
    assert article.headline == "Quay dredged"
    assert [p.text for p in article.paragraphs] == lines
