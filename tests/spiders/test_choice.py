from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.pages.listing import Child, Entry
from newscrawl.spiders.choice import Choice, newest_first, priority
from newscrawl.spiders.sources import UNDATED_CHILDREN, recent_children

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CHOICE = Choice(NOW - timedelta(days=2), NOW, frozenset({"en"}))


@pytest.mark.parametrize(
    ("published", "modified", "language", "refusal"),
    [
        ("2026-03-02T09:00:00+00:00", None, None, None),
        ("2026-02-20T09:00:00+00:00", None, None, "too_old"),
        ("2026-02-20T09:00:00+00:00", "2026-03-02T09:00:00Z", None, None),
        ("2026-02-28", None, None, None),
        ("2026-02-27", None, None, "too_old"),
        ("2026-03-02T17:29:00+05:30", None, None, None),
        ("2026-03-02T13:00:00+00:00", None, None, "too_new"),
        ("2026-03-02", None, None, None),
        ("no time", None, None, None),
        (None, None, None, None),
        (None, None, "hi", "other_language"),
        (None, None, "en-IN", None),
        (None, None, "EN_us", None),
    ],
)
def test_what_a_source_tells_decides_before_fetching(
    published: str | None,
    modified: str | None,
    language: str | None,
    refusal: str | None,
) -> None:
    entry = Entry("https://x.test/a", None, published, modified, language)
    assert CHOICE.refusal(entry) == refusal


def test_pages_are_judged_by_what_they_say_themselves() -> None:
    assert CHOICE.is_stale("2026-02-01", None)
    assert not CHOICE.is_stale("2026-02-01", "2026-03-02T00:00:00Z")
    assert not CHOICE.is_stale(None, None)
    assert CHOICE.is_early("2026-03-03")
    assert not CHOICE.is_early("2026-03-02")


def test_newest_first_and_undated_at_the_end() -> None:
    old = Entry("https://x.test/old", None, "2026-03-01", None)
    new = Entry("https://x.test/new", None, "2026-02-01", "2026-03-02T01:00:00Z")
    none = Entry("https://x.test/none")
    assert newest_first([none, old, new]) == [new, old, none]
    assert priority(new, 0, NOW) > priority(old, 0, NOW)
    assert priority(none, 0, NOW) > priority(none, 9, NOW)
    assert priority(Entry("u", None, "1999-01-01"), 0, NOW) >= -1440


def test_an_index_is_read_from_its_new_end() -> None:
    children = [
        Child("https://x.test/old.xml", "2026-01-01"),
        Child("https://x.test/a.xml", "2026-03-01T00:00:00Z"),
        Child("https://x.test/b.xml", "2026-03-02T00:00:00Z"),
        Child("https://x.test/undated.xml"),
    ]
    found = recent_children(children, CHOICE.since)
    names = [child.url.rsplit("/", 1)[-1] for child in found]
    assert names == ["b.xml", "a.xml", "undated.xml"]
    years = [Child(f"https://x.test/{n}.xml") for n in range(100)]
    some = recent_children(years, CHOICE.since)
    assert len(some) == 2 * UNDATED_CHILDREN
    assert years[0] in some
    assert years[-1] in some
