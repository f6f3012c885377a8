"""Pages that are no article, in the shapes of many platforms, are refused by name.

A refusal is not enough where the reason is wrong: the next run asks again, or never.
"""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import json

import pytest

import newscrawl
from newscrawl.errors import NotAnArticle
from newscrawl.reasons import is_lasting, is_passing

SITE = "https://valley.example"
TITLES = (
    "Mill owners of Hallen ask for a second bridge",
    "Frost takes a third of the apple blossom",
    "School bus timetable changes from Thursday",
    "Museum finds a letter under its floor",
    "Dam wardens begin their winter count of eels",
    "Two villages share one doctor until spring",
    "Rail line to the coast closes for four weekends",
    "Choir of the upper valley turns one hundred",
    "Baker wins the right to ring his own bell",
)
SUMMARIES = (
    "The old one is narrow, they say, and carts wait on both sides.",
    "Growers had lit fires in the rows for three nights.",
    "Pupils from the hill farms will leave earlier.",
    "It was addressed to a clerk who never lived there.",
    "Last year there were fewer than in any count before.",
    "The practice opens on Mondays in one, on Fridays in the other.",
    "Buses will go from the square every half hour.",
    "It sings its first programme once more.",
    "The council had forbidden it in autumn.",
)
WORDS = (
    "Home",
    "World",
    "Business",
    "Sport",
    "Weather",
    "Opinion",
    "Culture",
    "Travel",
)
MENU = "<nav><ul>" + "".join(f"<li><a href=/{w}>{w}</a></li>" for w in WORDS) * 3
MENU += "</ul></nav>"
FOOT = "<footer><p>© 2026 The Valley Courier. All rights reserved.</p></footer>"


def page(title: str, body: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}"
        f" | The Valley Courier</title>{head}</head><body>{MENU}{body}{FOOT}</body></html>"
    ).encode()


def told(kind: str, **more: object) -> str:
    data = json.dumps({"@context": "https://schema.org", "@type": kind, **more})
    return f'<script type="application/ld+json">{data}</script>'


def cards(shape: str) -> str:
    rows = zip(TITLES, SUMMARIES, strict=True)
    return "".join(
        shape.format(n=n, title=title, text=text)
        for n, (title, text) in enumerate(rows)
    )


BYTES = {
    "nothing": (b"", "empty"),
    "white space": (b" \r\n\t " * 900, "empty"),
    "a mark of byte order alone": (b"\xef\xbb\xbf", "empty"),
    "a comment alone": (b"<!-- cache miss -->", "empty"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>" * 40, "binary"),
    "a PDF after a line": (b"\r\n%PDF-1.4\n1 0 obj", "binary"),
    "a JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256)) * 40, "binary"),
    "a PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40, "binary"),
    "a GIF": (b"GIF89a\1\0\1\0\x80\0\0" + bytes(range(256)) * 9, "binary"),
    "a film": (b"\0\0\0 ftypisom\0\0\2\0" + bytes(range(256)) * 40, "binary"),
    "a font": (b"wOF2\0\1\0\0" + bytes(range(256)) * 40, "binary"),
    "gzip that nobody opened": (b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\x9c\xed\xbd" * 900, "binary"),
    "a ZIP": (b"PK\3\4\x14\0\0\0\x08\0" + b"\x9c\xed\xbd" * 900, "binary"),
    "zero bytes": (b"\0" * 9_000, "binary"),
    "JSON": (b'{"status":"ok","articles":[{"title":"Quay"}]}', "json"),
    "a list in JSON": (b' \n[{"title":"Quay","body":"It reopened."}]', "json"),
    "JSON after a mark": (b'\xef\xbb\xbf{"error":{"code":404}}', "json"),
    "a feed": (
        b"<?xml version='1.0'?><rss version='2.0'><channel><title>Quay</title>"
        b"<item><title>Quay</title></item></channel></rss>", "xml"),
    "a sitemap": (
        b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        b"<url><loc>https://valley.example/</loc></url></urlset>", "xml"),
}  # fmt: skip


@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_page(name: str) -> None:
    html, reason = BYTES[name]
    refused(html, f"{SITE}/2026/03/quay-reopens", reason)


GATES = {
    "a form": page(
        "Log in",
        "<main><h1>Log in</h1><p>Enter the address and the password you chose when you"
        " became a member.</p><form><input name=user><input type=password><button>Log in"
        "</button></form><p>Forgotten your password? We will send you a new one.</p></main>",
    ),
    "a member's door": page(
        "Sign in to continue",
        "<h1>Sign in to continue</h1><p>This page is for members of the Courier circle"
        " only. It takes a minute to join.</p>",
    ),
    "an account": page(
        "Create an account",
        "<div class=box><h2>Create an account</h2><p>Read five reports a month for free"
        " once you have told us where to write to.</p></div>",
    ),
    "a consent wall": page(
        "Before you continue",
        "<div role=dialog><h1>Before you continue</h1><p>We and our 214 partners store"
        " and read information on your device to measure how pages are used.</p>"
        "<p>You can withdraw at any time with the link at the foot of each page.</p>"
        "<button>Accept all</button></div>",
    ),
    "consent in German": page(
        "Datenschutzeinstellungen",
        "<h1>Datenschutzeinstellungen</h1><p>Wir und unsere Partner speichern Angaben"
        " auf Ihrem Gerät, um die Nutzung der Seiten zu messen.</p>",
    ),
    "a long consent": page(
        "We value your privacy",
        "<h1>We value your privacy</h1>" + "".join(
            "<p>We and our partners read what is stored on your device, such as cookies,"
            f" for purpose {n}, and you may say no to it at any time.</p>"
            for n in range(20)),
    ),
    "a login in Hindi": page(
        "लॉग इन करें",
        "<h1>लॉग इन करें</h1><p>आगे पढ़ने के लिए अपना ईमेल और पासवर्ड लिखें। खाता नहीं है तो"
        " नया बनाएं।</p>",
    ),
    "a login in French": page(
        "Se connecter",
        "<h1>Se connecter</h1><p>Saisissez l'adresse et le mot de passe que vous avez"
        " choisis pour continuer votre lecture.</p>",
    ),
    "a check of browsers": page(
        "Just a moment...",
        "<h1>valley.example</h1><h2>Checking if the site connection is secure</h2><p>The"
        " site needs to review the security of your connection before proceeding.</p>",
    ),
    "a robot's riddle": page(
        "Are you a robot?",
        "<h1>Are you a robot?</h1><p>Please tick the box below to show that you are"
        " none, and we will take you to the page you asked for.</p>",
    ),
    "a locked door": page(
        "Access Denied",
        "<h1>Access Denied</h1><p>You have no permission to see this page on this server."
        "</p><p>Reference 18.4f2d1502.1767</p>",
    ),
    "a word on blockers": page(
        "Please disable your ad blocker",
        "<h1>Please disable your ad blocker</h1><p>We noticed that you use a tool that"
        " keeps advertisements from you. They pay for the work of our desk, so please"
        " let them through for this site and load the page again.</p>",
    ),
    "a need of scripts": page(
        "JavaScript is disabled",
        "<h1>JavaScript is disabled</h1><p>In order to continue, this site has to run"
        " scripts in your browser. Turn them on and load the page again.</p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GATES)
def test_a_login_or_a_consent_is_a_gate(name: str) -> None:
    refused(GATES[name], f"{SITE}/2026/03/quay-reopens", "gate")


MISSING = {
    "in English": ("Page not found", "The page you asked for is not here any more."),
    "by its number": ("404", "We looked for it everywhere, also below the counter."),
    "an article gone": (
        "This article is no longer available", "It may have been withdrawn."),
    "in German": ("Seite nicht gefunden", "Die Seite wurde verschoben oder gelöscht."),
    "in French": ("Page introuvable", "Cette page a été déplacée ou supprimée."),
    "in Spanish": ("Página no encontrada", "La página fue movida o retirada."),
    "a search in vain": (
        "No results found for quarry",
        "Your search did not match anything. Try other words, or fewer of them, and"
        " search once more with the field at the top of this page."),
    "a search in German": (
        "Keine Suchergebnisse gefunden", "Zu diesen Wörtern steht hier leider nichts."),
    "in Hindi": ("पृष्ठ नहीं मिला", "आपने जो पन्ना माँगा था वह अब यहाँ नहीं है।"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISSING)
def test_a_missing_page_that_came_with_status_200(name: str) -> None:
    title, text = MISSING[name]
    list_ = cards("<li><a href=/{n}>{title}</a></li>")
    body = (
        f"<main><h1>{title}</h1><p>{text}</p><h3>Most read</h3><ul>{list_}</ul></main>"
    )
    refused(page(title, body), f"{SITE}/2026/03/quay-reopens", "soft_404")


CARDS = {
    "headlines": '<h3><a href="/{n}">{title}</a></h3>',
    "cards": '<div class=card><h3><a href="/{n}">{title}</a></h3><p>{text}</p></div>',
    "articles": '<article><h2><a href="/{n}">{title}</a></h2><p>{text}</p></article>',
    "a loop of WordPress": (
        '<article class="post hentry"><header><h2 class="entry-title"><a href="/{n}">'
        '{title}</a></h2></header><div class="entry-summary"><p>{text} <a href="/{n}">'
        "Continue reading</a></p></div></article>"),
    "rows of Drupal": (
        '<div class="views-row"><div class="views-field-title"><a href="/{n}">{title}</a>'
        '</div><div class="views-field-body">{text}</div></div>'),
    "a whole card as a link": (
        '<a class=teaser href="/{n}"><img src=a.jpg><h4>{title}</h4><p>{text}</p></a>'),
    "a table": (
        '<table><tr><td><img src=a.gif></td><td><b><a href="/{n}">{title}</a></b><br>'
        "{text}</td></tr></table>"),
    "a list": '<ul><li><a href="/{n}">{title}</a></li></ul>',
}  # fmt: skip


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("path", ["", "/world", "/news/world/", "/tag/bridges?page=2"])
def test_a_section_is_no_article(name: str, path: str) -> None:
    body = f"<main><h1>World</h1>{cards(CARDS[name])}</main>"
    refused(page("World", body), f"{SITE}{path}", "section", "no_body")


def test_a_section_that_says_so() -> None:
    body = f"<main><h1>World</h1>{cards(CARDS['articles'])}</main>"
    html = page("World", body, told("CollectionPage", name="World"))
    refused(html, f"{SITE}/world", "section")


PICTURES = "".join(
    f"<figure><img src=/{n}.jpg alt='{title}'><figcaption>{title}. Photo: Valley Press"
    "</figcaption></figure>"
    for n, title in enumerate(TITLES)
)
PLAYER = "<div class=video-player><video src=/a.mp4></video></div>"
FILM = told("VideoObject", name="Watch: the eel count")
SAID = (
    "<p>Wardens count eels by lamp light at the dam of Hallen, as they have each winter"
    " since the dam was built there.</p>"
)
SEEN = {
    "pictures described as such": (
        f"<h1>In pictures: the eel count</h1>{PICTURES}", told("ImageGallery"), "gallery"),
    "pictures with a sentence": (
        f"<h1>In pictures: the eel count</h1>{SAID}{PICTURES}", told("MediaGallery"), "gallery"),
    "pictures": (f"<h1>In pictures: the eel count</h1>{PICTURES}", "", "no_body"),
    "slides": (
        "<h1>In pictures: the eel count</h1><div class=slideshow>" + "".join(
            f"<div class=slide><img src=/{n}.jpg><span class=count>{n}/9</span></div>"
            for n in range(9)) + "</div>", "", "no_body"),
    "a film described as such": (f"<h1>Watch: the eel count</h1>{PLAYER}", FILM, "video"),
    "a film with a sentence": (f"<h1>Watch: the eel count</h1>{PLAYER}{SAID}", FILM, "video"),
    "a film shared as one": (
        f"<h1>Watch: the eel count</h1>{PLAYER}",
        '<meta property="og:type" content="video.other">', "video"),
    "a film with others beside it": (
        f"<h1>Watch: the eel count</h1>{PLAYER}<aside><h3>More videos</h3>"
        + cards("<li><a href=/v{n}>{title}</a><span>0{n}:14</span></li>") + "</aside>",
        "", "no_body"),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_pictures_and_films_have_no_text(name: str) -> None:
    body, head, reason = SEEN[name]
    html = page("The eel count", body, head)
    refused(html, f"{SITE}/in-pictures/the-eel-count", reason)


def test_an_article_with_a_film_is_read() -> None:
    html = page(
        "Watch: the eel count",
        f"<h1>Watch: the eel count</h1>{PLAYER}{SAID}",
        FILM + told("NewsArticle", headline="Watch: the eel count"),
    )
    article = newscrawl.read_article(html, f"{SITE}/news/the-eel-count")
    assert len(article.paragraphs) == 1


@pytest.mark.parametrize("kind", ["div", "article", "li"])
def test_a_live_blog_is_many_texts(kind: str) -> None:
    entries = "".join(
        f"<{kind} class=entry><time datetime=2026-03-02T1{n}:05:00+05:30>1{n}:05</time>"
        f"<h3>{title}</h3><p>{text} Our reporter is on the spot and will tell of what"
        " comes next.</p></" + kind + ">"
        for n, (title, text) in enumerate(zip(TITLES, SUMMARIES, strict=True))
    )
    html = page(
        "Live: the day of the flood",
        f"<h1>Live: the day of the flood</h1>{entries}",
        told("LiveBlogPosting", headline="Live: the day of the flood"),
    )
    refused(html, f"{SITE}/live/the-day-of-the-flood", "live_blog")


@pytest.mark.parametrize("title", ["LIVE: the day of the flood", "Flood: live updates"])
def test_entries_under_a_clock_are_a_live_blog(title: str) -> None:
    rows = cards(
        "<div class=entry><span>1{n}:05 IST</span><h3>{title}</h3><p>{text} More of it"
        " when our reporter has come down from the dam.</p></div>"
    )
    html = page(title, f"<h1>{title}</h1>{rows}", told("NewsArticle", headline=title))
    refused(html, f"{SITE}/news/7", "live_blog")
    once = f"<h1>{title}</h1><span>10:05 IST</span>{SAID * 2}"
    assert newscrawl.read_article(page(title, once), f"{SITE}/news/7").body


SHUT = {
    "a number": ("503 Service Unavailable", "The server cannot serve you at the moment."),
    "a gateway": ("502 Bad Gateway", "The server got an answer that it cannot use."),
    "repairs": ("Site under maintenance", "We are sorry, it takes an hour or so at most."),
    "a promise": ("We'll be back soon!", "We are sorry, it takes an hour or so at most."),
    "a database": (
        "Error establishing a database connection", "Ask the one who keeps the server."),
}  # fmt: skip


@pytest.mark.parametrize("name", SHUT)
def test_a_server_out_of_service_is_asked_again(name: str) -> None:
    title, text = SHUT[name]
    html = page(title, f"<h1>{title}</h1><p>{text}</p>")
    with pytest.raises(NotAnArticle) as none:
        newscrawl.read_article(html, f"{SITE}/2026/03/quay-reopens")
    assert none.value.reason == "out_of_service"
    assert is_passing(none.value.reason)


def test_news_of_repairs_is_read() -> None:
    title = "Bridge under maintenance until May"
    html = page(title, f"<h1>{title}</h1>{SAID * 2}")
    assert newscrawl.read_article(html, f"{SITE}/news/7").headline == title


SHELLS = {
    "menus": f"{MENU * 3}",
    "a heading alone": "<h1>Quay of Lindholm reopens after dredging</h1>",
    "a shell of scripts": (
        "<h1>Quay of Lindholm reopens after dredging</h1><div id=root></div><script>"
        "window.app={};</script><noscript>You need to enable JavaScript to run this app."
        "</noscript>"),
    "menus as paragraphs": "".join(f"<p><a href=/{w}>{w}</a></p>" for w in WORDS),
    "menus as words": "<div>" + " | ".join(WORDS * 4) + "</div>",
    "menus between dots": "<p>" + " • ".join(WORDS * 4) + "</p>",
    "menus as one line": "<p>" + " ".join(WORDS * 4) + "</p>",
    "menus line by line": "<div>" + "<br>".join(WORDS * 4) + "</div>",
    "menus as spans": "".join(f"<span>{w}</span> " for w in WORDS * 4),
    "menus in Hindi": "<p>" + "होम देश विदेश खेल मनोरंजन कारोबार राज्य मौसम " * 4 + "</p>",
}  # fmt: skip


@pytest.mark.parametrize("name", SHELLS)
def test_words_of_menus_are_no_article(name: str) -> None:
    html = page("Quay of Lindholm reopens after dredging", SHELLS[name])
    url = f"{SITE}/2026/03/quay-of-lindholm-reopens-after-dredging"
    refused(html, url, "no_body", "section")


def refused(html: bytes, url: str, *reasons: str) -> None:
    """Refused for one of the reasons, which the next run can act upon."""
    with pytest.raises(NotAnArticle) as none:
        newscrawl.read_article(html, url, fetched_at="2026-03-02T09:00:00+00:00")
    assert none.value.reason in reasons
    assert is_lasting(none.value.reason)


def test_a_refused_page_tells_its_headline_and_its_day() -> None:
    page = (
        "<title>Odde from the air</title><h1>Odde from the air</h1>"
        "<div>6 May 2025, 09:14</div><img src=a.jpg><img src=b.jpg>"
    )
    with pytest.raises(NotAnArticle) as none:
        newscrawl.read_article(page, "https://x.test/odde-from-the-air")
    assert none.value.reason == "no_body"
    assert none.value.headline == "Odde from the air"
    assert none.value.published == "2025-05-06T09:14:00+00:00"
    with pytest.raises(NotAnArticle) as none:
        newscrawl.read_article("", "https://x.test/odde-from-the-air")
    assert (none.value.headline, none.value.published) == (None, None)


@pytest.mark.parametrize(
    "headline",
    ["Ad blocker sales double in a year", "Court: sites may ask to disable ad blocker",
     "No results before Friday in the valley's vote", "Search results cost firm dear",
     "Aucun résultat après dix heures de débats"],
)  # fmt: skip
def test_a_headline_about_such_things_is_an_article_s(headline: str) -> None:
    text = (
        "The makers of the tool met in the old hall on Monday and spoke for an hour. "
    )
    html = page(headline, f"<h1>{headline}</h1><p>{text * 4}</p><p>{text * 3}</p>")
    article = newscrawl.read_article(html, f"{SITE}/2026/03/quay-reopens")
    assert article.headline == headline
