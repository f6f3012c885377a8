"""What a crawler meets on a bad day: dead links, endless archives, pauses."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newscrawl.newsroom.traffic import Answer, refusal

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY = re.compile(r"/archive/(\d{4})/(\d{2})/(\d{2})/")
RETRY_AFTER = "1"
BUSY_EVERY = 9
DEAD = ("/national/removed-by-the-editor-1", "/world/no-such-story-2")
SOFT_DEAD = ("/national/this-story-has-moved-3",)


def calendar(path: str, page: Callable[[str, str], str]) -> Answer | None:
    """An archive page that links to the days around it, without end.

    ``page`` makes HTML from a title and a body.
    """
    found = _DAY.fullmatch(path)
    if found is None:
        return None
    try:
        day = date(*(int(part) for part in found.groups()))
        around = [day + timedelta(days=n) for n in (-30, -7, -1, 1, 7, 30)]
    except (ValueError, OverflowError):
        return None
    links = "".join(
        f'<td><a href="/archive/{d:%Y/%m/%d}/">{d:%d %B %Y}</a></td>' for d in around
    )
    body = f'<table class="calendar"><tr>{links}</tr></table><p>Nothing.</p>'
    return Answer(page(f"Archive of {day:%d %B %Y}", body).encode())


def soft_404(path: str, page: Callable[[str, str], str]) -> Answer | None:
    """A page that says it is not there and answers 200."""
    if path not in SOFT_DEAD:
        return None
    words = (
        "<p>Oops! The page you are looking for could not be found. It may have been "
        "moved or deleted.</p><p>Try a search or go to our home page.</p>"
    )
    return Answer(page("Page not found", words).encode())


def busy(number: int, turn: int) -> Answer | None:
    """429 with Retry-After or 500, for some articles and on their first request."""
    if turn == 1 and number == 1004:
        return refusal(500, "Internal Server Error")
    if turn == 1 and number % BUSY_EVERY == 1:
        return refusal(429, "Too Many Requests", Retry_After=RETRY_AFTER)
    return None
