"""Sitemaps: pages, Google News, index, text, gzip, and what is none."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.pages import xml
from newscrawl.pages.listing import Child, Entry, Listing
from newscrawl.pages.sitemaps import MOST_ENTRIES, read_sitemap

URL = "https://herald.test/sitemap.xml"
NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc><![CDATA[ https://herald.test/a ]]></loc>
<image:image><image:loc>https://herald.test/i.jpg</image:loc>
<image:title>A picture</image:title></image:image>
<news:news><news:publication><news:name>Herald</news:name>
<news:language>hi</news:language></news:publication>
<news:publication_date>2025-04-02T07:51:00+05:30</news:publication_date>
<news:title>Rain &amp;amp; wind</news:title></news:news>
<lastmod>2025-04-03</lastmod></url></urlset>"""
ENTRY = Entry(
    url="https://herald.test/a",
    headline="Rain & wind",
    published="2025-04-02T07:51:00+05:30",
    modified="2025-04-03",
    language="hi",
)
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://herald.test/2.xml</loc></sitemap>
<sitemap><loc>https://herald.test/0.xml</loc><lastmod>2025-01-01</lastmod></sitemap>
<sitemap><loc>/1.xml</loc><lastmod>2025-02-01T00:00:00Z</lastmod></sitemap>
</sitemapindex>"""


@pytest.mark.parametrize(
    "body",
    [
        NEWS,
        b"\xef\xbb\xbf" + NEWS,
        gzip.compress(NEWS),
        NEWS.replace(b"http://www.sitemaps.org/schemas/sitemap/0.9", b"urn:wrong"),
        NEWS.replace(b' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', b""),
    ],
    ids=["plain", "bom", "gzip", "namespace", "no namespace"],
)
def test_a_news_sitemap(body: bytes) -> None:
    assert read_sitemap(body, URL) == Listing(entries=[ENTRY])


def test_an_index_gives_its_children_newest_first() -> None:
    assert read_sitemap(INDEX, URL) == Listing(
        children=[
            Child("https://herald.test/1.xml", "2025-02-01T00:00:00+00:00"),
            Child("https://herald.test/0.xml", "2025-01-01"),
            Child("https://herald.test/2.xml"),
        ]
    )


def test_an_index_inside_a_urlset() -> None:
    body = b"""<urlset><sitemap><loc>https://herald.test/1.xml</loc></sitemap>
    <url><loc>https://herald.test/a</loc></url></urlset>"""
    assert read_sitemap(body, URL) == Listing(
        entries=[Entry("https://herald.test/a")],
        children=[Child("https://herald.test/1.xml")],
    )


def test_a_plain_text_sitemap() -> None:
    body = b"https://herald.test/a\r\nnonsense\nhttps://herald.test/b\n"
    listing = read_sitemap(body, URL)
    assert [e.url for e in listing.entries] == [
        "https://herald.test/a",
        "https://herald.test/b",
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"Warning: x\n" + NEWS,
        NEWS.replace(b"Rain &amp;amp; wind", b"Rain & wind"),
        NEWS[:-12],
    ],
    ids=["junk", "ampersand", "cut"],
)
def test_broken_sitemaps_are_read_leniently(body: bytes) -> None:
    listing = read_sitemap(body, URL)
    assert [e.url for e in listing.entries] == ["https://herald.test/a"]
    assert listing.note == "broken xml, read leniently"


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (b"", "empty"),
        (b"<urlset/>", "empty"),
        (b"<!doctype html><html>", "html instead of a sitemap"),
        (b'{"a": 1}', "json instead of a sitemap"),
        (b"<rss><channel/></rss>", "not a sitemap"),
        (b"\x1f\x8bjunk", "broken gzip, read in part"),
        (b"<urlset><url><loc>mailto:a@x.test</loc></url></urlset>", "empty"),
    ],
)
def test_what_is_no_sitemap_is_told(body: bytes, note: str) -> None:
    assert read_sitemap(body, URL) == Listing(note=note)


def test_entries_are_bounded() -> None:
    row = b"<url><loc>https://herald.test/a</loc></url>"
    listing = read_sitemap(b"<urlset>" + row * (MOST_ENTRIES + 2) + b"</urlset>", URL)
    assert len(listing.entries) == MOST_ENTRIES
    assert listing.note == f"truncated at {MOST_ENTRIES} entries"


def test_unpacking_stops_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "LARGEST", 100_000)
    row = b"<url><loc>https://herald.test/a</loc></url>"
    body = gzip.compress(b"<urlset>" + row * 10_000 + b"</urlset>")
    listing = read_sitemap(body, URL)
    assert 2_000 < len(listing.entries) < 2_500
    assert listing.note == "larger than 100000 bytes, read in part"


def test_entities_are_never_expanded() -> None:
    laughs = b"".join(
        b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    body = (
        b'<!DOCTYPE urlset [<!ENTITY l0 "ha">' + laughs + b"]><urlset><url><loc>"
        b"https://herald.test/&l11;</loc></url></urlset>"
    )
    listing = read_sitemap(body, URL)
    assert all(len(e.url) < 60 and "haha" not in e.url for e in listing.entries)


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from([b"<urlset>", b"<url>", b"<loc>", b"https://x.test/", b"</loc>",
                         b"</url>", b"&", b"<sitemap>", b"<![CDATA[", b"]]>", b"\x00"]),
        max_size=25,
    ).map(b"".join)
)  # fmt: skip
def test_any_bytes_give_a_listing(body: bytes) -> None:
    listing = read_sitemap(body, URL)
    assert listing.entries or listing.children or listing.note
