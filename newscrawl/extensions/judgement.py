"""Whether an outlet or agency still gives what it used to give. Pure arithmetic.

A subject is measured by its own history alone: the last day against the days before.
No figure is known in advance, so a small outlet is not told from a broken one by its
size. The bounds are set so that an ordinary slow day is none: a count that has never
been so low, a share of which a quarter or less is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Counts = dict[str, int]
_A_DAY = 4  # quarters
DAYS = 14  # of history that are compared with
LEAST_DAYS = 3  # below which nothing is judged
# A day of at least eight is empty by chance once in three thousand (Poisson).
MANY = 8
PLENTY = 20
LEFT = 0.25  # of a volume or a share, at or below which it has fallen
# (counted, of, kind, what is said): shares that have fallen.
FALLEN = (
    ("credited", "read", "credits_gone", "agency credits"),
    ("datelined", "read", "datelines_gone", "datelines"),
    ("dated", "read", "dates_missing", "dates"),
    ("bylined", "read", "bylines_gone", "bylines"),
    ("read", "fetched", "pages_unread", "pages that could be read"),
    ("selector_headline", "read", "selector_dead", "matches of the headline selector"),
    ("selector_body", "read", "selector_dead", "matches of the body selector"),
    ("selector_byline", "read", "selector_dead", "matches of the byline selector"),
    ("selector_date", "read", "selector_dead", "matches of the date selector"),
)
# (counted, of, kind, what is said, least, share): shares that have grown.
GROWN = (
    ("http_403", "asked", "blocked", "answers 403", 5, 0.2),
    ("html_sources", "sources", "feeds_html", "feeds that are HTML", 2, 0.5),
    ("sources_failed", "sources", "sources_failing", "sources that fail", 4, 0.6),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in one word and in a clause."""

    kind: str
    detail: str


def quarter_of(moment: str) -> str:
    """The quarter of a UTC day that an ISO time lies in; they sort as text.

    >>> quarter_of("2026-11-23T13:05:00+00:00")
    '2026-11-23T2'
    """
    return f"{moment[:10]}T{int(moment[11:13]) // 6}"


def days_back(quarter: str, now: str) -> int:
    """How many whole days before ``now`` a quarter lies; 0 is the last day.

    >>> [days_back(q, "2026-11-23T3") for q in ("2026-11-23T1", "2026-11-22T3")]
    [0, 1]
    """
    return (_index(now) - _index(quarter)) // _A_DAY


def judge(
    history: Sequence[tuple[str, Mapping[str, int]]],
    now: str,
    standing: Mapping[str, str] | None = None,
    *,
    volume: bool = True,
) -> list[Finding]:
    """What is wrong with a subject, by its quarters up to and with ``now``.

    ``standing`` maps alarms that are on to the quarter they were raised in: they are
    held against the days before that one, else a lasting fault would become the rule.
    Without ``volume`` only shares are judged.
    """
    days = _by_day(history, now)
    today = days.pop(0, {})
    found: dict[str, Finding] = {}
    for finding in _findings(today, days, now, standing or {}, volume=volume):
        found.setdefault(finding.kind, finding)
    return list(found.values())


def is_over(
    kind: str, history: Sequence[tuple[str, Mapping[str, int]]], now: str
) -> bool:
    """Whether the last day shows that an alarm which is not found any more is over.

    It does when there is some of what was missing; a day on which nothing was read
    says nothing of credits.
    """
    today = _by_day(history, now).get(0, {})
    if kind in {"silent", "thin"}:
        return today.get("written", 0) > 0
    fallen = [counted for counted, _, one, _ in FALLEN if one == kind]
    if fallen:
        return any(today.get(counted, 0) for counted in fallen)
    return any(today.get(of, 0) for _, of, one, *_ in GROWN if one == kind)


def _findings(
    today: Counts,
    days: Mapping[int, Counts],
    now: str,
    standing: Mapping[str, str],
    *,
    volume: bool,
) -> Iterator[Finding]:
    def before(*kinds: str) -> list[Counts]:
        since = min((standing[kind] for kind in kinds if kind in standing), default=now)
        first = days_back(since, now)
        return [days[day] for day in sorted(days) if day > first][:DAYS]

    usual = before("silent", "thin")
    if volume and len(usual) >= LEAST_DAYS:
        yield from _volume(today, usual)
    for counted, of, kind, words in FALLEN:
        yield from _fallen(today, before(kind), counted, of, Finding(kind, words))
    for counted, of, kind, words, least, share in GROWN:
        usual = before(kind)
        k, n = today.get(counted, 0), today.get(of, 0)
        was, of_all = _total(usual, counted), _total(usual, of)
        rate = was / of_all if of_all else 0.0
        if len(usual) < LEAST_DAYS or k < least or not n:
            continue
        if k / n >= share and k / n >= 3 * rate:
            yield Finding(kind, f"{words}: {k} of {n}, before {rate:.0%}")


def _volume(today: Counts, usual: Sequence[Counts]) -> Iterator[Finding]:
    """Articles written in the last day against each of the days before."""
    counts = sorted(day.get("written", 0) for day in usual)
    runs = median(day.get("runs", 0) for day in usual)
    if today.get("runs", 0) < min(2, runs):
        return  # the day has hardly begun for us
    middle = median(counts)
    # One bad day of our own must not make silence normal for a fortnight.
    low = counts[1] if len(counts) >= 6 else counts[0]
    written = today.get("written", 0)
    if not written and middle >= MANY and low:
        yield Finding("silent", f"no article in a day, usually {middle:g}")
    elif middle >= PLENTY and written <= LEFT * middle and written < low:
        yield Finding("thin", f"{written} articles in a day, usually {middle:g}")


def _fallen(
    today: Counts, usual: Sequence[Counts], counted: str, of: str, said: Finding
) -> Iterator[Finding]:
    """A share of which at most a quarter is left, where five were to be expected."""
    if len(usual) < LEAST_DAYS:
        return
    was, of_all = _total(usual, counted), _total(usual, of)
    k, n = today.get(counted, 0), today.get(of, 0)
    expected = n * was / of_all if of_all else 0.0
    if expected >= 5 and k <= LEFT * expected:
        rate = was / of_all
        yield Finding(said.kind, f"{said.detail}: {k} of {n}, before {rate:.0%}")


def _by_day(
    history: Sequence[tuple[str, Mapping[str, int]]], now: str
) -> dict[int, Counts]:
    """Counts by days back; days without a run are left out, the last one is not."""
    days: dict[int, Counts] = {}
    for quarter, counts in history:
        back = days_back(quarter, now)
        if back < 0:
            continue  # the clock stepped back
        day = days.setdefault(back, {})
        for name, count in counts.items():
            day[name] = day.get(name, 0) + count
    return {day: c for day, c in days.items() if not day or c.get("runs")}


def _total(days: Sequence[Counts], name: str) -> int:
    return sum(day.get(name, 0) for day in days)


def _index(quarter: str) -> int:
    day, _, part = quarter.partition("T")
    return datetime.fromisoformat(day).toordinal() * _A_DAY + int(part)
