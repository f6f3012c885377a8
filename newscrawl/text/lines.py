"""One record as one line of JSON that every line reader takes as one line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# str.splitlines and some log shippers break lines at these; JSON may escape them.
_BREAKS = re.compile("[\u0085\u2028\u2029\x7f-\x9f]")

# Letters of Indic scripts and of Persian are joined or kept apart by these. Python does
# not call them printable; no terminal obeys them.
JOINERS = "\u200c\u200d"
_KEPT = "\n" + JOINERS


def dump_line(record: Mapping[str, Any]) -> str:
    r"""The record as JSON text without a line break inside; no newline at the end.

    Raises ``ValueError`` for NaN and infinities, which are not JSON. Lone surrogates
    become ``?``, so that the line can always be written as UTF-8.

    >>> dump_line({"a": "x\u2028y"})
    '{"a": "x\\u2028y"}'
    """
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    text = _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return text.encode("utf-8", "replace").decode("utf-8")


def printable(text: str, limit: int = 500) -> str:
    r"""Text from a page made safe for a log line or a terminal.

    >>> printable("a\nb\x1b[31m")
    'a\\nb\\x1b[31m'
    """
    cut = text[:limit]
    safe = "".join(c if c.isprintable() or c in JOINERS else _escape(c) for c in cut)
    return safe + "…" if len(text) > limit else safe


def shown(text: str) -> str:
    r"""Text of several lines without what a terminal would obey.

    >>> shown("a\nb\x1b[31m")
    'a\nb [31m'
    """
    return "".join(c if c.isprintable() or c in _KEPT else " " for c in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
