"""Phrases observed on real pages, by class; skipped where the list is not at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscrawl.agencies.agency import load_agencies
from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.tail import cut_tail

_LIST = Path(__file__).parents[3] / "shared" / "facts" / "disclaimers.yaml"
_PRINTED = {"tail", "head", "footer", None}
# The share of each class that must be understood, and what counts as that.
FLOORS = {"full": 1.0, "copyright": 1.0, "source": 0.7, "mixed": 0.7, "pr": 0.4}
KINDS = {"full": {"full"}, "mixed": {"mixed"}, "pr": {"press_release"}}


def _phrases() -> list[dict]:
    yaml = pytest.importorskip("yaml")
    if not _LIST.exists():
        pytest.skip("the list of phrases is not here")
    groups = yaml.safe_load(_LIST.read_text(encoding="utf-8")).values()
    return [e for group in groups for e in group if e.get("where") in _PRINTED]


@pytest.mark.parametrize("name", FLOORS)
def test_observed_phrases_are_understood(name):
    names = load_agencies().names
    entries = [e for e in _phrases() if e["class"] == name]
    missed = []
    for entry in entries:
        told = read_disclaimer(entry["phrase"], names)
        cuts = cut_tail(["A body.", entry["phrase"]], names)[1]
        good = (told and told.kind in KINDS.get(name, {"source", "full"})) or (
            name in ("source", "copyright") and any(c.reason for c in cuts)
        )
        if not good:
            missed.append(entry["n"])
    rate = 1 - len(missed) / max(1, len(entries))
    assert rate >= FLOORS[name], f"{name}: {rate:.2f}, missed {missed}"
