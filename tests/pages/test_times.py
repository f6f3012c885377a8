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
        ({"row": "<p>Sept. 6, 2025 -- The quay was dredged, the board of the harbour said on Saturday.</p>"}, "2025-09-06", "text"),
        ({"row": "<p>6 May 2025 was the day on which the quay of the old harbour was opened.</p>"}, None, None),
        ({"row": "<div>Letzte Änderung: 6.05.2025</div>"}, None, None),
        ({"end": '<script>var s={"publishedDate":"2025-05-06T09:14:00+05:30","x":1}</script>'}, "2025-05-06T09:14:00+05:30", "script"),
        ({"end": '<script>[{"created_at":"2025-05-06"},{"created_at":"2025-05-07"}]</script>'}, None, None),
        ({"head": "<meta name=dc.publisher content='Quay News 2025'>"}, None, None),
        ({"end": "<p class=postmetadata>This entry was posted on Tuesday, May 6th, 2025 at 9:14 am and is filed under Harbour. You can follow any responses to this entry, or trackback from your own site, as many do.</p>"}, "2025-05-06T09:14:00+00:00", "visible"),
        ({"end": "<p>Dieser Beitrag wurde am Dienstag, 6. Mai 2025 um 09:14 Uhr veröffentlicht und ist unter den Kategorien Hafen und Kai abgelegt, mit drei Kommentaren und einem Bild von der alten Mole.</p>"}, "2025-05-06T09:14:00+00:00", "visible"),
        ({"end": "<p>Letzte Änderung: 7.05.2025 - 14:49<br>Erschienen am: 6.05.2025<br>Gelesen: 61<br>Alle Rechte an diesem Text liegen beim Verlag der Hafenzeitung und bei denen, die ihn geschrieben haben</p>"}, "2025-05-06", "visible"),
        ({"row": "<p>The survey, published on 6 May 2025 by the harbour board, was made in winter and measured the quay.</p>"}, None, None),
        ({"row": "<div>Tel. 061 20 25 60</div>", "end": '<script>var s={"publicationDate":"2025-05-06T09:14:00+05:30"}</script>'}, "2025-05-06T09:14:00+05:30", "script"),
        ({"end": '<script>[{"createdAt":"2025-05-06T10:00:00Z"},{"publicationDate":"2025-05-06T09:00:00Z"}]</script>'}, "2025-05-06T09:00:00+00:00", "script"),
        ({"end": r'<script>push("{\"deployDt\":\"2025.05.06 09:14\"}")</script>'}, "2025-05-06T09:14:00+00:00", "script"),
        ({"end": '<p><script>showDate("2025/05/06 09:14:07")</script></p>'}, "2025-05-06T09:14:07+00:00", "script"),
        ({"end": "<script>var d=new Date('2025/05/06');load_date('2025/05/06')</script>"}, None, None),
        ({"end": MORE + "<div>May 6, 2025</div>"}, "2025-05-06", "visible"),
        ({"end": MORE + "<div>6 / May / 2025</div>"}, "2025-05-06", "visible"),
        ({"end": MORE + "<div>Concert on May 6, 2025</div>"}, None, None),
        ({"end": MORE + "<div class=has-sidebar><span class=entry-meta>May 6, 2025, four readers</span></div>"}, None, None),
        ({"end": MORE + "<dl><dd itemprop=datePublished content=2025-05-06>May 2025</dd></dl>", "row": "<div>61 20 25</div>"}, "2025-05-06", "attribute"),
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
    assert told[0] == "2025-05-06"
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


def test_a_part_that_holds_the_heading_is_no_sidebar() -> None:
    meta = "<div><p class=entry-meta>May 6, 2025, read by four people</p></div>"
    page = f"<title>{HEAD}</title><body class=right-sidebar><h1>{HEAD}</h1>{PROSE}"
    assert read_article(page + MORE + meta, URL).date_published == "2025-05-06"


def test_the_days_of_other_articles_are_not_this_one_s() -> None:
    own = "<div class=at><div>Updated: <time datetime=2025-05-06T09:14Z></time></div></div>"
    other = "<ul><li><div><time datetime=2025-07-01T10:00Z></time></div></li></ul>"
    page = (
        f"<title>{HEAD}</title><h1>{HEAD}</h1>{own}<div>{PROSE}</div><div>{other}</div>"
    )
    article = read_article(page, URL)
    assert article.date_published is None
    assert article.date_modified == "2025-05-06T09:14:00+00:00"


@pytest.mark.parametrize(
    ("row", "end", "expected"),
    [
        # A time element of the headline may have no machine's form, a teaser's has.
        ("<time>6 May 2025, 09:14</time>", "<time datetime=2025-07-01T10:00Z></time>", "2025-05-06T09:14:00+00:00"),
        ("<p>6 May 2025</p>", "<time datetime=2025-07-01T10:00Z></time>", "2025-05-06"),
        ("<p>6 May 2025</p>", "<time datetime=2025-05-06T10:00Z></time>", "2025-05-06T10:00:00+00:00"),
        ("<p>6 May 2025</p>", "<time datetime=2025-05-07T02:00Z></time>", "2025-05-06T22:00:00-04:00"),
        ("<p>6 May 2025</p>", "<ul class=teaser><li><time>5 May 2025</time></ul>", "2025-05-06"),
        # What a post in the text is dated is its own.
        ("", "<blockquote><p>See this</p><time datetime=2025-07-01T10:00Z></time></blockquote>", None),
    ],
)  # fmt: skip
def test_the_row_at_the_headline_is_believed_before_times_elsewhere(
    row: str, end: str, expected: str | None
) -> None:
    assert published(row, end=MORE + end)[0] == expected


def test_a_date_elsewhere_gives_way_to_the_last_change_at_the_headline() -> None:
    row = "<div>Updated: 6 May 2025, 09:14</div>"
    end = MORE + "<div class=date>1 July 2025</div>"
    assert published(row, end=end)[0] is None
    assert published(row, end=end + "<p>Published: 5 May 2025</p>")[0] == "2025-05-05"


@pytest.mark.parametrize(
    ("row", "head", "expected", "reader"),
    [
        # One day is shown, that of the last change: the text is brought out again.
        ("<p>6 May 2025</p>", ("2022-11-02T10:00:00Z", "2025-05-06T09:14:00Z"), "2025-05-06", "visible"),
        ("<p>6 May 2025</p>", ("2022-11-02T10:00:00Z", "2025-05-08T09:14:00Z"), "2022-11-02T10:00:00+00:00", "jsonld"),
        ("<p>2 November 2022</p><p>6 May 2025</p>", ("2022-11-02T10:00:00Z", "2025-05-06"), "2022-11-02T10:00:00+00:00", "jsonld"),
        # Only an update is shown: years later, on another day, and in the same week.
        ("<p>Updated on 6 May 2025</p>", ("2022-11-02T10:00:00Z", "2025-05-08"), "2025-05-06", "visible"),
        ("<p>Updated on 6 May 2025</p>", ("2025-05-02T10:00:00Z", "2025-05-06"), "2025-05-02T10:00:00+00:00", "jsonld"),
        ("<p>Updated on 6 May 2025, 09:14</p>", ("2025-05-02T10:00:00Z", "2025-05-06T09:14:07-05:00"), "2025-05-06T09:14:07-05:00", "jsonld"),
        ("<p>Updated on 6 May 2025, 09:14</p>", ("2025-05-04T10:00:00Z", "2025-05-06T09:14:07-05:00"), "2025-05-04T10:00:00+00:00", "jsonld"),
    ],
)  # fmt: skip
def test_a_page_is_of_the_one_day_it_shows(
    row: str, head: tuple[str, str], expected: str, reader: str
) -> None:
    told = '{{"@type":"NewsArticle","datePublished":"{}","dateModified":"{}"}}'
    assert published(row, head=LINKED.format(told.format(*head))) == (expected, reader)


def test_the_day_of_the_first_publication_is_kept_beside_the_one_shown() -> None:
    told = '{"@type":"NewsArticle","datePublished":"2022-11-02T23:10:00Z","dateModified":"2025-05-06"}'
    page = f"<title>{HEAD}</title>{LINKED.format(told)}<h1>{HEAD}</h1><p>DAY</p>{PROSE}"
    article = read_article(page.replace("DAY", "6 May 2025"), "https://x.in/n/7")
    assert article.date_published == "2025-05-06"
    assert article.date_first_published == "2022-11-03T04:40:00+05:30"
    assert article.provenance["date_first_published"] == "jsonld"
    article = read_article(page.replace("DAY", "3 November 2022"), "https://x.in/n/7")
    assert article.date_published == "2022-11-03T04:40:00+05:30"
    assert article.date_first_published is None
    assert "date_first_published" not in article.provenance


def test_a_day_inside_the_heading_s_block_settles_tags_that_disagree() -> None:
    tags = "<meta property=article:published_time content=2025-05-02><meta name=date content=2025-05-06>"
    row = "<h2>How the quay was dredged by the board?<span class=hl__date>6 May 2025</span></h2>"
    assert published(row, head=tags)[0] == "2025-05-06"
    assert published(head=tags)[0] == "2025-05-02"


def test_numbers_are_read_in_the_order_that_fits_the_page() -> None:
    tag = "<meta name=date content='06/05/2025 09:14:00'>"
    assert (
        published("<p>Erstellt am: 5.06.2025</p>", head=tag)[0]
        == "2025-06-05T09:14:00+00:00"
    )
    assert published("<p>6/5/2025 9:14 AM PT</p>")[0] == "2025-06-05T09:14:00-07:00"
    assert published("<p>6/5/2025 9:14</p>")[0] == "2025-05-06T09:14:00+00:00"


def test_a_time_in_utc_has_the_day_that_the_page_shows() -> None:
    tag = "<meta property=article:published_time content=2025-05-07T02:10:00Z>"
    assert published("<p>6 May 2025</p>", head=tag)[0] == "2025-05-06T22:10:00-04:00"
    filed = "https://x.test/2025/05/06/quay-reopens"
    assert published(head=tag, url=filed)[0] == "2025-05-06T22:10:00-04:00"
    assert (
        published(head=tag, url="https://x.com.au/n/7")[0]
        == "2025-05-07T12:10:00+10:00"
    )
    assert published(head=tag)[0] == "2025-05-07T02:10:00+00:00"


def test_the_first_day_of_a_front_page_is_its_newest() -> None:
    rows = "<p>6 May 2025</p><h2>Boats</h2><p>Boats came.</p><p>2 May 2025</p>"
    page = f"<title>{HEAD}</title>{rows}<h1>{HEAD}</h1>{PROSE}"
    assert read_article(page, "https://x.test/en/").date_published == "2025-05-06"
    assert read_article(page, URL).date_published == "2025-05-02"


UPDATED_FIRST = (
    "<time class=updated datetime=2021-03-20T14:05:00+01:00>March 20, 2021</time>"
)


@pytest.mark.parametrize(
    ("page", "day", "reader"),
    [
        ({"row": "<time title=2021-03-12T14:05:00Z>2 years ago</time>"}, "2021-03-12T14:05:00+00:00", "time"),
        ({"row": "<time datetime=PT3M title=2021-03-12>3 min</time>"}, "2021-03-12", "time"),
        ({"row": "<relative-time datetime=2021-03-12T14:05:00Z>2 years ago</relative-time>"}, "2021-03-12T14:05:00+00:00", "time"),
        ({"row": "<time-ago datetime=2021-03-12T14:05:00Z></time-ago>"}, "2021-03-12T14:05:00+00:00", "time"),
        ({"row": f"<p>{UPDATED_FIRST} <time class=entry-date datetime=2021-03-12T14:05:00+01:00>March 12, 2021</time></p>"}, "2021-03-12T14:05:00+01:00", "time"),
        ({"row": "<p><b>Обновлено:</b> <time datetime=2021-03-20>20.03.2021</time></p>"}, None, None),
        ({"row": "<p>Bijgewerkt <time datetime=2021-03-20>20 maart 2021</time> Gepubliceerd <time datetime=2021-03-12>12 maart 2021</time></p>"}, "2021-03-12", "time"),
    ],
)  # fmt: skip
def test_times_and_their_labels(
    page: dict[str, str], day: str | None, reader: str | None
) -> None:
    assert published(**page) == (day, reader)


def test_a_time_in_the_pages_own_header_is_that_of_the_visit() -> None:
    row = "<p><time datetime=2021-03-12>March 12, 2021</time></p>"
    today = "<header><time datetime=2021-06-20>Sunday, June 20, 2021</time></header>"
    page = f"<title>{HEAD}</title>{today}<main><h1>{HEAD}</h1>{row}{PROSE}</main>"
    assert read_article(page, URL).date_published == "2021-03-12"
    own = f"<title>{HEAD}</title><main><header>{row}</header><h1>{HEAD}</h1>{PROSE}</main>"
    assert read_article(own, URL).date_published == "2021-03-12"
