"""Read saved pages and print one prediction a line, for scoring against the truth.

    python benchmarks/pages.py RECORDS_DIR > predictions.jsonl
    python benchmarks/pages.py RECORDS_DIR --check    # exit 1 below floors.toml

RECORDS_DIR holds ``records.jsonl`` (``id``, ``url``, ``html_file``; for ``--check``
also ``truth``, ``body_tier``, ``country``, ``wire``) and the pages. Without them
``--check`` says so and asks for nothing.
"""

from __future__ import annotations

import json
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scoring import Scores, add_page

from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article
from newscrawl.text.names import AgencyNames

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOORS = Path(__file__).with_name("floors.toml")


def agency_names() -> AgencyNames:
    """The registry's names; none where it cannot be loaded."""
    try:
        from newscrawl.agencies import load_agencies
    except ImportError:
        return AgencyNames()
    return load_agencies().names


def predict(
    record: dict[str, str], home: Path, names: AgencyNames
) -> dict[str, object]:
    """One page's prediction with the seconds it took."""
    html = (home / record["html_file"]).read_bytes()
    out: dict[str, object] = {"id": record["id"]}
    start = time.perf_counter()
    try:
        article = read_article(html, record["url"] or "", names=names)
    except NotAnArticle as none:
        # A refused page still tells its day.
        out |= {"reason": none.reason, "published": none.published}
    else:
        out |= {
            "headline": article.headline,
            "body": article.body,
            "published": article.date_published or article.date_modified,
            "authors": [author.name for author in article.authors],
            "agency": next(
                (a.name for a in article.authors if a.kind == "agency"), None
            ),
            "dateline": article.dateline,
        }
    out["seconds"] = time.perf_counter() - start
    return out


def check(home: Path) -> int:
    """Hold the scores of the pages against the floors; exit code 1 below them."""
    records = home / "records.jsonl"
    if not records.exists():
        print(f"skipped: no saved pages at {home}")
        return 0
    names, scores = agency_names(), Scores()
    with records.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            read, truth = predict(record, home, names), record["truth"]
            add_page(scores, {**truth, "headline": truth.get("title")}, read)
            if truth.get("body"):
                bodies = [truth["body"], *(truth.get("body_variants") or ())]
                for name in _groups(record):
                    scores.body(name, bodies, str(read.get("body") or ""))
    return compare("pages", scores.figures())


def _groups(record: dict[str, str]) -> list[str]:
    names = {
        "body_gold": record.get("body_tier") == "gold",
        "body_india": record.get("country") == "IN",
        "body_wire": record.get("wire") == "yes",
    }
    return [name for name, belongs in names.items() if belongs]


def compare(section: str, figures: Mapping[str, float]) -> int:
    """Print figures beside their floors; 1 where one is below its floor."""
    floors = tomllib.loads(FLOORS.read_text("utf-8"))[section]
    for name, figure in figures.items():
        floor = floors.get(name)
        told = "" if floor is None else f"   floor {floor:.3f}"
        print(f"{name:12} {figure:.3f}{told}")
    low = [name for name, floor in floors.items() if figures.get(name, 0) < floor]
    print(f"below the floor: {', '.join(low)}" if low else "all floors held")
    return 1 if low else 0


def main() -> int:
    """Predict every record; the counts of refusals go to standard error."""
    home = Path(sys.argv[1])
    if "--check" in sys.argv[2:]:
        return check(home)
    names = agency_names()
    reasons: Counter[str] = Counter()
    with (home / "records.jsonl").open(encoding="utf-8") as records:
        for line in records:
            found = predict(json.loads(line), home, names)
            reasons[str(found.get("reason", "article"))] += 1
            print(json.dumps(found, ensure_ascii=False))
    print(dict(reasons), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
