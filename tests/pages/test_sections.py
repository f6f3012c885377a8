"""Section pages: the stories, not the furniture; the next page, not the calendar."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.pages.links import article_shape, is_trap
from newscrawl.pages.sections import MOST_ENTRIES, read_section

URL = "https://herald.test/world/"


def page(content: str) -> bytes:
    return f"<html><head></head><body>{content}</body></html>".encode()


def found(content: str, **rules: list[str]) -> list[str]:
    listing = read_section(page(content), URL, **rules)
    return [entry.url.removeprefix("https://herald.test") for entry in listing.entries]


def card(path: str, headline: str, more: str = "") -> str:
    return f'<div class="card"><h3><a href="{path}">{headline}</a></h3>{more}</div>'


def test_stories_in_page_order_with_headline_and_date() -> None:
    listing = read_section(
        page(
            card(
                "/world/river-rises-after-rain-701",
                "River rises <b>after</b> rain",
                '<time datetime="2025-04-02T07:51:00+05:30">2 Apr</time>',
            )
            + card(
                "/world/ferry-service-starts-again-702",
                "Ferry service starts again",
                '<span class="post-date">April 3, 2025</span>',
            )
        ),
        URL,
    )
    assert [(e.headline, e.published) for e in listing.entries] == [
        ("River rises after rain", "2025-04-02T07:51:00+05:30"),
        ("Ferry service starts again", "2025-04-03"),
    ]
    assert listing.note is None


def test_a_date_of_the_neighbour_is_not_taken() -> None:
    one = card("/world/river-rises-after-rain-701", "River rises after rain")
    two = card(
        "/world/ferry-service-starts-again-702",
        "Ferry service starts again",
        "<time>April 3, 2025</time>",
    )
    six = "".join(
        card(f"/world/another-story-of-today-{n}", "x y z w") for n in "123456"
    )
    listing = read_section(page(one + two + six), URL)
    assert listing.entries[0].published is None
    assert listing.entries[1].published == "2025-04-03"


def test_picture_and_headline_links_are_one_story() -> None:
    content = (
        '<a href="/world/river-rises-after-rain-701?utm_source=p"><img src="i"></a>'
        '<a href="/world/river-rises-after-rain-701">River rises after rain</a>'
    )
    listing = read_section(page(content), URL)
    assert [e.headline for e in listing.entries] == ["River rises after rain"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tag/river-rises-after-rain">River rises after rain</a>',
        '<a href="/author/asha-example-of-herald">Asha Example of Herald</a>',
        '<a href="/world/">All the news of the world</a>',
        '<a href="mailto:desk@herald.test">Write to the news desk</a>',
        '<a href="javascript:void(0)">River rises after rain</a>',
        '<a href="https://other.test/river-rises-after-rain-701">River rises now</a>',
        '<a href="/2025/04/02/">All stories of this day</a>',
        '<a href="/2031/12/">December 2031 in the archive</a>',
        '<a href="/page/2/">More stories of the world</a>',
        '<a href="/world/?page=2">More stories of the world</a>',
        '<a href="/sitemap.xml">The map of this site</a>',
        '<a href="/share?u=https://herald.test/a">Share this story with friends</a>',
        '<a href="/budget-2025/">Budget 2025</a>',
        '<nav><a href="/world/river-rises-after-rain-701">River rises now</a></nav>',
        '<div class="breadcrumb"><a href="/a-long-way-here">A long way here</a></div>',
        '<a href="http://[">River rises after rain</a>',
    ],
)
def test_furniture_is_no_story(link: str) -> None:
    assert found(link) == []


@pytest.mark.parametrize(
    "path",
    [
        "/river-rises-after-rain/",
        "/2025/04/02/river-rises/",
        "/world/river-31743560460123.html",
        "/news.php?id=4711",
        "/?p=4711",
        "/article/world/3312345-river-rises",
        "/news/article_0b1c2d3e-aaaa-bbbb-cccc-0123456789ab.html",
        "/%E0%A4%A8%E0%A4%A6%E0%A5%80-%E0%A4%AE%E0%A5%87%E0%A4%82-12345",
        "/print/1234567-river-rises",
        "/world/article68412345.ece",
        "/markets/asian-shares-soft-as-doubts-creep-in",
        "/news/archives/2024/10/16/2003825372",
        "/match/third-day-of-the-test/2014-12-30",
    ],
)
def test_shapes_of_stories(path: str) -> None:
    assert found(card(path, "River rises after two days of rain")) == [path]


def test_a_bare_slug_counts_under_a_heading() -> None:
    path = "/world/rain"
    assert found(card(path, "Rain stops play in the north")) == [path]
    assert found(f'<p><a href="{path}">Rain</a></p>') == []


def test_an_outlets_own_patterns_decide() -> None:
    content = card("/s/1", "Rain") + card("/world/river-rises-after-rain-701", "River")
    assert found(content, article_urls=[r"/s/\d+"]) == ["/s/1"]
    assert found(content, skip_urls=["-701"]) == []
    assert found(content, article_urls=["/s/", "701"], skip_urls=["/s/"]) == [
        "/world/river-rises-after-rain-701"
    ]


@pytest.mark.parametrize(
    ("content", "url", "following"),
    [
        ('<link rel="next" href="/world/page/2/">', URL, "/world/page/2/"),
        ('<a rel="next nofollow" href="?page=2">2</a>', URL, "/world/?page=2"),
        ('<a href="/world/?page=2">Next »</a>', URL, "/world/?page=2"),
        ('<a href="/world/page/2">Older posts</a>', URL, "/world/page/2"),
        ('<a href="/world/page/2">अगला</a>', URL, "/world/page/2"),
        ('<a href="/world/page/2">»</a>', URL, "/world/page/2"),
        ('<a class="next" href="/world/page/2"><i></i></a>', URL, "/world/page/2"),
        ('<a href="/world/older">Older</a>', URL, "/world/older"),
        (
            '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a>'
            '<a href="?page=9">9</a>',
            URL + "?page=2",
            "/world/?page=3",
        ),
        ('<a href="/list.php?start=20">Load more</a>', URL, "/list.php?start=20"),
        ('<a href="?offset=40">More news</a>', URL + "?offset=20", "/world/?offset=40"),
        (
            '<button data-next="/world/?page=2">Load more stories</button>',
            URL,
            "/world/?page=2",
        ),
        ('<div id="load-more" data-url="?from=30"></div>', URL, "/world/?from=30"),
        ('<button hx-get="/ajax/world/page/2">+</button>', URL, None),
        (
            '<button class="load-more" hx-get="/more/page/2">+</button>',
            URL,
            "/more/page/2",
        ),
        ('<button class="load-more" data-next="2">+</button>', URL, None),
        ('<a href="?offset=20">Load more</a>', URL + "?offset=20", None),
        ('<a href="?offset=0">Load more</a>', URL + "?offset=20", None),
        ('<a href="?offset=9000">Load more</a>', URL, None),
        ('<button class="load-more" data-url="/2031/12/">+</button>', URL, None),
        (
            '<button class="load-more" data-url="https://other.test/?page=2"></button>',
            URL,
            None,
        ),
        ('<a href="/sport/page/2">2</a>', URL, None),
        ('<a href="/world/page/9">Next</a>', URL, None),
        ('<a href="/world/page/2">Next</a>', URL + "page/2", None),
        ('<a href="/world/page/1">Next</a>', URL + "page/2", None),
        ('<a href="/2031/12/">Next</a>', URL, None),
        ('<a rel="next" href="/2031/12/">»</a>', URL, None),
        ('<a href="/world/?month=2031-12">Next</a>', URL, None),
        ('<a href="/world/?month=12&page=2">Next</a>', URL, None),
        ('<a rel="next" href="/river-rises-after-rain-70123">Next</a>', URL, None),
        ('<a rel="next" href="https://other.test/world/page/2">Next</a>', URL, None),
        ('<a rel="next" href="#top">Next</a>', URL, None),
    ],
)
def test_the_next_page(content: str, url: str, following: str | None) -> None:
    said = read_section(page(content), url).next_page
    assert said == (following and "https://herald.test" + following)


def test_base_and_encoding() -> None:
    body = (
        '<html><head><base href="https://herald.test/n/"></head><body>'
        '<h2><a href="sturm-ueber-der-kueste-701">Sturm über der Küste</a></h2>'
    ).encode("cp1252")
    listing = read_section(body, URL, encoding="windows-1252")
    assert listing.entries[0].url == "https://herald.test/n/sturm-ueber-der-kueste-701"
    assert listing.entries[0].headline == "Sturm über der Küste"


def test_the_number_of_stories_is_bounded() -> None:
    content = "".join(
        card(f"/world/river-rises-after-rain-{n}", "River rises after rain")
        for n in range(10_000, 10_000 + MOST_ENTRIES + 3)
    )
    listing = read_section(page(content), URL)
    assert len(listing.entries) == MOST_ENTRIES
    assert listing.note == f"truncated at {MOST_ENTRIES} entries"


@pytest.mark.parametrize(
    "body", [b"", b"   ", b"\x89PNG\r\n\x1a\n\x00", b"{}", b"<p>Hi"]
)
def test_what_lists_nothing_is_told(body: bytes) -> None:
    listing = read_section(body, URL)
    assert listing.entries == []
    assert listing.note


@pytest.mark.parametrize(
    "url", ["https://x.in/2031/12/", "https://x.in/a?month=3", "https://x.in/page/2"]
)
def test_traps(url: str) -> None:
    assert is_trap(url)
    assert article_shape(url) < 0


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from([b"<a href='/", b"river-rises-after-rain-70123", b"'>", b"</a>",
                         b"<h2>", b"<time>", b"2 April 2025", b"<nav>", b"?page=2",
                         b"Next",
                         b"<base href='//['>", b"\xff", b"<a rel=next href=//[>"]),
        max_size=25,
    ).map(b"".join)
)  # fmt: skip
def test_any_bytes_give_a_listing(body: bytes) -> None:
    listing = read_section(body, URL)
    assert listing.entries or listing.note
