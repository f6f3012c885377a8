"""The state survives what happens to processes and files, and says what is wrong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest

from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.errors import StateError
from newscrawl.items import Article, Paragraph
from newscrawl.store.migrations import VERSION
from newscrawl.store.protocol import HostState, PageState, Validators
from newscrawl.store.sqlite import SqliteStore, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BODY = (
    "The harbour council of Port Lind approved a new ferry timetable on Monday after"
    " fishermen complained that the early boats crossed their nets near the east pier."
)


def article(number: int = 1, **values: object) -> Article:
    given: dict[str, object] = {
        "id": f"a{number}",
        "outlet": "herald",
        "first_seen": "2026-01-01T00:00:00+00:00",
        "version_seen": "2026-01-01T00:00:00+00:00",
        "headline": "Ferry",
        "body": BODY,
        "paragraphs": [Paragraph("lead", BODY)],
        "text_hash": f"h{number}",
    }
    return Article(**{**given, **values})  # type: ignore[arg-type]


def text(number: int = 1, agency: str | None = None) -> CopyText:
    return CopyText(
        f"a{number}", f"outlet{number}", f"2026-01-01T0{number}:00:00+00:00", "Ferry",
        [BODY], agency,
    )  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "newscrawl.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = open_store(path)
    yield opened
    opened.close()


def reopened(store: SqliteStore, path: Path) -> SqliteStore:
    store.commit()
    store.close()
    return open_store(path)


def test_pages_are_known_to_all_or_to_one_scope(store: SqliteStore) -> None:
    rejected = PageState("x.in/a", "ians", "section", "2026-01-01T00:00:00+00:00")
    store.put_page(rejected)
    assert store.page("x.in/a", "ians") == rejected
    assert store.page("x.in/a", "ani") is None
    written = PageState("x.in/a", "", "written", "2026-01-02T00:00:00+00:00", "a1", "m")
    store.put_page(written)
    assert store.page("x.in/a", "ians") == written
    assert store.page("x.in/a", "ani") == written


def test_everything_comes_back_after_reopening(store: SqliteStore, path: Path) -> None:
    page = PageState("x.in/a", "", "written", "2026-01-01T00:00:00+00:00", "a1")
    host = HostState("x.in", "2026-01-01T00:00:00+00:00", 2, "2026-01-01", 7)
    store.put_page(page)
    store.put_validators("https://x.in/feed", Validators('"e"', None, "d"))
    store.put_host(host)
    store.put_article(article(1))
    story = join(store.copies(), text(1)).story
    again = reopened(store, path)
    assert again.page("x.in/a", "") == page
    assert again.validators("https://x.in/feed") == Validators('"e"', None, "d")
    assert again.host("x.in") == host
    latest = again.latest("a1")
    assert latest is not None
    assert latest.record == article(1)
    assert join(again.copies(), text(2)).story == story
    again.close()


def test_unknown_is_none(store: SqliteStore) -> None:
    assert store.page("k", "s") is None
    assert store.validators("u") is None
    assert store.host("h") is None
    assert store.latest("a") is None
    assert store.same_text("herald", "h1") is None
    assert store.copies().copy("a") is None
    assert store.copies().story("s00000001") is None


def test_new_version_replaces_and_keeps_first_seen(store: SqliteStore) -> None:
    store.put_article(article(1))
    store.put_article(article(1, version=2, first_seen="later", text_hash="new"))
    latest = store.latest("a1")
    assert latest is not None
    assert (latest.version, latest.text_hash) == (2, "new")
    assert latest.first_seen == "2026-01-01T00:00:00+00:00"
    assert store.same_text("herald", "h1") is None
    assert store.same_text("herald", "new") == "a1"
    assert store.same_text("times", "new") is None


def test_articles_come_oldest_first_over_slices(store: SqliteStore) -> None:
    for number in range(150):
        store.put_article(article(number))
    store.put_article(article(0, version=2))
    assert [one.id for one in store.articles()] == [f"a{n}" for n in range(150)]


def test_held_is_released_when_its_story_has_an_agency(
    store: SqliteStore, path: Path
) -> None:
    join(store.copies(), text(1))
    store.hold(article(1))
    assert list(store.released()) == []
    join(store.copies(), text(2, agency="ians"))
    again = reopened(store, path)
    assert [one.id for one in again.released()] == ["a1"]
    assert [one.id for one in again.released()] == ["a1"]
    again.drop_held("a1")
    assert list(again.released()) == []
    again.close()


def test_held_stays_while_no_credited_copy_speaks_for_it(store: SqliteStore) -> None:
    story = join(store.copies(), text(1)).story
    store.hold(article(1))
    store.copies().set_agency(story, "ani")
    assert list(store.released()) == []
    join(store.copies(), text(2, agency="ani"))
    assert [one.id for one in store.released()] == ["a1"]


def test_nothing_is_durable_before_commit(store: SqliteStore, path: Path) -> None:
    store.put_article(article(1))
    store.commit()
    store.put_article(article(2))
    store.close()
    again = open_store(path)
    assert [one.id for one in again.articles()] == ["a1"]
    again.close()


@pytest.mark.parametrize("after", ["article", "join", "commit"])
def test_a_killed_process_leaves_the_last_commit(path: Path, after: str) -> None:
    steps = {"article": 2, "join": 3, "commit": 4}[after]
    script = textwrap.dedent(
        f"""
        import os, sys
        from pathlib import Path
        from newscrawl.copies.joining import join
        from newscrawl.copies.query import CopyText
        from newscrawl.items import Article
        from newscrawl.store.sqlite import open_store
        store = open_store(Path(sys.argv[1]))
        body = {BODY!r}
        store.put_article(Article(id="a1"))
        join(store.copies(), CopyText("a1", "o", None, "h", [body]))
        store.commit()
        store.put_article(Article(id="a2"))
        if {steps} > 2: join(store.copies(), CopyText("a2", "o", None, "h", [body]))
        if {steps} > 3: store.commit()
        os._exit(9)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], timeout=60, check=False
    )
    assert done.returncode == 9
    store = open_store(path)
    kept = ["a1", "a2"] if after == "commit" else ["a1"]
    assert [one.id for one in store.articles()] == kept
    assert (store.copies().copy("a2") is not None) == (after == "commit")
    assert join(store.copies(), text(3)).story == "s00000001"
    store.close()


def test_readers_see_the_last_commit_while_a_run_writes(
    store: SqliteStore, path: Path
) -> None:
    store.put_article(article(1))
    store.commit()
    store.put_article(article(2))
    reader = open_store(path, read_only=True)
    assert [one.id for one in reader.articles()] == ["a1"]
    with pytest.raises(StateError, match="not writable"):
        reader.put_article(article(3))
    reader.commit()
    reader.close()


def make(path: Path, kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "text":
        path.write_text("id,headline\n" * 200, encoding="utf-8")
    elif kind == "directory":
        path.mkdir()
    elif kind == "foreign":
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipe (name TEXT)")
        other.close()
    elif kind == "newer":
        open_store(path).close()
        other = sqlite3.connect(path)
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
        other.close()
    elif kind == "damaged":
        store = open_store(path)
        for number in range(200):
            store.put_article(article(number, body=os.urandom(300).hex()))
        store.commit()
        store.close()
        content = bytearray(path.read_bytes())
        content[100:8192] = b"\xff" * 8092
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("text", "not a newscrawl state file"),
        ("directory", "cannot be opened"),
        ("foreign", "not a newscrawl state file"),
        ("newer", "newer newscrawl"),
        ("damaged", "damaged"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_wrong_file_is_refused_in_one_line(
    path: Path, kind: str, says: str, read_only: bool
) -> None:
    make(path, kind)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StateError, match=says) as refused:
        open_store(path, read_only=read_only)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_state_at_rest_is_read_where_nothing_can_be_written(
    store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put_article(article())
    store.commit()
    monkeypatch.setattr(os, "access", lambda *_: False)
    reader = open_store(path, read_only=True)  # a writer's log is read with it
    assert reader.latest("a1") is not None
    reader.close()
    store.close()
    before = sorted(path.parent.iterdir())
    reader = open_store(path, read_only=True)
    assert reader.latest("a1") is not None
    assert sorted(path.parent.iterdir()) == before
    reader.close()


def test_absent_file_is_made_only_for_writing(path: Path) -> None:
    with pytest.raises(StateError, match="does not exist"):
        open_store(path, read_only=True)
    assert not path.exists()
    open_store(path).close()
    assert path.is_file()


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StateError, match="state file"):
        open_store(tmp_path / "file" / "state.sqlite")


def test_a_second_writer_is_refused(
    store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newscrawl.store.migrations.WAIT_MS", 0)
    with pytest.raises(StateError, match="in use by another process"):
        open_store(path)


def test_an_older_schema_is_brought_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(path).close()
    from newscrawl.store import migrations

    steps = (*migrations.MIGRATIONS, "CREATE TABLE later (x);")
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "VERSION", len(steps))
    with pytest.raises(StateError, match="a crawl upgrades it"):
        open_store(path, read_only=True)
    open_store(path).close()
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA user_version").fetchone()[0] == len(steps)
        assert plain.execute("SELECT count(*) FROM later").fetchone()[0] == 0
    plain.close()


def test_a_failed_upgrade_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(path).close()
    from newscrawl.store import migrations

    steps = (*migrations.MIGRATIONS, "CREATE TABLE later (x);\nCREATE TABLE page (x);")
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "VERSION", len(steps))
    with pytest.raises(sqlite3.OperationalError):
        open_store(path)
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA user_version").fetchone()[0] == len(steps) - 1
        names = {row[0] for row in plain.execute("SELECT name FROM sqlite_master")}
    plain.close()
    assert "later" not in names
