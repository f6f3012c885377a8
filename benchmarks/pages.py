"""Read saved pages and print one prediction a line, for scoring against the truth.

    python benchmarks/pages.py RECORDS_DIR > predictions.jsonl

RECORDS_DIR holds ``records.jsonl`` (``id``, ``url``, ``html_file``) and the pages.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article
from newscrawl.text.names import AgencyNames


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
        out["reason"] = none.reason
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


def main() -> None:
    """Predict every record; the counts of refusals go to standard error."""
    home = Path(sys.argv[1])
    names = agency_names()
    reasons: Counter[str] = Counter()
    with (home / "records.jsonl").open(encoding="utf-8") as records:
        for line in records:
            found = predict(json.loads(line), home, names)
            reasons[str(found.get("reason", "article"))] += 1
            print(json.dumps(found, ensure_ascii=False))
    print(dict(reasons), file=sys.stderr)


if __name__ == "__main__":
    main()
