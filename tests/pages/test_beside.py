"""Dates of the page, of pictures and of quoted posts are not the article's."""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import pytest

from newscrawl.reading import read_article

HEAD = "Quay reopens after dredging, harbour board says"
PROSE = "".join(
    f"<p>The quay at pier {n} was dredged in winter and the board measured it again.</p>"
    for n in range(1, 6)
)
ROW = "<p>By Asha Rao | March 12, 2021</p>"


def published(above: str, row: str) -> str | None:
    page = (
        f"<title>{HEAD}</title>{above}<div><h1>{HEAD}</h1>{row}<div>{PROSE}</div></div>"
    )
    return read_article(page, "https://x.test/n/quay").date_published


@pytest.mark.parametrize(
    "above",
    [
        "<header><div class=current-date>Sunday, June 20, 2021</div></header>",
        "<div class=Page-header-date>Sunday, June 20, 2021</div>",
        "<div class=masthead><ul><li>Sunday, June 20, 2021</ul></div>",
        "<div id=headerDate><b>Sunday, June 20, 2021</b></div>",
        "<div class=today>Sunday, June 20, 2021</div>",
        "<div class=td_data_time><div>20 juin 2021</div></div>",
    ],
)
def test_the_day_in_the_masthead_is_that_of_the_visit(above: str) -> None:
    assert published(above, ROW) == "2021-03-12"
    assert published(above, "") is None


@pytest.mark.parametrize(
    "row",
    [
        "<blockquote class=twitter-tweet><p>Boats</p>&mdash; Harbour (@harbour) <a>March 1, 2019</a></blockquote>",
        "<ul><li><a href=/n/8>Boats at the other pier are painted again</a> 1 March 2019</ul>",
        "<figure><img src=a.jpg><figcaption>Boats at the pier on March 1, 2019. Photo: Asha Rao</figcaption></figure>",
    ],
)
def test_a_quoted_post_and_a_caption_have_days_of_their_own(row: str) -> None:
    assert published("", row) is None
    assert published("", row + ROW) == "2021-03-12"


@pytest.mark.parametrize(
    "row",
    [
        "<div class=article-header-date>March 12, 2021</div>",
        "<div class=story-masthead><h2>Quay</h2><p class=date>March 12, 2021</p></div>",
        "<figcaption>March 12, 2021, 10:05</figcaption>",
        "<div class=caption>Published: March 12, 2021, at the harbour by the board of the quay</div>",
    ],
)
def test_the_articles_own_row_is_read_beside_such_names(row: str) -> None:
    assert (published("", row) or "")[:10] == "2021-03-12"


def test_a_label_speaks_for_the_next_row_alone() -> None:
    row = "<div>2021-03-12 20:13</div><div>Published: Newport</div>"
    text = f"<p>{'The quay was dredged again and the boats returned. ' * 2}</p><p>It was opened on 1 June 2019.</p>"
    assert (published("", row + text) or "")[:10] == "2021-03-12"


@pytest.mark.parametrize(
    "names",
    ["comment-list", "read-next", "related-posts", "article-recirc", "most-read"],
)
def test_the_times_of_comments_and_of_other_stories_are_left(names: str) -> None:
    times = "".join(
        f"<li><div><time datetime=2021-06-1{n}T10:00:00Z></time></div></li>"
        for n in (1, 2)
    )
    page = f"<title>{HEAD}</title><h1>{HEAD}</h1>{PROSE}<ol class={names}>{times}</ol>"
    assert read_article(page, "https://x.test/n/quay").date_published is None


def test_what_holds_the_heading_is_no_list_of_others() -> None:
    time = "<p><time datetime=2021-06-11T10:00:00Z></time></p>"
    page = f"<title>{HEAD}</title><div class=related><h1>{HEAD}</h1>{time}{PROSE}</div>"
    found = read_article(page, "https://x.test/n/quay").date_published
    assert found == "2021-06-11T10:00:00+00:00"


def test_a_time_whose_year_runs_into_the_clock_is_read() -> None:
    row = "<div><time>March 12, 20219:53 AM UTC</time></div>"
    assert published("", row) == "2021-03-12T09:53:00+00:00"
