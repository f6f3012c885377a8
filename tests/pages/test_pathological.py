"""Pages made to cost are read or refused within limits that the system sets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import pagetraps

TRAPS = Path(pagetraps.__file__)


@pytest.mark.parametrize("place", [*pagetraps.PLACES, "shapes"])
def test_no_page_takes_more_than_its_share(place: str) -> None:
    done = subprocess.run(
        [sys.executable, str(TRAPS), place],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    # Ended by a signal (or without memory) where a page costs more than it may.
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) >= 40
