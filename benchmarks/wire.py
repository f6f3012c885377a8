"""How well agency copy is known: on saved pages with truth, and on printed examples.

    python benchmarks/wire.py PAGES_DIR                   # figures on the pages
    python benchmarks/wire.py PAGES_DIR --facts FACTS_DIR # and on lists of examples
    python benchmarks/wire.py PAGES_DIR --misses          # every page that is wrong

PAGES_DIR holds ``records.jsonl`` (``id``, ``url``, ``html_file``; on judged pages
``wire``, ``agency``, ``dateline_raw``, ``dateline_place``) and the pages. FACTS_DIR
holds ``agencies.yaml``, ``datelines.md`` and ``disclaimers.yaml``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import statistics
import sys
import time
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newscrawl import attribute as attribute_text
from newscrawl.agencies import load_agencies
from newscrawl.agencies.attribution import attribute
from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article
from newscrawl.text.dateline import read_dateline
from newscrawl.text.disclaimer import read_disclaimer
from newscrawl.text.tail import cut_tail

AGENCIES = load_agencies()
# The truth's names for agencies whose file has another id.
TRUTH = {"afp relaxnews": "afp", "the canadian press": "cp", "apa ap": "apa"}
SENTENCE = "The organ in the old hall was mended on Monday after a year of silence."
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(slots=True)
class Figures:
    """Everything counted over the pages."""

    wire: list[tuple[str, bool, bool]] = field(default_factory=list)
    named: list[tuple[str, bool]] = field(default_factory=list)
    mixed: list[tuple[str, bool]] = field(default_factory=list)
    places: list[tuple[str, bool]] = field(default_factory=list)
    claimed: list[tuple[str, bool]] = field(default_factory=list)
    said: list[tuple[float, bool]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def plain(text: str | None) -> str:
    """Letters and digits only, as the truth is compared."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return re.sub(r"[\W_]+", " ", folded).strip()


def agency_id(name: str | None) -> str | None:
    """The id of an agency as the truth names it."""
    if not name:
        return None
    known = AGENCIES.names.agency(name) or TRUTH.get(plain(name))
    return known or plain(name)


def same_place(want: str, got: str | None) -> bool:
    """Whether a dateline begins with the place that is wanted."""
    place, line = plain(want), plain(got)
    return bool(line) and (place in line or (len(line) > 3 and place.startswith(line)))


def judge(record: dict[str, Any], home: Path, out: Figures) -> None:
    """Read one judged page and count what was said of it."""
    html = (home / record["html_file"]).read_bytes()
    name, url = record["id"], record["url"] or ""
    try:
        article = read_article(html, url, names=AGENCIES.names)
    except NotAnArticle:
        article = None
    agency, role, told, printed = None, "unknown", 0.0, None
    if article:
        start = time.perf_counter()
        found = attribute(article, AGENCIES, country=record["country"])
        out.seconds.append(time.perf_counter() - start)
        agency, role = found.agency, found.syndication.role
        told, printed = found.syndication.confidence, article.dateline
    count(record, f"{name} {role} {agency} {told} {printed!r}", out, agency, told)
    roles = {"yes": ("wire", "wire_edited"), "no": ("own", "unknown"), "mixed": "mixed"}
    out.mixed.append((f"{name} {role} {agency}", role in roles[record["wire"]]))
    if record.get("dateline_place"):
        out.places.append((f"{name} {printed!r}", same_place(
            record["dateline_place"], printed)))  # fmt: skip
    if printed:
        truth = record.get("dateline_raw")
        good = bool(truth) and (same_place(truth, printed) or plain(printed) in plain(
            truth))  # fmt: skip
        out.claimed.append((f"{name} {printed!r}", good))


def count(
    record: dict[str, Any], what: str, out: Figures, agency: str | None, told: float
) -> None:
    """Note whether the agency was found and named, and what was said of it."""
    if record["wire"] not in ("yes", "no"):
        return
    yes, want = record["wire"] == "yes", agency_id(record.get("agency"))
    out.wire.append((what, yes, agency is not None))
    if yes and agency:
        out.named.append((f"{what}, is {want}", agency == want))
    if agency:
        out.said.append((told, yes and agency == want))


def share(hits: int, of: int) -> str:
    """A share with its counts."""
    return f"{hits / of:6.3f}  {hits}/{of}" if of else "     -"


def ratio(rows: list[tuple[str, bool]]) -> str:
    """The share of rows that are right."""
    return share(sum(good for _, good in rows), len(rows))


def report(out: Figures, *, misses: bool) -> None:
    """Print the figures of the pages."""
    hits = sum(yes and found for _, yes, found in out.wire)
    claims = sum(found for _, _, found in out.wire)
    print("agency copy found     ", share(hits, sum(y for _, y, _ in out.wire)))
    print("  at precision        ", share(hits, claims))
    print("agency named right    ", ratio(out.named))
    print("role right            ", ratio(out.mixed))
    print("dateline place found  ", ratio(out.places))
    wrong = [(name, not good) for name, good in out.claimed]
    print("datelines that are none", ratio(wrong))
    spent = 1e3 * statistics.median(out.seconds)
    mean = 1e3 * statistics.fmean(out.seconds)
    print(f"attribution, ms a page  {spent:.3f} median, {mean:.3f} mean")
    print("said confidence, and how often it was right:")
    for low, high in itertools.pairwise(BINS):
        rows = [("", good) for told, good in out.said if low <= told < high]
        print(f"  {low:.2f} to {min(high, 1.0):.2f}        {ratio(rows)}")
    if misses:
        for title, rows in (
            ("missed", [w for w, yes, found in out.wire if yes and not found]),
            ("not agency copy", [w for w, yes, found in out.wire if found and not yes]),
            ("named wrong", [w for w, good in out.named if not good]),
            ("role wrong", [w for w, good in out.mixed if not good]),
            ("dateline missed", [w for w, good in out.places if not good]),
            ("no dateline", [w for w, good in out.claimed if not good]),
        ):
            print(f"\n{title}:", *rows, sep="\n  ")


def facts(home: Path, *, misses: bool) -> None:
    """Print how many of the printed examples are understood."""
    import yaml

    listed = yaml.safe_load((home / "agencies.yaml").read_text("utf-8"))["agencies"]
    rows = defaultdict(list)
    for agency in listed:
        for sign in agency.get("signs", ()):
            for example in sign.get("examples", ()):
                text = example["text"].replace("⏎", "\n")
                rows["signatures"].append((text, understood(text)))
    for group in yaml.safe_load(
        (home / "disclaimers.yaml").read_text("utf-8")
    ).values():
        for entry in group:
            kind = entry["class"]
            if entry.get("where") in (None, "tail", "head", "footer"):
                rows[f"phrases, {kind}"].append((entry["phrase"], phrase(entry, kind)))
    survey = (home / "datelines.md").read_text("utf-8")
    for raw in re.findall(r"^\| ?\d+ \|[^|]*\| (.*) \|[^|]*\|$", survey, re.M):
        for text in re.findall(r"`([^`]+)`", raw):
            line = text.replace("⏎", "\n") + " Rain fell."
            found = read_dateline(line, AGENCIES.names) is not None
            rows["dateline forms"].append((text, found))
    for name, each in rows.items():
        print(f"{name:24}{ratio(each)}")
        if misses:
            print(*(f"  {t!r}" for t, good in each if not good), sep="\n")


def understood(text: str) -> bool:
    """Whether a signature is read as one: over a text, under it, or as a dateline."""
    names = AGENCIES.names
    if read_dateline(text, names, near="2025-06-26") or read_disclaimer(text, names):
        return True
    over, under = f"{text}\n{SENTENCE}", f"{SENTENCE} {text}"
    return any(
        attribute_text(each).evidence for each in (over, under, f"{SENTENCE}\n{text}")
    )


def phrase(entry: dict[str, Any], kind: str) -> bool:
    """Whether a phrase is understood as what it is."""
    told = read_disclaimer(entry["phrase"], AGENCIES.names)
    cut = cut_tail(["Rain fell.", entry["phrase"]], AGENCIES.names)[1]
    if kind in ("source", "copyright", "generic"):
        return bool(cut) or (told is not None and told.kind != "mixed")
    wanted = {"full": "full", "mixed": "mixed", "pr": "press_release"}.get(kind)
    return (told.kind if told else None) == wanted


def main() -> None:
    """Read the judged pages, then the lists of examples."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("pages", type=Path)
    options.add_argument("--facts", type=Path)
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    out = Figures()
    with (chosen.pages / "records.jsonl").open(encoding="utf-8") as records:
        for record in map(json.loads, records):
            if record.get("wire"):
                judge(record, chosen.pages, out)
    report(out, misses=chosen.misses)
    if chosen.facts:
        facts(chosen.facts, misses=chosen.misses)


if __name__ == "__main__":
    sys.exit(main())
