from __future__ import annotations

import difflib
import random

import pytest

from newscrawl.newsroom import desk
from newscrawl.newsroom.stories import leads_of
from newscrawl.text.clean import comparable, words

BODIES = [leads_of(n)[0].paragraphs for n in (0, 2, 4, 6, 8, 10, 12)]


@pytest.mark.parametrize(
    ("edits", "relation"),
    [
        ((), "verbatim"),
        (("headline", "teaser", "credit_removed", "typography"), "verbatim"),
        (("words",), "edited"),
        (("trimmed",), "excerpt"),
        (("dropped", "headline"), "excerpt"),
        (("paywall",), "excerpt"),
        (("local_paragraph",), "expanded"),
        (("local_paragraph", "words"), "expanded"),
    ],
)
def test_relation(edits, relation):
    assert desk.relation_of(edits) == relation


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("seed", range(5))
def test_each_edit_does_what_its_name_says(body, seed):
    def run(edit):
        return desk.edited(body, (edit,), random.Random(seed), city="Kota")

    assert run("headline") == body
    trimmed = run("trimmed")
    assert trimmed == body[: len(trimmed)]
    assert 2 <= len(trimmed) < len(body)
    dropped = run("dropped")
    assert (dropped[0], dropped[-1]) == (body[0], body[-1])
    assert 1 <= len(body) - len(dropped) <= 3
    assert [p for p in body if p in dropped] == list(dropped)
    expanded = run("local_paragraph")
    added = [p for p in expanded if p not in body]
    assert 1 <= len(added) <= 2
    assert all("Kota" in p for p in added)
    assert [p for p in expanded if p in body] == list(body)
    curled = run("typography")
    assert [comparable(p) for p in curled] == [comparable(p) for p in body]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("seed", range(5))
def test_word_edits_change_two_to_twelve_per_cent(body, seed):
    changed = desk.edited(body, ("words",), random.Random(seed), city="Kota")
    assert len(changed) == len(body)
    ours, theirs = words(" ".join(body)), words(" ".join(changed))
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    assert 0.02 <= 1 - kept / len(ours) <= 0.13


def test_edits_repeat_with_the_generator():
    body = BODIES[0]
    kinds = ("words", "local_paragraph")
    one = desk.edited(body, kinds, random.Random(4), city="Kota")
    assert one == desk.edited(body, kinds, random.Random(4), city="Kota")
    assert one != desk.edited(body, kinds, random.Random(5), city="Kota")


@pytest.mark.parametrize("seed", range(40))
def test_a_rewritten_headline_is_another_one(seed):
    headline = leads_of(seed)[0].headline
    language = leads_of(seed)[0].language
    new = desk.rewrite_headline(headline, random.Random(seed), language)
    assert comparable(new) != comparable(headline)


def test_desks_of_auto_publishers_mostly_leave_text_alone():
    def share(habits):
        plans = [desk.plan(random.Random(n), habits) for n in range(400)]
        return sum(bool(desk.BODY_EDITS & set(p)) for p in plans) / len(plans)

    assert share(("verbatim",)) < 0.2 < 0.5 < share(())


def test_hindi_desks_do_not_swap_english_words():
    plans = [desk.plan(random.Random(n), (), "hi") for n in range(200)]
    assert not any("words" in edits for edits in plans)
    body = leads_of(5)[0].paragraphs
    longer = desk.edited(
        body, ("local_paragraph",), random.Random(1), city="आगरा", language="hi"
    )
    assert len(longer) > len(body)
    assert not any(p.isascii() for p in longer)
