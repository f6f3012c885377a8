"""A section page to the stories it links and its next page."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from newscrawl.errors import NotAnArticle
from newscrawl.pages.links import article_shape, is_trap
from newscrawl.pages.listing import Entry, Listing, told_moment
from newscrawl.pages.page import parse
from newscrawl.pages.xml import name, resolved
from newscrawl.text.clean import squeeze
from newscrawl.text.urls import same_site, url_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

MOST_ENTRIES = 1_000
_MOST_LINKS = 20_000
_FURNITURE_TAGS = frozenset({"nav", "header", "footer", "menu", "amp-sidebar"})
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|social|share|sharing"
    r"|tags?|pagination|pager|calendar|login|cookie|lang(?:uage)?-switch)(?:$|[\s_-])",
    re.I,
)
_NEXT_WORDS = re.compile(
    r"\W*(?:next(?: page| »)?|older(?: posts| stories| entries)?|more (?:stories|news)"
    r"|(?:load|show|view|see) more(?: stories| news| articles| posts)?|और (?:देखें|खबरें)"
    r"|अगला|अगले|अगला पृष्ठ|पुराने|পরবর্তী|அடுத்து|అடుత్త|తదుపరి|اگلا|التالي|siguiente"
    r"|próxima|proxima|weiter|nächste(?: seite)?|suivante?|page suivante|successiva"
    r"|avanti|volgende|nästa|następna|далее|следующая|下一页|次へ|다음)\W*",
    re.I,
)
_ARROWS = frozenset({"»", "›", ">", ">>", "→", "⟩", "❯"})
_PAGE_NAMES = frozenset(
    {"page", "paged", "pg", "pageno", "page_no", "pagenum", "pagenumber", "p", "pn"}
)
# Lists that count stories instead of pages, and the most they go on by at a time.
_OFFSET_NAMES = frozenset({"start", "offset", "from", "skip", "begin", "last"})
_LONGEST_STEP = 200
# A button that fetches more names the address in one of these.
_MORE_PLACES = (
    "href",
    "data-next",
    "data-next-url",
    "data-next-page",
    "data-nexturl",
    "data-url",
    "data-href",
    "data-link",
    "data-src",
    "hx-get",
    "formaction",
)
_MORE_CLASS = re.compile(r"\b(?:load|show|view)[-_]?more\b|\bnext[-_]?page\b", re.I)
_MOST_BUTTONS = 5_000
_ADDRESS = re.compile(r"https?://|/|\?|[\w-]+\.(?:php|aspx?|html?)\b")
_CALENDAR = re.compile(r"(?:^|&)(?:month|year|date|day|cal)[a-z_]{0,9}=", re.I)
_PAGE_FOLDER = re.compile(r"(.*?)/(?:page|pagina|seite)[/-]?(\d{1,5})(?:\.html?)?/?")
_DATE_HINT = re.compile(r"\bdate|\btime|publish|stamp|posted", re.I)


def read_section(
    body: bytes,
    url: str,
    *,
    encoding: str | None = None,
    article_urls: Sequence[str] = (),
    skip_urls: Sequence[str] = (),
    zone: str | None = None,
) -> Listing:
    """The stories a section page links, in page order, and the next page of the list.

    ``article_urls`` and ``skip_urls`` are an outlet's regular expressions, searched in
    the absolute address; where ``article_urls`` is given it alone decides. ``zone``
    (IANA name) is for times that name none. No page makes it raise.
    """
    try:
        root = parse(body, url, encoding).root
    except NotAnArticle as finding:
        return Listing(note=finding.reason)
    base = _base(root, url)
    wanted, unwanted = _compiled(article_urls), _compiled(skip_urls)
    listing = Listing(next_page=_next_page(root, base, url))
    found: dict[str, Entry] = {}
    own = url_key(url)
    for link, anchor in _links(root, base):
        if not same_site(link, url) or _any(unwanted, link):
            continue
        text = _headline(anchor)
        if not (_any(wanted, link) if wanted else _is_story(link, anchor, text)):
            continue
        key = url_key(link)
        if key == own:
            continue
        _keep(found, key, Entry(link, text, _date_near(anchor, zone)))
        if len(found) >= MOST_ENTRIES:
            listing.note = f"truncated at {MOST_ENTRIES} entries"
            break
    listing.entries = list(found.values())
    if not listing.entries:
        listing.note = "empty"
    return listing


def _compiled(patterns: Sequence[str]) -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in patterns]


def _any(patterns: list[re.Pattern[str]], link: str) -> bool:
    return any(pattern.search(link) for pattern in patterns)


def _base(root: _Element, url: str) -> str:
    said = next((node.get("href") for node in root.iter("base")), None)
    return resolved(url, said) or url


def _links(root: _Element, base: str) -> Iterator[tuple[str, _Element]]:
    for count, anchor in enumerate(root.iter("a")):
        if count >= _MOST_LINKS:
            return
        link = resolved(base, anchor.get("href"))
        if link:
            yield link, anchor


def _keep(found: dict[str, Entry], key: str, entry: Entry) -> None:
    """One entry per story, however often linked; the longest text is its headline."""
    before = found.get(key)
    if before is None:
        found[key] = entry
    elif len(entry.headline or "") > len(before.headline or ""):
        published = before.published or entry.published
        found[key] = Entry(before.url, entry.headline, published)


def _headline(anchor: _Element) -> str | None:
    """The link's own heading if it wraps one, else its text, else its title."""
    for node in anchor.iter("h1", "h2", "h3", "h4", "h5"):
        text = squeeze("".join(node.itertext("*"))[:1_000])
        if text:
            return text
    text = squeeze("".join(anchor.itertext("*"))[:1_000])
    if len(text) < 10:
        text = squeeze((anchor.get("title") or "")[:1_000]) or text
    return text or None


def _is_story(link: str, anchor: _Element, text: str | None) -> bool:
    shape = article_shape(link)
    if shape < 0 or _in_furniture(anchor):
        return False
    words = len((text or "").split())
    long_text = words >= 4 or len(text or "") >= 25
    if shape >= 2:
        return long_text or words == 0 or _in_heading(anchor)
    return (shape == 1 and long_text) or (long_text and _in_heading(anchor))


def _in_heading(anchor: _Element) -> bool:
    near = [anchor, *islice(anchor.iterancestors(), 2), *anchor]
    return any(name(node) in {"h1", "h2", "h3", "h4", "h5"} for node in near)


def _in_furniture(anchor: _Element) -> bool:
    for height, node in enumerate(anchor.iterancestors()):
        tag = name(node)
        if tag in {"article", "main", "body"} or height > 12:
            return False
        if tag in _FURNITURE_TAGS or node.get("role") == "navigation":
            return True
        label = f"{node.get('class') or ''} {node.get('id') or ''}"
        if label != " " and _FURNITURE.search(label[:300]):
            return True
    return False


def _date_near(anchor: _Element, zone: str | None) -> str | None:
    """The time told in the smallest block around the link that tells one.

    The search ends where a block holds other stories as well.
    """
    node: _Element | None = anchor
    for _ in range(4):
        if node is None or name(node) in {"body", "html", "main"}:
            return None
        if len({a.get("href") for a in islice(node.iter("a"), 12)}) > 4:
            return None
        if sum(1 for _ in islice(node.iter("time"), 2)) > 1:
            return None
        for leaf in islice(node.iter(), 200):
            moment = told_moment(_said_time(leaf), zone)
            if moment:
                return moment
        node = node.getparent()
    return None


def _said_time(leaf: _Element) -> str | None:
    tag = name(leaf)
    if tag == "time":
        return leaf.get("datetime") or squeeze("".join(leaf.itertext("*"))[:200])
    if tag in {"span", "div", "p", "small", "li", "em"}:
        label = f"{leaf.get('class') or ''} {leaf.get('itemprop') or ''}"
        if _DATE_HINT.search(label[:200]):
            return squeeze("".join(leaf.itertext("*"))[:200])
    return None


def _next_page(root: _Element, base: str, url: str) -> str | None:
    """The page after this one: by ``rel``, by word or arrow, by its number."""
    numbered: str | None = None
    worded: str | None = None
    this = _page_number(url)
    for node in root.iter("link", "a"):
        declared = "next" in (node.get("rel") or "").lower().split()
        said = counted = False
        if not declared and name(node) == "a":
            label = _label(node)
            said = worded is None and _says_next(node, label)
            counted = numbered is None and _is_number_after(label, this)
        # What the link says is asked first: where it leads is dearer to tell.
        if not (declared or said or counted):
            continue
        link = resolved(base, node.get("href"))
        if not link or link == url.partition("#")[0] or not _may_follow(link, url):
            continue
        if declared:
            return link
        if said:
            worded = link
        if counted and _continues(link, url, label):
            numbered = link
    return worded or numbered or _behind_a_button(root, base, url)


def _behind_a_button(root: _Element, base: str, url: str) -> str | None:
    """The address that a "Load more" button fetches, where a script would do it."""
    for node in islice(root.iter("a", "button", "div", "span"), _MOST_BUTTONS):
        if len(node.attrib) < 1 or not _asks_for_more(node):
            continue
        for place in _MORE_PLACES:
            said = node.get(place) or ""
            link = resolved(base, said) if _ADDRESS.match(said) else None
            if link and link != url.partition("#")[0] and _may_follow(link, url):
                return link
    return None


def _asks_for_more(node: _Element) -> bool:
    if name(node) in {"a", "button"} and _says_next(node, _label(node)):
        return True
    label = f"{node.get('class') or ''} {node.get('id') or ''}"
    return bool(_MORE_CLASS.search(label[:200]))


def _may_follow(link: str, url: str) -> bool:
    """On the same site, no calendar; if it counts pages, then exactly one further."""
    if not same_site(link, url) or _CALENDAR.search(urlsplit(link).query):
        return False
    offset = _query_number(link, _OFFSET_NAMES)
    if offset is not None:
        done = _query_number(url, _OFFSET_NAMES) or 0
        return 0 < offset - done <= _LONGEST_STEP
    number = _page_number(link)
    if number is not None:
        return number == (_page_number(url) or 1) + 1
    return not is_trap(link) and article_shape(link) < 2


def _label(node: _Element) -> str:
    return squeeze("".join(node.itertext("*"))[:80])


def _says_next(node: _Element, label: str) -> bool:
    if label in _ARROWS or _NEXT_WORDS.fullmatch(label):
        return True
    classes = (node.get("class") or "").lower().split()
    title = node.get("aria-label") or node.get("title") or ""
    return bool(_NEXT_WORDS.fullmatch(title[:80])) or "next" in classes


def _is_number_after(label: str, this: int | None) -> bool:
    return len(label) <= 5 and label.isdecimal() and int(label) == (this or 1) + 1


def _continues(link: str, url: str, number: str) -> bool:
    """Whether a link is page ``number`` of the list at ``url``."""
    return _page_number(link) == int(number) and _list_of(link) == _list_of(url)


def _page_number(url: str) -> int | None:
    """The number of a list's page, from the query or the path; a year is none."""
    counted = _query_number(url, _PAGE_NAMES)
    if counted is not None:
        return counted
    found = _PAGE_FOLDER.fullmatch(urlsplit(url).path)
    return int(found[2]) if found else None


def _query_number(url: str, names: frozenset[str]) -> int | None:
    for key, value in parse_qsl(urlsplit(url).query[:2_000]):
        if key.lower() in names and value.isdecimal() and len(value) <= 5:
            return int(value)
    return None


def _list_of(url: str) -> str:
    """The address of a list without its page number."""
    parts = urlsplit(url)
    found = _PAGE_FOLDER.fullmatch(parts.path)
    return (found[1] if found else parts.path).rstrip("/")
