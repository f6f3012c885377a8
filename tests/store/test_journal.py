from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.store.journal import Alarm, SourceState, Visit
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from pathlib import Path


def test_counts_of_a_quarter_add_up_and_old_ones_are_forgotten(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite")
    journal = store.journal()
    journal.add("ians outlet:a", "2026-11-23T0", {"read": 3, "written": 0})
    journal.add("ians outlet:a", "2026-11-23T0", {"read": 4, "dated": 1})
    journal.add("ians outlet:a", "2026-11-22T3", {"read": 9})
    store.commit()
    store.close()
    again = open_store(tmp_path / "s.sqlite").journal()
    assert again.tallies("ians outlet:a", "2026-11-01") == [
        ("2026-11-22T3", {"read": 9}),
        ("2026-11-23T0", {"read": 7, "dated": 1}),
    ]
    assert again.subjects() == ["ians outlet:a"]
    again.forget("2026-11-23")
    assert len(again.tallies("ians outlet:a", "")) == 1


def test_an_alarm_stands_until_it_is_cleared(tmp_path: Path) -> None:
    journal = open_store(tmp_path / "s.sqlite").journal()
    alarm = Alarm("ians outlet:a", "silent", "2026-11-23", "0 articles")
    journal.raise_alarm(alarm)
    assert journal.alarms() == [alarm]
    journal.clear_alarm(alarm.subject, alarm.kind)
    assert journal.alarms() == []


def test_visits_come_due_by_outlet(tmp_path: Path) -> None:
    journal = open_store(tmp_path / "s.sqlite").journal()
    soon = Visit("a1", "2026-11-23T01", 1, "a", "https://a.test/1", "a.test/1")
    late = Visit("a2", "2026-11-23T09", 1, "a", "https://a.test/2")
    for visit in (late, soon):
        journal.put_visit(visit)
    assert list(journal.due("a", "2026-11-23T05", 9)) == [soon]
    assert list(journal.due("b", "2026-11-24", 9)) == []
    journal.drop_visit("a1")
    assert journal.visit("a1") is None
    assert journal.visit("a2") == late


def test_a_source_keeps_its_pause(tmp_path: Path) -> None:
    journal = open_store(tmp_path / "s.sqlite").journal()
    state = SourceState("ians https://a.test/feed", "2026-11-23T01", None, 1800)
    journal.put_source(state)
    assert journal.source(state.name) == state
    assert journal.source("ians https://b.test/feed") is None
