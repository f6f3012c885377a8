"""A site of the 1990s: nested tables, fonts, breaks for paragraphs, windows-1252."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.base import Shown, english_date
from newscrawl.newsroom.platforms.listing import ListingPlatform
from newscrawl.newsroom.traffic import Answer, Ask

if TYPE_CHECKING:
    from newscrawl.newsroom.model import Copy

_PAGE = re.compile(r"/news/index(\d{1,4})\.htm")


class LegacyTable(ListingPlatform):
    """No metadata, no feed; a wrong charset in the pages and none in the header."""

    scheme = "http"
    encoding = "windows-1252"
    kind = "text/html"
    sections: tuple[str, ...] = ("/news/index1.htm",)
    article_urls: tuple[str, ...] = (r"/news/\d{4}/\d{2}/\d{2}/n\d+\.htm$",)
    section_size = 40
    pager = '<a href="{href}"><font size="2">Older stories &gt;&gt;</font></a>'

    def path(self, copy: Copy) -> str:
        """The day and the story's number; the slug is not in it."""
        day = copy.published
        return f"/news/{day:%Y/%m/%d}/n{self.numbers[copy.id]}.htm"

    def page_link(self, ask: Ask, page: int) -> str:
        """The next file."""
        return f"/news/index{page}.htm"

    def discovery(self, ask: Ask) -> Answer | None:
        """The numbered lists are the pages of one section."""
        if found := _PAGE.fullmatch(ask.path):
            ask = Ask(self.sections[0], ask.clock, f"page={found[1]}")
        return super().discovery(ask)

    def row(self, shown: Shown, url: str) -> str:
        """A line with a bullet."""
        return (
            f'<tr><td><font face="Arial" size="2">&#149; <a href="{escape(url)}">'
            f"{escape(shown.headline)}</a></font></td></tr>"
        )

    def section(self, ask: Ask) -> str:
        """The rows stand in a table."""
        text = super().section(ask)
        return text.replace('<div class="list">', "<table>").replace(
            "</tr></div>", "</tr></table>"
        )

    def page(self, shown: Shown, form: str) -> str:
        """Three tables deep, the third cell of the second row."""
        text = "<br><br>\n".join(escape(p) for p in (*shown.body, *shown.after))
        by = f"<b>By {escape(shown.byline)}</b><br>" if shown.byline else ""
        stamp = english_date(shown.published, "%A, %B {day}, %Y %I:%M %p")
        links = "<br>".join(f'<a href="{h}">{t}</a>' for t, h in furniture.MENU)
        others = "".join(
            f'<font size="1"><a href="{escape(t.url)}">{escape(t.headline)}</a><br>'
            f"{escape(t.text)}</font><br><br>"
            for t in shown.related
        )
        photo = shown.copy.photo_credit
        picture = f"<br><font size=1>Photo: {escape(photo)}</font>" if photo else ""
        weight = furniture.styles(self.weight // 3, self.profile.id)
        weight += furniture.scripts(self.weight * 2 // 3, self.profile.id)
        return (
            "<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT='text/html; "
            f"charset=iso-8859-1'><TITLE>{escape(self.profile.name)} – India’s oldest "
            f"– {escape(shown.headline)}</TITLE>{weight}</HEAD>"
            "<BODY BGCOLOR=#ffffff><TABLE WIDTH=780 BORDER=0><TR><TD COLSPAN=3>"
            f"<font size=6>{escape(self.profile.name)}</font><br><font size=1>“All the "
            f"region’s news”</font></TD></TR><TR><TD WIDTH=120 VALIGN=top>{links}</TD>"
            "<TD VALIGN=top><TABLE WIDTH=100%><TR><TD>"
            f"<font face=Verdana size=5><b>{escape(shown.headline)}</b></font><br>"
            f"<font size=1>{stamp} {shown.published:%Z}</font><br>{picture}</TD></TR>"
            f"<TR><TD><font face=Verdana size=2>{by}{text}</font></TD></TR></TABLE>"
            f"</TD><TD WIDTH=160 VALIGN=top><b>More Headlines</b><br>{others}</TD></TR>"
            "<TR><TD COLSPAN=3><font size=1>© 2026. Today’s news from IANS, PTI and "
            "our correspondents. <a href=/>Home</a> | <a href=/feedback.htm>Write to "
            "us</a></font></TD></TR></TABLE></BODY></HTML>"
        )
