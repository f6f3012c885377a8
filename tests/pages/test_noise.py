"""Parts of a page that are no text by their make, whatever they are called."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.noise import Standing, noise_of


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ('<div><img src="a.jpg"><small>The pilot boat.</small></div>', "caption"),
        ('<p>\n<a href="/b"><img src="a.jpg"></a>\n<em>The boat</em>\n</p>', "caption"),
        ('<p><amp-img src="a.jpg"></amp-img> <i>The boat</i></p>', "caption"),
        ('<p><img src="a.jpg"><em>The boat</em> left at noon.</p>', None),
        ('<p>At noon <img src="a.jpg"><em>the boat</em></p>', None),
        ('<p><img src="a.jpg"> and <em>the boat</em></p>', None),
        ('<p><a href="/b">More <img src="a.jpg"></a><em>The boat</em></p>', None),
        ('<p><img src="a.jpg"><em></em></p>', None),
        ('<div><img src="a.jpg"><p>The boat left at noon.</p></div>', None),
        (f'<p><img src="a.jpg"><span>{"The boat left. " * 30}</span></p>', None),
        ("<p><b>The boat</b><em>left</em></p>", None),
    ],
)
def test_a_picture_and_a_line_under_it(markup: str, reason: str | None) -> None:
    element = html.fragment_fromstring(markup)
    assert noise_of(element, str(element.tag)) == reason


def test_an_element_is_judged_once_text_stands_in_it() -> None:
    root = html.fragment_fromstring(
        "<div><div class=sidebar></div><div class=share><p>x</p></div></div>"
    )
    empty, share = root
    opened: list[tuple[object, bool]] = []
    standing = Standing(opened, {share[0]})
    assert standing.reason() is None
    opened.append((root, True))
    opened.append((empty, True))
    opened.pop()
    opened.append((share, True))
    assert (standing.reason(), standing.named) == ("share", [share])
    assert standing.reason_of(share[0]) is None  # kept by the outlet's rules
    opened.append((share[0], True))
    assert standing.reason() is None
    opened.pop()
    standing.reasons.pop()
    assert standing.reason() == "share"
    opened.pop()
    standing.reasons.pop()
    assert (standing.reason(), standing.named) == (None, [share])


def test_what_makes_no_block_is_not_judged() -> None:
    root = html.fragment_fromstring("<div><a class=share><p>x</p></a></div>")
    standing = Standing([(root, True), (root[0], False)], ())
    assert standing.reason() is None
    assert standing.reason_of(root[0]) == "share"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<div hidden>x</div>", "hidden"),
        ("<div style='display: none'>x</div>", "hidden"),
        ("<article style='display:none'>x</article>", "hidden"),
        ("<div itemtype=https://schema.org/Comment>x</div>", "comments"),
        ("<div id=share>x</div>", "share"),
        ("<div id=x class=share>x</div>", "share"),
        ("<div id=share class=x>x</div>", "share"),
        ("<div class>x</div>", None),
        ("<div id='' class=''>x</div>", None),
        ("<div style='color: red' itemtype=x>x</div>", None),
        ("<div>x</div>", None),
    ],
)
def test_each_attribute_is_asked(markup: str, reason: str | None) -> None:
    element = html.fragment_fromstring(markup)
    assert noise_of(element, element.tag) == reason
