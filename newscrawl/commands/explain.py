"""``scrapy explain``: a page's text with its signs marked, the verdict, and why."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.telling import no_article, telling
from newscrawl.errors import NotAnArticle
from newscrawl.text.lines import shown

if TYPE_CHECKING:
    import argparse

    from newscrawl.agencies.grounds import Grounds
    from newscrawl.items import Article, Evidence

_WIDTH = 88
_NOT_A_PAGE = 1
# Pieces that name agencies and are no signs; the first are shown to say so.
_NO_SIGNS = ("caption", "related", "navigation", "teaser", "link", "headline")


class Command(ScrapyCommand):
    """Prints why a page is taken for an agency's text, or is not."""

    requires_project = True
    requires_crawler_process = False  # only an address needs one
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options] <URL, FILE or ->"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Show a page's signs of an agency, the verdict, and what it rests on"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument("--url", help="the address a saved page stood at")
        parser.add_argument("--country", help="the outlet's country, two capitals")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Explain one page."""
        if len(args) != 1:
            raise UsageError
        with telling(self):
            try:
                told = self._explain(args[0], opts)
            except NotAnArticle as none:
                print(no_article(args[0], none, as_json=opts.json))
                self.exitcode = _NOT_A_PAGE
            else:
                dumped = json.dumps(told, ensure_ascii=True, indent=2)
                print(dumped if opts.json else shown(page_of(told)))

    def _explain(self, source: str, opts: argparse.Namespace) -> dict[str, Any]:
        from newscrawl.agencies.grounds import grounds_of
        from newscrawl.commands.page_input import read_page

        read = read_page(self, source, opts.url)
        country = opts.country or (read.outlet.country if read.outlet else None)
        grounds = grounds_of(read.article, read.agencies, country=country)
        return account(read.article, grounds)


def account(article: Article, grounds: Grounds) -> dict[str, Any]:
    """The explanation as plain data; signs have their place in ``text``."""
    text = text_of(article)
    verdict = grounds.verdict
    return {
        "url": article.canonical_url or article.url or None,
        "outlet": article.outlet or None,
        "headline": article.headline or None,
        "role": verdict.role,
        "agency": verdict.agency,
        "carrier": verdict.carrier,
        "origin": verdict.origin,
        "confidence": verdict.confidence,
        "claims_unmodified": verdict.claims_unmodified,
        "evidence": [_placed(one, text) for one in verdict.evidence],
        "changes": [asdict(change) for change in grounds.changes],
        "enough": list(grounds.enough),
        "text": text,
    }


def text_of(article: Article) -> str:
    """The page's text in reading order, what was cut off put back at its place."""
    heads = [article.headline, article.by or ""]
    ends = [
        t.text
        for t in article.trimmed
        if t.reason not in _NO_SIGNS and t.reason not in ("dateline", "byline")
        and t.text != article.headline
    ]  # fmt: skip
    cut = next((t.text for t in article.trimmed if t.reason == "dateline"), "")
    paragraphs = [p.text for p in article.paragraphs]
    if cut and paragraphs:
        paragraphs[0] = f"{cut} {paragraphs[0]}"
    return "\n".join(part for part in (*heads, *paragraphs, *ends) if part)


def _placed(one: Evidence, text: str) -> dict[str, Any]:
    from newscrawl.agencies.asking import find_quote

    span = find_quote(text, one.quote, last=one.where in ("tail", "disclaimer"))
    start, end = span or (None, None)
    return {
        "sign": one.sign,
        "agency": one.agency,
        "where": one.where,
        "quote": one.quote,
        "weight": one.weight,
        "start": start,
        "end": end,
    }


def page_of(told: dict[str, Any]) -> str:
    """The explanation for a person."""
    name = told["agency"] or "no agency named"
    lines = [f"{told['url'] or 'no address'}", ""]
    lines += [_wrapped(part) for part in marked(told).split("\n")]
    lines += ["", "Signs"]
    lines += [f"  [{n}] {_sign(one)}" for n, one in enumerate(told["evidence"], 1)]
    lines += [] if told["evidence"] else ["  none"]
    lines += [
        "",
        f"Verdict: {told['role']}, {name}, confidence {told['confidence']:.2f}",
    ]
    if told["carrier"]:
        lines.append(f"  {told['carrier']} passed on what {told['origin']} wrote")
    if told["claims_unmodified"]:
        lines.append("  the page says that the text was left as it came")
    lines += ["", "What would have changed it"]
    lines += [f"  {_change(change)}" for change in told["changes"]]
    if not told["changes"]:
        lines.append("  no one sign alone" if told["evidence"] else "  any credit")
    return "\n".join(lines)


def marked(told: dict[str, Any]) -> str:
    """The text with each sign between ``[n>`` and ``<n]``."""
    text: str = told["text"]
    inserts = []
    for number, one in enumerate(told["evidence"], 1):
        if one["start"] is not None:
            inserts += [(one["start"], f"[{number}> "), (one["end"], f" <{number}]")]
    for at, mark in sorted(inserts, reverse=True):
        text = text[:at] + mark + text[at:]
    return text


def _wrapped(line: str) -> str:
    return textwrap.fill(line, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _sign(one: dict[str, Any]) -> str:
    quote = textwrap.shorten(one["quote"], 60, placeholder=" …")
    kind = one["sign"].replace("_", " ")
    return f"{one['weight']:.2f}  {kind}, {one['agency'] or 'none named'}: “{quote}”"


def _change(change: dict[str, Any]) -> str:
    kinds = " and ".join(kind.replace("_", " ") for kind in change["signs"])
    verdict = f"{change['role']}, {change['agency'] or 'no agency named'}"
    return f"without the {kinds}: {verdict} ({change['confidence']:.2f})"
