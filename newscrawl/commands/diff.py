"""``scrapy diff``: two copies side by side, word by word."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar
from unicodedata import category, east_asian_width

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.telling import no_article, telling
from newscrawl.errors import NewscrawlError, NotAnArticle
from newscrawl.text.lines import shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from newscrawl.copies.worddiff import Row, Run
    from newscrawl.items import Article

_UNKNOWN = 1
_RED, _GREEN, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[0m"
_NARROWEST = 60
_GAP = " │ "
_SIGNS = {"same": " ", "edited": "~", "moved": "↕", "cut": "-", "added": "+"}


class Command(ScrapyCommand):
    """Compares two stored copies, or saved pages; it only reads."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options] <URL, ARTICLE or FILE> <URL, ARTICLE or FILE>"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Show two copies side by side, with what differs marked"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Compare; exit code 1 where a copy is not known or is no article."""
        if len(args) != 2:
            raise UsageError
        with telling(self):
            found: list[Article] = []
            for name in args:
                try:
                    found.append(self._article(name))
                except NotAnArticle as none:
                    print(no_article(name, none, as_json=opts.json))
                    self.exitcode = _UNKNOWN
                    return
            self._show(found[0], found[1], opts)

    def _show(self, left: Article, right: Article, opts: argparse.Namespace) -> None:
        from newscrawl.copies.worddiff import word_diff

        rows = word_diff(_texts(left), _texts(right))
        if opts.json:
            told = {
                "left": _named(left),
                "right": _named(right),
                "rows": [asdict(row) for row in rows],
            }
            print(json.dumps(told, ensure_ascii=True))
        else:
            colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
            width = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns)
            print("\n".join(table(rows, width, colour=colour)))

    def _article(self, name: str) -> Article:
        from newscrawl.commands.page_input import read_page
        from newscrawl.store.looking import find_article, looking
        from newscrawl.store.session import places

        assert self.settings is not None
        if os.path.isfile(name) or name == "-":  # noqa: PTH113 - any text may come
            return read_page(self, name).article
        with looking(places(self.settings)[1]) as store:
            article = find_article(store, name)
        if article is None:
            raise _unknown(f"no article {name!r} in this state, and no such file")
        if not article.paragraphs:
            raise _unknown(f"the text of {name!r} was pruned from this state")
        return article


def _unknown(told: str) -> NewscrawlError:
    error = NewscrawlError(told)
    error.exit_code = _UNKNOWN
    return error


def _texts(article: Article) -> list[str]:
    return [article.headline, *(paragraph.text for paragraph in article.paragraphs)]


def _named(article: Article) -> dict[str, str | None]:
    return {
        "id": article.id or None,
        "url": article.canonical_url or article.url or None,
        "outlet": article.outlet or None,
    }


def table(rows: Sequence[Row], width: int, *, colour: bool) -> list[str]:
    """The rows as two columns; what one side alone has is coloured, or in brackets."""
    column = (width - len(_GAP) - 2) // 2
    lines: list[str] = []
    for row in rows:
        left = _column(row.left, column, _RED if colour else "", "[-", "-]")
        right = _column(row.right, column, _GREEN if colour else "", "{+", "+}")
        for place in range(max(len(left), len(right))):
            sign = _SIGNS[row.kind] if place == 0 else " "
            one = left[place] if place < len(left) else " " * column
            other = right[place] if place < len(right) else ""
            lines.append(f"{sign} {one}{_GAP}{other}".rstrip())
        lines.append("")
    return lines


def _column(
    runs: Sequence[Run], width: int, colour: str, opened: str, closed: str
) -> list[str]:
    """The runs' words in lines of this width, padded; marks count as what they show."""
    words: list[tuple[str, bool]] = []
    for run in runs:
        text = shown(run.text)
        if run.changed and not colour:
            text = f"{opened}{text}{closed}"
        marked = run.changed and bool(colour)
        words += [
            (piece, marked) for word in text.split() for piece in cut(word, width)
        ]
    lines: list[str] = []
    told, size = "", 0
    for word, marked in words:
        long = places(word)
        if size and size + 1 + long > width:
            lines.append(told + " " * (width - size))
            told, size = "", 0
        gap = " " if size else ""
        told += gap + (f"{colour}{word}{_PLAIN}" if marked else word)
        size += len(gap) + long
    return [*lines, told + " " * (width - size)] if size else lines


def places(text: str) -> int:
    """How many places of a terminal's line a text takes: signs over letters take none,
    Chinese, Japanese and Korean ones two.

    >>> places("Seoul"), places("कि"), places("東京")
    (5, 2, 4)
    """
    return sum(map(_places, text))


def _places(char: str) -> int:
    if char.isascii():
        return 1
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def cut(word: str, width: int) -> Iterator[str]:
    """A word in pieces that each fit."""
    piece, size = "", 0
    for char in word:
        wide = _places(char)
        if piece and size + wide > width:
            yield piece
            piece, size = "", 0
        piece += char
        size += wide
    yield piece
