"""The two stand-ins are stable, small, and tell texts apart."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from newscrawl.copies.shingles import LEAST, RATE, sample
from newscrawl.copies.sketch import SIZE, sketch, text_hash

TEXT = " ".join(f"word{n}" for n in range(400))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“Yes” – she said…", '"yes"  -\nshe SAID...'),
        ("Straße\u00a0frei", "strasse frei"),
        ("Nai\u0308ve", "Na\u00efve"),
    ],
)
def test_the_hash_is_of_the_comparison_form(one: str, two: str) -> None:
    assert text_hash(one) == text_hash(two)


@pytest.mark.parametrize("other", ["Rain fell.", "Rain fell on us", "Rain fel on"])
def test_other_words_have_another_hash(other: str) -> None:
    assert text_hash("Rain fell on") != text_hash(other)


def test_the_sketch_is_small_sorted_and_hexadecimal() -> None:
    found = sketch(TEXT)
    assert len(found) == SIZE
    assert found == sorted(found)
    assert all(len(value) == 8 and int(value, 16) >= 0 for value in found)


def test_the_sketch_estimates_resemblance() -> None:
    words = TEXT.split()
    changed = [*words[:200], *(f"other{n}" for n in range(200))]
    here, there = set(sketch(TEXT)), set(sketch(" ".join(changed)))
    lowest = set(sorted(here | there)[:SIZE])
    share = len(lowest & here & there) / SIZE
    assert 0.1 < share < 0.6  # a third of all runs are common to both


@pytest.mark.parametrize("text", ["", "…", "   "])
def test_no_words_give_no_sketch(text: str) -> None:
    assert sketch(text) == []


def test_they_are_the_same_in_every_process() -> None:
    code = "from newscrawl.copies.sketch import *; print(sketch('a b c d e f g'))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{sketch('a b c d e f g')}\n"}


def test_an_excerpt_s_sampled_keys_are_the_whole_s() -> None:
    words = TEXT.split()
    whole, part = sample(TEXT.encode()), sample(" ".join(words[100:360]).encode())
    assert len(set(whole) & set(part)) >= 0.9 * len(part)


def test_sampling_keeps_its_rate_and_its_least() -> None:
    chance = random.Random(5)
    words = [
        chance.choice(("rain", "wind", "sea", "town")) + str(n) for n in range(4000)
    ]
    form = " ".join(words).encode()
    assert 0.8 * RATE < len(sample(form)) / 4000 < 1.2 * RATE
    assert len(sample(b" ".join(form.split()[:40]))) == LEAST
    assert len(sample(b" ".join(form.split()[:3]))) == 1
    assert sample(b"") == {}


def test_a_long_text_s_keys_do_not_depend_on_where_they_stand() -> None:
    chance = random.Random(9)
    words = [f"{chance.choice(('rain', 'мир', '北'))}{n}" for n in range(30_000)]
    whole = sample(" ".join(words).encode())
    for start in (0, 1_000, 14_500, 29_000):
        part = sample(" ".join(words[start : start + 900]).encode())
        assert len(part) > LEAST
        for key, place in part.items():
            assert whole[key] == start + place
    again = sample(" ".join([*words[:500], *words[:500]]).encode())
    first = sample(" ".join(words[:500]).encode())
    assert {key: again[key] for key in first} == first
