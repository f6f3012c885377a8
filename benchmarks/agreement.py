"""How much of an agency text its copies agree on: agreement.py DOCS.jsonl TRUTH.jsonl.

The truth has ``id``, ``cluster`` and ``relation``; of each cluster with an original
(``wire``) and at least three copies of it, the original is left out and made again from
the copies. Shares of words (F1) with the original are told for the agreement, for a
copy taken at random, for the one whose order was taken, and for the best copy, which
nobody can know.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean
from typing import Any

from newscrawl.copies.agreement import agency_text
from newscrawl.copies.index import StoredCopy
from newscrawl.copies.tokens import digest_of, pack, split_words, word_form

LEAST = 3


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("docs", type=Path)
    options.add_argument("truth", type=Path)
    chosen = options.parse_args()
    docs = {one["id"]: one for one in _lines(chosen.docs)}
    clusters: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in _lines(chosen.truth):
        clusters[one["cluster"]].append((one["id"], one["relation"]))
    shares: dict[str, list[float]] = defaultdict(list)
    spent = 0.0
    for members in clusters.values():
        wires = [name for name, relation in members if relation == "wire"]
        copies = [n for n, relation in members if relation not in {"wire", "updated"}]
        if not wires or len(copies) < LEAST:
            continue
        stored = [_stored(at, docs[name]) for at, name in enumerate(copies, 1)]
        begin = time.perf_counter()
        text = agency_text(stored[0], stored)
        spent += time.perf_counter() - begin
        if text is None:
            continue
        whole = _words(docs[wires[0]]["body"])
        single = {name: _f1(_words(docs[name]["body"]), whole) for name in copies}
        shares["agreed"].append(
            _f1(_words("\n".join(one.text for one in text.paragraphs)), whole)
        )
        shares["a copy"].append(mean(single.values()))
        shares["the base"].append(single[text.base])
        shares["the best copy"].append(max(single.values()))
    for name, values in shares.items():
        print(f"{name:14} {mean(values):.3f}")
    count = len(shares["agreed"])
    print(f"{count} stories, {1000 * spent / max(1, count):.1f} ms each")


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _stored(number: int, doc: dict[str, Any]) -> StoredCopy:
    paragraphs = [part for part in doc["body"].split("\n") if part.strip()]
    return StoredCopy(
        number=number,
        id=doc["id"],
        story="s1",
        outlet=doc["outlet"],
        at=doc.get("published"),
        headline=doc["headline"],
        agency=None,
        version=1,
        digest=digest_of(word_form(paragraphs)),
        packed=pack(paragraphs),
    )


def _words(text: str) -> Counter[str]:
    return Counter(split_words(text))


def _f1(some: Counter[str], whole: Counter[str]) -> float:
    return 2 * (some & whole).total() / max(1, some.total() + whole.total())


if __name__ == "__main__":
    main()
