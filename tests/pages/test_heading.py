"""The printings of the headline: a heading's parts, and headings that name the site."""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import pytest

from newscrawl.pages.article import gather
from newscrawl.pages.page import parse
from newscrawl.pages.rules import PlainRules

URL = "https://www.x.test/harbour/quay-reopens-after-dredging.html"
PAGE = """<html><head><title>Quay reopens after dredging | The Harbour Post</title></head>
<body>{}<p>The quay opened again on Monday after three months of dredging.</p></body>"""


def printed(heading: str, url: str = URL) -> list[tuple[str, str]]:
    """The headings noted of a page with this one, with their readers."""
    raw = gather(parse(PAGE.format(heading), url), PlainRules())
    return [(f.value, f.reader) for f in raw.values["headline"] if f.reader != "title"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ('<h1><a href="/">The Harbour Post</a></h1><h2>Quay reopens after dredging</h2>', [("Quay reopens after dredging", "h2")]),
        ('<a href="https://www.x.test"><h1>The Harbour Post</h1></a><h3>Quay reopens after dredging</h3>', [("Quay reopens after dredging", "h2")]),
        ('<h1><a href="/harbour/quay-reopens-after-dredging.html">Quay reopens after dredging</a></h1>', [("Quay reopens after dredging", "h1")]),
        ('<h1><a href="#top">Quay reopens after dredging</a></h1>', [("Quay reopens after dredging", "h1")]),
        ('<h1><a href="http://[">Quay reopens after dredging</a></h1>', [("Quay reopens after dredging", "h1")]),
        ('<h1><span>Ports</span> <span>Quay reopens after dredging</span></h1>', [("Ports\nQuay reopens after dredging", "h1")]),
        ('<h1><span><style>.a{b:c}</style><small>Ports</small>Quay reopens after dredging</span></h1>', [("Ports\nQuay reopens after dredging", "h1")]),
        ('<h1><b>Quay reopens after dredging</b></h1>', [("Quay reopens after dredging", "h1")]),
    ],
)  # fmt: skip
def test_headings(heading: str, expected: list[tuple[str, str]]) -> None:
    assert printed(heading) == expected


def test_the_front_page_may_name_itself() -> None:
    heading = '<h1><a href="/">Quay reopens after dredging</a></h1>'
    assert printed(heading, "https://www.x.test/")[0][1] == "h1"
