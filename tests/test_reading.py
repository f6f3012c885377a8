"""A whole page to an Article: an invented page in the shape of an agency copy."""

# ruff: noqa: E501 - tables of pages

from __future__ import annotations

import itertools
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import newscrawl
from newscrawl.errors import NotAnArticle
from newscrawl.items import Errand
from newscrawl.pages.rules import PlainRules
from newscrawl.reading import read, read_article
from newscrawl.text.names import AgencyNames

NAMES = AgencyNames(
    {"আইএএনএস": "ians", "IANS": "ians", "PTI": "pti", "ANI": "ani", "Yonhap": "yonhap"}
)
SEED = Path(__file__).resolve().parents[1] / "../shared/seed"
RELATED = ("related stories", "realted stories")
URL = "https://www.harbourpost.test/world/ferry-line-reopens-after-dredging-of-quay/amp"
INVENTED = """City
Epaper

Ferry line reopens after dredging of quay: harbour board

By IANS | Updated: May 6, 2025 09:14 IST

Odde, May 6 The ferry line between Odde and Lunde has reopened after dredgers cleared the ...

Open in App

Odde, May 6 The ferry line between Odde and Lunde has reopened after dredgers cleared the silted quay, the harbour board has said.

Two boats carried some 340 passengers on the first morning, according to a tally that the board posted on Tuesday.

"The quay is deeper now than it has been for eleven winters," the board said, using its own soundings.

The work cost about a third of the sum set aside in March, Yonhap news agency reported.

Disclaimer: This post has been auto-published from an agency feed without any modifications to the text and has not been reviewed by an editor

Open in App

Related Stories

BusinessTimber mills ask for a longer season on the upper river

NationalSchools in three valleys to open a week late

World Realted Stories

WorldLighthouse keepers meet for the first time in forty years"""
EXPECTED = [
    "The ferry line between Odde and Lunde has reopened after dredgers cleared the"
    " silted quay, the harbour board has said.",
    "Two boats carried some 340 passengers on the first morning, according to a tally"
    " that the board posted on Tuesday.",
    '"The quay is deeper now than it has been for eleven winters," the board said,'
    " using its own soundings.",
    "The work cost about a third of the sum set aside in March, Yonhap news agency"
    " reported.",
]


def wrap(text: str, *, block: str, head: bool, h1: str, row: str, lists: bool) -> str:
    """The visible text of a page as HTML, block by block."""
    parts = text.split("\n\n")
    title = parts[1]
    out = []
    in_related = False
    for part in parts:
        if part == title:
            out.append(f"<{h1}>{part}</{h1}>")
        elif part.startswith("By ") and " | " in part:
            who, when = part.split(" | ", 1)
            rows = {
                "one": f"<{block}>{part}</{block}>",
                "spans": f"<div><span>{who}</span> | <span>{when}</span></div>",
                "two": f"<div>{who}</div><div>{when}</div>",
            }
            out.append(rows[row])
        elif part.lower().endswith(RELATED):
            out.append(("</ul>" if in_related else "") + f"<h3>{part}</h3>")
            in_related = lists
            out.append("<ul>" if lists else "")
        elif in_related:
            out.append(f'<li><a href="/x">{part}</a></li>')
        else:
            out.append(f"<{block}>{part}</{block}>")
    meta = f"<title>{title} | Harbour Post</title>" if head else ""
    tail = "</ul>" if in_related else ""
    return f"<html><head>{meta}</head><body>{''.join(out)}{tail}</body></html>"


SHAPES = [
    {"block": b, "head": h, "h1": t, "row": r, "lists": x}
    for b, h, t, r, x in itertools.product(
        ("p", "div"),
        (True, False),
        ("h1", "h2", "p"),
        ("one", "spans", "two"),
        (True, False),
    )
    if h or t != "p"
]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_an_amp_page_of_agency_copy(shape: dict[str, object]) -> None:
    page = wrap(INVENTED, **shape)  # type: ignore[arg-type]
    article = read_article(page.encode(), URL, names=NAMES)
    assert (
        article.headline == "Ferry line reopens after dredging of quay: harbour board"
    )
    assert [p.text for p in article.paragraphs] == EXPECTED
    assert article.by == "By IANS"
    assert [(a.name, a.kind) for a in article.authors] == [("IANS", "agency")]
    assert article.dateline == "Odde, May 6"
    assert (article.located, article.dateline_date) == (["Odde"], "2025-05-06")
    assert article.date_modified == "2025-05-06T09:14:00+05:30"
    assert article.date_published is None
    assert (article.date_precision, article.zone_from) == ("minute", "page")
    assert article.language == "en"
    assert article.canonical_url == URL.removesuffix("amp")
    reasons = {t.reason for t in article.trimmed}
    assert {"teaser", "disclaimer", "dateline"} <= reasons
    assert "related" in reasons or "link" in reasons


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed page is not here")
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_page_it_began_with(shape: dict[str, object]) -> None:
    expected = json.loads((SEED / "expected.json").read_text("utf-8"))
    page = wrap((SEED / "lokmat_amp.txt").read_text("utf-8").strip(), **shape)  # type: ignore[arg-type]
    url = "https://www.lokmattimes.com" + expected["canonical_path"] + "amp"
    article = read_article(page.encode(), url, names=NAMES)
    assert [p.text for p in article.paragraphs] == expected["paragraphs"]
    for name in (
        "headline", "by", "dateline", "located", "dateline_date", "date_modified", "language",
    ):  # fmt: skip
        assert getattr(article, name) == expected[name]
    assert article.canonical_url.endswith(expected["canonical_path"])
    assert not [s for s in expected["must_not_have"] if s in article.body]


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


PROSE = "".join(f"<p>{text}</p>" for text in EXPECTED)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"%PDF-1.7 xx", "binary"),
        (b'{"a": 1}', "json"),
        (b"<html></html>", "no_body"),
        (page(
            "<h1>Page not found</h1><p>The page you asked for is not"
            " here.</p>"), "soft_404"),
        (page(
            "<h1>Log in</h1><p>Please enter the name and the password you"
            " chose.</p>"), "gate"),
        (
            page("<h1>World</h1>" + "".join(
                f'<div><h3><a href="/{i}">A linked headline of some length {i}</a></h3>'
                f"<p>A summary of the story in one line, number {i}.</p></div>"
                for i in range(9)
            )),
            "section",
        ),
        (page("<ul>" + "<li><a href='/a'>Politics</a></li>" * 40 + "</ul>"), "section"),
    ],
)  # fmt: skip
def test_what_is_no_article_says_what_it_is(html: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle) as none:
        read(html, "https://x.test/some/page")
    assert none.value.reason == reason


@pytest.mark.parametrize("tag", ["div", "span", "b", "table", "ul"])
def test_deep_nesting_neither_crashes_nor_recurses(tag: str) -> None:
    html = f"<html><body>{f'<{tag}>' * 100_000}{PROSE}".encode()
    try:
        read(html, "https://x.test/a")
    except NotAnArticle as none:
        assert none.reason


def test_updated_and_published_are_told_apart() -> None:
    html = page(
        "<h1>Ferry line reopens after dredging</h1><div>Published: May"
        " 5, 2025 08:00 IST</div>"
        "<div>Last Updated: May 6, 2025 09:14 IST</div>" + PROSE
    )
    article = read_article(html, "https://x.test/a")
    assert article.date_published == "2025-05-05T08:00:00+05:30"
    assert article.date_modified == "2025-05-06T09:14:00+05:30"


def test_the_feeds_time_is_the_last_resort() -> None:
    hint = Errand("article", "x", "feed:y", published="2025-05-05T08:00:00+00:00")
    html = page("<h1>Ferry line reopens after dredging</h1>" + PROSE)
    article = read_article(html, "https://x.test/a", hint=hint)
    assert article.date_published == "2025-05-05T08:00:00+00:00"
    assert article.provenance["date_published"] == "feed"


def test_a_body_in_json_only() -> None:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": ["NewsArticle"], "headline": "Ferry line reopens after dredging",
             "datePublished": "2025-05-06T09:14:00+05:30", "author": [{"@type": "Person", "name": "Asha Rao"}],
             "isAccessibleForFree": False, "articleBody": "\n\n".join(EXPECTED).replace('"', "&quot;")}
        ],
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    article = read_article(
        page("<h1>Ferry line reopens after dredging</h1>", head), "https://x.test/a"
    )
    assert [p.text for p in article.paragraphs] == EXPECTED
    assert article.provenance["body"] == "jsonld"
    assert [(a.name, a.kind) for a in article.authors] == [("Asha Rao", "person")]
    assert article.free is False


def test_line_breaks_make_paragraphs_in_a_table_of_the_nineties() -> None:
    text = "<br><br>".join(EXPECTED)
    html = page(
        "<table><tr><td><a href='/'>Home</a><br><a href='/w'>World</a></td><td>"
        f"<font size=5><b>Ferry line reopens after dredging</b></font><br><br>{text}"
        "</td></tr></table>",
        "<title>Ferry line reopens after dredging</title>",
    )
    article = read_article(html, "https://x.test/a.htm")
    assert [p.text for p in article.paragraphs] == EXPECTED


@pytest.mark.parametrize(
    ("text", "encoding", "head"),
    [
        (
            "Café owners in Málaga – “all of them” – agreed on Tuesday to"
            " close for a day.", "windows-1252", "<meta charset=utf-8>"),
        (
            "Café owners in Málaga – “all of them” – agreed on Tuesday to"
            " close for a day.", "windows-1252", ""),
        (
            "Café owners in Málaga – “all of them” – agreed on Tuesday to"
            " close for a day.", "utf-8", ""),
        (
            "Café owners in Málaga – “all of them” – agreed on Tuesday to"
            " close for a day.", "utf-16", ""),
        (
            "नदी के पुल की मरम्मत बुधवार को पूरी हुई और गाँव के लोग अब पार"
            " जा सकते हैं।", "utf-8", ""),
        (
            "Мост через реку открыли в среду утром, сообщили в городском"
            " совете жителям.", "windows-1251", "<meta charset=windows-1251>"),
        ("港口委员会星期三表示，渡轮航线在疏浚工程完成之后已经重新开放，第一天早上运送了三百四十名乘客，工程费用比预算少三分之一。", "gb2312", "<meta charset=gb2312>"),
    ],
)  # fmt: skip
def test_any_encoding(text: str, encoding: str, head: str) -> None:
    html = f"<html><head>{head}</head><body><h1>{text[:30]}</h1><p>{text}</p><p>{text[::-1]}.</p></body></html>"
    article = read_article(html.encode(encoding), "https://x.test/a")
    assert article.paragraphs[0].text == text


def test_an_outlets_selectors_win() -> None:
    from newscrawl.pages.rules import PlainRules

    rules = PlainRules(
        name="X Times",
        zone="Asia/Kolkata",
        headline=(".hd",),
        body=(".own",),
        byline=(".who",),
        date=(".when",),
        drop=(".own .x",),
    )
    html = page(
        "<div class=hd>Quay is deeper now</div><div class=who>By X"
        " Times</div><i class=when>5 May 2025 08:00</i>"
        f"<div class=own><p>{EXPECTED[1]}</p><p class=x>{EXPECTED[0]}</p></div>{PROSE}"
    )
    article = read_article(html, "https://x.test/a", outlet=rules)
    assert article.headline == "Quay is deeper now"
    assert article.body == EXPECTED[1]
    assert [(a.name, a.kind) for a in article.authors] == [("X Times", "outlet")]
    assert (article.date_published, article.zone_from) == (
        "2025-05-05T08:00:00+05:30",
        "outlet",
    )
    assert article.provenance["headline"] == "outlet"


@pytest.mark.parametrize(
    ("now", "headline"),
    [
        ("2027-03-01T23:59:00+00:00", "Quay is deeper now"),
        ("2027-03-02T00:00:00+00:00", "The headline of another box"),
        (None, "Quay is deeper now"),
    ],
)
def test_an_outlets_selectors_have_their_day(now: str | None, headline: str) -> None:
    rules = PlainRules(
        zone="Asia/Kolkata",
        date_order="MDY",
        headline=(".hd",),
        drop=("h1",),
        valid_until="2027-03-01",
    )
    html = (
        "<h1>The headline of another box</h1><p class=hd>Quay is deeper now</p>"
        f"<time>03/02/2025 08:00</time>{PROSE}"
    )
    article = read_article(html, "https://x.test/a", outlet=rules, now=now)
    assert article.headline == headline
    assert article.date_published == "2025-03-02T08:00:00+05:30"


def test_a_table_page_without_any_mark_is_read() -> None:
    story = "<br><br>".join(EXPECTED)
    page = (
        "<title>The Harbour Post - Oldest in the county - Quay reopens after dredging, board says"
        "</title><table><tr><td><font size=6>The Harbour Post</font></td></tr><tr><td>"
        "<font size=5><b>Quay reopens after dredging, board says</b></font><br><font size=1>Tuesday,"
        " May 6, 2025 09:14 AM IST</font></td></tr><tr><td><b>By Asha Rao</b><br>"
        f"{story}</td></tr></table>"
    )
    article = read_article(page, "https://harbourpost.test/n1002.htm", names=NAMES)
    assert article.headline == "Quay reopens after dredging, board says"
    assert [p.text for p in article.paragraphs] == EXPECTED
    assert article.by == "By Asha Rao"
    assert article.date_published == "2025-05-06T09:14:00+05:30"


@pytest.mark.parametrize(("row", "by"), [("IANS", "IANS"), ("Upper river", None)])
def test_a_credit_stands_above_a_text_that_no_headline_is_known_of(
    row: str, by: str | None
) -> None:
    story = "<br><br>".join(EXPECTED)
    page = (
        "<title>Harbour Post...Online Edition</title><table><tr><td>Nation World</td>"
        "</tr><tr><td><font size=4><b>Quay opens again after dredging</b></font><br>"
        f"<font size=2><i>{row}</i></font></td></tr><tr><td>{story}</td></tr></table>"
    )
    article = read_article(page, "https://harbourpost.test/n7.htm", names=NAMES)
    assert article.by == by
    assert [p.text for p in article.paragraphs] == EXPECTED


LINKS = "<ul>" + "<li><a href='/a'>Upper river</a></li>" * 40 + "</ul>"
SHORT = f"<p>{EXPECTED[0]}</p>"


@pytest.mark.parametrize(
    ("title", "url", "body", "head"),
    [
        ("The 404 club opens a second house at the quay", "a/b.html", PROSE, ""),
        (
            "The file on a missing ferry was not found",
            "a/the-file-on-a-missing-ferry-was-not-found",
            SHORT,
            "",
        ),
        (
            "Story of the quay: boat does not exist, page says",
            "a/n1",
            PROSE,
            "<meta property=article:published_time content=2025-05-06>",
        ),
        (
            "Ferry line reopens after dredging",
            "a/ferry-line-reopens-after-dredging",
            SHORT + LINKS,
            "",
        ),
        (
            "Ferry line reopens after dredging",
            "a/n1",
            SHORT + LINKS,
            "<meta property=og:type content=article>",
        ),
    ],
)
def test_one_sign_alone_refuses_no_article(
    title: str, url: str, body: str, head: str
) -> None:
    html = page(f"<h1>{title}</h1>{body}", head)
    assert read_article(html, f"https://x.test/{url}").headline == title


@pytest.mark.parametrize(
    ("title", "url", "body", "head", "reason"),
    [
        ("Error 404", "a/ferry-line-reopens-after-dredging", SHORT, "", "soft_404"),
        ("404 | The Harbour Post", "a/ferry-line-reopens", SHORT, "", "soft_404"),
        (
            "Page not found",
            "a/n1",
            "<p>Sorry.</p>",
            "<meta property=article:published_time content=2025-05-06>",
            "soft_404",
        ),
        (
            "The Harbour Post",
            "",
            SHORT + LINKS,
            "<meta property=og:type content=article>",
            "section",
        ),
        ("World", "world/", SHORT + LINKS, "", "section"),
    ],
)
def test_two_signs_refuse(
    title: str, url: str, body: str, head: str, reason: str
) -> None:
    with pytest.raises(NotAnArticle) as none:
        read(page(f"<h1>{title}</h1>{body}", head), f"https://x.test/{url}")
    assert none.value.reason == reason


def test_the_feeds_language_decides_where_the_words_cannot() -> None:
    short = page(
        "<h1>Bateau au quai</h1><p>Trois bateaux, quarante passagers, deux quais: Odde, Lunde, Vik.</p>"
    )
    for html, language in (
        (short, "fr"),
        (page("<h1>Quay dredged</h1>" + PROSE), "en"),
    ):
        hint = Errand("article", "x", "feed:x", language="fr")
        assert read_article(html, "https://x.test/a", hint=hint).language == language
    plain = read_article(
        short, "https://x.test/a", hint=Errand("article", "x", "feed:x")
    )
    assert plain.language is None


HEAD = "Quay reopens after dredging, harbour board says"
TEXT = "".join(f"<p>{line}</p>" for line in EXPECTED)


@pytest.mark.parametrize(
    ("row", "by"),
    [
        ("<div class=x1>IANS <span>Updated on May 6, 2025 05:18 PM IST</span></div>", "IANS"),
        ("<p class=firma>PTI</p>", "PTI"),
        ("<span>IANS-in-Odde</span><span>প্রকাশ: 6 মে 2025, 19:03</span>", "IANS-in-Odde"),
        ("<span>আইএএনএস</span><span>প্রকাশ: 6 মে 2025, 19:03</span>", "আইএএনএস"),
        ("<div>द्वारा: IANS | प्रकाशित: 6 मई 2025, 05:54 PM</div>", "द्वारा: IANS"),
        ("<div>Submitted by <a>Asha Rao and IANS</a> on <time>Tue, 06/05/2025 - 17:09</time></div>",
         "Submitted by Asha Rao and IANS"),
        ("<div>ANI | May 6, 2025</div>", "ANI"),
        ("<div>IANS, Odde</div><div>May 6, 2025</div>", "IANS, Odde"),
    ],
)  # fmt: skip
def test_a_credit_needs_no_label_and_is_no_paragraph(row: str, by: str) -> None:
    page = f"<title>{HEAD}</title><div><h1>{HEAD}</h1>{row}<div>{TEXT}</div></div>"
    article = read_article(page, "https://x.test/n/7", names=NAMES)
    assert article.by == by
    assert "agency" in [author.kind for author in article.authors]
    assert [p.text for p in article.paragraphs] == EXPECTED


FIRM = (
    '<script type="application/ld+json">{"@type":"NewsArticle","author":'
    '{"@type":"Organization","name":"Quay Press"}}</script>'
)


@pytest.mark.parametrize(
    ("row", "author"),
    [
        ("<div>From <a href=/p/7 rel=author>Asha Rao</a> in Odde</div>", ["Asha Rao"]),
        ("<div><a href=/author/asha-rao>Asha Rao</a></div>", ["Asha Rao"]),
        ("<div>From <a href=/p/7>Asha Rao</a> in Odde</div>", []),
        ("<div class=byline>By Ines Berg</div><a href=/author/x>Ravi Rao</a>",
         ["Ines Berg"]),
        ("<div class=article-author><i>By</i><b>Asha Rao</b></div>", ["Asha Rao"]),
        ("<ul class=related><li><b class=author>Asha Rao</b></li></ul>", []),
        ("<div class=author>Asha Rao has written of quays since she was small</div>", []),
        ("<meta name=author content='Quay Press GmbH'><a rel=author>Asha Rao</a>",
         ["Asha Rao"]),
        (FIRM.replace("Organization", "Person") + "<a rel=author>Asha Rao</a>",
         ["Quay Press"]),
        (FIRM + "<a rel=author>Asha Rao</a>", ["Asha Rao"]),
        (FIRM, ["Quay Press"]),
    ],
)  # fmt: skip
def test_a_link_names_the_author_where_nothing_else_does(
    row: str, author: list[str]
) -> None:
    page = f"<title>{HEAD}</title><div><h1>{HEAD}</h1>{row}<div>{TEXT}</div></div>"
    article = read_article(page, "https://x.test/n/7", names=NAMES)
    assert [one.name for one in article.authors] == author
    if row == FIRM:
        assert article.authors[0].kind == "outlet"


def test_meta_tags_that_say_value_for_content_are_read() -> None:
    page = (
        f"<title>{HEAD}</title><meta name=author value='Asha Rao'>"
        "<meta property=article:published_time value=2025-05-06T09:14:00+05:30>"
        f"<div><h1>{HEAD}</h1><div>{TEXT}</div></div>"
    )
    article = read_article(page, "https://x.test/n/7", names=NAMES)
    assert [one.name for one in article.authors] == ["Asha Rao"]
    assert article.date_published == "2025-05-06T09:14:00+05:30"


def test_a_credit_under_the_headline_in_its_own_cell() -> None:
    page = (
        f"<title>{HEAD}</title><table><tr><td><b><font size=5>{HEAD}</font></b><br>"
        f"<i>IANS</i></td></tr><tr><td>{TEXT}</td></tr></table>"
    )
    article = read_article(page, "https://x.test/n7.htm", names=NAMES)
    assert article.by == "IANS"
    assert [p.text for p in article.paragraphs] == EXPECTED


@pytest.mark.parametrize(
    "row",
    [
        "<figure><img src=a.jpg><figcaption>IANS</figcaption></figure>",
        "<img src=a.jpg><div>IANS</div>",
        "<div class=photo><span>IANS</span></div>",
        "<ul><li><a href=/t/1>IANS</a></li><li><a href=/t/2>Quays</a></li></ul>",
        "<nav><a href=/t/1>IANS</a></nav>",
        "<p><a href=/rss.xml>IANS</a></p>",
    ],
)
def test_a_name_by_a_picture_or_in_a_list_is_no_byline(row: str) -> None:
    page = f"<title>{HEAD}</title><div><h1>{HEAD}</h1>{row}<div>{TEXT}</div></div>"
    assert read_article(page, "https://x.test/n/7", names=NAMES).by is None


@pytest.mark.parametrize(
    "row", ["नगर डेस्क प्रकाशित: 6 मई 2025, 05:54 PM", "Asha Rao 6. Mai 2025"]
)
def test_a_row_of_a_date_is_no_paragraph(row: str) -> None:
    page = f"<title>{HEAD}</title><div><h1>{HEAD}</h1><div>{row}</div>{TEXT}</div>"
    article = read_article(page, "https://x.test/n/7", names=NAMES)
    assert [p.text for p in article.paragraphs] == EXPECTED
    assert article.date_published == "2025-05-06" or "T17:54" in (
        article.date_published or ""
    )


@pytest.mark.parametrize("label", ["Archivado en", "Filed under", "Topics", "Themen:"])
def test_a_list_of_labels_ends_the_text(label: str) -> None:
    page = f"<h1>{HEAD}</h1><div>{TEXT}<p>{label}</p><ul><li>Odde</li><li>Quays</li></ul></div>"
    article = read_article(page, "https://x.test/n/7", names=NAMES)
    assert [p.text for p in article.paragraphs] == EXPECTED


def entries(*datelines: str) -> str:
    lines = zip(datelines, EXPECTED, strict=False)
    return "".join(f"<p>{start} {line}</p>" for start, line in lines)


@pytest.mark.parametrize(
    ("path", "page", "reason"),
    [
        ("n/live", f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "headline": "{HEAD}"}}</script>'
         f"<h1>{HEAD}</h1>{TEXT}", "live_blog"),
        ("n/day", f"<h1>{HEAD}</h1>"
         + entries("Odde, May 6 (IANS)", "Lunde, May 6 (PTI)", "Vik, May 6 (ANI)"), "live_blog"),
        ("about", f"<h1>About us</h1>{TEXT}", "page"),
        ("pages/privacy-policy.html", f"<h1>How we keep it</h1>{TEXT}", "page"),
        ("n/7", "".join(map(chr, range(1, 32))) * 20, "binary"),
    ],
)  # fmt: skip
def test_several_stories_the_sites_own_pages_and_bytes_are_refused(
    path: str, page: str, reason: str
) -> None:
    with pytest.raises(NotAnArticle) as refused:
        read(page, f"https://x.test/{path}", names=NAMES)
    assert refused.value.reason == reason


def test_bytes_of_every_value_are_no_page() -> None:
    with pytest.raises(NotAnArticle) as refused:
        read(bytes(range(256)) * 40, "https://x.test/n/7")
    assert refused.value.reason == "binary"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("n/7", f'<script type="application/ld+json">[{{"@type": "LiveBlogPosting"}}, {{"@type": "NewsArticle", "headline": "{HEAD}"}}]</script>'
         f"<h1>{HEAD}</h1>{TEXT}"),
        ("n/7", f"<h1>{HEAD}</h1>"
         + entries("Odde, May 6 (IANS)", "Lunde, May 6 (IANS)", "Vik, May 6 (IANS)")),
        ("about", f"<h1>{HEAD}</h1><div>By Asha Rao</div>{TEXT}"),
        ("about", f"<h1>{HEAD}</h1><div>May 6, 2025</div>{TEXT}"),
        ("about-the-quay-that-was-dredged", f"<h1>{HEAD}</h1>{TEXT}"),
    ],
)  # fmt: skip
def test_one_such_sign_refuses_nothing(path: str, page: str) -> None:
    assert read_article(page, f"https://x.test/{path}", names=NAMES).body


def test_the_package_reads_a_page_with_what_it_knows_of_the_outlet() -> None:
    row = "<div>IANS</div><div>2 hours ago</div>"
    page = f"<title>{HEAD}</title><div><h1>{HEAD}</h1>{row}<div>{TEXT}</div></div>"
    now = datetime(2025, 5, 6, 9, 14, tzinfo=UTC)
    article = newscrawl.read_article(page, "https://www.ndtv.com/a/7", fetched_at=now)
    assert article.date_published == "2025-05-06T12:00:00+05:30"
    assert [(a.name, a.kind) for a in article.authors] == [("IANS", "agency")]
    elsewhere = PlainRules(zone="America/New_York")
    article = newscrawl.read_article(
        page, "https://www.ndtv.com/a/7", outlet=elsewhere, fetched_at=now.isoformat()
    )
    assert article.date_published == "2025-05-06T03:00:00-04:00"
    plain = newscrawl.read_article(page.encode(), "")
    assert plain.headline == HEAD
    assert plain.date_published is None


def test_the_imprint_of_a_site_is_no_text() -> None:
    imprint = "© Quay Press | Quay Street 31 | Odde | " + "phone 55 12 34 | " * 12
    page = (
        f"<title>{HEAD}</title><div><div class=a><h1>{HEAD}</h1><p>{EXPECTED[1]}</p>"
        f"</div><div class=b><div>{imprint}</div></div></div>"
    )
    article = read_article(page, "https://x.test/n/7")
    assert [p.text for p in article.paragraphs] == [EXPECTED[1]]
