"""What outlets add under a text in whole sentences."""

from __future__ import annotations

import pytest

from newscrawl.text.appeals import about_author, closing_reason, opens_letter


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Our paper needs your support. Give what you can.", "appeal"),
        ("You can support independent local journalism for a coin a day.", "appeal"),
        ("Get the tide tables delivered straight to your inbox.", "newsletter"),
        ("The morning newsletter: click here to get it.", "newsletter"),
        ("Follow the Harbour Post on Facebook, Telegram and YouTube.", "share"),
        ("Find us on Instagram for more pictures of boats.", "share"),
        (
            "If you buy rope through our links we may earn a commission.",
            "affiliate",
        ),
        ("This story was originally published May 5, 2025, 9:20 AM.", "published_line"),
        ("Citation: Tides and their tables (2025, May 5)", "source_note"),
        ("This text is subject to copyright. Study is allowed.", "copyright"),
        ("Asha Rao may be reached at rao@post.test.", "author_box"),
        ("The Post's Asha Rao contributed to this report.", "reporting_line"),
        ("Contributing: Asha Rao, Cormac Daly", "reporting_line"),
        ("Listen to the whole talk wherever you get your podcasts.", "prompt"),
    ],
)
def test_appeals(text: str, reason: str) -> None:
    assert closing_reason(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "The board supports local schools with a fee on every berth, it said.",
        "Subscribers to the network lost service for nine hours, the operator said.",
        "The app was taken out of Google Play on Monday.",
        "The broker earned a commission on each sale, the court heard.",
        "She said that she would follow him to the island in May.",
        "The club wants to become a member of the league next year.",
        "The minister asked farmers to sign up for the scheme by May.",
        "He hopes to make a contribution to the team, the coach said.",
        "The dredger sank. Storms contributed to this story of decay.",
        "Low tides contributed to the report's gloom, the board said.",
        "The letter was delivered to the minister's office on Monday.",
    ],
)
def test_sentences_of_a_text(text: str) -> None:
    assert closing_reason(text) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Asha Rao writes about tides.", True),
        ("• Asha Rao, a former pilot, is the paper's sea editor.", False),
        ("Asha Rao ist freie Autorin in Kiel.", True),
        ("Asha Rao's boat sank on Monday.", False),
        ("The pilot Asha Rao is at sea.", False),
        ("PTI is a news agency.", False),
        ("Asha Rao has reached out to the board.", False),
        ("Asha Rao is a senior reporter for the Post.", True),
    ],
)
def test_a_presentation_of_an_author(text: str, own: bool) -> None:
    assert about_author(text, ["PTI", "By Asha Rao, Harbour Post"]) is own


def test_what_is_very_long_is_text() -> None:
    assert closing_reason("Please donate now. " * 80) is None


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Dear Reader,", True),
        ("Dear valued readers:", True),
        ("Liebe Leserinnen", True),
        ("Dear Abby: my boat is gone", False),
        ("Dear readers of the tide tables, the moon is late this year.", False),
    ],
)
def test_a_letter_to_the_readers(text: str, opens: bool) -> None:
    assert opens_letter(text) is opens
