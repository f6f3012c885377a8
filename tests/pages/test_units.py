"""Repeated units: summaries and comments are no text, sections of an article are."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.density import container
from newscrawl.pages.dom import read_page
from newscrawl.reading import read_article

LINE = "The quay at Osterby was dredged in winter, and the board measured it again."
OTHER = "The mill by the river opened on Monday after a winter of repairs, it is said."
SAID = "I walked there in the spring and saw nothing of the kind, so who pays for it?"


def chosen(markup: str) -> list[str]:
    page = read_page(html.document_fromstring(markup), [], [])
    span = container(page)
    blocks = [] if span is None else page.blocks[slice(*span)]
    return [b.text for b in blocks if not b.noise]


def paragraphs(count: int) -> str:
    return "".join(f"<p>{n}: {LINE}</p>" for n in range(count))


def lines(count: int) -> list[str]:
    return [f"{n}: {LINE}" for n in range(count)]


def summary(number: int, *, linked: bool, tag: str = "div") -> str:
    title = f"Story number {number} of the day"
    title = f"<a href=/{number}>{title}</a>" if linked else title
    return f"<{tag}><h4>{title}</h4><p>{number}. {OTHER}</p></{tag}>"


def summaries(count: int, *, linked: bool, tag: str = "div") -> str:
    return "".join(summary(n, linked=linked, tag=tag) for n in range(count))


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("count", [2, 4, 5])
def test_a_column_of_summaries_is_not_taken_in(linked: bool, count: int) -> None:
    page = (
        f"<div class=row><div class=c8>{paragraphs(6)}</div><div class=c4>"
        f"<div><div>Most read</div>{summaries(count, linked=linked)}</div></div></div>"
    )
    assert chosen(page) == lines(6)


def test_linked_summaries_among_the_paragraphs_are_marked_with_their_heading() -> None:
    inset = f"<section><h2>More of the day</h2>{summaries(2, linked=True)}</section>"
    page = f"<div>{paragraphs(6)}{inset}<p>{OTHER}</p></div>"
    assert chosen(page) == [*lines(6), OTHER]


def test_text_goes_on_after_an_inset_of_other_stories() -> None:
    inset = f"<section><h2>Read this too</h2>{summaries(2, linked=True)}</section>"
    page = (
        "<html><head><title>The quay at Osterby is dredged</title></head><body>"
        "<h1>The quay at Osterby is dredged</h1>"
        f"<div>{paragraphs(4)}{inset}<p>{LINE[:-1]} twice.</p></div></body></html>"
    )
    texts = [p.text for p in read_article(page, "https://osterby.test/q").paragraphs]
    assert texts == [*lines(4), f"{LINE[:-1]} twice."]


@pytest.mark.parametrize("linked", [True, False])
def test_a_round_up_of_short_parts_keeps_its_text(linked: bool) -> None:
    page = f"<main><p>{LINE}</p>{summaries(8, linked=linked)}</main>"
    assert sum(OTHER in text for text in chosen(page)) == 8


def test_sections_of_an_article_are_no_summaries() -> None:
    long = f"<section><h3>The long part</h3>{paragraphs(5)}</section>"
    short = f"<section><h3>A short part</h3><p>{OTHER}</p></section>"
    assert chosen(f"<main>{long}{short}{short}</main>").count(OTHER) == 2


def test_articles_inside_the_article_are_other_stories() -> None:
    nested = summaries(2, linked=False, tag="article")
    page = f"<article>{paragraphs(6)}<section><h2>Now</h2>{nested}</section></article>"
    assert chosen(page) == lines(6)


def test_an_article_that_holds_the_text_in_another_is_the_text() -> None:
    page = f"<article><h1>Quay</h1><article>{paragraphs(4)}</article></article>"
    assert lines(4) == chosen(page)[-4:]


def test_comments_are_told_by_name_time_and_text() -> None:
    comment = f"<li><b>Ida Holm</b> <time>2 hours ago</time><p>{SAID}</p></li>"
    page = f"<div>{paragraphs(8)}<ul>{comment * 3}</ul></div>"
    assert chosen(page) == lines(8)


def test_a_timeline_without_names_is_text() -> None:
    event = f"<li><time>2019</time><p>{SAID}</p></li>"
    assert chosen(f"<div>{paragraphs(8)}<ul>{event * 3}</ul></div>").count(SAID) == 3


@pytest.mark.parametrize("kind", ["Comment", "UserComments"])
def test_comments_in_microdata_are_noise(kind: str) -> None:
    said = f"<div itemscope itemtype=http://schema.org/{kind}><p>{SAID}</p></div>"
    assert chosen(f"<article><div>{paragraphs(4)}{said}</div></article>") == lines(4)


def test_a_comment_after_the_text_is_no_sign_of_its_source() -> None:
    said = (
        "<div itemscope itemtype=http://schema.org/Comment><span>IANS</span>"
        f"<p>{SAID}</p></div>"
    )
    page = (
        "<html><head><title>The quay at Osterby is dredged</title></head><body>"
        f"<h1>The quay at Osterby is dredged</h1><div>{paragraphs(4)}</div>{said}"
    )
    article = read_article(page, "https://osterby.test/q")
    assert "IANS" not in [trimmed.text for trimmed in article.trimmed]


def test_thousands_of_units_are_left_alone() -> None:
    many = summaries(3_000, linked=True) + "<article>" * 300 + "<time>now</time>" * 900
    page = read_page(html.document_fromstring(f"<div>{many}</div>"), [], [])
    assert len(page.blocks) == 6_000
    assert not any(block.noise for block in page.blocks)
