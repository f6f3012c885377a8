from __future__ import annotations

import random

import pytest

from newscrawl.newsroom.words import Teller, banks, compile_template, tidy

TOPICS = (
    "politics", "courts", "accidents", "business", "sport", "science", "world",
    "weather",
)  # fmt: skip


@pytest.mark.parametrize("text", ["{open", "a|b", "close}", "{a|b", "{a}}"])
def test_unbalanced_entries_are_refused(text):
    with pytest.raises(ValueError, match=r"brace|stray"):
        compile_template(text)


@pytest.mark.parametrize("seed", range(20))
def test_numbers_keep_to_their_range_and_print_commas_as_written(seed):
    teller = Teller(random.Random(seed), {})
    plain = teller.tell(compile_template("{#2008-2024}"))
    assert 2008 <= int(plain) <= 2024
    grouped = teller.tell(compile_template("{#1,000-9,999}"))
    assert 1000 <= int(grouped.replace(",", "")) <= 9999
    assert grouped[1] == ","


def test_facts_win_over_banks():
    told = {"who": (compile_template("nobody"),)}
    teller = Teller(random.Random(1), told, {"who": "Asha"})
    assert teller.tell(compile_template("{who} and {who}")) == "Asha and Asha"


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_the_banks_the_shared_sentences_use(topic):
    own = banks(topic)
    for name in ("actor", "act", "aim", "cause", "effect", "stat", "view"):
        assert len(own[name]) >= 5, name
    for name in ("section", "desk", "headline", "lead", "background"):
        assert own[name], name


def test_alternatives_are_all_reached():
    teller = Teller(random.Random(1), {})
    template = compile_template("{a|b|{c|d}|}")
    assert {teller.tell(template) for _ in range(200)} == {"a", "b", "c", "d", ""}


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a  8-page note", "an 8-page note"),
        ("an university", "a university"),
        ("a hour , then", "an hour, then"),
        ("an European", "a European"),
        ("“so”", '"so"'),
    ],
)
def test_tidy(raw, clean):
    assert tidy(raw) == clean
