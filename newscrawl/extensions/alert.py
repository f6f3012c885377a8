"""Tells a command of yours when a run needs a person."""

from __future__ import annotations

import json
import logging
import shlex
import subprocess
from typing import TYPE_CHECKING, Any

from newscrawl.extensions.codes import ABORTED, OK, SOME_FAILED
from newscrawl.text.lines import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

logger = logging.getLogger(__name__)
SECONDS = 60
# Outlets that failed are asked again; one that goes on failing becomes an alarm. A
# signal was somebody's wish.
_BY_ITSELF = frozenset({OK, SOME_FAILED, ABORTED})


def needs_a_person(report: Mapping[str, Any]) -> bool:
    """Whether a run failed as a whole, or something began or ceased to be wrong."""
    changed = any(one["state"] != "standing" for one in report["watch"])
    return changed or report["exit_code"] not in _BY_ITSELF


def alert(command: str, report: Mapping[str, Any]) -> None:
    """Run the command with ``run.json`` on its standard input.

    It has a minute. Its failure is logged and changes nothing else; no shell reads it.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the operator's own command
            shlex.split(command),
            input=json.dumps(report, ensure_ascii=False).encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        logger.error("NEWSCRAWL_ALERT_COMMAND failed: %s", printable(str(error), 300))
        return
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        logger.error(
            "NEWSCRAWL_ALERT_COMMAND ended with %s: %s",
            done.returncode,
            printable(said, 300),
        )
