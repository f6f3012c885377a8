"""Crawl a folder of saved pages end to end, under their real host names, on loopback.

    python benchmarks/replay.py DIR [--limit N] [--keep OUTPUT]

DIR holds ``records.jsonl`` (``id``, ``url``, ``html_file`` …) and ``html/``. Every page
must end as a schema-valid line or as a counted reason; exceptions in the log fail it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measure import crawl_command, ids, newsroom, run

from newscrawl.schema import fault
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Iterator

TROUBLE = re.compile(r"Traceback|Unhandled error|\bERROR\b|\bCRITICAL\b")


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The lines of every file of that name below the folder."""
    for path in folder.rglob(name):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def main() -> int:
    """Crawl, account for every page, print the account."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the output here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        output = options.keep or Path(scratch) / "output"
        log = Path(scratch) / "crawl.log"
        with newsroom("--pages", str(options.folder.resolve())) as ready:
            wanted = {url_key(url): url for url in ready["urls"].values()}
            command = crawl_command(
                "outlet",
                ready,
                output,
                "-a",
                f"outlets={ids(ready)}",
                "-a",
                "since=all",
            )
            cost = run(command, log=log)
        written = list(rows(output, "articles.jsonl"))
        rejected = list(rows(output, "rejected.jsonl"))
        text = log.read_text("utf-8", "replace")
    invalid = [problem for record in written if (problem := fault(record))]
    ended = {url_key(r["url"]) for r in [*written, *rejected] if r["url"]}
    ended |= {url_key(u) for r in written for u in r["alt_ids"] if "/" in u}
    lost = sorted(url for key, url in wanted.items() if key not in ended)
    trouble = [line for line in text.splitlines() if TROUBLE.search(line)]
    reasons = Counter(r["reason"] for r in rejected)
    print(f"pages {len(wanted)}, lines {len(written)}, rejected {len(rejected)}")
    print("  " + ", ".join(f"{name} {count}" for name, count in reasons.most_common()))
    print(
        f"lost {len(lost)}, invalid {len(invalid)}, log lines of trouble {len(trouble)}"
    )
    print("\n".join(f"  {line[:300]}" for line in [*lost[:20], *trouble[:20]]))
    print(
        f"exit {cost.code}; {cost.wall:.0f} s, CPU {cost.cpu:.0f} s,"
        f" {1000 * cost.cpu / max(1, len(wanted)):.1f} ms per page,"
        f" peak memory {cost.peak:.0f} MB"
    )
    return 1 if lost or invalid or trouble else 0


if __name__ == "__main__":
    sys.exit(main())
