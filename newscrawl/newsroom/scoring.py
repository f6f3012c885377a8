"""A crawl's lines held against the newsroom's truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from newscrawl.text.clean import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Record = dict[str, Any]


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def overlap(found: str, wanted: str) -> float:
    """F1 of the words of two texts, as multisets."""
    ours, theirs = Counter(words(found)), Counter(words(wanted))
    common = sum((ours & theirs).values())
    if not common:
        return float(not ours and not theirs)
    return harmonic(common / sum(ours.values()), common / sum(theirs.values()))


def matched(
    truth: Mapping[str, Any], lines: Iterable[Record]
) -> tuple[list[tuple[Record, Record]], list[Record]]:
    """Pairs (line, copy) by URL, and the lines that no copy of the truth explains."""
    by_url = {url: copy for copy in truth["copies"] for url in copy["urls"]}
    pairs, strangers = [], []
    for line in lines:
        copy = by_url.get(line["canonical_url"]) or by_url.get(line["url"])
        if copy is None:
            strangers.append(line)
        else:
            pairs.append((line, copy))
    return pairs, strangers


def pair_scores(
    found: Mapping[str, str], wanted: Mapping[str, str]
) -> dict[str, float]:
    """Pairwise precision, recall and F1 of a partition; both map item to cluster."""

    def pairs(clusters: Mapping[str, str]) -> set[tuple[str, str]]:
        groups = defaultdict(list)
        for item in sorted(found):
            groups[clusters[item]].append(item)
        return {pair for group in groups.values() for pair in combinations(group, 2)}

    ours, theirs = pairs(found), pairs(wanted)
    good = len(ours & theirs)
    precision = good / len(ours) if ours else 1.0
    recall = good / len(theirs) if theirs else 1.0
    return {
        "precision": precision,
        "recall": recall,
        "f1": harmonic(precision, recall),
    }


def score(
    truth: Mapping[str, Any],
    lines: Iterable[Record],
    *,
    agency: str,
    reachable: Mapping[str, bool] | None = None,
) -> dict[str, float]:
    """Figures 0 to 1 for a crawl of one agency's copy.

    ``recall`` and ``precision`` are of the agency's copies (roles wire, wire_edited);
    ``headline`` and ``dateline`` are shares that are right, ``body`` is the mean F1
    of words, ``stories_*`` are pairwise figures of the joining among the lines found.
    ``reachable`` leaves out copies (by id) that no polite crawl may fetch.
    """
    pairs, strangers = matched(truth, lines)
    wanted = {
        c["id"]
        for c in truth["copies"]
        if c["agency"] == agency
        and c["role"] in ("wire", "wire_edited")
        and (reachable is None or reachable.get(c["id"], True))
    }
    got = {copy["id"] for _, copy in pairs}
    right = [(line, copy) for line, copy in pairs if copy["id"] in wanted]
    total = len(right) or 1

    def share(field: str, truth_field: str | None = None) -> float:
        name = truth_field or field
        return sum(bool(line[field] == copy[name]) for line, copy in right) / total

    stories = pair_scores(
        {copy["id"]: line["story"]["id"] for line, copy in right},
        {copy["id"]: copy["story"] for _, copy in right},
    )
    written = len(pairs) + len(strangers)
    return {
        "copies": float(len(wanted)),
        "recall": len(got & wanted) / len(wanted) if wanted else 1.0,
        "precision": len(right) / written if written else 1.0,
        "once": len(got) / len(pairs) if pairs else 1.0,
        "headline": share("headline"),
        "dateline": share("dateline"),
        "body": sum(overlap(a["body"], "\n".join(c["paragraphs"])) for a, c in right)
        / total,
        "body_exact": sum(
            [p["text"] for p in a["paragraphs"]] == list(c["paragraphs"])
            for a, c in right
        )
        / total,
        "stories_precision": stories["precision"],
        "stories_recall": stories["recall"],
        "stories_f1": stories["f1"],
    }
