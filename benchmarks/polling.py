"""What resting sources save and how late it makes the news, without a crawl.

python benchmarks/polling.py    # thirty days of half-hourly runs a row: seconds

The outlets are those of ``month.py``; the rule is the crawler's own.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime, timedelta
from statistics import mean, quantiles

from month import FIRST, World

from newscrawl.middlewares.resting import pause_after

DAYS, STEP = 30, 30
SHARES = (0.25, 0.5, 1.0)
LONGEST = (7200, 14400, 21600)


def poll(
    times: list[datetime], most: float, share: float
) -> tuple[list[bool], list[bool], list[float]]:
    """Of each run whether it asked and whether it was told; minutes news was late."""
    asked, told, late = [], [], []
    seen, spoke, due = 0, FIRST, FIRST
    for minute in range(STEP, DAYS * 24 * 60 + 1, STEP):
        now = FIRST + timedelta(minutes=minute)
        count = bisect_right(times, now) if now >= due else seen
        asked.append(now >= due)
        told.append(count > seen)
        late += [(now - at).total_seconds() / 60 for at in times[seen:count]]
        spoke = now if count > seen else spoke
        if now >= due:
            due = now + timedelta(seconds=pause_after(now - spoke, most, share))
        seen = count
    return asked, told, late


def main() -> None:
    """Print a row for each pair of settings."""
    world = World(DAYS, seed=1)
    feeds = [[at for at, _ in told] for told in world.articles.values()]
    print(
        "| POLL_SHARE | POLL_MAX | requests per run and feed | in runs without news "
        "| minutes late: mean | 95 % | most |\n|---|---|---|---|---|---|---|"
    )
    for most in (0, *LONGEST):
        for share in SHARES if most else SHARES[:1]:
            polled = [poll(times, most, share) for times in feeds]
            runs = list(zip(*(asked for asked, _, _ in polled), strict=True))
            news = zip(*(told for _, told, _ in polled), strict=True)
            idle = [run for run, told in zip(runs, news, strict=True) if not any(told)]
            late = [minutes for _, _, each in polled for minutes in each]
            print(
                f"| {share} | {most} | {mean(map(mean, runs)):.2f} | "
                f"{mean(map(mean, idle)):.2f} | {mean(late):.0f} | "
                f"{quantiles(late, n=20)[-1]:.0f} | {max(late):.0f} |"
            )


if __name__ == "__main__":
    main()
