"""A day of a few runs; ``benchmarks/month.py`` does weeks of half-hourly ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MONTH = Path(__file__).resolve().parents[2] / "benchmarks" / "month.py"


def test_nothing_is_lost_and_nothing_comes_twice() -> None:
    command = [sys.executable, str(MONTH), "--days", "1", "--step", "288", "--check"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "articles 20, lost 0, twice 0, exit codes {0: 6}" in done.stdout
