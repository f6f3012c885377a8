"""Parts of a page that are no text by their make, whatever they are called."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages.noise import noise_of


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
