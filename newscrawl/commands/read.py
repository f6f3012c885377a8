"""``scrapy read``: the record that a page gives, and which reader gave each field."""

from __future__ import annotations

import json
import sys
import textwrap
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.telling import tell, telling
from newscrawl.errors import NotAnArticle
from newscrawl.text.lines import shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from newscrawl.commands.page_input import ReadPage
    from newscrawl.items import Article
    from newscrawl.text.recurring import OutletMemory

_NAME, _WIDTH = 16, 88
_TRIMMED = 60
# Told in other lines of the page, or only when a crawl writes the line.
_ELSEWHERE = frozenset(
    {"schema_version", "version", "body", "paragraphs", "trimmed", "provenance",
     "headline_raw", "date_published_raw", "date_modified_raw", "syndication"}
)  # fmt: skip


class Command(ScrapyCommand):
    """Reads pages as a crawl does and shows what was taken from where."""

    requires_project = True
    requires_crawler_process = False  # only an address needs one
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options] <URL, FILE or -> ..."

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Show the record a page gives, and which reader gave each field"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print JSON lines")
        parser.add_argument("--url", help="the address a saved page stood at")
        parser.add_argument(
            "--learnt",
            action="store_true",
            help="cut what the state has learnt to recur on the page's outlet",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the pages; exit code 2 for one that cannot be had, 1 for no article."""
        from newscrawl.commands.page_input import PageError, read_pages

        if not args or args.count("-") > 1:
            raise UsageError
        with telling(self), self._memory(wanted=opts.learnt) as memory_of:
            pages = read_pages(self, args, opts.url, memory_of)
            for source, found in zip(args, pages, strict=True):
                if isinstance(found, PageError):
                    self.exitcode = tell(found)
                elif isinstance(found, NotAnArticle):
                    self.exitcode = max(self.exitcode, 1)
                    self._refuse(source, found, opts)
                else:
                    self._show(source, found, opts)

    @contextmanager
    def _memory(
        self, *, wanted: bool
    ) -> Iterator[Callable[[str], OutletMemory] | None]:
        """What the state remembers of outlets, while the pages are read."""
        from newscrawl.store.session import places
        from newscrawl.store.sqlite import open_store

        assert self.settings is not None
        if not wanted:
            yield None
            return
        store = open_store(places(self.settings)[1], read_only=True)
        try:
            yield store.learning().memory
        finally:
            store.close()

    def _refuse(
        self, source: str, none: NotAnArticle, opts: argparse.Namespace
    ) -> None:
        if opts.json:
            told = {
                "source": source,
                "kind": none.reason,
                "detail": none.detail,
                "headline": none.headline,
                "published": none.published,
            }
            print(json.dumps(told, ensure_ascii=True))
            return
        lines = [source, f"  not an article: {none}"]
        lines += [
            f"  {name}: {value}"
            for name, value in (
                ("headline", none.headline),
                ("published", none.published),
            )
            if value
        ]
        print("\n".join(shown(line) for line in lines) + "\n")

    def _show(self, source: str, page: ReadPage, opts: argparse.Namespace) -> None:
        from newscrawl.agencies.attribution import attribute

        article = page.article
        country = page.outlet.country if page.outlet else None
        told = attribute(article, page.agencies, country=country)
        article.agency, article.syndication = told.agency, told.syndication
        if opts.json:
            record = {"source": source, "kind": "article", **asdict(article)}
            print(json.dumps(record, ensure_ascii=True))
        else:
            sys.stdout.write(page_of(source, article))


def page_of(source: str, article: Article) -> str:
    """The record for a person, each field with the reader it came from."""
    lines = [source]
    for one in fields(article):
        value = getattr(article, one.name)
        if value in (None, "", [], 0) or one.name in _ELSEWHERE:
            continue
        reader = article.provenance.get(one.name)
        lines.append(_field(one.name, _plain(value), reader))
    role = article.syndication
    lines.append(_field("role", f"{role.role}, confidence {role.confidence:.2f}", None))
    lines.append("")
    for paragraph in article.paragraphs:
        mark = "" if paragraph.kind in {"lead", "p"} else f"[{paragraph.kind}] "
        lines += [_wrapped(mark + paragraph.text), ""]
    lines += [
        _field("- " + t.reason, textwrap.shorten(t.text, _TRIMMED, placeholder=" …"))
        for t in article.trimmed
    ]
    return "\n".join(shown(line) for line in lines) + "\n\n"


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    told = asdict(value) if hasattr(value, "__dataclass_fields__") else {}
    if told:
        return " · ".join(str(part) for part in told.values() if part)
    return str(value)


def _field(name: str, value: str, reader: str | None = None) -> str:
    return f"  {name:{_NAME}} {value}" + (f"   ({reader})" if reader else "")


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
