"""The exit codes of runs that came to an end; failures carry theirs in ``errors``."""

from __future__ import annotations

OK = 0
CRASHED = 1
SOME_FAILED = 3
ALL_FAILED = 4
ABORTED = 8
NOTICED = 9
