"""CPU per response of the whole crawl against bare Scrapy, same pages, interleaved.

    python benchmarks/crawl.py [--pages 1000 10000] [--rounds 3]

Both crawl the same newsroom pages (82 KB each by default) from one server process whose
own CPU is not counted. Bare Scrapy extracts five fields with parsel and writes a
JSON-lines feed; newscrawl does all it does, with the ``outlet`` spider. The ratio is of
process CPU per response, start-up included, medians over the rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from measure import ROOT, crawl_command, ids, newsroom, run


def compare(pages: int, weight: int, rounds: int) -> None:
    """Print one row per round and the medians for a world of about ``pages`` pages."""
    stories = max(20, pages // 8)
    options = ["--stories", str(stories), "--weight", str(weight)]
    rows = []
    with newsroom(*options) as ready, tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for number in range(rounds):
            output = folder / f"ours{number}"
            command = crawl_command(
                "outlet",
                ready,
                output,
                "-a",
                f"outlets={ids(ready)}",
                "-a",
                "since=all",
            )
            ours = run(command, log=folder / "ours.log")
            run_file = next(output.rglob("run.json"))
            count = json.loads(run_file.read_text("utf-8"))["responses"]
            lines = (run_file.parent / "articles.jsonl").read_text("utf-8")
            urls = [json.loads(x)["url"] for x in lines.splitlines()][:pages]
            listing = folder / "urls.txt"
            listing.write_text("\n".join(urls), "utf-8")
            script = str(ROOT / "benchmarks/bare.py")
            command = [sys.executable, "-m", "scrapy", "runspider", script]
            command += ["-a", f"urls={listing}", "-a", f"port={ready['port']}"]
            command += ["-O", str(folder / "bare.jsonl"), "-s", "LOG_LEVEL=WARNING"]
            bare = run(command, log=folder / "bare.log")
            rows.append((1000 * ours.cpu / count, 1000 * bare.cpu / len(urls)))
            print(
                f"{pages:6} pages, round {number + 1}: newscrawl {rows[-1][0]:.2f} ms"
                f" over {count} responses ({ours.wall:.0f} s, {ours.peak:.0f} MB),"
                f" bare {rows[-1][1]:.2f} ms over {len(urls)}"
                f" ({bare.wall:.0f} s, {bare.peak:.0f} MB),"
                f" ratio {rows[-1][0] / rows[-1][1]:.2f}",
                flush=True,
            )
    ratio = statistics.median(a / b for a, b in rows)
    print(
        f"{pages:6} pages, median ratio {ratio:.2f},"
        f" newscrawl {statistics.median(a for a, _ in rows):.2f} ms per response"
    )


def main() -> int:
    """Compare at each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--weight", type=int, default=82_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for pages in options.pages:
        compare(pages, options.weight, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
