"""``scrapy newsroom`` serves the world and says how to crawl it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.forking import scrapy

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_listens_and_ends_when_told(how: signal.Signals) -> None:
    command = [sys.executable, "-m", "scrapy", "newsroom"]
    command += ["-s", "NEWSCRAWL_NEWSROOM_STORIES=8"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        port = int(re.search(r"127\.0\.0\.1:(\d+)", said)[1])
        outlets = re.search(r"NEWSCRAWL_OUTLETS_DIR=(\S+)", said)[1]
        assert list(Path(outlets).glob("*.toml"))
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/truth", headers={"Host": "newsroom.control"})
        assert connection.getresponse().status == 200
        connection.close()
        process.send_signal(how)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert not Path(outlets).exists()


@pytest.mark.parametrize("given", [["x"], ["-s", "NEWSCRAWL_NEWSROOM_STORIES=x"]])
def test_what_it_does_not_understand(given: list[str]) -> None:
    done = scrapy("newsroom", *given)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("newscrawl: ")
