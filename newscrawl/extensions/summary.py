"""The end of a run on one screen, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newscrawl.text.lines import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCREEN = 24  # outlets; more are counted in one line
_COLUMNS = (
    ("outlet", ""),
    ("sources", "sources"),
    ("found", "entries"),
    ("fetched", "fetched"),
    ("written", "written"),
    ("rejected", "rejected"),
)


def summary(report: Mapping[str, Any]) -> str:
    """What a person wants to know, the files last.

    ``report`` is the content of ``run.json``.
    """
    parts = [headline(report), ""]
    if report["outlets"]:
        parts += [*outlet_table(report["outlets"]), ""]
    for title, key in (
        ("agencies", "agencies"),
        ("copies", "relations"),
        ("rejected", "rejected"),
    ):
        if report[key]:
            parts.append(f"{title:<9} {counts(report[key])}")
    parts += watch_lines(report.get("watch", ()))
    parts += [f"recovered {printable(note)}" for note in report["recovered"]]
    parts.append(f"files     {printable(report['files']['articles'])}")
    parts += [
        f"          {printable(report['files'][name])}"
        for name in ("rejected", "stories", "run")
        if name in report["files"]
    ]
    parts.append(ending(report))
    return "\n".join(parts)


def headline(report: Mapping[str, Any]) -> str:
    """The run in one sentence."""
    articles = number(report["articles"], "new article")
    outlets = sum(bool(c.get("written")) for c in report["outlets"].values())
    told = f"newscrawl {report['spider']}: {articles}"
    if report["articles"]:
        stories = number(report["stories"], "story", "stories")
        told += f" of {stories} from {number(outlets, 'outlet')}"
    return f"{told}, in {report['seconds']:g} s"


def ending(report: Mapping[str, Any]) -> str:
    """The last line: the exit code and its cause."""
    cause = report["message"] or report["outcome"].replace("_", " ")
    return f"exit {report['exit_code']}    {printable(cause)}"


def outlet_table(outlets: Mapping[str, Mapping[str, int]]) -> list[str]:
    """One aligned line for each outlet, those that matter most first."""
    rows = [
        (
            printable(name, 28),
            f"{what.get('sources_ok', 0)}/{_asked(what)}",
            *(str(what.get(key, 0)) for _, key in _COLUMNS[2:]),
            _remark(what),
        )
        for name, what in sorted(outlets.items(), key=_weight)
    ]
    lines = _aligned([(*(title for title, _ in _COLUMNS), ""), *rows[:SCREEN]])
    if len(rows) > SCREEN:
        lines.append(f"… and {len(rows) - SCREEN} more outlets, see run.json")
    return lines


def counts(values: Mapping[str, int]) -> str:
    """Counts in one line, the largest first.

    >>> counts({"own": 12, "no_body": 3})
    'own 12, no_body 3'
    """
    shown = [f"{printable(name, 40)} {count}" for name, count in values.items()]
    return ", ".join(shown[:8]) + (", …" if len(shown) > 8 else "")


def watch_lines(noticed: Sequence[Mapping[str, str]]) -> list[str]:
    """One line for each thing that needs a look, or does no longer."""
    words = {"new": "NOTICED", "standing": "still", "over": "mended"}
    lines = [
        f"{words[one['state']]:<9} {printable(one['subject'], 60)}: "
        f"{printable(one['detail'], 120)} ({one['kind']}, since {one['since'][:16]})"
        for one in noticed
    ]
    more = len(lines) - SCREEN
    return [*lines[:SCREEN], *([f"          and {more} more"] if more > 0 else [])]


def number(count: int, word: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> number(1, "story", "stories"), number(2, "story", "stories")
    ('1 story', '2 stories')
    """
    return f"{count:,} {word if count == 1 else many or word + 's'}"


def _weight(pair: tuple[str, Mapping[str, int]]) -> tuple[int, int, str]:
    name, what = pair
    return -what.get("written", 0), -what.get("sources_failed", 0), name


def _asked(what: Mapping[str, int]) -> int:
    return sum(
        what.get(key, 0) for key in ("sources_ok", "sources_failed", "sources_kept_out")
    )


def _remark(what: Mapping[str, int]) -> str:
    causes = [key.removeprefix("source_failed/") for key in what if "_failed/" in key]
    return ", ".join(sorted(causes)[:3])


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [row[at].rjust(widths[at]) for at in range(1, len(_COLUMNS))]
        lines.append("  ".join([*cells, row[-1]]).rstrip())
    return lines
