"""Crawl the newsroom and hold the lines against its truth.

python benchmarks/newsroom.py                  # a table for a few seeds
python benchmarks/newsroom.py --check          # exit 1 below benchmarks/floors.toml
python benchmarks/newsroom.py --seeds 1 --stories 500 --spider wire
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from newscrawl.newsroom.scoring import score
from newscrawl.newsroom.site import Sites
from newscrawl.newsroom.world import World

ROOT = Path(__file__).resolve().parents[1]
FLOORS = Path(__file__).with_name("floors.toml")


def crawl(seed: int, stories: int, spider: str, output: Path) -> dict[str, float]:
    """One crawl of one world; its figures."""
    output.mkdir(parents=True, exist_ok=True)
    settings = {
        "NEWSCRAWL_OUTPUT_DIR": output,
        "NEWSCRAWL_NEWSROOM_SEED": seed,
        "NEWSCRAWL_NEWSROOM_STORIES": stories,
        "LOG_LEVEL": "WARNING",
    }
    command = [sys.executable, "-m", "scrapy", "crawl", spider]
    command += ["-a", "outlets=newsroom"]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    with (output / "crawl.log").open("wb") as log:
        subprocess.run(command, cwd=ROOT, check=False, stdout=log, stderr=log)
    run = next(output.rglob("run.json")).parent
    lines = [json.loads(x) for x in (run / "articles.jsonl").open(encoding="utf-8")]
    sites = Sites(World(seed, stories))
    truth = sites.truth(sites.now)
    return score(truth, lines, agency="ians")


def main() -> int:
    """Print the table; compare it with the floors when asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--spider", default="ians")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    rows = []
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(crawl(seed, options.stories, options.spider, Path(folder)))
    for name in rows[0]:
        values = "  ".join(f"{row[name]:8.3f}" for row in rows)
        print(f"{name:20} {values}")
    if not options.check:
        return 0
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["newsroom"]
    low = [
        f"{name} {row[name]:.3f} is below its floor {floor}"
        for row in rows
        for name, floor in floors.items()
        if row[name] < floor
    ]
    print("\n".join(low) or "all floors held")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
