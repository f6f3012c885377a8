"""The signs of origin on a read article, each with its place and weight.

Only places where credits stand are read: the dateline, the byline, what was cut off
the end, disclaimers, the address. Picture credits, related stories and keywords are
never looked at; a name inside the body counts next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.agencies.endings import cut_signs
from newscrawl.agencies.heads import byline_signs, dateline_signs
from newscrawl.agencies.mentions import address_signs, body_signs

if TYPE_CHECKING:
    from newscrawl.agencies.context import Context
    from newscrawl.agencies.weights import Sign


def read_signs(page: Context) -> list[Sign]:
    """All signs on the article, the place that proves most first."""
    return [
        *dateline_signs(page),
        *byline_signs(page),
        *cut_signs(page),
        *address_signs(page),
        *body_signs(page),
    ]
