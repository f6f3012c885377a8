"""The outlet whose every article answers under five addresses."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newscrawl.newsroom.platforms.plain import PlainSite

if TYPE_CHECKING:
    from newscrawl.newsroom.model import Copy
    from newscrawl.newsroom.platforms.base import Shown

_TAIL = "?utm_source=rss&utm_medium=feed&utm_campaign=latest"


class FiveUrls(PlainSite):
    """Tracking tails, AMP, print, http beside https, and a path without section.

    Only ``rel=canonical`` says that they are one. The feed names the first form with a
    tracking tail and, for every third article, its http form as well.
    """

    feeds: tuple[str, ...] = ("/rss/top.xml",)
    sections: tuple[str, ...] = ("/latest/",)
    section_size = 50

    def forms(self, copy: Copy) -> dict[str, str]:
        """The paths; scheme and tail make the rest."""
        path = self.path(copy)
        return {"page": path, "amp": f"{path}/amp", "print": f"{path}/print",
                "short": f"/story/{self.numbers[copy.id]}"}  # fmt: skip

    def urls(self, copy: Copy) -> list[str]:
        """All addresses, the canonical one first."""
        path = self.path(copy)
        plain = super().urls(copy)
        return [plain[0], plain[0] + _TAIL, *plain[1:], self.absolute(path, "http")]

    def listed_urls(self, copy: Copy) -> list[str]:
        """What the feed and the list say."""
        urls = [self.absolute(self.path(copy)) + _TAIL]
        if self.numbers[copy.id] % 3 == 0:
            urls.append(self.absolute(self.path(copy), "http"))
        if self.numbers[copy.id] % 3 == 1:
            urls.append(self.absolute(f"/story/{self.numbers[copy.id]}"))
        return urls

    def metadata(self, shown: Shown) -> str:
        """Also names the AMP page."""
        link = f'<link rel="amphtml" href="{escape(shown.url)}/amp">'
        return super().metadata(shown) + link

    def page(self, shown: Shown, form: str) -> str:
        """The print form is bare; the others are the page."""
        text = super().page(shown, form)
        if form == "amp":
            return text.replace("<html ", "<html amp ", 1)
        if form != "print":
            return text
        link = f'<link rel="canonical" href="{escape(shown.url)}">'
        body = "".join(f"<p>{escape(p)}</p>" for p in (*shown.body, *shown.after))
        by = f"<p>By {escape(shown.byline)}</p>" if shown.byline else ""
        return (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{link}'
            f"<title>Print: {escape(shown.headline)}</title></head><body>"
            f"<h1>{escape(shown.headline)}</h1>{by}"
            f'<p class="date">{shown.published.isoformat()}</p>'
            f'<div class="print">{body}'
            "</div></body></html>"
        )
