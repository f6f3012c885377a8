"""Bars under the log on a terminal, and no trace of them in a pipe."""

from __future__ import annotations

import io
import json
import logging
import os
import pty
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newscrawl.extensions.screen import Screen, borrow, rows
from tests.crawling import serving
from tests.forking import ROOT
from tests.harvesting import FEED, TOML, SmallOutlet, harvest

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)


class Terminal(io.StringIO):
    """What a terminal shows, without its scrolling."""

    def isatty(self) -> bool:
        return True

    def shown(self) -> list[str]:
        lines = [""]
        for part in self.getvalue().replace("\x1b[1A\x1b[2K", "\0").split("\n"):
            for _ in range(part.count("\0")):
                lines.pop()
                lines[-1] = ""
            lines[-1] += part.replace("\0", "")
            lines.append("")
        return [line for line in lines if line]


def test_the_busiest_outlets_come_first_and_all_of_them_last() -> None:
    outlets = {
        f"outlet{n:02}": {"requested": 10 * n, "fetched": n, "failed": 1, "written": 1}
        for n in range(1, 12)
    }
    outlets["done"] = {"requested": 3, "fetched": 3, "written": 2}
    outlets["amp"] = {"requested": 1, "fetched": 2}
    told = rows(outlets, 41.0)
    assert [line.split()[0] for line in told[:2]] == ["outlet11", "outlet10"]
    assert len(told) == 10
    assert told[-2] == "and 3 more outlets"
    assert told[-1].split("░ ")[1].split() == (
        ["82", "of", "665,", "13", "written,", "2.0/s,", "about", "5", "min", "left"]
    )


def test_a_run_without_requests_has_no_bars() -> None:
    assert rows({}, 0.0) == [f"{'all':16} {'░' * 20}     0 of 0, 0 written, 0.0/s"]


def test_the_log_scrolls_above_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    screen = Screen.on(terminal)
    assert screen is not None
    handler = logging.StreamHandler(terminal)
    monkeypatch.setattr(logging.root, "handlers", [handler])
    assert borrow(screen) == [handler]
    screen.show(["first", "sec\x1b[31mond"])
    handler.emit(logging.LogRecord("x", 20, "", 1, "a line of the log", (), None))
    screen.show(["third"])
    assert terminal.shown() == ["a line of the log", "third"]
    screen.show([])
    assert terminal.shown() == ["a line of the log"]
    assert "\x1b[31m" not in terminal.getvalue()


@pytest.mark.parametrize("term", ["dumb", None])
def test_what_cannot_move_its_cursor_gets_no_screen(
    monkeypatch: pytest.MonkeyPatch, term: str | None
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    if term:
        monkeypatch.setenv("TERM", term)
    assert Screen.on(Terminal()) is None
    monkeypatch.setenv("TERM", "xterm")
    assert Screen.on(io.StringIO()) is None
    assert Screen.on(None) is None


def test_a_run_on_a_terminal_ends_with_a_clean_screen(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(4)
    (tmp_path / "small.toml").write_text(TOML.format(discovery=FEED), "utf-8")
    ours, theirs = pty.openpty()
    with serving(site.answer) as (place, _):
        values = {
            "NEWSCRAWL_OUTLETS_DIR": tmp_path,
            "NEWSCRAWL_OUTPUT_DIR": tmp_path / "output",
            "NEWSCRAWL_CONNECT_TO": json.dumps({"*.test": place}),
            "NEWSCRAWL_NOW": NOW.isoformat(),
            "DOWNLOAD_DELAY": 0.3,
        }
        command = [
            sys.executable,
            "-m",
            "scrapy",
            "crawl",
            "outlet",
            "-a",
            "outlets=small",
        ]
        for name, value in values.items():
            command += ["-s", f"{name}={value}"]
        with subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm"},
        ) as process:
            os.close(theirs)
            told = b""
            try:
                while part := os.read(ours, 65_536):
                    told += part
            except OSError:
                pass  # the other end has closed
            os.close(ours)
    assert process.returncode == 0
    terminal = Terminal(told.decode().replace("\r\n", "\n"))
    assert "\x1b[1A" in terminal.getvalue()
    assert not [line for line in terminal.shown() if "░" in line or "█" in line]


def test_a_pipe_gets_lines_only(tmp_path: Path) -> None:
    site = SmallOutlet(NOW)
    site.add(1)
    with serving(site.answer) as (place, _):
        run = harvest(tmp_path, place, settings={"LOG_LEVEL": "INFO"})
    assert "\x1b" not in run.log
    assert "█" not in run.log
