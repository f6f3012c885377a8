"""One TOML file: its text, its tables, and the line on which a key stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from newscrawl.errors import ConfigError
from newscrawl.text.lines import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LARGEST_FILE = 1 << 20  # bytes; the bundled ones have less than 4,000
_LONGEST_MESSAGE = 600
_AT_LINE = re.compile(r"at line (\d+)")
_HEADING = re.compile(r"\s*\[\[?\s*([\w.\"' -]+?)\s*\]\]?\s*(?:#|$)")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known words most like ``word``, ready for the end of a message.

    >>> nearest("feed", ["feeds", "sections"])
    '; did you mean feeds?'
    """
    found = get_close_matches(word, list(known), n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(found)}?" if found else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a value stands: key, table, and which of several tables."""

    name: str = ""
    table: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The file an entry came from; it finds a key's line again for a message."""

    path: Path
    text: str = ""

    def error(self, message: str, place: Place, value: object = None) -> ConfigError:
        """What is wrong as one line: file, line, key, message."""
        about = f"key '{place.name}'"
        if place.table:
            about += f" in [{place.table}]"
        line = self.line(place, value)
        return self.failure(line, f"{about}: {message}")

    def failure(self, line: int, message: str) -> ConfigError:
        """What is wrong with the file at a line, as one line."""
        return ConfigError(
            printable(f"{self.path}:{line}: {message}", _LONGEST_MESSAGE)
        )

    def line(self, place: Place, value: object = None) -> int:
        """The line of a key, or of one string in its list.

        The heading of its table stands in for a key that is not there, and line 1 for
        a table that is not there.
        """
        lines = self.text.splitlines()
        at = _key_line(lines, place)
        if isinstance(value, str) and value:
            for number, line in enumerate(lines[at - 1 :], at):
                if value in line:
                    return number
        return at


def _key_line(lines: list[str], place: Place) -> int:
    name, table = re.escape(place.name), re.escape(place.table)
    plain = re.compile(rf"""\s*["']?{name}["']?\s*[=.]""")
    dotted = re.compile(rf"\s*{table}\s*\.\s*{name}\s*[=.]|\s*{table}\s*=.*\b{name}\b")
    current, seen, heading = "", -1, 1
    for number, line in enumerate(lines, 1):
        if found := _HEADING.match(line):
            current = found[1].replace('"', "").replace("'", "")
            if not place.table and current == place.name:
                return number
            if current == place.table:
                seen += 1
                heading = number if seen <= place.nth else heading
        elif current == place.table and (not place.table or seen == place.nth):
            if plain.match(line):
                return number
        elif not current and dotted.match(line):
            return number
    return heading


def read_toml(path: Path) -> tuple[Source, dict[str, Any]]:
    """One file's text and its tables; ``ConfigError`` when it cannot be had."""
    source = Source(path)
    try:
        if path.exists() and not path.is_file():
            raise source.failure(1, "is not a regular file")
        with path.open("rb") as opened:
            raw = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        raise source.failure(1, f"cannot be read: {error.strerror}") from error
    if len(raw) > LARGEST_FILE:
        raise source.failure(1, f"is larger than {LARGEST_FILE} bytes")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise source.failure(line, "is not UTF-8 text; save it as UTF-8") from error
    try:
        return Source(path, text), tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        told = f"is not TOML: {_reason(error)}"
        raise source.failure(_line_of(error, text), told) from error


def _line_of(error: Exception, text: str) -> int:
    found = _AT_LINE.search(str(error))
    if found:
        return int(found[1])
    return max(1, len(text.splitlines())) if "end of document" in str(error) else 1


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    told = re.sub(r" \(at line .*\)$", "", str(error))
    return told[:1].lower() + told[1:]
