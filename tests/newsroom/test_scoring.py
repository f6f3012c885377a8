"""The measuring stick itself: figures on hand-made truths."""

from __future__ import annotations

import pytest

from newscrawl.newsroom.scoring import overlap, pair_scores, score


def copy(
    name: str, story: str, agency: str | None = "ians", role: str = "wire"
) -> dict:
    return {
        "id": name,
        "urls": [f"http://{name}.test/"],
        "agency": agency,
        "role": role,
        "story": story,
        "headline": f"headline {name}",
        "dateline": None,
        "paragraphs": ["one two three", "four five"],
    }


def line(name: str, story: str, **changes: object) -> dict:
    record = {
        "url": f"http://{name}.test/",
        "canonical_url": f"http://{name}.test/",
        "headline": f"headline {name}",
        "dateline": None,
        "body": "one two three\n\nfour five",
        "paragraphs": [{"text": "one two three"}, {"text": "four five"}],
        "story": {"id": story},
    }
    return {**record, **changes}


TRUTH = {"copies": [copy("a", "s1"), copy("b", "s1"), copy("c", "s2"),
                    copy("d", "s3", agency=None, role="own")]}  # fmt: skip


def test_a_perfect_crawl_scores_one_throughout() -> None:
    figures = score(
        TRUTH, [line("a", "x"), line("b", "x"), line("c", "y")], agency="ians"
    )
    assert figures.pop("copies") == 3
    assert set(figures.values()) == {1.0}


@pytest.mark.parametrize(
    ("lines", "figure", "value"),
    [
        ([line("a", "x"), line("b", "x")], "recall", 2 / 3),
        ([line("a", "x"), line("d", "z")], "precision", 1 / 2),
        ([line("a", "x"), line("nowhere", "z")], "precision", 1 / 2),
        ([line("a", "x"), line("a", "x")], "once", 1 / 2),
        ([line("a", "x"), line("b", "y")], "stories_recall", 0.0),
        ([line("a", "x"), line("c", "x")], "stories_precision", 0.0),
        ([line("a", "x", headline="other"), line("b", "x")], "headline", 1 / 2),
        ([line("a", "x", body="one two three")], "body", 0.75),
    ],
)
def test_each_fault_lowers_its_own_figure(lines, figure, value) -> None:
    assert score(TRUTH, lines, agency="ians")[figure] == pytest.approx(value)


def test_copies_out_of_reach_are_not_asked_for() -> None:
    figures = score(TRUTH, [line("a", "x")], agency="ians",
                    reachable={"b": False, "c": False})  # fmt: skip
    assert figures["recall"] == 1.0


def test_overlap_counts_repeated_words_once_each() -> None:
    assert overlap("a a b", "a b") == pytest.approx(0.8)
    assert overlap("", "") == 1.0
    assert overlap("a", "") == 0.0


def test_partitions_compare_by_pairs() -> None:
    found = {"a": "1", "b": "1", "c": "1"}
    assert pair_scores(found, {"a": "x", "b": "x", "c": "y"})[
        "precision"
    ] == pytest.approx(1 / 3)
