"""Every command that prints: pipes closed early, full disks, closed screens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from scrapy.cmdline import execute
from scrapy.utils.project import get_project_settings

from newscrawl.commands.telling import STOPPED
from newscrawl.errors import OutputError
from tests.forking import ROOT, scrapy
from tests.states import world

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    ["stories"],
    ["stories", "--json"],
    ["stories", "--text", "a1"],
    ["story", "a1"],
    ["story", "a1", "--json"],
    ["diff", "a1", "a2"],
    ["diff", "a1", "a2", "--json"],
    ["cluster", "{lines}"],
    ["outlets"],
    ["outlets", "--json"],
    ["outlets", "learnt"],
    ["outlets", "learnt", "--json"],
    ["read", "{page}"],
    ["read", "{page}", "--json"],
    ["explain", "{page}"],
    ["explain", "{page}", "--json"],
    ["store", "check"],
    ["reindex"],
)
TEXT = "The river rose past the old bridge while boats waited at the upper landing. "


@pytest.fixture
def output(tmp_path: Path) -> Path:
    place = world(tmp_path).parent
    page = f"<title>Boats wait</title><h1>Boats wait</h1><p>{TEXT * 4}</p>" * 2
    (tmp_path / "page.html").write_text(page, "utf-8")
    return place


def given(output: Path, command: list[str]) -> list[str]:
    lines = next(output.glob("*/*/articles.jsonl"))
    page = output.parent / "page.html"
    return [part.format(lines=lines, page=page) for part in command]


def run(output: Path, command: list[str]) -> int:
    settings = get_project_settings()
    settings.set("NEWSCRAWL_OUTPUT_DIR", str(output), "cmdline")
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", *given(output, command)], settings)
    return int(ended.value.code or 0)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_that_has_seen_enough_is_no_failure(
    output: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as screen:
        monkeypatch.setattr(sys, "stdout", screen)
        assert run(output, command) == 0
    assert "newscrawl:" not in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_is_told_in_one_line(
    output: Path,
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with open("/dev/full", "w", encoding="utf-8") as screen:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdout", screen)
        assert run(output, command) == OutputError.exit_code
    told = capsys.readouterr().err
    assert told.endswith(
        "newscrawl: cannot write the output: No space left on device\n"
    )
    assert "Traceback" not in told


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_screen_that_is_not_there_or_knows_few_letters(
    output: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run(output, command) == 0
    path = tmp_path / "screen"
    with path.open("w", encoding="ascii") as screen:
        monkeypatch.setattr(sys, "stdout", screen)
        assert run(output, command) == 0
    said = path.read_text("ascii")
    assert said
    if "--json" in command:
        many = command[0] in {"stories", "read"}
        for one in said.splitlines() if many else [said]:
            json.loads(one)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_command_in_one_line(
    output: Path, tmp_path: Path, sent: signal.Signals
) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    command = [sys.executable, "-m", "scrapy", "cluster", "-"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(drafts), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What a shell starts in the background is born deaf to Ctrl-C.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"id": 1, "body": TEXT}) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["relation"] == "first"
        process.send_signal(sent)
        assert process.wait(20) == STOPPED
        assert process.stderr.read() == "newscrawl: stopped\n"
    assert list(drafts.iterdir()) == []


@pytest.mark.parametrize("full", [False, True])
def test_a_crawl_whose_summary_nobody_gets(tmp_path: Path, *, full: bool) -> None:
    if full and not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("no /dev/full here")
    reading, writing = os.pipe()
    os.close(reading)
    if full:
        os.close(writing)
        writing = os.open("/dev/full", os.O_WRONLY)
    settings = {
        "NEWSCRAWL_NEWSROOM_STORIES": 3,
        "NEWSCRAWL_OUTPUT_DIR": tmp_path,
        "LOG_LEVEL": "ERROR",
    }
    crawl = ("crawl", "ians", "-a", "outlets=newsroom")
    try:
        done = scrapy(*crawl, settings=settings, stdout=writing)
    finally:
        os.close(writing)
    (card,) = tmp_path.glob("newsroom/ians/*/run.json")
    assert done.returncode == json.loads(card.read_text("utf-8"))["exit_code"] == 0
    assert "Traceback" not in done.stderr
    assert ("Cannot print the summary: No space left" in done.stderr) == full
