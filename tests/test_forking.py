"""A forked command is a process like one that was started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.forking import Forked, run

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = [
    "print('one'); import sys; print('two', file=sys.stderr)",
    "import sys; print(sys.stdin.read().upper(), end=''); sys.exit(7)",
    "import sys; sys.exit('no such thing')",
    "import atexit; atexit.register(print, 'late'); print('early')",
    "import os; print(os.getcwd(), os.environ['GIVEN'], 'HOME' in os.environ)",
    "import sys; print(sys.argv)",
    "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
    "import os, signal; os.kill(os.getpid(), signal.SIGINT)",
    "1 / 0",
    "import os; os._exit(9)",
    "import os, sys; print('kept'); sys.stdout.flush(); print('lost'); os.close(1)",
    "import threading; threading.Timer(0.05, print, ['a thread']).start()",
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_it_ends_as_a_process_of_its_own_does(tmp_path: Path, program: str) -> None:
    given = {
        "args": [sys.executable, "-c", program, "word"],
        "input": "said",
        "cwd": tmp_path,
        "env": {"GIVEN": "this", "PATH": os.environ["PATH"]},
    }
    plain = subprocess.run(**given, capture_output=True, text=True, check=False)
    forked = run(given.pop("args"), **given)
    assert (forked.returncode, forked.stdout) == (plain.returncode, plain.stdout)
    assert forked.stderr.splitlines()[-1:] == plain.stderr.splitlines()[-1:]


def test_one_can_be_ended_while_another_goes_on() -> None:
    wait = [sys.executable, "-c", "import signal; signal.pause()"]
    first, second = Forked(wait), Forked(wait)
    first.send_signal(signal.SIGTERM)
    assert first.wait() == -signal.SIGTERM
    assert second.poll() is None
    with pytest.raises(subprocess.TimeoutExpired):
        second.wait(0.01)
    assert second.wait() == -signal.SIGKILL
