"""A state is lost and rebuilt, or pruned, between crawls: no line comes twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.crawling import serving
from tests.forking import scrapy
from tests.harvesting import SmallOutlet, harvest

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
AT = {"NEWSCRAWL_NOW": NOW.isoformat()}


def upkeep(tmp_path: Path, *given: str) -> subprocess.CompletedProcess[str]:
    return scrapy(*given, settings={"NEWSCRAWL_OUTPUT_DIR": tmp_path / "output"})


def test_a_rebuilt_state_knows_what_was_written(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(3)
    state = tmp_path / "output" / "newscrawl.sqlite"
    with serving(site.answer) as (place, _):
        first = harvest(tmp_path, place, settings=AT)
        checked = upkeep(tmp_path, "store", "check")
        assert (checked.returncode, checked.stderr) == (0, "")
        assert checked.stdout.endswith("newscrawl.sqlite: well\n")
        state.unlink()
        assert upkeep(tmp_path, "store", "check").returncode == 6
        rebuilt = upkeep(tmp_path, "reindex")
        assert "rebuilt from 3 lines of 1 runs" in rebuilt.stdout
        assert upkeep(tmp_path, "store", "check").returncode == 0
        site.add(1, first=3)
        second = harvest(tmp_path, place, settings=AT)
    assert len(first.lines) == 3
    assert [line["url"].rpartition("/")[2] for line in second.lines] == ["3"]


def test_a_pruned_state_knows_what_was_written(tmp_path: Path) -> None:
    site = SmallOutlet(NOW - timedelta(hours=1))
    site.add(3)
    later = "2027-06-01T00:00:00+00:00"
    with serving(site.answer) as (place, _):
        first = harvest(tmp_path, place, settings=AT)
        at = ("-s", f"NEWSCRAWL_NOW={later}")
        pruned = upkeep(tmp_path, "store", "prune", "--older-than", "90d", *at)
        assert "forgot 3 texts" in pruned.stdout
        assert upkeep(tmp_path, "store", "check").returncode == 0
        again = harvest(tmp_path, place, "-a", "since=all", settings=AT)
    assert len(first.lines) == 3
    assert again.lines == []
