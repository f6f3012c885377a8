"""When a page says that its article was published, wherever it says so."""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import pytest

from newscrawl.reading import read_article

HEAD = "Quay reopens after dredging, harbour board says"
PROSE = "".join(
    f"<p>The quay at pier {n} was dredged in winter and the board measured it again.</p>"
    for n in range(1, 6)
)
URL = "https://x.test/n/7"
MORE = "".join(f"<h3>Boats at pier {n}</h3>" for n in range(8))
LINKED = "<script type=application/ld+json>{}</script>"


def published(
    row: str = "", *, head: str = "", end: str = "", url: str = URL
) -> object:
    page = f"<title>{HEAD}</title>{head}<div><h1>{HEAD}</h1>{row}<div>{PROSE}</div></div>{end}"
    article = read_article(page, url)
    return article.date_published, article.provenance.get("date_published")


@pytest.mark.parametrize(
    ("page", "day", "reader"),
    [
        ({"url": "https://x.test/2025/05/06/quay-reopens.html"}, "2025-05-06", "url"),
        ({"url": "https://x.test/2025/may/06/quay-reopens"}, "2025-05-06", "url"),
        ({"url": "https://x.test/news/06-05-2025"}, "2025-05-06", "url"),
        ({"url": "https://x.test/2025/13/06/quay-reopens.html"}, None, None),
        ({"end": "<footer>Quay News &copy; 2025</footer>"}, None, None),
        ({"end": "<p>Views: 61</p><p>Published on: 6 May 2025</p>"}, "2025-05-06", "visible"),
        ({"end": "<div class=article_date>6 May 2025</div>"}, "2025-05-06", "visible"),
        ({"end": MORE + "<aside><div class=article_date>6 May 2025</div></aside>"}, None, None),
        ({"end": MORE + "<ul class=related><li class=date>6 May 2025</ul>"}, None, None),
        ({"row": "<span class=updated title=2025-05-06T09:14:00+05:30></span>"}, "2025-05-06T09:14:00+05:30", "attribute"),
        ({"row": "<x-time publishdate='2025-05-06 09:14:07.418 +0530'></x-time>"}, "2025-05-06T09:14:07+05:30", "attribute"),
        ({"head": "<meta property=share:article_published_time content=2025-05-06T09:14:00+05:30>"}, "2025-05-06T09:14:00+05:30", "meta:share:article_published_time"),
        ({"head": LINKED.format('{"@type":"WebPage","datePublished":"2025-05-06T09:14:00+05:30"}')}, "2025-05-06T09:14:00+05:30", "jsonld"),
        ({"head": LINKED.format("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2025-05-06T09:14:07:684Z&quot;}")}, "2025-05-06T09:14:07+00:00", "jsonld"),
        ({"row": "<p>(6.05.2025) The quay was dredged, the board of the harbour said on Monday.</p>"}, "2025-05-06", "text"),
        ({"row": "<p>6. Mai 2025 „Der Kai ist wieder offen“, sagte die Leitung des Hafens am Montag.</p>"}, "2025-05-06", "text"),
        ({"row": "<p>6 May 2025 was the day on which the quay of the old harbour was opened.</p>"}, None, None),
        ({"row": "<div>Letzte Änderung: 6.05.2025</div>"}, None, None),
        ({"end": '<script>var s={"publishedDate":"2025-05-06T09:14:00+05:30","x":1}</script>'}, "2025-05-06T09:14:00+05:30", "script"),
        ({"end": '<script>[{"created_at":"2025-05-06"},{"created_at":"2025-05-07"}]</script>'}, None, None),
        ({"head": "<meta name=dc.publisher content='Quay News 2025'>"}, None, None),
    ],
)  # fmt: skip
def test_the_day_is_found_where_no_usual_place_has_it(
    page: dict[str, str], day: str | None, reader: str | None
) -> None:
    assert published(**page) == (day, reader)


@pytest.mark.parametrize(
    ("row", "url", "expected"),
    [
        # A date in a sentence under the headline is when something else happened.
        ("<p>The board will dredge the other quay, which is older, from 1 July 2025</p>", URL, None),
        ("<p>Posted on 6 May 2025 by the board's office at the old quay in the town of Odde</p>", URL, "2025-05-06"),
        ("<div>said on 3 May 2025</div>", "https://x.test/2025/05/06/quay", "2025-05-06"),
        ("<div>6 May 2025, 17:08</div>", "https://x.test/2025/05/06/quay", "2025-05-06T17:08:00+00:00"),
        ("<div>May 6, 2025 5:08 PMTags</div>", URL, "2025-05-06T17:08:00+00:00"),
    ],
)  # fmt: skip
def test_a_row_is_believed_where_it_is_one(
    row: str, url: str, expected: str | None
) -> None:
    assert published(row, url=url)[0] == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.x.co.in/n/7", "2025-05-06T17:08:00+05:30"),
        ("https://x.de:8080/n/7", "2025-05-06T17:08:00+02:00"),
        ("https://x.test/in/7", "2025-05-06T17:08:00+00:00"),
    ],
)
def test_a_time_without_a_zone_is_that_of_the_outlets_country(
    url: str, expected: str
) -> None:
    assert published("<div>6 May 2025, 17:08</div>", url=url)[0] == expected


def test_the_day_that_readers_see_is_believed_over_one_tag() -> None:
    head = "<meta property=article:published_time content={}>"
    row = "<time datetime=2025-05-06>06.05.2025</time>"
    assert published(row, head=head.format("2024-11-02"))[0] == "2025-05-06"
    assert published(row, head=head.format("2025-05-07"))[0] == "2025-05-07"
    changed = "<meta property=article:modified_time content=2025-05-06>"
    told = published(row, head=head.format("2024-11-02") + changed)
    assert told[0] == "2024-11-02"
    linked = LINKED.format('{"@type":"NewsArticle","datePublished":"2024-11-02"}')
    assert published(row, head=linked)[0] == "2024-11-02"


def test_a_time_in_the_comments_is_not_the_text_s() -> None:
    end = "<div class=comments><p>Published: 6 May 2025</p></div>"
    assert published(end=end)[0] is None


def test_a_label_may_stand_in_a_cell_of_its_own() -> None:
    end = MORE + "<div>Published:</div><div>6 May 2025</div>"
    assert published(end=end)[0] == "2025-05-06"


def test_a_day_above_the_headline_is_second_to_one_below() -> None:
    above = "<p>Monday, 12 May 2025</p><p>Weather: sunny spells</p>"
    head = f"<title>{HEAD}</title>{above}<h1>{HEAD}</h1>"
    page = head + "<p>6 May 2025</p>" + PROSE
    assert read_article(page, URL).date_published == "2025-05-06"
    assert read_article(head + PROSE, URL).date_published == "2025-05-12"
