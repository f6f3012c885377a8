"""Invented articles in the shapes that outlets' pages have, each with its truth."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from scripts import SCRIPTS

if TYPE_CHECKING:
    from collections.abc import Iterator

URL = "https://valley.example/2026/03/02/quay-of-lindholm-reopens-after-dredging"
PARAGRAPHS = (
    "The quay of Lindholm reopened on Monday after five weeks of dredging, and the first"
    " timber boat of the year tied up before noon.",
    "Harbour master Ilse Navarro said 14,000 cubic metres of silt had been taken out,"
    " nearly twice what the engineers had expected in autumn.",
    '"We found two anchors and a whole cart," she told the council, which had paid for'
    " the work out of the berth fees of three summers.",
    "Fishermen had moored at the upper landing in the meantime. Some of them want to stay"
    " there, because the ice plant is nearer.",
    "The council will decide in April whether the ferry may use the deep end of the quay.",
)
OTHERS = (
    "Mill owners of Hallen ask for a second bridge",
    "Frost takes a third of the apple blossom",
    "School bus timetable changes from Thursday",
    "Museum finds a letter under its floor",
)


@dataclass(slots=True)
class Shape:
    """One page and what a reader sees in it."""

    name: str
    html: bytes
    headline: str = "Quay of Lindholm reopens after dredging"
    paragraphs: tuple[str, ...] = PARAGRAPHS
    published: str | None = "2026-03-02T14:05:00+05:30"
    authors: list[str] = field(default_factory=lambda: ["Asha Rao"])
    url: str = URL


TITLE = "Quay of Lindholm reopens after dredging"
STAMP = "2026-03-02T14:05:00+05:30"
P = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
MENU = "<nav><ul>" + "<li><a href=/n>News</a></li>" * 9 + "</ul></nav>"
RELATED = (
    "<div class=related-posts><h3>Related Stories</h3><ul>"
    + "".join(f"<li><a href=/{n}>{text}</a></li>" for n, text in enumerate(OTHERS))
    + "</ul></div>"
)
FOOT = "<footer><p>© 2026 The Valley Courier. All rights reserved.</p></footer>"
LETTER = (
    "<div class=newsletter-signup><p>Get the Valley Courier in your inbox every morning."
    "</p><form><input type=email><button>Subscribe</button></form></div>"
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": STAMP,
    "author": {"@type": "Person", "name": "Asha Rao"},
}


def shapes() -> Iterator[Shape]:
    """All of them."""
    yield from _platforms()
    yield from _old()
    yield from _littered()
    yield from _dated_and_cut()
    yield from _told_in_data()
    yield from _scripts()


def _page(body: str, head: str = "", title: str = TITLE, lang: str = "en") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{title} | The Valley Courier</title>{head}</head><body>{body}</body></html>"
    ).encode()


def _meta(**more: str) -> str:
    told = {"og:title": TITLE, "article:published_time": STAMP, **more}
    tags = (f'<meta property="{k}" content="{v}">' for k, v in told.items())
    return "".join(tags) + '<meta name="author" content="Asha Rao">'


def _linked(**more: object) -> str:
    told = json.dumps({**LINKED, **more})
    return f'<script type="application/ld+json">{told}</script>'


def _platforms() -> Iterator[Shape]:
    byline = f'<span class="byline">By <a rel=author href=/a>Asha Rao</a></span> <time datetime="{STAMP}">March 2, 2026</time>'
    yield Shape(
        "wordpress",
        _page(
            f'{MENU}<article class="post hentry"><header><h1 class="entry-title">{TITLE}</h1>'
            f'<div class="entry-meta">{byline}</div></header><div class="entry-content">{P}'
            '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href=#>Facebook</a></li>'
            f"<li><a href=#>X</a></li></ul></div></div></article>{RELATED}{FOOT}",
            _meta(),
        ),
    )
    yield Shape(
        "drupal",
        _page(
            f'{MENU}<h1 class="page-title">{TITLE}</h1><div class="submitted">By Asha Rao |'
            ' 2 March 2026 14:05 IST</div><div class="field field--name-body field__item">'
            f"{P}</div>{RELATED}{FOOT}",
            url_zone(),
        ),
    )
    yield Shape(
        "blogger",
        _page(
            f'<h3 class="post-title entry-title">{TITLE}</h3><div class="post-body">'
            + "<br><br>".join(PARAGRAPHS)
            + f'</div><div class="post-footer">Posted by Asha'
            f" Rao</div>{FOOT}",
            _meta(),
        ),
    )
    yield Shape(
        "amp",
        _page(
            f'<h1>{TITLE}</h1><p class="byline">By Asha Rao</p><amp-img src=a.jpg></amp-img>'
            f"{P}<amp-social-share type=x></amp-social-share>{RELATED}",
            _linked(),
        ),
    )
    soup = "".join(f'<div class="t9">{text}</div>' for text in PARAGRAPHS)
    yield Shape(
        "div soup",
        _page(
            f"<div><div><a href=/>Home</a> <a href=/n>News</a></div><div class=h>{TITLE}</div>"
            f"<div>{soup}</div><div><a href=/1>{OTHERS[0]}</a> <a href=/2>{OTHERS[1]}</a>"
            "</div></div>",
            _meta(),
        ),
    )
    lines = "".join(f"<p><span>{text}</span></p>" for text in PARAGRAPHS)
    yield Shape(
        "page builder",
        _page(
            f'<div class="elementor-widget"><h1>{TITLE}</h1></div><div class="elementor-widget">'
            f'<div class="elementor-widget-container">{lines}</div></div>'
            f'<div class="elementor-widget">{RELATED}</div>',
            _meta(),
        ),
    )


def url_zone() -> str:
    """The head of a page that tells its time in a printed row only."""
    return f'<link rel="canonical" href="{URL}"><meta property="og:title" content="{TITLE}">'


def _old() -> Iterator[Shape]:
    rows = "".join(f"<p align=justify>{text}\n" for text in PARAGRAPHS)
    yield Shape(
        "tables",
        (
            f"<html><head><title>Valley Courier: {TITLE}</title></head><body bgcolor=white>"
            "<table width=760><tr><td width=140><a href=/>Home</a><br><a href=/w>World</a><br>"
            f"<a href=/s>Sport</a></td><td><font size=5><b>{TITLE}</b></font><br><font size=2>"
            f"By Asha Rao<br>March 2, 2026, 14:05 IST</font>{rows}</td></tr></table>"
            "<font size=1>Copyright 2026 Valley Courier</font></body></html>"
        ).encode(),
    )
    yield Shape(
        "breaks",
        _page(
            f"<h1>{TITLE}</h1><b>By Asha Rao</b><br><br>"
            + "<br><br>\n".join(PARAGRAPHS),
            _meta(),
        ),
    )
    quoted = PARAGRAPHS[2].replace('"', "“", 1).replace('"', "”", 1)
    texts = (*PARAGRAPHS[:2], quoted, *PARAGRAPHS[3:])
    body = "".join(f"<p>{text}</p>" for text in texts)
    wide = f"<html><head><meta charset=utf-8><title>{TITLE}</title>{_meta()}</head>"
    yield Shape(
        "windows-1252 called utf-8",
        (f"{wide}<body><h1>{TITLE}</h1>{body}</body></html>").encode("cp1252"),
        paragraphs=texts,
    )
    yield Shape(
        "no charset",
        (
            f"<html><head><title>{TITLE}</title>{_meta()}</head><body><h1>{TITLE}</h1>"
            f"{body}</body></html>"
        ).encode(),
        paragraphs=texts,
    )


def _littered() -> Iterator[Shape]:
    inside = "".join(
        f"<p>{text}</p>"
        + (
            f"<p><strong>Also read: <a href=/1>{OTHERS[0]}</a></strong></p>"
            if n == 1
            else ""
        )
        + (LETTER if n == 2 else "")
        for n, text in enumerate(PARAGRAPHS)
    )
    box = (
        '<div class="author-bio"><img src=a.jpg><p>Asha Rao covers harbours and rivers for'
        " the Valley Courier. She lives in Lindholm with two cats.</p></div>"
    )
    yield Shape(
        "inserts and author box",
        _page(
            f"{MENU}<article><h1>{TITLE}</h1><p class=byline>By Asha Rao</p>{inside}{box}"
            f"</article>{RELATED}{FOOT}",
            _meta(),
        ),
    )
    talk = "".join(
        f"<li class=comment><p>I have moored there for years and the silt was never as bad"
        f" as this winter, says reader {n}.</p></li>"
        for n in range(9)
    )
    yield Shape(
        "comments",
        _page(
            f"<article><h1>{TITLE}</h1>{P}</article><section id=comments><h2>9 Comments</h2>"
            f"<ol>{talk}</ol></section>",
            _meta(),
        ),
    )
    figure = (
        "<figure><img src=a.jpg><figcaption>The timber boat at the quay on Monday. Photo:"
        " Valley Press Agency</figcaption></figure>"
    )
    yield Shape(
        "captions",
        _page(f"<article><h1>{TITLE}</h1>{figure}{P}{figure}</article>", _meta()),
    )
    yield Shape(
        "kicker in the headline",
        _page(
            f'<article><h1><span class="kicker">Harbours</span> {TITLE}</h1>{P}</article>',
            _meta(),
        ),
    )
    yield Shape(
        "two times",
        _page(
            f"<article><h1>{TITLE}</h1><div class=meta>By Asha Rao | Updated: March 3, 2026"
            f" 09:10 IST | Published: March 2, 2026 14:05 IST</div>{P}</article>",
            url_zone(),
        ),
    )
    cookie = (
        "<div id=cookie-consent><p>We and our partners use cookies to give you the best"
        " experience. By clicking accept you agree to our policy.</p></div>"
    )
    app = "<div class=app-promo><p>Download our app for faster news</p></div>"
    yield Shape(
        "banners",
        _page(
            f"{cookie}{MENU}<main><h1>{TITLE}</h1>{app}{P}{LETTER}</main>{FOOT}",
            _meta(),
        ),
    )
    parts = (
        f"<p>{PARAGRAPHS[0]}</p><h2>What was found</h2><p>{PARAGRAPHS[1]}</p><blockquote>"
        f"<p>{PARAGRAPHS[2]}</p></blockquote><ul><li>{PARAGRAPHS[3]}</li></ul>"
        f"<p>{PARAGRAPHS[4]}</p>"
    )
    texts = (PARAGRAPHS[0], "What was found", *PARAGRAPHS[1:])
    yield Shape(
        "subheads, quotes, lists",
        _page(f"<article><h1>{TITLE}</h1>{parts}</article>", _meta()),
        paragraphs=texts,
    )
    credit = (
        "<p><i>(Except for the headline, this story has not been edited by our staff and is"
        " published from a syndicated feed.)</i></p>"
    )
    yield Shape(
        "agency copy",
        _page(
            f"<article><h1>{TITLE}</h1><p>By Asha Rao</p><p>LINDHOLM, March 2 (IANS)"
            f" {PARAGRAPHS[0]}</p>{P.split('</p>', 1)[1]}<p>--IANS</p><p>rao/ab/</p>{credit}"
            f"</article>{RELATED}",
            _meta(),
        ),
    )


def _dated_and_cut() -> Iterator[Shape]:
    dates = (
        "<div class=top-bar><span class=today>Saturday, March 7, 2026</span></div>"
        f"<article><h1>{TITLE}</h1><div class=meta><a href=/a rel=author>Asha Rao</a>"
        " / Lindholm / Published on Mar 02, 2026 02:05 PM IST</div>"
        f"{P}</article><aside><h3>Latest</h3><ul>"
        + "".join(
            f"<li><a href=/{n}>{text}</a> <time>March {n + 3}, 2026</time></li>"
            for n, text in enumerate(OTHERS)
        )
        + "</ul></aside>"
    )
    yield Shape("several dates", _page(dates, url_zone()))
    yield from _shown_otherwise()
    wall = (
        "<div class=paywall><h3>Subscribe to continue reading</h3><p>Already a member?"
        " <a href=/in>Sign in</a></p></div>"
    )
    free = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2])
    yield Shape(
        "cut before a wall",
        _page(
            f"{MENU}<article><h1>{TITLE}</h1>{free}{wall}</article>{RELATED}{FOOT}",
            _linked(isAccessibleForFree=False),
        ),
        paragraphs=PARAGRAPHS[:2],
    )


def _shown_otherwise() -> Iterator[Shape]:
    """Pages that show another day than their head tells, or only say it in words."""
    told = _linked(
        datePublished="2024-02-27T09:00:00+05:30",
        dateModified="2026-03-02T11:30:00+05:30",
    )
    row = (
        "<div class=byline>By <a rel=author href=/a>Asha Rao</a> - March 2, 2026</div>"
    )
    address = "https://valley.example/quay-of-lindholm-reopens-after-dredging"
    page = f"{MENU}<article><h1>{TITLE}</h1>{{}}{P}</article>{{}}{FOOT}"
    yield Shape(
        "brought out again", _page(page.format(row, ""), told), published="2026-03-02",
        url=address,
    )  # fmt: skip
    head = _meta(**{"article:published_time": "2026-03-03T03:10:00Z"})
    yield Shape(
        "shown the day before UTC",
        _page(page.format(row, ""), head),
        published="2026-03-02T22:10:00-05:00",
        url=address,
    )
    said = (
        "<div class=entry-footer><p>This entry was posted on Monday, March 2nd, 2026 at 2:05 pm"
        " IST and is filed under Harbour. You can follow any responses to this entry.</p></div>"
    )
    yield Shape(
        "said in a sentence", _page(page.format("", said), url_zone()), url=address,
        authors=[],
    )  # fmt: skip


def _told_in_data() -> Iterator[Shape]:
    body = "\n\n".join(PARAGRAPHS)
    yield Shape(
        "JSON-LD only", _page(f"<div id=root></div>{MENU}", _linked(articleBody=body))
    )
    state = {
        "props": {
            "pageProps": {
                "article": {
                    "title": TITLE,
                    "publishedAt": STAMP,
                    "author": {"name": "Asha Rao"},
                    "body": P,
                }
            }
        }
    }
    yield Shape(
        "Next.js state",
        _page(
            f'<div id=__next><h1>{TITLE}</h1></div><script id="__NEXT_DATA__"'
            f' type="application/json">{json.dumps(state)}</script>',
            _linked(),
        ),
    )
    elements = [{"type": "text", "content": text} for text in PARAGRAPHS]
    content = {
        "type": "story",
        "headlines": {"basic": TITLE},
        "content_elements": elements,
    }
    yield Shape(
        "Fusion state",
        _page(
            f"<div id=fusion-app><h1>{TITLE}</h1></div><script>window.Fusion=window.Fusion||{{}};"
            f"Fusion.globalContent={json.dumps(content)};Fusion.spa=false;</script>",
            _linked(),
        ),
    )


def _scripts() -> Iterator[Shape]:
    for language, (headline, texts) in SCRIPTS.items():
        body = "".join(f"<p>{text}</p>" for text in texts)
        turned = " dir=rtl" if language in {"ur", "ar"} else ""
        head = (
            f'<meta property="og:title" content="{headline}">'
            f'<meta property="article:published_time" content="{STAMP}">'
        )
        yield Shape(
            f"in {language}",
            _page(
                f"{MENU}<article{turned}><h1>{headline}</h1>{body}</article>{FOOT}",
                head,
                headline,
                language,
            ),
            headline,
            texts,
            authors=[],
            url="https://valley.example/2026/03/02/8812",
        )
