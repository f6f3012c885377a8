"""A page read with what is known to recur on its outlet."""

from __future__ import annotations

import pytest

import newscrawl
from newscrawl.text.recurring import OutletMemory

URL = "https://www.harbourpost.test/world/quay-reopens-after-dredging"
OWN = "Neighbours of the harbour post meet at the old mill on first Sundays."
FIRST = (
    "The quay has reopened after the winter's dredging, the harbour board said in a "
    "note to skippers that was handed out on both sides of the sound."
)
SECOND = (
    "Two boats carried some 340 passengers on the first morning, fewer than a year "
    "before, when the older and wider ferry was still in service."
)


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        "<html lang='en'><title>Quay reopens after dredging</title>"
        "<meta property='article:published_time' content='2025-05-06T09:00:00Z'>"
        f"<article><h1>Quay reopens after dredging</h1>{body}</article></html>"
    )


def trimmed(article: newscrawl.Article, reason: str) -> list[str]:  # type: ignore[name-defined]
    return [one.text for one in article.trimmed if one.reason == reason]


def test_the_same_arguments_give_the_same_article() -> None:
    html, memory = (
        page(f"ODDE, May 6 (IANS) {FIRST}", SECOND, OWN),
        OutletMemory.of([OWN]),
    )
    without = newscrawl.read_article(html, URL)
    assert without == newscrawl.read_article(html, URL, memory=OutletMemory())
    assert OWN in without.body
    clean = newscrawl.read_article(html, URL, memory=memory)
    assert clean == newscrawl.read_article(html, URL, memory=memory)
    assert clean.body == f"{FIRST}\n\n{SECOND}"
    assert trimmed(clean, "recurring") == [OWN]
    assert clean.word_count == len(clean.body.split())


@pytest.mark.parametrize("credit", ["--IANS int/khz/", "(IANS)", "PTI COR AD SOMSOM"])
def test_a_credit_that_stood_before_it_is_uncovered(credit: str) -> None:
    html = page(FIRST, f"{SECOND} {credit}", OWN)
    assert credit in newscrawl.read_article(html, URL).body
    clean = newscrawl.read_article(html, URL, memory=OutletMemory.of([OWN]))
    assert clean.body == f"{FIRST}\n\n{SECOND}"
    assert trimmed(clean, "recurring") == [OWN]
    assert trimmed(clean, "sign_off") == [credit]
    assert newscrawl.attribute(clean).agency in {"ians", "pti"}


@pytest.mark.parametrize(
    "credit",
    [
        "--IANS int/khz/",
        "(With inputs from PTI)",
        "This story has been published from a wire agency feed without modifications "
        "to the text. Only the headline has been changed.",
        "Disclaimer: This story is auto-generated from an IANS feed.",
    ],
)
def test_a_credit_that_recurs_is_told_as_what_it_is(credit: str) -> None:
    html = page(FIRST, SECOND, credit)
    before = newscrawl.read_article(html, URL)
    after = newscrawl.read_article(html, URL, memory=OutletMemory.of([credit]))
    assert after == before
    assert newscrawl.attribute(after) == newscrawl.attribute(before)


def test_a_lead_with_its_dateline_stays_though_it_were_known() -> None:
    lead = "ODDE, May 6 (IANS) The quay reopened."
    html = page(lead, FIRST, SECOND)
    for text in (lead, "The quay reopened."):
        read = newscrawl.read_article(html, URL, memory=OutletMemory.of([text]))
        assert read.paragraphs[0].text == "The quay reopened."
        assert read.dateline == "ODDE, May 6 (IANS)"


def test_a_memory_of_the_whole_text_takes_none_of_it() -> None:
    html = page(FIRST, SECOND)
    memory = OutletMemory.of([FIRST, SECOND])
    assert (
        newscrawl.read_article(html, URL, memory=memory).body == f"{FIRST}\n\n{SECOND}"
    )
