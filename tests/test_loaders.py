"""Raw values to an Article: which reader wins, what is cut and noted."""

from __future__ import annotations

from typing import Any

import pytest

from newscrawl.items import Trimmed
from newscrawl.loaders import (
    ArticleLoader,
    BodyText,
    Value,
    addresses,
    count_words,
    is_cut,
    lead_image,
)
from newscrawl.text.names import AgencyNames
from newscrawl.text.paragraphs import Piece

NAMES = AgencyNames({"IANS": "ians", "PTI": "pti"})
LINES = [
    "The quay was dredged in winter, and the harbour board measured it again.",
    "Two boats carried some 340 passengers on the first morning of the week.",
]


def loader(**context: Any) -> ArticleLoader:
    values = {"url": "https://x.test/a", "names": NAMES, "site": "X Times",
              "zone": None, "order": "DMY", "now": None}  # fmt: skip
    return ArticleLoader(**(values | context))


def body(*lines: str, **more: Any) -> BodyText:
    return BodyText([Piece("p", line) for line in lines], "density", **more)


def test_nothing_gives_an_empty_article() -> None:
    article = loader().load_item()
    assert (article.headline, article.body, article.authors) == ("", "", [])
    assert article.provenance == {}


def test_the_first_reader_wins_and_is_named() -> None:
    one = loader()
    one.add("description", "  ", "jsonld")
    one.add("description", "Of  the quay", "meta:og:description")
    one.add("section", None, "jsonld")
    for word in ("Quay", "quay", "Ferry"):
        one.add("keywords", word, "jsonld")
    article = one.load_item()
    assert article.description == "Of the quay"
    assert article.provenance["description"] == "meta:og:description"
    assert article.section is None
    assert article.keywords == ["Quay", "Ferry"]


@pytest.mark.parametrize(
    ("values", "iso", "precision", "reader"),
    [
        ([("2025-05-06", "jsonld"), ("2025-05-06T09:14:00+05:30", "time")],
         "2025-05-06T09:14:00+05:30", "second", "time"),
        ([("2025-05-06", "jsonld"), ("2025-05-07T09:14:00+05:30", "time")],
         "2025-05-06", "day", "jsonld"),
        ([("soon", "jsonld"), ("2025-05-06", "visible")], "2025-05-06", "day",
         "visible"),
    ],
)  # fmt: skip
def test_a_finer_time_of_the_same_day_wins(
    values: list[tuple[str, str]], iso: str, precision: str, reader: str
) -> None:
    one = loader()
    for value, source in values:
        one.add("published", value, source)
    article = one.load_item()
    assert (article.date_published, article.date_precision) == (iso, precision)
    assert article.provenance["date_published"] == reader


def test_authors_are_those_of_one_reader() -> None:
    one = loader()
    one.add("authors", "https://social.test/rao", "meta:author")
    one.add("authors", "Asha Rao", "jsonld:Person")
    one.add("authors", "PTI", "jsonld")
    one.add("authors", "By Web Desk", "visible")
    found = [(author.name, author.kind) for author in one.load_item().authors]
    assert found == [("Asha Rao", "person"), ("PTI", "agency")]


def test_the_outlet_as_author_gives_way_to_a_printed_byline() -> None:
    one = loader()
    one.add("authors", "X Times", "jsonld:Organization")
    one.add("authors", "By Asha Rao", "visible")
    assert [author.name for author in one.load_item().authors] == ["Asha Rao"]


@pytest.mark.parametrize(
    ("values", "authors", "by"),
    [
        ([("X Times", "jsonld"), ("PTI", "meta:author")], ["PTI"], "PTI"),
        ([("PTI", "jsonld"), ("X Times", "meta:author")], ["PTI"], "PTI"),
        ([("By X Times", "visible"), ("PTI", "jsonld")], ["PTI"], "PTI"),
        ([("Web Desk", "jsonld"), ("IANS", "visible")], ["IANS"], "Web Desk"),
        ([("Web Desk", "jsonld"), ("Jon Ek, Photo Rao, IANS", "visible")],
         ["Web Desk"], "Web Desk"),
        ([("Asha Rao", "jsonld"), ("PTI", "meta:author")], ["Asha Rao"], "Asha Rao"),
        ([("X Times", "jsonld"), ("Asha Rao", "meta:author")], ["Asha Rao"], "X Times"),
    ],
)  # fmt: skip
def test_outlet_and_desk_give_way_to_an_agency(
    values: list[tuple[str, str]], authors: list[str], by: str
) -> None:
    one = loader()
    for value, reader in values:
        one.add("authors", value, reader)
        one.add("by", value, reader)
    article = one.load_item()
    assert [author.name for author in article.authors] == authors
    assert article.by == by


def test_dateline_sign_off_and_disclaimer_leave_the_body() -> None:
    said = "This story is published from an agency feed without modifications."
    one = loader()
    one.add_body(body(f"Odde, May 6 (IANS) {LINES[0]}", f"{LINES[1]} --IANS", said))
    article = one.load_item()
    assert [p.text for p in article.paragraphs] == LINES
    assert [p.kind for p in article.paragraphs] == ["lead", "p"]
    assert article.located == ["Odde"]
    assert {t.reason for t in article.trimmed} == {"dateline", "sign_off", "disclaimer"}
    assert article.body == "\n\n".join(LINES)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Reporting by Asha Rao; editing by Om Das.", "reporting_line"),
        (
            "This story is published from an agency feed without modifications.",
            "disclaimer",
        ),
        ("Support the paper that brought you this story of the sea today.", "outside"),
    ],
)
def test_what_stands_behind_the_texts_part_keeps_its_reason(
    line: str, reason: str
) -> None:
    pieces = [Piece("p", " ".join(LINES), home=1), Piece("p", line, home=2)]
    one = loader()
    one.add_body(BodyText(pieces, "density"))
    assert one.load_item().trimmed == [Trimmed(reason, line)]


def test_a_disclaimer_after_the_body_is_noted() -> None:
    said = "This story is published from an agency feed without modifications."
    one = loader()
    one.add_body(body(*LINES, after=[said, "More from this section"]))
    assert one.load_item().trimmed == [Trimmed("disclaimer", said)]


@pytest.mark.parametrize(
    ("shown", "told", "reader"),
    [
        (LINES[:1], "\n\n".join([*LINES, *LINES]).replace("winter", "spring"), "state"),
        (LINES * 2, "\n\n".join(LINES), "density"),
        (LINES[:1], " ".join(LINES * 3) + " ...", "density"),
        ([], "\n\n".join(LINES * 2), "state"),
    ],
)
def test_a_longer_text_of_the_pages_json_is_believed(
    shown: list[str], told: str, reader: str
) -> None:
    one = loader()
    one.add_body(body(*shown, told=told, told_by="state"))
    assert one.load_item().provenance["body"] == reader


@pytest.mark.parametrize(
    ("line", "tag", "language"),
    [
        ("Boats sail.", "fr", "fr"),
        ("Boats sail.", None, None),
        (" ".join(LINES), "fr", "en"),
    ],
)
def test_a_declared_language_decides_for_short_texts_only(
    line: str, tag: str | None, language: str | None
) -> None:
    one = loader()
    one.add("language", tag, "feed")
    one.add_body(body(line))
    assert one.load_item().language == language


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rain stops play", 3),
        ("One.\n\nTwo “three”", 3),
        ("新闻通讯社报道说", 4),
        ("", 0),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("canonical", "amp", "chosen", "others"),
    [
        (["https://x.test/b"], None, "https://x.test/b", ["https://x.test/a"]),
        (["https://x.test/"], None, "https://x.test/a", []),
        (["https://other.test/b"], None, "https://x.test/a", []),
        ([], "https://x.test/amp/a", "https://x.test/a", ["https://x.test/amp/a"]),
        ([], "https://x.test/amp/b", "https://x.test/a", []),
    ],
)
def test_addresses(
    canonical: list[str], amp: str | None, chosen: str, others: list[str]
) -> None:
    values = [Value(url, "link") for url in canonical]
    found = addresses("https://x.test/a", values, amp)
    assert found == (chosen, others, "link" if chosen in canonical else "url")


@pytest.mark.parametrize(
    ("caption", "credit", "found"),
    [
        ("The quay. (Photo: PTI)", None, "PTI"),
        ("The quay. Image credit: Asha Rao", None, "Asha Rao"),
        ("The quay. (Photo: PTI)", "IANS", "IANS"),
        ("The quay in winter.", None, None),
    ],
)
def test_picture_credits(caption: str, credit: str | None, found: str | None) -> None:
    image = lead_image(("https://x.test/a.jpg", caption, credit))
    assert image is not None
    assert image.credit == found
    assert lead_image(None) is None


def test_a_prompt_to_subscribe_says_that_the_text_is_cut() -> None:
    assert is_cut([Trimmed("prompt", "Subscribe to continue reading")])
    assert is_cut([Trimmed("paywall", "Log in")])
    assert not is_cut([Trimmed("share", "Tweet")])
