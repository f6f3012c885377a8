from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from scrapy.settings import Settings

from newscrawl.errors import ConfigError, LockedError, OutputError, StateError
from newscrawl.items import Article, Paragraph, Story
from newscrawl.store.records import to_record
from newscrawl.store.recovery import RESERVE, write_card
from newscrawl.store.session import Session, places
from newscrawl.text.lines import dump_line

if TYPE_CHECKING:
    from pathlib import Path

NOW = "2026-03-02T12:00:00+00:00"


def session(base: Path, spider: str = "ians", store: str = "state.sqlite") -> Session:
    return Session(spider, base / "output", base / store, clock=NOW)


def article(number: int) -> Article:
    url = f"https://lokpatra.test/news/{number}"
    return Article(
        id=f"a{number}",
        url=url,
        canonical_url=url,
        outlet="lokpatra",
        headline="Canal opened",
        body="The canal was opened.",
        paragraphs=[Paragraph("lead", "The canal was opened.")],
        first_seen=NOW,
        version_seen=NOW,
        text_hash=f"hash{number}",
        story=Story("s00000007", "first"),
    )


def test_a_run_has_an_id_a_directory_and_a_card(tmp_path: Path) -> None:
    first = session(tmp_path)
    first.open()
    assert first.run == "ians-20260302T120000Z"
    assert first.directory == tmp_path / "output" / "ians" / "20260302T120000Z"
    card = json.loads((first.directory / "run.json").read_text())
    assert (card["outcome"], card["spider"]) == ("running", "ians")
    first.close()
    second = session(tmp_path)
    second.open()
    assert second.run == "ians-20260302T120000Z-2"
    second.close()


def test_a_second_run_on_the_same_state_leaves_at_once(tmp_path: Path) -> None:
    first = session(tmp_path)
    first.open()
    for spider in ("ians", "pti"):
        with pytest.raises(LockedError, match="ians since 2026-03-02T12:00:00"):
            session(tmp_path, spider).open()
    elsewhere = session(tmp_path, store="other.sqlite")
    elsewhere.open()
    elsewhere.close()
    first.close()
    again = session(tmp_path)
    again.open()
    again.close()


@pytest.mark.parametrize("lost", [None, b""])
def test_a_lost_state_is_made_from_its_lines(
    tmp_path: Path, lost: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    first = session(tmp_path)
    first.open()
    lines = first.line_file("articles.jsonl")
    lines.append(dump_line(to_record(article(1))))
    first.end_file(lines)
    first.close()
    first.store_path.unlink()
    if lost is not None:
        first.store_path.write_bytes(lost)
    elsewhere = session(tmp_path, store="other.sqlite")
    elsewhere.open()
    assert elsewhere.recovered == []
    elsewhere.close()
    again = session(tmp_path)
    again.open()
    assert again.store.latest("a1") is not None
    assert again.store.copies().new_story_id() == "s00000008"
    again.close()
    (note,) = again.recovered
    assert note.endswith("state.sqlite, which was gone, from 1 lines of 1 runs")
    assert note in caplog.text
    third = session(tmp_path)
    third.open()
    assert third.recovered == []
    third.close()


@pytest.mark.parametrize("store", ["/", "."])
def test_a_state_file_has_a_name(store: str) -> None:
    with pytest.raises(ConfigError, match="NEWSCRAWL_STORE"):
        places(Settings({"NEWSCRAWL_STORE": store}))


def test_a_wrong_clock_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="NEWSCRAWL_NOW"):
        Session("ians", tmp_path, tmp_path / "s", clock="noon")


def dead_run(base: Path, store: str = "state.sqlite") -> Path:
    """What a killed run leaves: two whole lines, one torn, the first one known."""
    dead = session(base, store=store)
    dead.open()
    dead.store.put_article(article(1))
    dead.store.commit()
    lines = [dump_line(to_record(article(n))) for n in (1, 2, 3)]
    text = lines[0] + "\n" + lines[1] + "\n" + lines[2][:40]
    (dead.directory / "articles.jsonl.part").write_text(text, "utf-8")
    (dead.directory / "rejected.jsonl.part").write_text('{"at": ', "utf-8")
    dead.close()
    return dead.directory


def test_the_next_run_finishes_a_killed_one(tmp_path: Path) -> None:
    left = dead_run(tmp_path)
    after = session(tmp_path)
    after.open()
    names = sorted(path.name for path in left.iterdir())
    assert names == ["articles.jsonl", "rejected.jsonl", "run.json"]
    kept = (left / "articles.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in kept] == ["a1", "a2"]
    assert (left / "rejected.jsonl").read_text() == ""
    assert json.loads((left / "run.json").read_text())["outcome"] == "killed"
    assert after.store.latest("a2") is not None
    assert after.store.latest("a3") is None
    story = after.store.copies().story("s00000007")
    assert story is not None
    assert (story.first, story.first_outlet) == ("a2", "lokpatra")
    assert after.store.copies().new_story_id() > "s00000007"
    page = after.store.page("lokpatra.test/news/2", "")
    assert page is not None
    assert page.article == "a2"
    assert "did not know yet: 1, bytes" in after.recovered[0]
    after.close()
    once_more = session(tmp_path)
    once_more.open()
    assert once_more.recovered == []
    once_more.close()


def test_a_dead_run_of_another_state_is_left_alone(tmp_path: Path) -> None:
    left = dead_run(tmp_path, store="other.sqlite")
    after = session(tmp_path)
    after.open()
    assert (left / "articles.jsonl.part").exists()
    assert "belongs to another state file" in after.recovered[0]
    assert after.store.latest("a2") is None
    after.close()
    owner = session(tmp_path, store="other.sqlite")
    owner.open()
    assert (left / "articles.jsonl").exists()
    assert owner.store.latest("a2") is not None
    owner.close()


@pytest.mark.parametrize("store", ["output/state.sqlite", "state.sqlite"])
def test_a_dead_run_is_known_again_after_all_was_moved(
    tmp_path: Path, store: str
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    left = dead_run(old, store=store)
    old.rename(new)
    after = session(new, store=store)
    after.open()
    assert after.store.latest("a2") is not None
    assert (new / left.relative_to(old) / "articles.jsonl").exists()
    after.close()


def test_a_run_killed_before_its_last_word_is_not_running_for_ever(
    tmp_path: Path,
) -> None:
    dead = session(tmp_path)
    dead.open()
    dead.close()
    after = session(tmp_path)
    after.open()
    card = json.loads((dead.directory / "run.json").read_text())
    assert card["outcome"] == "killed"
    assert sorted(path.name for path in dead.directory.iterdir()) == ["run.json"]
    after.close()


def test_room_for_the_last_word_is_kept_and_given_up(tmp_path: Path) -> None:
    run = session(tmp_path)
    run.open()
    assert (run.directory / RESERVE).stat().st_size >= 20_000
    write_card(run.directory, {"outcome": "output_error"})
    assert [path.name for path in run.directory.iterdir()] == ["run.json"]
    run.close()


def test_nothing_is_committed_after_a_failure(tmp_path: Path) -> None:
    from newscrawl.errors import OutputError

    run = session(tmp_path)
    run.open()
    run.store.put_article(article(1))
    run.fail(OutputError("disk full"))
    run.commit()
    run.close()
    after = session(tmp_path)
    after.open()
    assert after.store.latest("a1") is None
    after.close()


def test_a_full_disk_is_told_as_such_wherever_it_shows(tmp_path: Path) -> None:
    one = session(tmp_path)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    raised = OutputError("the disk is full")
    assert isinstance(one.explain(full), OutputError)
    assert one.explain(raised) is raised
    assert isinstance(
        one.explain(sqlite3.OperationalError("no such table")), StateError
    )
    assert one.explain(KeyError("a")) is None
