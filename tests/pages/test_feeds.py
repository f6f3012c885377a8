"""Feeds as outlets really serve them: three formats, broken ones, hostile ones."""

from __future__ import annotations

import gzip
import tracemalloc

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.pages.feeds import MOST_ENTRIES, read_feed
from newscrawl.pages.listing import Entry, Listing

URL = "https://herald.test/rss/top.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>The Herald</title><link>https://herald.test/</link>
<language>en-IN</language>{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"
 xml:base="https://bote.test/n/"><title>Bote</title>{items}</feed>"""
ITEM = """<item><title>River rises</title><link>https://herald.test/a/1</link>
<pubDate>Wed, 02 Apr 2025 07:51:00 +0530</pubDate></item>"""


def rss(*items: str) -> bytes:
    return RSS.format(items="".join(items)).encode()


def only(body: bytes) -> Entry:
    listing = read_feed(body, URL)
    assert len(listing.entries) == 1, listing
    return listing.entries[0]


def test_an_rss_item() -> None:
    assert read_feed(rss(ITEM), URL) == Listing(
        entries=[
            Entry(
                url="https://herald.test/a/1",
                headline="River rises",
                published="2025-04-02T07:51:00+05:30",
                language="en-IN",
            )
        ]
    )


def test_an_rss_1_feed() -> None:
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://herald.test/"><title>H</title></channel>
    <item rdf:about="https://herald.test/a/1"><title>Ferry late</title>
    <dc:date>2025-04-02T07:51:00Z</dc:date></item></rdf:RDF>"""
    entry = only(body)
    assert entry.url == "https://herald.test/a/1"
    assert entry.published == "2025-04-02T07:51:00+00:00"


def test_an_atom_entry() -> None:
    body = ATOM.format(
        items="""<entry>
        <title type="html">&lt;i&gt;Regen&lt;/i&gt; &amp;amp; Wind</title>
        <link rel="self" href="self"/><link rel="alternate" href="1"/>
        <id>tag:bote.test,2025:1</id><published>2025-04-02T07:51:00Z</published>
        <updated>2025-04-03T07:51:00Z</updated></entry>"""
    ).encode()
    assert only(body) == Entry(
        url="https://bote.test/n/1",
        headline="Regen & Wind",
        published="2025-04-02T07:51:00+00:00",
        modified="2025-04-03T07:51:00+00:00",
        language="de",
    )


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<link>/a/1</link>", "https://herald.test/a/1"),
        ("<link> https://herald.test/a/1 \n</link>", "https://herald.test/a/1"),
        ("<link><![CDATA[https://herald.test/a/1]]></link>", "https://herald.test/a/1"),
        ("<link>https://herald.test/a/1#c</link>", "https://herald.test/a/1"),
        ("<guid>https://herald.test/g</guid>", "https://herald.test/g"),
        (
            '<link>https://herald.test/a</link><guid isPermaLink="true">'
            "https://herald.test/g</guid>",
            "https://herald.test/a",
        ),
        (
            "<link>https://feedproxy.test/~r/1</link>"
            "<feedburner:origLink>https://herald.test/a</feedburner:origLink>",
            "https://herald.test/a",
        ),
        (
            "<media:content><media:title>no</media:title></media:content>"
            '<link href="/b"/>',
            "https://herald.test/b",
        ),
    ],
)
def test_links(link: str, url: str) -> None:
    assert only(rss(f"<item><title>x</title>{link}</item>")).url == url


@pytest.mark.parametrize(
    "link",
    [
        '<guid isPermaLink="false">https://herald.test/g</guid>',
        "<guid>7@herald.test</guid>",
        "<link>javascript:alert(1)</link>",
        "<link>file:///etc/passwd</link>",
        "<link></link>",
        "<link>http://[</link>",
    ],
)
def test_what_is_no_link(link: str) -> None:
    listing = read_feed(rss(f"<item><title>x</title>{link}</item>"), URL)
    assert (listing.entries, listing.note) == ([], "empty")


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("<title><![CDATA[<b>Rain</b> &amp; wind]]></title>", "Rain & wind"),
        ("<title>Rain &amp;#8217;s end</title>", "Rain ’s end"),
        ("<media:title>Photo</media:title><title>Rain</title>", "Rain"),
        ("<title/>", None),
        ("", None),
    ],
)
def test_headlines(title: str, headline: str | None) -> None:
    assert only(rss(f"<item>{title}<link>/a</link></item>")).headline == headline


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("<dc:date>2025-04-02</dc:date>", "2025-04-02"),
        ("<pubDate>Apr 2, 2025 07:51 IST</pubDate>", "2025-04-02T07:51:00+05:30"),
        ("<pubDate>soon</pubDate>", None),
        ("<pubDate>Wed, 31 Feb 2025 07:51:00 GMT</pubDate>", None),
    ],
)
def test_dates(date: str, published: str | None) -> None:
    assert only(rss(f"<item><link>/a</link>{date}</item>")).published == published


@pytest.mark.parametrize(
    "body",
    [
        b"\n\n<b>Warning</b>: out of memory\n" + rss(ITEM),
        rss(ITEM.replace("River rises", "R & D rises")),
        rss(ITEM.replace("River rises", "River&nbsp;rises")),
        rss(ITEM)[:-20],
        rss(ITEM).replace(b"</pubDate></item>", b"</item>"),
        rss(ITEM).replace(b"River", b"R\xefver"),
        rss(ITEM).replace(b"UTF-8", b"x-unknown-9"),
    ],
    ids=["junk", "ampersand", "entity", "cut", "unclosed", "encoding", "codec"],
)
def test_broken_feeds_are_read_leniently(body: bytes) -> None:
    listing = read_feed(body, URL)
    assert [e.url for e in listing.entries] == ["https://herald.test/a/1"]
    assert listing.note == "broken xml, read leniently"


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!DOCTYPE html><html><body>Not found", "html instead of a feed"),
        (b'{"error": 404}', "json instead of a feed"),
        (b"\x89PNG\r\n\x1a\n", "not a feed"),
        (b"<urlset><url><loc>https://x.test/</loc></url></urlset>", "not a feed"),
        (rss(), "empty"),
        (b"\x1f\x8b\x08junk", "broken gzip, read in part"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes, note: str) -> None:
    assert read_feed(body, URL) == Listing(note=note)


def test_a_gzipped_feed() -> None:
    assert only(gzip.compress(rss(ITEM))).headline == "River rises"


def test_a_very_long_feed_is_cut() -> None:
    listing = read_feed(rss("<item><link>/a</link></item>" * (MOST_ENTRIES + 5)), URL)
    assert len(listing.entries) == MOST_ENTRIES
    assert listing.note == f"truncated at {MOST_ENTRIES} entries"


def bomb() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}'
        '<!ENTITY file SYSTEM "file:///etc/hostname">]><rss><channel>'
        "<item><title>x&l11;&file;</title><link>https://herald.test/a</link></item>"
        "</channel></rss>"
    ).encode()


def test_entities_are_never_expanded_or_fetched() -> None:
    tracemalloc.start()
    listing = read_feed(bomb(), URL)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
    for entry in listing.entries:
        assert "haha" not in (entry.headline or "")
        assert len(entry.headline or "") < 40


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from([b"<rss>", b"<item>", b"<link>", b"/a", b"</item>", b"&",
                         b"<![CDATA[", b"]]>", b"<feed", b">", b"\x00", b"\xff\xfe",
                         b"<entry>", b"<title>", b'xml:base="//["']),
        max_size=25,
    ).map(b"".join)
)  # fmt: skip
def test_any_bytes_give_a_listing(body: bytes) -> None:
    listing = read_feed(body, URL)
    assert listing.entries or listing.note


@pytest.mark.parametrize(
    "unit", [b"<item><title>x</title>", b"<channel><item>", b"& ", b"<", b"<a b='c' d>"]
)
def test_a_broken_feed_made_to_cost_is_read_in_part(
    unit: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bytes] = []
    parse = feedparser.parse

    def counting(body: bytes, **more: object) -> object:
        given.append(body)
        return parse(body, **more)

    monkeypatch.setattr(feedparser, "parse", counting)
    listing = read_feed(b"<rss><channel>" + unit * 300_000, "https://x.in/feed")
    assert [len(body) <= 512 * 1024 for body in given] == [True]
    assert given[0].count(b"<") <= 10_000
    assert listing.entries == []
