"""Two outlets that test a crawler's manners: one erratic, one strict."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newscrawl.newsroom import traps
from newscrawl.newsroom.feeds import Item
from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.platforms.plain import PlainSite
from newscrawl.newsroom.traffic import Answer, Ask, moved, refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newscrawl.newsroom.model import Copy
    from newscrawl.newsroom.platforms.base import Shown

_REDIRECTS = (301, 302, 308)


class Moody(PlainSite):
    """Redirects, dead links in the feed, soft 404s, a calendar, 429 and one 500."""

    feeds: tuple[str, ...] = ("/feed/rss",)
    sections: tuple[str, ...] = ("/latest/",)

    def forms(self, copy: Copy) -> dict[str, str]:
        """The page and the short address that redirects to it."""
        return {"page": self.path(copy), "go": f"/go/{self.numbers[copy.id]}"}

    def listed_urls(self, copy: Copy) -> list[str]:
        """Every second article is listed by its short address."""
        return [self.urls(copy)[self.numbers[copy.id] % 2]]

    def items(self, copies: Sequence[Copy], clock: datetime) -> list[Item]:
        """The feed names three articles that are gone."""
        items = super().items(copies, clock)
        dead = (*traps.DEAD, *traps.SOFT_DEAD)
        gone = [
            Item(self.absolute(path), "A story that is gone", "Gone.", "national",
                       items[0].published, items[0].modified, "en")
            for path in (dead if items else ())
        ]  # fmt: skip
        return [*items[:1], *gone, *items[1:]]

    def trouble(self, ask: Ask) -> Answer | None:
        """What stands in the way of the page."""
        for trap in (traps.calendar, traps.soft_404):
            if answer := trap(ask.path, self.bare):
                return answer
        found = self.paths.get(ask.path)
        if found is None or found[0].state_at(ask.clock) != "live":
            return None
        copy, form = found
        number = self.numbers[copy.id]
        if form == "go":
            status = _REDIRECTS[number // 2 % 3]
            target = self.path(copy)
            return moved(target if status == 302 else self.absolute(target), status)
        return traps.busy(number, ask.turn)

    def bare(self, title: str, body: str) -> str:
        """A page that is no article."""
        return (
            f"<!DOCTYPE html><html><head>{self.head(title)}</head><body>{self.top()}"
            f"<main><h1>{escape(title)}</h1>{body}</main>{self.foot()}</body></html>"
        )

    def section(self, ask: Ask) -> str:
        """The list is followed by the way into the calendar."""
        way = f'<a href="/archive/{ask.clock:%Y/%m/%d}/">Archive by date</a>'
        return super().section(ask).replace("</main>", f"{way}</main>")

    def body(self, shown: Shown) -> str:
        """Paragraphs with links and emphasis inside, and advertisements between."""
        parts = [f"<p>{_emphasis(p)}</p>" for p in shown.body]
        parts.insert(1, '<div class="inline-ad"><small>Advertisement</small></div>')
        if shown.related:
            parts.append(furniture.also_read(shown.related[0]))
        parts += [f"<p>{escape(line)}</p>" for line in shown.after]
        return f'<section id="story-text">{"".join(parts)}</section>'


class Strict(PlainSite):
    """robots.txt keeps a part shut that the feed names, and asks for a delay.

    Every fourth article is listed a second time under ``/premium/`` (disallowed) and
    one under ``/members/`` (403).
    """

    feeds: tuple[str, ...] = ("/rss.xml",)

    def robots(self) -> str:
        """A part shut, and a delay."""
        delay = self.profile.options.get("crawl_delay", "0.2")
        return (
            "User-agent: *\nDisallow: /premium/\nDisallow: /*?preview=\n"
            f"Crawl-delay: {delay}\n\nUser-agent: GreedyBot\nDisallow: /\n"
        )

    def forms(self, copy: Copy) -> dict[str, str]:
        """The page and its forms that are not for crawlers."""
        number = self.numbers[copy.id]
        return {"page": self.path(copy), "premium": f"/premium/{copy.slug}-{number}",
                "members": f"/members/{copy.slug}-{number}"}  # fmt: skip

    def listed_urls(self, copy: Copy) -> list[str]:
        """The page, and now and then a form that is not for crawlers."""
        page, premium, members = self.urls(copy)
        number = self.numbers[copy.id]
        more = {0: [premium], 1: [members]}.get(number % 4, [])
        return [page, *more]

    def trouble(self, ask: Ask) -> Answer | None:
        """Members' pages are refused."""
        if ask.path.startswith("/members/"):
            return refusal(403, "Forbidden")
        return None

    def body(self, shown: Shown) -> str:
        """One span with breaks."""
        text = "<br><br>".join(escape(p) for p in (*shown.body, *shown.after))
        return f'<div class="storycontent"><span class="p-content">{text}</span></div>'


def _emphasis(text: str) -> str:
    """The paragraph with its fifth word in bold and its seventh linked."""
    words = [escape(word) for word in text.split(" ")]
    if len(words) > 8:
        words[4] = f"<b>{words[4]}</b>"
        words[6] = f'<a href="/topic/tag">{words[6]}</a>'
    return " ".join(words)
