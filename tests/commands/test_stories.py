"""``scrapy stories`` over a state made here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from scrapy.cmdline import execute
from scrapy.utils.project import get_project_settings

from newscrawl.copies.joining import join
from newscrawl.copies.query import CopyText
from newscrawl.errors import StateError
from newscrawl.store.listing import list_stories
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from pathlib import Path

DAM = "The old dam above Lindholm gave way on Friday and eleven farms stood in water"
FAIR = "Organisers of the autumn book fair in Varnes counted fewer visitors than ever"
COPIES = (
    ("a1", "north", "2025-05-02T10:00:00+00:00", "Dam breaks\x1b[31m", "ians", DAM),
    ("a2", "south", "2025-05-02T08:00:00-04:00", "Dam breaks", None, DAM),
    ("a3", "south", "2025-05-02T10:30:00+00:00", "Book fair", "pti", FAIR),
)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    for key, outlet, at, headline, agency, text in COPIES:
        join(store.copies(), CopyText(key, outlet, at, headline, [text], agency))
    store.commit()
    store.close()
    return path


@pytest.mark.parametrize(
    ("asked", "headlines"),
    [
        ({}, ["Book fair", "Dam breaks\x1b[31m"]),
        ({"agency": "ians"}, ["Dam breaks\x1b[31m"]),
        ({"outlet": "north"}, ["Dam breaks\x1b[31m"]),
        ({"copies": 2}, ["Dam breaks\x1b[31m"]),
        ({"limit": 1}, ["Book fair"]),
        ({"agency": "afp"}, []),
        ({"since": "2025-05-02T10:15:00+00:00"}, ["Book fair"]),
        ({"until": "2025-05-02T12:30:00+02:00"}, ["Dam breaks\x1b[31m"]),
        ({"since": "2025-05-03T00:00:00+00:00"}, []),
    ],
)
def test_list(state: Path, asked: dict[str, object], headlines: list[str]) -> None:
    assert [s.headline for s in list_stories(state, **asked)] == headlines  # type: ignore[arg-type]


def test_reads_beside_a_writer(state: Path) -> None:
    writer = open_store(state)
    try:
        dam = list(list_stories(state))[1]
    finally:
        writer.close()
    assert (dam.copies, dam.outlets, dam.first_outlet) == (2, 2, "north")


def test_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with pytest.raises(StateError, match="does not exist"):
        list(list_stories(path))
    path.write_text("not a database, only a few words\n" * 40)
    with pytest.raises(StateError, match="not a newscrawl state"):
        list(list_stories(path))


def run(path: Path, *options: str) -> int:
    settings = get_project_settings()
    settings.set("NEWSCRAWL_STORE", str(path), "cmdline")
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", "stories", *options], settings)
    return int(ended.value.code or 0)


def test_command(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(state, "--json") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["copies"] for one in told] == [1, 2]
    assert run(state) == 0
    printed = capsys.readouterr().out
    assert "Dam breaks" in printed
    assert "\x1b" not in printed


def test_no_state(tmp_path: Path) -> None:
    assert run(tmp_path / "none.sqlite") == StateError.exit_code
    assert run(tmp_path / "none.sqlite", "--limit", "0") == 2


def test_stories_of_a_time(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(state, "--since", "2025-05-02", "--until", "2025-05-02T10:15Z") == 0
    assert [row.split()[0] for row in capsys.readouterr().out.splitlines()] == [
        "s00000001"
    ]
    assert run(state, "--since", "2d") == 0
    assert capsys.readouterr().out == ""
    for wrong in ("soon", "2d 3d", "2025-13-01"):
        assert run(state, "--since", wrong) == 2
        assert f"--since {wrong!r}: must be a span" in capsys.readouterr().err


def test_numbers_past_all_counting(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, "--limit", "9" * 30) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run(state, "--copies", "9" * 30) == 0
    assert capsys.readouterr().out == ""
    assert run(state, "--copies", f"-{'9' * 30}") == 2
    assert "--copies" in capsys.readouterr().err


def test_a_list_of_none_says_so_and_what_may_have_been_meant(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, "--agency", "iasn") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "no story is like that; no agency is 'iasn' here; did you mean ians?\n"
    )
    assert run(state, "--outlet", "nroth\x1b[31m", "--json") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "no outlet is" in told.err
    assert "\x1b" not in told.err
    assert run(state, "--agency", "pti", "--copies", "2") == 0
    assert capsys.readouterr().err == "no story is like that\n"
