"""What stands around an article on every site: menus, prompts, teasers, weight."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import TYPE_CHECKING

from newscrawl.newsroom.words import generator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from newscrawl.newsroom.platforms.base import Teaser

MENU = (
    ("Home", "/"), ("Latest", "/latest/"), ("National", "/national/"),
    ("World", "/world/"), ("Business", "/business/"), ("Sports", "/sports/"),
    ("Agencies", "/agencies/"), ("PTI News", "/agencies/pti/"),
    ("IANS", "/agencies/ians/"), ("E-Paper", "/epaper/"), ("Videos", "/videos/"),
)  # fmt: skip
MENU_HINDI = (
    ("होम", "/"), ("देश", "/desh/"), ("दुनिया", "/duniya/"), ("खेल", "/khel/"),
    ("कारोबार", "/karobar/"), ("एजेंसी", "/agency/"), ("ई-पेपर", "/epaper/"),
)  # fmt: skip
SHARE = ("Facebook", "X", "WhatsApp", "Telegram", "Copy Link")
_WORDS = [
    "ticker",
    "slot",
    "render",
    "widget",
    "queue",
    "layout",
    "banner",
    "consent",
    "metric",
    "bundle",
    "frame",
    "panel",
    "module",
    "sticky",
    "header",
    "grid",
    "modal",
    "drawer",
    "loader",
    "carousel",
    "beacon",
    "session",
    "cookie",
]
_TOPICS = [
    "monsoon",
    "budget",
    "cricket",
    "elections",
    "metro",
    "exams",
    "markets",
    "startups",
    "tourism",
    "railways",
    "health",
    "schools",
    "farmers",
    "cinema",
    "weather",
    "traffic",
    "jobs",
    "gold",
    "auto",
    "recipes",
    "travel",
]


def anchors(links: Iterable[tuple[str, str]], item: str = "li") -> str:
    """Links, each wrapped in ``item``."""
    return "".join(
        f'<{item}><a href="{escape(href)}">{escape(text)}</a></{item}>'
        for text, href in links
    )


def share_row(css: str = "share") -> str:
    """Share buttons with their words."""
    buttons = "".join(f'<a class="ico" href="#">{name}</a>' for name in SHARE)
    return f'<div class="{css}"><span>Share this article</span>{buttons}</div>'


def newsletter() -> str:
    """A prompt to subscribe."""
    return (
        '<div class="newsletter-box"><h4>Get the morning briefing in your inbox</h4>'
        '<form action="/subscribe"><input type="email" placeholder="Your email">'
        "<button>Sign up</button></form><p>By signing up you agree to our Terms of "
        "Use and Privacy Policy.</p></div>"
    )


def also_read(teaser: Teaser, tag: str = "p") -> str:
    """The line that interrupts a body to point at another story."""
    link = f'<a href="{escape(teaser.url)}">{escape(teaser.headline)}</a>'
    return f"<{tag}><strong>Also Read:</strong> {link}</{tag}>"


def cards(teasers: Iterable[Teaser], css: str = "card") -> str:
    """Other stories with their teasers, datelines and all."""
    return "".join(
        f'<div class="{css}"><a href="{escape(t.url)}"><h3>{escape(t.headline)}</h3>'
        f'</a><p class="excerpt">{escape(t.text)}</p></div>'
        for t in teasers
    )


def caption(credit: str | None, subject: str, css: str = "caption") -> str:
    """The lead picture with its caption and, if any, its photographer's credit."""
    named = f" <em>({escape(credit)})</em>" if credit else ""
    return (
        '<figure><img src="/images/lead.jpg" alt="" width="800" height="450">'
        f'<figcaption class="{css}">{escape(subject)} on file.{named}</figcaption>'
        "</figure>"
    )


def footer(name: str) -> str:
    """Who owns the site, and that its stories may come from agencies."""
    return (
        f"<footer><p>&copy; 2026 {escape(name)}. All rights reserved. Stories may be "
        "supplied by IANS, PTI, ANI and Reuters under licence.</p><ul>"
        + anchors((("About Us", "/about"), ("Contact", "/contact"), ("Ads", "/ads")))
        + "</ul><p>Download our app for breaking news alerts.</p></footer>"
    )


@cache
def styles(weight: int, seed: str) -> str:
    """A style element of about ``weight`` bytes."""
    return _fill("<style>", "</style>", weight, seed, _rule)


@cache
def scripts(weight: int, seed: str) -> str:
    """A script element of about ``weight`` bytes."""
    return _fill("<script>", "</script>", weight, seed, _statement)


@cache
def mega_menu(weight: int, seed: str) -> str:
    """A hidden menu of topics of about ``weight`` bytes."""
    return _fill('<ul class="mega-menu">', "</ul>", weight, seed, _topic)


def _fill(
    start: str, end: str, weight: int, seed: str, line: Callable[[Random], str]
) -> str:
    if weight <= 0:
        return ""
    rng = generator(seed, start)
    parts, size = [start], len(start) + len(end)
    while size < weight:
        parts.append(line(rng))
        size += len(parts[-1])
    return "".join((*parts, end))


def _rule(rng: Random) -> str:
    a, b, n = rng.choice(_WORDS), rng.choice(_WORDS), rng.randrange(1, 64)
    return f".{a}-{b}-{n}{{margin:{n}px auto;padding:{n // 2}px;display:block}}\n"


def _statement(rng: Random) -> str:
    a, b, n = rng.choice(_WORDS), rng.choice(_WORDS), rng.randrange(1, 9999)
    return f"window.{a}=window.{a}||[];{a}.push({{{b}:{n},on:{n % 2}}});\n"


def _topic(rng: Random) -> str:
    a, n = rng.choice(_TOPICS), rng.randrange(1, 999)
    return f'<li><a href="/topic/{a}-{n}">{a.title()}</a></li>\n'
