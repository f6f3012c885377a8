"""The part of the page that holds the text: dense, own, and no list of summaries."""

from __future__ import annotations

from lxml import html

from newscrawl.pages.density import container
from newscrawl.pages.dom import read_blocks

LONG = "The quay was dredged in winter, and the harbour board measured it again."


def chosen(markup: str) -> list[str]:
    page = read_blocks(html.document_fromstring(markup))
    span = container(page)
    return [] if span is None else [b.text for b in page.blocks[slice(*span)]]


def paragraphs(count: int, tail: str = "") -> str:
    return "".join(f"<p>{n}: {LONG}{tail}</p>" for n in range(count))


def test_nothing_dense_is_no_container() -> None:
    assert chosen("<p>Short</p><ul><li>one</li></ul>") == []


def test_the_article_is_chosen_over_link_lists_and_comments() -> None:
    links = "".join(f"<li><a href=/{n}>{n}: {LONG}</a></li>" for n in range(20))
    page = (
        f"<ul>{links}</ul><div id=text>{paragraphs(3)}</div>"
        f"<div class=comments>{paragraphs(9, ' I think.')}</div>"
    )
    assert chosen(page) == [f"{n}: {LONG}" for n in range(3)]


def test_summaries_cut_short_do_not_outweigh_a_short_article() -> None:
    teasers = "".join(
        f"<section><h3><a href=/{n}>Other story {n}</a></h3><p>{n} {LONG[:60]} ...</p>"
        "</section>"
        for n in range(5)
    )
    page = f"<div>{paragraphs(2)}</div><div>{teasers}</div>"
    assert chosen(page) == [f"{n}: {LONG}" for n in range(2)]


def test_text_in_several_like_parts_is_one_article() -> None:
    part = f"<div class=part>{paragraphs(3)}</div>"
    page = f"<div class=body>{part}<div class=adslot>Buy</div>{part}</div>"
    assert chosen(page).count(f"0: {LONG}") == 2


def test_paragraphs_inside_an_inline_element_are_found() -> None:
    page = f"<div><div>Share</div><span id=text>{paragraphs(4)}</span></div>"
    assert chosen(page) == [f"{n}: {LONG}" for n in range(4)]


def test_the_entries_of_a_long_list_are_one_text_in_any_wrappers() -> None:
    entry = "<div class=entry><div><div><div class=words>{}</div></div></div></div>"
    entries = "".join(entry.format(paragraphs(1, f" {n}")) for n in range(8))
    assert len(chosen(f"<main><div>{entries}</div></main>")) == 8


def test_a_section_beside_the_text_is_no_part_of_it() -> None:
    teasers = "".join(f"<div>Story {n} of the harbour board</div>" for n in range(9))
    part = "<div class=part><div><div>{}</div></div></div>"
    page = part.format(paragraphs(6)) + part.format(teasers + paragraphs(2, " Else."))
    assert len(chosen(f"<main><div>{page}</div></main>")) == 6
