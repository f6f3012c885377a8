"""Pages made to cost: what a rule could take quadratic time or endless memory for.

``python pagetraps.py PLACE`` reads the pages of one place under limits of its own, and
prints how many there were.
"""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from newscrawl import read_article
from newscrawl.errors import NotAnArticle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

URL = "https://x.test/a"
WORDS = "The quay was dredged in winter and the harbour board measured it again today. "
TEXT = f"<p>{WORDS * 6}</p>"
HEAD = "<html><head><title>Quay dredged again</title></head><body>"
# At this length quadratic work takes minutes, linear work hundredths of a second.
LENGTH = 120_000
CPU_SECONDS, MEMORY = 60, 1_500 * 2**20

PIECES = (
    *(
        " ",
        "\u00a0",
        "by ",
        "By Asha Rao ",
        "and ",
        "Rao, ",
        "(",
        ")",
        " | ",
        " - ",
        "—",
    ),
    *("March 2, 2026 ", "12 ", "12:30 ", "2026/03/02 ", "2 hours ago ", "Updated: "),
    *(
        "KOCHI, March 2 (IANS) -- ",
        "IANS PTI ",
        "(With inputs from ",
        "--IANS ",
        "/PTI ",
    ),
    *("This story has not been edited by our staff ", "Also read: ", "Subscribe to "),
    *('"', "“", "...", "1", "a", "A", "a1 ", "@a ", "http://x.test/a ", "&amp;", "* "),
    *("यह ", "。", "۔ ", "Mr. ", "©2026 ", "#tag ", "\u200b", "\u202e"),
)


def page(inner: str) -> str:
    return f"{HEAD}<h1>Quay dredged again</h1>{TEXT}{inner}{TEXT}"


def meta(text: str) -> str:
    tags = "".join(
        f'<meta {name} content="{text}">'
        for name in (
            'name="author"', 'name="keywords"', 'name="description"',
            'property="og:title"', 'property="article:published_time"',
        )
    )  # fmt: skip
    return page("").replace("<title>", tags + "<title>")


def linked(text: str) -> str:
    told = (
        f'{{"@type":"NewsArticle","headline":"{text}","datePublished":"{text}",'
        f'"author":"{text}","articleBody":"{text}"}}'
    )
    return page(f'<script type="application/ld+json">{told}</script>')


PLACES: dict[str, Callable[[str], str]] = {
    "paragraph": lambda text: page(f"<p>{text}</p>"),
    "paragraphs": lambda text: page(f"<p>{text[:400]}</p>" * (LENGTH // 400)),
    "headline": lambda text: (
        page("").replace("Quay dredged again", text).replace("<h1>", "<h1 class=title>")
    ),
    "byline": lambda text: page(f'<div class="byline author">By {text}</div>'),
    "time": lambda text: page(f'<time>{text}</time><p class="date">{text}</p>'),
    "meta": lambda text: meta(text.replace('"', "&quot;")),
    "linked": lambda text: linked(text.replace('"', '\\"')),
    "address": lambda text: page("").replace(
        "<title>", f"<link rel=canonical href='/{text}'><title>"
    ),
}


def shapes() -> Iterator[str]:
    """Pages of many parts, of deep ones, and of large ones."""
    for part, count in (
        ("<a href='/x'>More news of the quay</a>", 30_000),
        ("<p>a b c</p>", 60_000),
        ("a<br>", 100_000),
        ("<hr>", 100_000),
        ("<img src='/a.jpg' alt='quay'>", 30_000),
        ("<time datetime='2026-03-02T10:00:00Z'>March 2</time>", 15_000),
        ("<div class=date>March 2, 2026 10:30 IST</div>", 10_000),
        ("<div class=byline>By Asha Rao</div>", 10_000),
        ("<form><input>", 30_000),
        (f"<figure><img src=a><figcaption>{WORDS}</figcaption></figure>", 5_000),
        (f"<article><h2><a href=/x>Quay</a></h2><p>{WORDS}</p></article>", 5_000),
        (f"<h2>Related Stories</h2><p>{WORDS}</p>", 5_000),
        (f"<blockquote><p>{WORDS}</p></blockquote>", 5_000),
        ("<span>word</span> ", 40_000),
        (
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>',
            9_000,
        ),
        ("<meta name=author content='Asha Rao'>", 30_000),
        ("<!-- ", 100_000),
        ("<", 300_000),
        ("&lt;", 300_000),
        ("\0", 300_000),
        ("\ud800", 100_000),
    ):
        yield page(part * count)
    for tag in (
        "div",
        "b",
        "a href=/x",
        "article",
        "font><p",
        "table><tr><td",
        "ul><li",
    ):
        yield page(f"<{tag}>" * 100_000 + WORDS)
    deep = '{"a":' * 100_000 + "1" + "}" * 100_000
    yield page(f'<script type="application/ld+json">{deep}</script>')
    yield page(f'<script id="__NEXT_DATA__" type="application/json">{deep}</script>')
    one = '{"@type":"NewsArticle","datePublished":"2026-03-02"}'
    many = ",".join([one] * 20_000)
    yield page(f'<script type="application/ld+json">{{"@graph":[{many}]}}</script>')
    for attribute in ("class", "id", "style", "href", "data-x", "content", "itemprop"):
        yield page(
            f'<div {attribute}="{"related body-a : " * 60_000}">{WORDS * 5}</div>'
        )
    yield page(
        "".join(f'<div id="r{n}" class="x-{n}">{WORDS}</div>' for n in range(9_000))
    )
    yield page(WORDS * (8 * 2**20 // len(WORDS)))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 40))
    yield f"<!DOCTYPE html [{laughs}]>{page('&l39;')}"


def pages(place: str) -> Iterator[str]:
    """The pages of one place; ``shapes`` are those of no single text."""
    if place == "shapes":
        yield from shapes()
        return
    for piece in PIECES:
        yield PLACES[place](piece * (LENGTH // len(piece)))


def main(place: str) -> None:
    """Read them all within the limits, or be ended by the system."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    count = 0
    for html in pages(place):
        with suppress(NotAnArticle):
            read_article(html, URL)
        count += 1
    print(count)


if __name__ == "__main__":
    main(sys.argv[1])
