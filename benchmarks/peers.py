"""Read the same saved pages with newscrawl and with other extractors, interleaved.

    pip install -e '.[bench]'
    python benchmarks/peers.py RECORDS_DIR OUT_DIR [--tools ...] [--every 5]

Writes ``OUT_DIR/<tool>.jsonl`` (one prediction a page, for a scorer) and prints the
median and mean milliseconds a page. Each page goes through every tool before the next
page does, in one process on one core: the ratios hold on a noisy machine. A tool that
is not installed is left out and named.
"""

from __future__ import annotations

import argparse
import json
import logging
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pages import agency_names

from newscrawl.errors import NotAnArticle
from newscrawl.reading import read_article

Read = Callable[[bytes, str], dict[str, Any]]


def newscrawl() -> Read:
    """This project's reader, without an outlet's file."""
    names = agency_names()

    def read(html: bytes, url: str) -> dict[str, Any]:
        try:
            article = read_article(html, url, names=names)
        except NotAnArticle as none:
            return {"reason": none.reason}
        return {
            "headline": article.headline,
            "body": article.body,
            "published": article.date_published or article.date_modified,
            "authors": [author.name for author in article.authors],
        }

    return read


def _trafilatura(**options: Any) -> Read:
    import trafilatura

    def read(html: bytes, url: str) -> dict[str, Any]:
        found = trafilatura.bare_extraction(
            html, url=url or None, with_metadata=True, **options
        )
        if found is None:
            return {}
        return {
            "headline": found.title,
            "body": found.text,
            "published": found.date,
            "authors": (found.author or "").split("; ") if found.author else [],
        }

    return read


def trafilatura() -> Read:
    """Its default settings."""
    return _trafilatura()


def trafilatura_precision() -> Read:
    """Its setting that favours precision."""
    return _trafilatura(favor_precision=True)


def newspaper() -> Read:
    """The maintained newspaper4k."""
    import newspaper as library

    config = library.Config()
    config.fetch_images = False  # it would ask the network for each

    def read(html: bytes, url: str) -> dict[str, Any]:
        article = library.Article(url or "http://x.test/", config=config)
        article.html = html.decode("utf-8", "replace")
        article.parse()
        return {
            "headline": article.title,
            "body": article.text,
            "published": article.publish_date and article.publish_date.isoformat(),
            "authors": article.authors,
        }

    return read


def readability() -> Read:
    """The port of Mozilla's reader to lxml, its summary as plain text."""
    from lxml import html as markup
    from readability import Document

    def read(html: bytes, url: str) -> dict[str, Any]:
        document = Document(html)
        tree = markup.fromstring(document.summary())
        return {
            "headline": document.short_title(),
            "body": "\n\n".join(t.strip() for t in tree.itertext() if t.strip()),
        }

    return read


def goose() -> Read:
    """The maintained goose3."""
    from goose3 import Goose

    reader = Goose({"enable_image_fetching": False})

    def read(html: bytes, url: str) -> dict[str, Any]:
        article = reader.extract(raw_html=html.decode("utf-8", "replace"))
        return {
            "headline": article.title,
            "body": article.cleaned_text,
            "published": article.publish_date,
            "authors": article.authors,
        }

    return read


def resiliparse() -> Read:
    """The compiled extractor of the ChatNoir project, its main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(html: bytes, url: str) -> dict[str, Any]:
        tree = HTMLTree.parse(bytes_to_str(html, detect_encoding(html)))
        body = extract_plain_text(tree, main_content=True, alt_texts=False)
        return {"headline": tree.title, "body": body}

    return read


TOOLS: dict[str, Callable[[], Read]] = {
    maker.__name__: maker
    for maker in (
        newscrawl, trafilatura, trafilatura_precision, newspaper, readability, goose,
        resiliparse,
    )
}  # fmt: skip


def main() -> None:
    """Predict, and print how long each tool took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--tools", nargs="+", choices=TOOLS, default=list(TOOLS))
    parser.add_argument("--every", type=int, default=1, help="take each N-th page")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    readers = {}
    for name in options.tools:
        try:
            readers[name] = TOOLS[name]()
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
    options.out.mkdir(parents=True, exist_ok=True)
    spent: dict[str, list[float]] = {name: [] for name in readers}
    with ExitStack() as files:
        records = files.enter_context((options.records / "records.jsonl").open())
        outs = {
            name: files.enter_context((options.out / f"{name}.jsonl").open("w"))
            for name in readers
        }
        for number, line in enumerate(records):
            if number % options.every:
                continue
            record = json.loads(line)
            html = (options.records / record["html_file"]).read_bytes()
            for name, read in readers.items():
                start = time.perf_counter()
                try:
                    found = read(html, record["url"] or "")
                except Exception as error:
                    found = {"error": type(error).__name__}
                found["seconds"] = time.perf_counter() - start
                spent[name].append(found["seconds"])
                found["id"] = record["id"]
                print(json.dumps(found, default=str), file=outs[name])
    ours = statistics.median(spent["newscrawl"]) if "newscrawl" in spent else None
    print(f"{'tool':24} {'median ms':>10} {'mean ms':>10} {'to ours':>8}")
    for name, times in spent.items():
        median = statistics.median(times)
        ratio = f"{median / ours:8.1f}" if ours else ""
        print(
            f"{name:24} {median * 1000:10.1f} {statistics.mean(times) * 1000:10.1f}"
            f" {ratio}"
        )


if __name__ == "__main__":
    main()
