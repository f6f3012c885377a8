"""Sitemaps to entries and children: urlset, Google News, index, plain text, gzip."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.pages.listing import Child, Entry, Listing, told_moment
from newscrawl.pages.xml import (
    Unpacking,
    looks_like_html,
    looks_like_json,
    mended,
    name,
    plain_headline,
    resolved,
    text_of,
    unpacked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.pages.xml import Readable

MOST_ENTRIES = 50_000  # the sitemap protocol's own limit
_MENDED = 8 * 1024 * 1024  # bytes of a broken sitemap that are mended
_ROOTS = {"urlset", "sitemapindex"}
_LEAVES = {"loc", "lastmod", "title", "publication_date", "language"}
# In these a loc, title or language is of a picture or a film, not of the page.
_FOREIGN = {"image", "video", "link"}


def read_sitemap(body: bytes, url: str, *, zone: str | None = None) -> Listing:
    """The pages and sub-sitemaps of a sitemap; never raises, ``note`` says what failed.

    Entries keep the file's order; children come newest first, undated ones last.
    ``zone`` (IANA name) is the outlet's, for times that name none.
    """
    reader = Unpacking(body)
    head = reader.read(4096)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start and len(head) < 4096:
        return Listing(note=reader.note or "empty")
    if looks_like_html(head):
        return Listing(note="html instead of a sitemap")
    if looks_like_json(head):
        return Listing(note="json instead of a sitemap")
    if start[:4].lower() == b"http":
        plain, note = unpacked(body)
        listing = _plain(plain, url)
    else:
        # Read as it is unpacked: its entries end long before its bytes may.
        reader = Unpacking(body)
        listing = _read(reader, url, zone)
        note = reader.note
        if not listing.entries and not listing.children and listing.note:
            start = Unpacking(body).read(_MENDED)
            again = _read(BytesIO(mended(start)), url, zone)
            if again.entries or again.children:
                again.note = again.note or "broken xml, read leniently"
                listing = again
    listing.children.sort(key=lambda child: child.modified or "", reverse=True)
    listing.note = note or listing.note
    if listing.note is None and not listing.entries and not listing.children:
        listing.note = "empty"
    return listing


def _plain(body: bytes, url: str) -> Listing:
    listing = Listing()
    for line in body.decode("utf-8", "replace").splitlines():
        link = resolved(url, line) if line[:4].lower() == "http" else None
        if link is None:
            continue
        if len(listing.entries) >= MOST_ENTRIES:
            listing.note = f"truncated at {MOST_ENTRIES} entries"
            break
        listing.entries.append(Entry(link))
    return listing


def _read(source: Readable, url: str, zone: str | None) -> Listing:
    listing = Listing()
    broken = False
    known = False
    context = etree.iterparse(
        source,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, node in context:
            tag = name(node)
            if event == "start":
                known = known or tag in _ROOTS
            elif tag in {"url", "sitemap"}:
                _keep(listing, node, url, zone)
                if len(listing.entries) + len(listing.children) >= MOST_ENTRIES:
                    listing.note = f"truncated at {MOST_ENTRIES} entries"
                    return listing
                _free(node)
        broken = len(context.error_log) > 0
    except (etree.XMLSyntaxError, ValueError, LookupError):
        broken = True
    found = bool(listing.entries or listing.children)
    if broken:
        listing.note = "broken xml, read leniently" if found else "broken xml"
    elif not known and not found:
        listing.note = "not a sitemap"
    return listing


def _free(node: etree._Element) -> None:
    """Give the memory of a finished entry back, and of those before it."""
    node.clear(keep_tail=False)
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


def _keep(listing: Listing, node: etree._Element, url: str, zone: str | None) -> None:
    said: dict[str, str] = {}
    for leaf in _leaves(node):
        text = text_of(leaf)
        if text:
            said.setdefault(name(leaf), text)
    link = resolved(url, said.get("loc"))
    if link is None:
        return
    modified = told_moment(said.get("lastmod"), zone)
    if name(node) == "sitemap":
        listing.children.append(Child(link, modified))
        return
    listing.entries.append(
        Entry(
            url=link,
            headline=plain_headline(said.get("title")),
            published=told_moment(said.get("publication_date"), zone),
            modified=modified,
            language=said.get("language"),
        )
    )


def _leaves(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        tag = name(child)
        if tag in _LEAVES:
            yield child
        elif tag and tag not in _FOREIGN:
            yield from (
                c for c in child.iter() if c is not child and name(c) in _LEAVES
            )
