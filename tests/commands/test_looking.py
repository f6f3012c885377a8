"""``scrapy story``, ``diff`` and ``cluster`` over states made here."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.cmdline import execute
from scrapy.utils.project import get_project_settings

from newscrawl.commands.diff import places, table
from newscrawl.copies.changes import merge_stories
from newscrawl.copies.joining import join
from newscrawl.copies.tokens import pack
from newscrawl.copies.worddiff import Row, Run
from newscrawl.items import Article, Paragraph, Syndication
from newscrawl.store.replay import copy_text, note_written
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "The old dam above Lindholm gave way on Friday and eleven farms stood in water."
MORE = "Nobody was hurt, the county said, but 340 cattle were lost in the low meadows."
LAST = "The dam was built in 1911 and had been inspected in March by two engineers."
OWN = "Our reporter saw the mayor on the bridge with his boots in his hands at dusk."
AT = "2025-05-02T{}:00+00:00"
# id, outlet, hour, headline, paragraphs, agency, says that it changed nothing
COPIES: list[tuple[str, str, str, str, list[str], str | None, bool]] = [
    ("a1", "north", "10:00", "Dam breaks\x1b[31m", [LEAD, MORE, LAST], "ians", False),
    ("a2", "south", "10:30", "Dam breaks", [LEAD, MORE, LAST], "ians", True),
    ("a3", "east", "12:00", "Dam gives way", [LEAD, LAST, OWN], "ians", True),
    ("a4", "west", "09:59", "Dam breaks", [LEAD, MORE, LAST], None, False),
]


def article(
    key: str, outlet: str, hour: str, headline: str, texts: list[str],
    agency: str | None, claims: bool,
) -> Article:  # fmt: skip
    role: Any = "wire" if agency else "unknown"
    return Article(
        id=key,
        outlet=outlet,
        headline=headline,
        url=f"https://{outlet}.test/dam",
        canonical_url=f"https://{outlet}.test/dam",
        date_published=AT.format(hour),
        paragraphs=[Paragraph("p", text) for text in texts],
        agency=agency,
        syndication=Syndication(role=role, agency=agency, claims_unmodified=claims),
    )


@pytest.fixture
def state(tmp_path: Path) -> Path:
    path = tmp_path / "state.sqlite"
    store = open_store(path)
    for one in COPIES:
        made = article(*one)
        join(store.copies(), copy_text(made))
        if made.id == "a4":
            store.hold(made)
        else:
            note_written(
                store, made, at=made.date_published or "", key=None, modified=None
            )
    store.commit()
    store.close()
    return path


def run(path: Path, *command: str) -> int:
    settings = get_project_settings()
    settings.set("NEWSCRAWL_STORE", str(path), "cmdline")
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", *command], settings)
    return int(ended.value.code or 0)


def test_a_story_in_the_order_of_time(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, "story", "s00000001") == 0
    said = capsys.readouterr().out
    assert "s00000001  ians  4 copies at 4 outlets" in said
    rows = [line.split() for line in said.split("\n") if "T1" in line or "T0" in line]
    assert [row[-1] if row[0] == "first" else row[0] for row in rows][1:3] == [
        "+1",
        "+31",
    ]
    assert "first  2025-05-02T09:59:00+00:00  west (held: no line was written)" in said
    assert "the text the others are held against" in said
    assert (
        "headline rewritten (20% of its words kept), 1 paragraph cut from the middle,"
        " 1 added" in said
    )
    # Three outlets have one text; the fourth says that it changed nothing.
    assert said.count("says that it changed nothing, but 3 other outlets agree") == 1
    assert "\x1b" not in said


def test_a_copy_that_was_neither_written_nor_held(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(state)
    store.drop_held("a4")
    store.commit()
    store.close()
    assert run(state, "story", "s00000001") == 0
    said = capsys.readouterr().out
    assert "first  2025-05-02T09:59:00+00:00  west (no line was written)" in said


@pytest.mark.parametrize(
    "which", ["a3", "https://east.test/dam", "http://www.east.test/dam?utm_source=x"]
)
def test_a_story_by_one_of_its_articles(
    state: Path, which: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, "story", which, "--json") == 0
    story = json.loads(capsys.readouterr().out)
    assert (story["id"], story["first"], story["against"]) == ("s00000001", "a4", "a1")
    assert [one["id"] for one in story["copies"]] == ["a4", "a1", "a2", "a3"]
    changed = story["copies"][3]
    assert changed["edits"]["headline"] == "rewritten"
    assert (changed["edits"]["cut"], changed["edits"]["added"]) == (1, 1)
    assert changed["claims_unmodified"]
    assert [one["others_agree"] for one in story["copies"]] == [0, 0, 0, 3]


def test_the_agency_s_text_by_agreement(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, "stories", "--text", "https://east.test/dam") == 0
    told = capsys.readouterr()
    assert told.out == f"{LEAD}\n\n{MORE}\n\n{LAST}\n"
    assert told.err == "s00000001: 3 paragraphs by 4 outlets\n"
    assert run(state, "stories", "--text", "s00000001", "--json") == 0
    text = json.loads(capsys.readouterr().out)
    assert [one["outlets"] for one in text["paragraphs"]] == [4, 3, 4]
    assert text["own"] == {"a1": [], "a2": [], "a3": [2], "a4": []}
    assert (text["id"], text["outlets"], text["base"]) == ("s00000001", 4, "a1")
    assert run(state, "stories", "--text", "s99") == 1
    assert "no story or article 's99'" in capsys.readouterr().err
    store = open_store(state)
    store._db.execute("UPDATE copy SET packed = ?", (pack([]),))
    store.commit()
    store.close()
    assert run(state, "stories", "--text", "s00000001") == 1
    assert "its texts were pruned" in capsys.readouterr().err


def test_leads_corrections_and_kills_are_told(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = [
        "Engineers opened the sluices of the lower dam late on Saturday after the river"
        " rose by another two metres, and the road to Hallen was closed to lorries.",
        "Soldiers filled sandbags through the night while boats brought feed to farms.",
    ]
    new = [*top, MORE, LAST]
    store = open_store(state)
    for key, hour, headline, texts in (
        ("u1", "15:00", "UPDATE 1-Dam breaks", new),
        (
            "u2",
            "16:00",
            "Dam breaks",
            [*new, "This version corrects the river's name."],
        ),
        ("u3", "17:00", "KILL-Dam breaks", new),
    ):
        one = article(key, f"late-{key}", hour, headline, texts, "ians", False)
        assert join(store.copies(), copy_text(one)).story == "s00000001"
        note_written(store, one, at=AT.format(hour), key=None, modified=None)
    store.commit()
    store.close()
    assert run(state, "story", "s00000001", "--json") == 0
    story = json.loads(capsys.readouterr().out)
    assert story["leads"] == ["a4", "u1"]
    assert story["last_at"] == AT.format("17:00")
    said = {one["id"]: one["advisory"] for one in story["copies"]}
    assert said == {
        "a4": None, "a1": None, "a2": None, "a3": None,
        "u1": "lead", "u2": "correction", "u3": "kill",
    }  # fmt: skip
    assert run(state, "story", "s00000001") == 0
    page = capsys.readouterr().out
    assert "7 copies at 7 outlets, within 7.0 h" in page
    assert page.count("lead 2: the text opens anew; ") == 1
    assert page.count("; says of itself: kill\n") == 1


def test_a_merged_story_goes_by_both_ids(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(state)
    other = article("b1", "north", "11:00", "Bridge", [OWN * 3], None, False)
    assert join(store.copies(), copy_text(other)).story == "s00000002"
    merge_stories(store.copies(), "s00000002", "s00000001")
    store.commit()
    store.close()
    assert run(state, "story", "s00000002", "--json") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "s00000001"


def test_names_that_lead_nowhere(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["s99", "sx", "s\u00b2", "s\u0661", "s" + "9" * 30, ""]
    for command in (*(["story", name] for name in names), ["diff", "a1", "nosuch"]):
        assert run(state, *command) == 1
        assert "in this state" in capsys.readouterr().err
    assert run(state, "story") == 2
    assert run(state, "diff", "a1") == 2
    assert run(tmp_path / "none.sqlite", "story", "s00000001") == 6


def test_two_copies_side_by_side(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(state, "diff", "a1", "https://east.test/dam") == 0
    said = capsys.readouterr().out
    lines = said.split("\n")
    assert any(line.startswith("~ Dam [-breaks") for line in lines)
    assert any(line.startswith("- [-Nobody was hurt,") for line in lines)
    assert any(line.startswith("+ ") and "{+Our reporter" in line for line in lines)
    assert "\x1b" not in said
    assert run(state, "diff", "a1", "a4", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["left"]["id"], told["right"]["outlet"]) == ("a1", "west")
    assert [row["kind"] for row in told["rows"]][1:] == ["same"] * 3


@pytest.mark.parametrize(
    "word", ["\u6771\u4eac" * 9, "\u0915\u0941\u0902\u092d", "word", "x" * 70]
)
def test_columns_stand_under_each_other(word: str) -> None:
    rows = [Row("edited", (Run(f"{word} one " * 9, False),), (Run("two", True),))]
    lines = table(rows, 60, colour=False)
    assert {places(line.split(" \u2502")[0]) for line in lines if line} == {29}


def test_a_saved_page_against_a_stored_copy(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<title>Dam breaks</title><h1>Dam breaks</h1><p>{LEAD}</p><p>{MORE}</p>"
        f"<p>{LAST}</p>"
    )
    assert run(state, "diff", "a2", str(page), "--json") == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert {row["kind"] for row in rows} == {"same"}
    page.write_text("<title>Gone</title>")
    assert run(state, "diff", "a2", str(page)) == 1
    assert "not an article" in capsys.readouterr().out


def documents() -> list[str]:
    texts = [LEAD + " " + MORE, OWN * 2, LEAD + " " + MORE + " " + LAST]
    return [
        json.dumps(
            {"id": n, "headline": "H", "body": text, "published": AT.format("10:00")}
        )
        for n, text in enumerate(texts)
    ]


def test_anybodys_articles_are_joined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out, kept = (
        tmp_path / name for name in ("in.jsonl", "out.jsonl", "k.sqlite")
    )
    source.write_text("\n".join(documents()) + "\n\n", "utf-8")
    assert run(tmp_path / "x", "cluster", str(source)) == 0
    said = capsys.readouterr()
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert [row["id"] for row in rows] == [0, 1, 2]
    assert rows[0]["story"] == rows[2]["story"] != rows[1]["story"]
    assert (rows[2]["matched"], rows[2]["relation"]) == ("0", "expanded")
    assert "3 articles, 2 stories" in said.err
    # Kept in a file, the next call joins to them.
    more = json.dumps({"id": "later", "body": OWN * 2, "headline": "H"})
    for text in ("\n".join(documents()), more):
        source.write_text(text, "utf-8")
        asked = ["cluster", str(source), "--store", str(kept), "--out", str(out)]
        assert run(tmp_path / "x", *asked) == 0
    assert json.loads(out.read_text("utf-8"))["matched"] == "1"


def test_bad_lines_are_told_and_the_others_joined(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["{", "[1]", '{"id": 1}', "[" * 100_000, *documents()]
    told = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
    monkeypatch.setattr(sys, "stdin", told)
    assert run(tmp_path / "x", "cluster", "-") == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3
    assert [f"-:{n}: left out" in said.err for n in range(1, 6)] == [True] * 4 + [False]
    assert "7 articles, 2 stories, 4 left out" in said.err


def test_files_that_cannot_be_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "x", "cluster", str(tmp_path / "none.jsonl")) == 2
    source = tmp_path / "in.jsonl"
    source.write_text("", "utf-8")
    assert run(tmp_path / "x", "cluster", str(source), "--out", str(tmp_path)) == 7
    assert run(tmp_path / "x", "cluster") == 2
    capsys.readouterr()
