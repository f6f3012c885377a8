"""How each outlet has been, as the state remembers it: one account per outlet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any

from newscrawl.extensions.judgement import DAYS, days_back, quarter_of
from newscrawl.extensions.watch import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newscrawl.store.journal import Alarm, Journal

_OUTLET = "outlet:"
_FAILED = "failing"


@dataclass(slots=True)
class Health:
    """An outlet's account of the last 24 hours; ``usual`` is the median of days before.

    ``state`` is ``unvisited`` (no run in the last day), ``failing`` (every source asked
    failed), the kinds of the alarms that are on, or ``well``.
    """

    outlet: str
    last_article: str | None = None
    articles: int = 0
    usual: float | None = None
    runs: int = 0
    fetched: int = 0
    sources_ok: int = 0
    sources_failed: int = 0
    answers_403: int = 0
    alarms: list[dict[str, str]] = field(default_factory=list)

    @property
    def state(self) -> str:
        """How it is, in a word; more than one alarm has commas between."""
        if self.alarms:
            return ",".join(dict.fromkeys(alarm["kind"] for alarm in self.alarms))
        if not self.runs:
            return "unvisited"
        if self.sources_failed and not self.sources_ok:
            return _FAILED
        return "well"

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should check it."""
        return bool(self.alarms) or self.state == _FAILED


def healths(journal: Journal, now: str, names: Collection[str] = ()) -> list[Health]:
    """Every outlet that was ever visited (or those named), worst first.

    What several spiders saw of one outlet is added up.
    """
    subjects: dict[str, list[str]] = {name: [] for name in names}
    for subject in journal.subjects():
        name = _outlet_of(subject)
        if name and (not names or name in subjects):
            subjects.setdefault(name, []).append(subject)
    last, alarms = journal.last_articles(), journal.alarms()
    found = [
        _health(name, seen, journal, now, last.get(name), alarms)
        for name, seen in subjects.items()
    ]
    return sorted(found, key=lambda one: (not one.needs_a_look, one.outlet))


def account(one: Health) -> dict[str, Any]:
    """An outlet's health as plain data."""
    return {
        "outlet": one.outlet,
        "state": one.state,
        "last_article": one.last_article,
        "articles": one.articles,
        "usual": one.usual,
        "runs": one.runs,
        "fetched": one.fetched,
        "sources_ok": one.sources_ok,
        "sources_failed": one.sources_failed,
        "answers_403": one.answers_403,
        "alarms": one.alarms,
    }


def table(found: Iterable[Health]) -> str:
    """The accounts for a person, with the alarms in words under their outlet."""
    head = ("outlet", "state", "last article", "24 h", "usual", "sources", "failed")
    lines = [_HEAD.format(*head)]
    for one in found:
        lines.append(
            _HEAD.format(
                one.outlet,
                one.state if len(one.alarms) < 2 else f"{len(one.alarms)} alarms",
                (one.last_article or "never")[:16].replace("T", " "),
                one.articles,
                "-" if one.usual is None else f"{one.usual:g}",
                one.sources_ok + one.sources_failed,
                one.sources_failed,
            )
        )
        lines += [
            f"    {alarm['kind']} since {alarm['since'][:16]}: {alarm['detail']}"
            for alarm in one.alarms
        ]
    return "\n".join(line.rstrip() for line in lines)


_HEAD = "{:<22} {:<16} {:<16} {:>6} {:>6} {:>8} {:>7}"


def _health(
    name: str,
    subjects: Iterable[str],
    journal: Journal,
    now: str,
    last: str | None,
    alarms: Iterable[Alarm],
) -> Health:
    days = _days(subjects, journal, quarter_of(now))
    today = days.pop(0, Counter())
    usual = [days[day].get("written", 0) for day in sorted(days)][:DAYS]
    return Health(
        name,
        last,
        today.get("written", 0),
        median(usual) if usual else None,
        today.get("runs", 0),
        today.get("fetched", 0),
        today.get("sources_ok", 0),
        today.get("sources_failed", 0),
        today.get("http_403", 0),
        [
            {
                "kind": alarm.kind,
                "since": alarm.since,
                "detail": alarm.detail,
                "spider": alarm.subject.partition(" ")[0],
            }
            for alarm in alarms
            if _outlet_of(alarm.subject) == name
        ],
    )


def _days(
    subjects: Iterable[str], journal: Journal, now: str
) -> dict[int, Counter[str]]:
    """Counts by whole days back, of all spiders together; days with runs only."""
    days: dict[int, Counter[str]] = {}
    for subject in subjects:
        for quarter, counts in journal.tallies(subject, ""):
            days.setdefault(max(0, days_back(quarter, now)), Counter()).update(counts)
    return {day: counts for day, counts in days.items() if counts["runs"]}


def _outlet_of(subject: str) -> str | None:
    said = plain(subject)
    return said[len(_OUTLET) :] if said.startswith(_OUTLET) else None
