"""The article's own paragraphs and the reasons of the rest."""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import pytest

from newscrawl.text.paragraphs import Piece, own_paragraphs

LEAD = "The quay was dredged in April and the ferry line has reopened, the board said."
NEXT = "Some 340 passengers crossed on the first morning, the board's tally shows."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The quay was dredged in April and the ferry ...", "teaser"),
        ("The quay was dredged in April and the ferry line…", "teaser"),
        (LEAD, "repeat"),
        ("Also Read: Mills ask for a longer season", "also_read"),
        ("See the tides of the whole year! Click here", "prompt"),
        ("Win a boat with no investment. Register Now!", "prompt"),
        ("यह भी पढ़ें: नदी का पुल खुला", "also_read"),
        ("Le puede interesar: el muelle abre de nuevo", "also_read"),
        ("Veja também:", "also_read"),
        ("Zobacz także", "also_read"),
        ("Das könnte dich auch interessieren:", "also_read"),
        ("Titelbild: Hafenamt/Asha Rao", "caption"),
        ("Symbolbild", "caption"),
        ("Escucha esta nota aquí", "share"),
        ("Inhaltsverzeichnis", "navigation"),
        ("JUMP TO THE LIST ⤵", "navigation"),
        ("Open in App", "prompt"),
        ("Share this article on WhatsApp", "share"),
        ("ADVERTISEMENT", "advert"),
        ("Sign up for our morning newsletter", "newsletter"),
        ("© 2025 Harbour Post. All rights reserved.", "copyright"),
        ("Already a subscriber? Log in here", "paywall"),
        ("Photo: Asha Rao/Harbour Post", "caption"),
        ("Published: 5 May 2025", "published_line"),
        ("Tags: quay, ferry, board", "tags"),
        ("You are here: Home » City » Harbour", "navigation"),
        ("Home > City > Harbour > The quay is open", "navigation"),
        ("Advertisement - Page continues below", "advert"),
        ("2 min read . Updated: 18 Feb 2021, 04:55 PM IST", "published_line"),
        ("Tempo de leitura: 1 minuto", "published_line"),
        ("This slideshow requires JavaScript.", "script"),
        ("Please enter a valid email address.", "form"),
    ],
)
def test_a_line_among_the_paragraphs_is_cut_with_its_reason(
    line: str, reason: str
) -> None:
    pieces = [Piece("p", LEAD), Piece("p", line), Piece("p", NEXT)]
    found = own_paragraphs(pieces, "A headline")
    assert found.paragraphs == [("p", LEAD), ("p", NEXT)]
    assert found.trimmed == [(reason, line)]


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 people were hurt when the crane fell, police said on Tuesday.",
        "Share prices fell by a third after the board's announcement on Tuesday.",
        "Related party deals were not disclosed, the auditor said in its report.",
        "Subscribers to the network lost service for nine hours, the operator said, and"
        " then for two more before the fault was found in a cellar under the exchange"
        " and mended by a crew that had been called from the next town in the night.",
        "Follow-up surveys are planned for June, the board said in its statement.",
        "Les pêcheurs ont aussi voté, et le port les attend depuis lundi matin.",
        "Se abre el muelle, y también la lonja, dijo la junta el lunes.",
        "Titelbilder der alten Hefte hängen jetzt im Hafenamt, sagte die Leitung.",
        'The letter ends: "We will not wait ..."',
    ],
)
def test_a_sentence_stays(text: str) -> None:
    pieces = [Piece("p", LEAD), Piece("p", text), Piece("p", NEXT)]
    assert ("p", text) in own_paragraphs(pieces).paragraphs


@pytest.mark.parametrize(
    "heading", ["Related Stories", "World Realted Stories", "You may also like", "More from World", "संबंधित खबरें"]
)  # fmt: skip
def test_what_follows_a_related_heading_at_the_end_goes(heading: str) -> None:
    others = ["WorldLighthouse keepers meet again", "Mills ask for longer season."]
    pieces = [Piece("p", t) for t in (LEAD, NEXT, heading, *others)]
    found = own_paragraphs(pieces)
    assert found.paragraphs == [("p", LEAD), ("p", NEXT)]
    assert [text for _, text in found.trimmed] == [heading, *others]


def test_text_after_a_related_box_in_the_middle_stays() -> None:
    pieces = [Piece("p", LEAD), Piece("subhead", "Related Stories"), Piece("list", "Mills ask for more", 1.0), Piece("p", NEXT), Piece("p", NEXT.replace("340", "20") * 3)]  # fmt: skip
    kept = own_paragraphs(pieces).paragraphs
    assert [text for _, text in kept][:2] == [LEAD, NEXT]


def test_a_heading_with_nothing_after_it_goes() -> None:
    pieces = [Piece("p", LEAD), Piece("subhead", "What comes next")]
    assert own_paragraphs(pieces).paragraphs == [("p", LEAD)]


FIRST = LEAD + " It had been shut since the flood of the year before last."
SECOND = NEXT + " The timetable is printed on the back of every ticket sold."
APPEAL = "Stand by the harbour's own paper: your five coins a month print it for all."


def homes(*parts: tuple[int, str]) -> list[Piece]:
    return [Piece("p", text, home=home) for home, text in parts]


def test_text_goes_on_behind_links_where_it_stood_before() -> None:
    last = "The ferry runs hourly from Monday, and the fare is the same as last year's."
    last += " Dogs travel free."
    box = [Piece("p", "Related Stories"), Piece("list", "Mills ask for more", 1.0)]
    pieces = [*homes((1, FIRST), (1, SECOND)), *box, *homes((1, last))]
    assert [t for _, t in own_paragraphs(pieces).paragraphs] == [FIRST, SECOND, last]
    elsewhere = [*homes((1, FIRST), (1, SECOND)), *box, *homes((2, last))]
    assert [t for _, t in own_paragraphs(elsewhere).paragraphs] == [FIRST, SECOND]


def test_what_little_stands_behind_the_texts_part_is_outside() -> None:
    found = own_paragraphs(homes((1, FIRST), (1, SECOND), (2, APPEAL)))
    assert found.paragraphs == [("p", FIRST), ("p", SECOND)]
    assert found.trimmed == [("outside", APPEAL)]


@pytest.mark.parametrize(
    "rest",
    [
        [Piece("p", text + " He left.", home=9) for text in (LEAD, NEXT, APPEAL)],
        [Piece("list", f"Berth {n}", home=9) for n in range(3)],
        [Piece("p", APPEAL * 14, home=9)],
        [Piece("p", APPEAL, home=0)],
    ],
)
def test_several_paragraphs_or_a_list_behind_that_part_are_text(
    rest: list[Piece],
) -> None:
    home = rest[0].home and 1
    pieces = [*homes((home, FIRST), (home, SECOND), (home, NEXT * 9)), *rest]
    found = own_paragraphs(pieces).paragraphs
    assert [text for _, text in found][3:] == [piece.text for piece in rest]


def test_captions_and_names_above_the_texts_part_go() -> None:
    rows = [
        (2, "A boat at the quay (Asha Rao/Harbour Post, 2019)"),
        (2, "Om Das The Harbour Post"),
    ]
    stays = [(2, "ODDE, May 6 (IANS) -"), (2, "The quay is open again.")]
    pieces = homes(*rows, *stays, (1, FIRST), (1, SECOND))
    pieces[0] = pieces[0]._replace(text="A boat at the quay in the morning")
    found = own_paragraphs(pieces)
    assert [text for _, text in found.paragraphs[:2]] == [text for _, text in stays]
    assert found.trimmed == [("outside", pieces[0].text), ("byline", rows[1][1])]


def test_an_appeal_is_looked_for_at_the_end_only() -> None:
    appeal = "Our paper needs your support, and the sea needs its readers too."
    pieces = [Piece("p", f"{n} {FIRST}") for n in range(9)]
    at_end = own_paragraphs([*pieces, Piece("p", appeal)])
    assert at_end.trimmed == [("appeal", appeal)]
    above = own_paragraphs([pieces[0], Piece("p", appeal), *pieces[1:]])
    assert ("p", appeal) in above.paragraphs


def test_how_a_shop_page_earns_is_said_above_the_text_too() -> None:
    told = "If you buy rope through our links we may earn a commission."
    pieces = [Piece("p", f"Rope {n} is strong, and it floats well too.") for n in "ab"]
    long = [Piece("p", f"The rope {n} was tried for a month at sea.") for n in range(9)]
    assert own_paragraphs([Piece("p", told), *long]).trimmed == [("affiliate", told)]
    assert own_paragraphs([Piece("p", told), *pieces]).trimmed == []


def test_a_letter_to_the_readers_ends_the_text() -> None:
    text = [Piece("p", f"The quay was dredged in {n} days, he said.") for n in range(9)]
    letter = [
        Piece("subhead", "Dear Reader,"),
        Piece("p", "We have always told of it."),
    ]
    found = own_paragraphs([*text, *letter])
    assert [reason for reason, _ in found.trimmed] == ["appeal", "appeal"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [(0, "headline"), (1, None)],
)
def test_a_kicker_in_the_heading_leaves_it_the_headline(
    place: int, reason: str | None
) -> None:
    title = "Quay of Lindholm reopens after dredging"
    pieces = [Piece("p", LEAD), Piece("p", NEXT)]
    pieces.insert(place, Piece("subhead", f"Harbours {title}"))
    chosen = own_paragraphs(pieces, title)
    assert [told for told, _ in chosen.trimmed] == ([reason] if reason else [])
