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
    standing = Standing({share[0]})
    assert standing.reason() is None
    standing.enter(root)
    standing.enter(empty)
    standing.leave()
    standing.enter(share)
    assert (standing.reason(), standing.named) == ("share", [share])
    standing.enter(share[0])
    assert standing.reason() is None  # kept by the outlet's rules
    standing.leave()
    assert standing.reason() == "share"
    standing.leave()
    assert (standing.reason(), standing.named) == (None, [share])


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
