"""A few seeded kills and mishaps; ``benchmarks/kill.py`` does hundreds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

KILL = Path(__file__).resolve().parents[2] / "benchmarks" / "kill.py"


def test_no_line_is_lost_or_written_twice_wherever_a_run_dies() -> None:
    command = [sys.executable, str(KILL), "--points", "6", "--seed", "3", "--check"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("lost", "twice", "foreign", "invalid", "unfinished"):
        assert f"{name:21} 0\n" in done.stdout
    for mishap, code in (("enospc", 7), ("full", 7), ("readonly", 6), ("sigterm", 8)):
        assert f"{mishap:21} exit {code}, then whole\n" in done.stdout
