"""Coverage-guided fuzzing of what reads hostile bytes, with seeds from the newsroom.

    pip install -e '.[fuzz]'
    python benchmarks/fuzz.py page [--seconds 60] [--corpus DIR]

The others are ``feed``, ``sitemap``, ``section`` and ``jsonld``. A reader may refuse a
page with ``NotAnArticle`` and must do nothing else but answer: every other exception,
an answer that takes over ten seconds or a gigabyte, and a record that breaks the schema
or the line end the run, with the input in ``crash-*``. What a crash teaches becomes a
test. ``--corpus`` keeps the inputs that led somewhere new.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import atheris

with atheris.instrument_imports(include=["newscrawl"]):
    from newscrawl.agencies import load_agencies
    from newscrawl.agencies.attribution import attribute
    from newscrawl.errors import NotAnArticle
    from newscrawl.newsroom.site import Sites
    from newscrawl.newsroom.traffic import Ask
    from newscrawl.newsroom.world import World
    from newscrawl.pages.feeds import read_feed
    from newscrawl.pages.sections import read_section
    from newscrawl.pages.sitemaps import read_sitemap
    from newscrawl.reading import read
    from newscrawl.schema import fault
    from newscrawl.store.records import to_record
    from newscrawl.text.lines import dump_line

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://outlet.test/news/a-7.html"
NOW = "2025-05-06T09:00:00+00:00"
AGENCIES = load_agencies()
_FRAME = (
    b"<html><head><title>T</title><script type='application/ld+json'>%s</script></head>"
    b"<body><article><h1>Quay</h1><p>The quay was dredged in winter and the harbour"
    b" board measured it again in spring, it said on Monday.</p></article></body>"
    b"</html>"
)


def page(data: bytes) -> None:
    """One page to a record, attributed, as a line."""
    try:
        article = read(data, URL, names=AGENCIES.names, now=NOW).article
    except NotAnArticle:
        return
    found = attribute(article, AGENCIES, country="IN")
    article.agency, article.syndication = found.agency, found.syndication
    article.id, article.outlet, article.run = "a" * 16, "outlet", "ians-x"
    article.first_seen = article.version_seen = NOW
    article.text_hash = "0" * 16
    record = to_record(article)
    wrong = fault(record)
    if wrong:
        raise AssertionError(wrong)
    line = dump_line(record).rstrip("\n")
    if len(line.splitlines()) != 1:
        raise AssertionError("a record of several lines")
    for text in (article.headline, *(p.text for p in article.paragraphs)):
        if not text.replace("\xad", "").replace("\u200c", "").strip() or "\n" in text:
            raise AssertionError(repr(text[:80]))


def jsonld(data: bytes) -> None:
    """A page whose JSON-LD is hostile."""
    page(_FRAME % data)


def feed(data: bytes) -> None:
    """A feed to its entries."""
    read_feed(data, "https://outlet.test/feed", zone="Asia/Kolkata")


def sitemap(data: bytes) -> None:
    """A sitemap to its entries and children."""
    read_sitemap(data, "https://outlet.test/sitemap.xml", zone="Asia/Kolkata")


def section(data: bytes) -> None:
    """A section page to its entries."""
    read_section(data, "https://outlet.test/news/", encoding=None)


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (page, feed, sitemap, section, jsonld)
}


def seeds(target: str, folder: Path) -> None:
    """What the newsroom serves of this kind, a file each."""
    sites = Sites(World(1, 40, 16), 500)
    found = {sites.url_of(copy)[0] for copy in sites.world.copies[:60]}
    if target != "page":
        found = {
            platform.absolute(path)
            for platform in sites.platforms.values()
            for path in (*platform.feeds, *platform.sitemaps, *platform.sections)
        }
    for number, url in enumerate(sorted(found)):
        parts = urlsplit(url)
        ask = Ask(parts.path, sites.now, parts.query, parts.scheme, 9)
        answer = sites.answer(parts.hostname or "", ask)
        if answer.status == 200 and answer.body:
            (folder / f"seed{number}").write_bytes(answer.body)
    if target == "jsonld":
        (folder / "linked").write_bytes(
            b'{"@graph":[{"@type":"NewsArticle","headline":"Quay","author":[{"name":"A"}],'
            b'"datePublished":"2025-05-06T09:00:00Z","articleBody":"One.","image":{}}]}'
        )


def main() -> None:
    """Fuzz one target for so long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        seeds(given.target, folder)
        places = [str(folder)]
        if given.corpus:
            given.corpus.mkdir(parents=True, exist_ok=True)
            places.insert(0, str(given.corpus))
        limits = [f"-max_total_time={given.seconds}", "-timeout=10", "-max_len=20000"]
        limits += ["-rss_limit_mb=1024", "-seed=7", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *limits, *places], TARGETS[given.target])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
