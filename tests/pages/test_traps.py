"""Hostile and huge pages: work bounded by counts, whatever the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newscrawl.errors import NotAnArticle
from newscrawl.pages import dom, page
from newscrawl.pages.dom import read_blocks, read_page
from newscrawl.pages.page import parse
from newscrawl.reading import read_article
from newscrawl.text import paragraphs
from newscrawl.text.paragraphs import Piece, own_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "https://x.test/a"
WORDS = "The quay was dredged and the board said so again. "


class Counter:
    """Counts the calls of a function."""

    def __init__(self, inner: Callable[..., object]) -> None:
        self.inner, self.calls = inner, 0

    def __call__(self, *values: object, **named: object) -> object:
        self.calls += 1
        return self.inner(*values, **named)


def test_only_the_first_megabytes_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_LARGEST", 100_000)
    markup = b"<h1>Quay dredged</h1><p>" + WORDS.encode() * 20_000
    root = parse(markup, URL).root
    assert sum(map(len, root.itertext())) <= 100_000


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{n}=1" for n in range(200_000)),
        " ".join(f"a{n}" for n in range(200_000)),
        "".join(f"a{n}=''" for n in range(200_000)),
        "".join(f'a{n}=">"' for n in range(200_000)),
        " ".join(f"a{n}=1" + (" b='>'" if n % 90 == 0 else "") for n in range(200_000)),
    ],
    ids=["plain", "bare", "glued", "quoted ends", "mixed"],
)
def test_a_tag_of_too_many_attributes_is_not_given_to_the_parser(
    attributes: str,
) -> None:
    markup = f"<h1>Quay dredged</h1><div {attributes}><p>{WORDS}</p></div>"
    root = parse(markup, URL).root
    assert max(len(element.attrib) for element in root.iter()) < 20_000
    assert [p.text for p in root.iter("p")] == [WORDS]


def test_a_large_page_of_real_tags_is_left_alone() -> None:
    picture = f'<img src="data:image/png;base64,{"ab/c" * 9_000}" alt="A quay">'
    rows = "".join(f'<li id="r{n}" class="row">Berth {n}</li>' for n in range(9_000))
    data = f"<p>{WORDS}</p>{picture}<ul>{rows}</ul>".encode()
    data += b"<a title=it's \" class='x'>It's</a><script>if(a<b&&c=='>')d=\"</script>"
    assert len(data) > page._ROOM
    assert page._without_crowds(data) is data


def test_a_page_cut_at_the_most_blocks_has_its_text() -> None:
    lines = "".join(f"<p>{n} {WORDS * 2}</p>" for n in range(dom._MOST_BLOCKS + 9))
    article = read_article(f"<h1>Quay dredged again</h1>{lines}", URL)
    assert len(article.paragraphs) > dom._MOST_BLOCKS // 2


def test_eight_mebibytes_on_one_line_are_one_paragraph() -> None:
    markup = "<h1>Quay dredged again</h1><p>" + WORDS * (8 * 2**20 // len(WORDS))
    article = read_article(markup.encode(), URL)
    assert len(article.paragraphs) == 1
    assert len(article.body) <= page._LARGEST


def test_a_million_breaks_are_few_blocks() -> None:
    root = parse(b"<p>" + b"a<br>" * 1_000_000, URL).root
    assert len(read_blocks(root).blocks) == 1
    root = parse(b"<p>" + b"a<br><br>" * 100_000, URL).root
    assert len(read_blocks(root).blocks) <= dom._MOST_BLOCKS


@pytest.mark.parametrize("tag", ["p", "div", "li", "span"])
def test_blocks_are_bounded(tag: str) -> None:
    root = parse(f"<{tag}>a".encode() * 100_000, URL).root
    assert len(read_blocks(root).blocks) <= dom._MOST_BLOCKS + 2


def test_furniture_within_furniture_is_not_read_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    part = "".join(f'<div class="related r{n}">' for n in range(50))
    root = parse(f"{part}<p>{WORDS * 4}</p>".encode(), URL).root
    counted = Counter(dom.read_blocks)
    monkeypatch.setattr(dom, "read_blocks", counted)
    read_page(root, [], [])
    assert counted.calls <= 4


def test_each_paragraph_is_judged_once_however_many_headings_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = Counter(paragraphs._is_text)
    monkeypatch.setattr(paragraphs, "_is_text", counted)
    pieces = [Piece("p", WORDS * 3), Piece("p", "Related Stories")] * 2_000
    own_paragraphs(pieces)
    assert counted.calls <= 8 * len(pieces)


@pytest.mark.parametrize("size", [500, 5_000])
def test_teasers_are_compared_with_their_neighbours_only(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counter(paragraphs.comparable)
    monkeypatch.setattr(paragraphs, "comparable", counted)
    pieces = [Piece("p", f"{WORDS} number {n} ...") for n in range(size)]
    own_paragraphs(pieces)
    assert counted.calls <= 3 * size


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + WORDS * 10,
        "<h1>a</h1><p>" + " " * 2_000_000 + WORDS,
        "<script type='application/ld+json'>" + "[" * 500_000 + "</script>" + WORDS,
        "<" * 1_000_000,
        "<title>" + "a | " * 200_000 + "</title><p>" + WORDS * 5,
        "<meta " * 200_000,
        "<div class='" + "a b-" * 500_000 + "'>" + WORDS * 5,
        "<h1>x</h1><p>" + "<span>a</span> " * 100_000,
    ],
    ids=["nested", "spaces", "json", "angles", "title", "meta", "class", "spans"],
)
def test_each_trap_ends_as_an_article_or_a_reason(markup: str) -> None:
    try:
        article = read_article(markup.encode(), URL)
    except NotAnArticle as none:
        assert none.reason in {"no_body", "no_headline", "empty"}
    else:
        assert article.body
