"""The walk from tree to blocks: boundaries, links, furniture and bounds."""

from __future__ import annotations

import pytest
from lxml import html

from newscrawl.pages import dom
from newscrawl.pages.blocks import kind_of
from newscrawl.pages.dom import read_blocks, read_page

LONG = "The quay was dredged in winter and the harbour board measured it again. "


def texts(markup: str, **options: object) -> list[str]:
    root = html.document_fromstring(markup)
    return [block.text for block in read_blocks(root, **options).blocks]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One <b>and</b>\n two</p>", ["One and two"]),
        ("<div>One<p>Two</p>three</div>", ["One", "Two", "three"]),
        ("<p>One<br>still one</p>", ["One still one"]),
        ("<p>One<br><br>Two</p>", ["One", "Two"]),
        ("<p>One</p><script>var a</script><style>p{}</style>tail", ["One", "tail"]),
        ("<p>One<!-- not this --> two</p>", ["One two"]),
        ("<p> </p><p>\u00a0</p>", []),
        ("<td><b>Headline here</b><br>May 6, 2025<br></td>", None),
    ],
)
def test_blocks_end_where_a_reader_sees_a_new_line(
    markup: str, expected: list[str] | None
) -> None:
    if expected is None:
        markup = f"<table><tr>{markup}</tr></table>"
        expected = ["Headline here", "May 6, 2025"]
    assert texts(markup) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (f"<b>By Asha Rao</b><br>{LONG}", ["By Asha Rao", LONG.strip()]),
        ("<b>Two lines of</b><br><b>one headline</b>", ["Two lines of one headline"]),
        (f"{LONG}<br><b>Rao</b> agreed", [f"{LONG.strip()} Rao agreed"]),
    ],
)
def test_a_bold_first_line_is_a_block_of_its_own(
    cell: str, expected: list[str]
) -> None:
    assert texts(f"<div>{cell}</div>") == expected


def test_lines_that_end_well_are_paragraphs_at_single_breaks() -> None:
    assert texts(f"<p>{LONG}<br>{LONG}<br>{LONG}</p>") == [LONG.strip()] * 3


def test_links_and_furniture_are_told() -> None:
    root = html.document_fromstring(
        "<p><a href=/>All of it</a></p><p>no links</p>"
        "<div class='share-bar'><p>Tweet</p></div><footer><p>About</p></footer>"
    )
    blocks = read_blocks(root).blocks
    assert [b.link_share for b in blocks] == [1.0, 0.0, 0.0, 0.0]
    assert [b.noise for b in blocks] == [None, None, "share", "navigation"]


def test_keep_and_drop_overrule_the_names() -> None:
    root = html.document_fromstring(
        "<div class='share-bar'><p>kept</p></div><div id=x><p>dropped</p></div>"
    )
    kept, dropped = root.find(".//div[@class]"), root.find(".//div[@id]")
    blocks = read_blocks(root, keep=[kept], drop=[dropped]).blocks
    assert [(b.text, b.noise) for b in blocks] == [("kept", None)]


def test_text_is_believed_over_the_name_of_its_part() -> None:
    root = html.document_fromstring(
        f"<div class='related'>{'<div><p>' + LONG * 2 + '</p></div>' * 6}</div>"
        "<p>A short line.</p>"
    )
    assert read_blocks(root).blocks[0].noise == "related"
    assert read_page(root, [], []).blocks[0].noise is None


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h3>A heading</h3>", "subhead"),
        ("<ul><li>An item</li></ul>", "list"),
        ("<blockquote><p>Said so.</p></blockquote>", "quote"),
        ("<p><strong>The background</strong></p>", "subhead"),
        ("<p><strong>He said it again.</strong></p>", "p"),
        ("<p>Plain</p>", "p"),
    ],
)
def test_kinds(markup: str, kind: str) -> None:
    assert kind_of(read_blocks(html.document_fromstring(markup)).blocks[0]) == kind


def test_the_number_of_blocks_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dom, "_MOST_BLOCKS", 10)
    assert len(texts("<p>a</p>" * 1_000)) <= 12


@pytest.mark.parametrize(
    "attributes",
    [
        "style='color:red; display: none'",
        "style='visibility:hidden'",
        "hidden",
        "class='box hide'",
    ],
)
def test_what_a_page_hides_is_noise(attributes: str) -> None:
    page = read_page(
        html.document_fromstring(
            f"<main><p>{LONG * 4}</p><div {attributes}>Thank you for signing"
            " up to our list. Please load the page again to log in.</div></main>"
        ),
        (),
        (),
    )
    assert [block.noise for block in page.blocks] == [None, "hidden"]


def test_a_text_that_is_hidden_until_a_script_runs_is_read() -> None:
    root = html.document_fromstring(
        f"<p>{LONG}</p><div style='display:none'><p>{LONG * 9}</p></div>"
    )
    assert not any(block.noise for block in read_page(root, (), ()).blocks)


@pytest.mark.parametrize(
    ("part", "noise"),
    [
        (f"<div class=subscriber-preview><p>{LONG * 4}</p></div>", None),
        (f"<div class=paywall><b><p>{LONG * 2}</p><p>{LONG * 2}</p></b></div>", None),
        (f"<p class='has-dropcap paywall'>{LONG}</p>", None),
        (f"<div class=paywall><p>{LONG * 5}</p><form><input></form></div>", "prompt"),
        ("<div class=subscriber-offer><p>Read on.</p></div>", "newsletter"),
        (f"<div class=related><p>{LONG * 4}</p></div>", "related"),
    ],
)  # fmt: skip
def test_a_part_named_after_the_subscribers_may_be_their_text(
    part: str, noise: str | None
) -> None:
    root = html.document_fromstring(f"<p>{LONG * 12}</p>{part}")
    assert {block.noise for block in read_blocks(root).blocks[1:]} == {noise}


def test_a_menu_that_was_never_closed_does_not_swallow_the_page() -> None:
    story = f"<div class=text><p>{LONG * 4}</p><p>{LONG * 4}</p></div>"
    menu = "<div class=menu-wrap><div class=menu><ul class=nav-list><li class=menu>"
    root = html.document_fromstring(f"{menu}{story}")
    assert [block.noise for block in read_page(root, (), ()).blocks] == [None, None]


def test_comments_in_such_a_menu_stay_comments() -> None:
    story = f"<div class=text><p>{LONG * 5}</p></div>"
    said = f"<div class=comments><p>{LONG * 5}</p></div>"
    root = html.document_fromstring(f"<div class=menu>{story}{said}</div>")
    noises = [block.noise for block in read_page(root, (), ()).blocks]
    assert noises == [None, "comments"]


@pytest.mark.parametrize("tag", ["button", "nav"])
def test_a_part_never_read_is_read_when_it_holds_the_page(tag: str) -> None:
    root = html.document_fromstring(f"<{tag}><b>Menu</b></{tag}><p>{LONG}</p>")
    assert [block.text for block in read_blocks(root).blocks] == [LONG.strip()]
    root = html.document_fromstring(f"<{tag}><main><p>{LONG}</p></main></{tag}>")
    assert [block.text for block in read_blocks(root).blocks] == [LONG.strip()]


def test_what_is_named_anew_is_as_if_it_had_been_read_so() -> None:
    prose = "".join(f"<p>{n}: {LONG * 2}</p>" for n in "abc")
    page = html.document_fromstring(
        f"<div class=sidebar><div class=share>Share</div>{prose}"
        f"<div class=related><div class=share>{prose[:200]}</div></div></div>"
    )
    kept = page.find(".//div")
    anew = read_page(page, [], [])
    once = read_page(page, [], [kept])
    assert [(b.text, b.noise) for b in anew.blocks] == [
        (b.text, b.noise) for b in once.blocks
    ]
    assert [b.noise for b in anew.blocks][:2] == ["share", None]
