"""RSS 2.0, RSS 1.0 and Atom to entries, also when broken; garbage gives a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newscrawl.pages.listing import Entry, Listing, told_moment
from newscrawl.pages.xml import (
    elements,
    looks_like_html,
    looks_like_json,
    name,
    parsed,
    plain_headline,
    resolved,
    text_of,
    unpacked,
)

if TYPE_CHECKING:
    from lxml import etree

MOST_ENTRIES = 10_000
_RESCUED, _TAGS = 512 * 1024, 10_000  # bytes and tags
_XML = "{http://www.w3.org/XML/1998/namespace}"
_FEED_ROOTS = {"rss", "rdf", "feed", "channel"}
_PUBLISHED = ("pubdate", "published", "date", "issued", "created", "publicationdate")
_MODIFIED = ("updated", "modified")
_FEED_MARK = re.compile(rb"<(?:rss|rdf:rdf|feed|channel|item|entry)[\s>]", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def read_feed(body: bytes, url: str, *, zone: str | None = None) -> Listing:
    """The entries of a feed in its own order; never raises, ``note`` says what failed.

    ``url`` is where the body came from: relative links are resolved against it.
    ``zone`` (IANA name) is the outlet's, for times that name none.
    """
    body, note = unpacked(body)
    if not body.strip():
        return Listing(note=note or "empty")
    if looks_like_json(body):
        return Listing(note="json instead of a feed")
    document = parsed(body)
    root = document.root
    if root is not None and name(root) in _FEED_ROOTS:
        listing = _listing(root, url, zone)
        listing.note = listing.note or note or document.note
        if listing.entries:
            return listing
    elif looks_like_html(body):
        return Listing(note="html instead of a feed")
    if document.note and _FEED_MARK.search(body[:100_000]):
        rescued = _rescued(body, url, zone)
        if rescued.entries:
            return rescued
    if root is None or name(root) not in _FEED_ROOTS:
        return Listing(note="not a feed")
    return Listing(note=document.note or "empty")


def _listing(root: etree._Element, url: str, zone: str | None) -> Listing:
    channel_language = _channel_language(root)
    listing = Listing()
    for node in elements(root, "item", "entry"):
        if len(listing.entries) >= MOST_ENTRIES:
            listing.note = f"truncated at {MOST_ENTRIES} entries"
            break
        entry = _entry(node, url, channel_language, zone)
        if entry:
            listing.entries.append(entry)
    if not listing.entries and listing.note is None:
        listing.note = "empty"
    return listing


def _channel_language(root: etree._Element) -> str | None:
    said = root.get(_XML + "lang")
    for node in root.iter():
        if name(node) in {"item", "entry"}:
            break
        if name(node) == "language":
            said = text_of(node) or said
            break
    return _language(said)


def _language(said: str | None) -> str | None:
    found = _LANGUAGE.fullmatch((said or "").strip())
    return found[0].replace("_", "-") if found else None


def _entry(
    node: etree._Element, url: str, language: str | None, zone: str | None
) -> Entry | None:
    # The first child of a name counts: media groups repeat titles further down.
    fields: dict[str, etree._Element] = {}
    for child in node:
        fields.setdefault(_field(child), child)
    link = _link(node, fields, _base(node, url))
    if link is None:
        return None
    published = _first_moment(fields, _PUBLISHED, zone)
    modified = _first_moment(fields, _MODIFIED, zone)
    own = node.get(_XML + "lang") or text_of(fields.get("language"))
    return Entry(
        url=link,
        headline=plain_headline(text_of(fields.get("title"))),
        published=published or modified,
        modified=modified,
        language=_language(own) or language,
    )


def _field(child: etree._Element) -> str:
    """The local name; media:title and the like do not pass for the entry's own."""
    tag = child.tag if isinstance(child.tag, str) else ""
    if "search.yahoo.com/mrss" in tag or child.prefix in {"media", "itunes"}:
        return "media:" + name(child)
    return name(child)


def _base(node: etree._Element, url: str) -> str:
    bases = [n.get(_XML + "base") for n in (node, *node.iterancestors())]
    base = url
    for said in reversed([b for b in bases if b]):
        base = resolved(base, said) or base
    return base


def _link(
    node: etree._Element, fields: dict[str, etree._Element], base: str
) -> str | None:
    """The article's address: the original before a counting redirect, then the link."""
    original = resolved(base, text_of(fields.get("origlink")))
    if original:
        return original
    for child in node:
        if name(child) == "link":
            said = child.get("href") or text_of(child) or _void_link(child)
            if child.get("rel", "alternate") == "alternate" and (
                found := resolved(base, said)
            ):
                return found
    guid = fields.get("guid")
    if guid is not None and guid.get("isPermaLink", "true").lower() != "false":
        return _absolute(base, text_of(guid))
    about = next((v for k, v in node.attrib.items() if str(k).endswith("}about")), None)
    return resolved(base, str(about)) if about else _absolute(base, _id(fields))


def _id(fields: dict[str, etree._Element]) -> str | None:
    return text_of(fields.get("id"))


def _void_link(child: etree._Element) -> str | None:
    """The address after ``<link/>``, as feeds made by HTML tools have it."""
    return (child.tail or "").strip() or None


def _absolute(base: str, said: str | None) -> str | None:
    """An identifier that is a web address; "7@x.in" and "tag:…" are none."""
    return resolved(base, said) if said and said[:4].lower() == "http" else None


def _first_moment(
    fields: dict[str, etree._Element], names: tuple[str, ...], zone: str | None
) -> str | None:
    for field_name in names:
        moment = told_moment(text_of(fields.get(field_name)), zone)
        if moment:
            return moment
    return None


def _rescued(body: bytes, url: str, zone: str | None) -> Listing:
    """What feedparser makes of a feed that no XML reading could save."""
    import feedparser

    try:
        feed = feedparser.parse(beginning(body), sanitize_html=False)
    except Exception:  # a tolerant parser's own bugs must not end a crawl
        return Listing(note="broken xml")
    listing = Listing(note="broken xml, read leniently")
    for item in feed.entries[:MOST_ENTRIES]:
        link = resolved(url, str(item.get("link") or ""))
        if link:
            said = str(item.get("published") or item.get("updated") or "")
            headline = plain_headline(str(item.get("title") or ""))
            listing.entries.append(Entry(link, headline, told_moment(said, zone)))
    return listing


def beginning(body: bytes) -> bytes:
    """As much of a broken feed as may be given to feedparser, the newest entries first.

    It takes half a millisecond over each tag that is never closed, and the crawl waits.

    >>> len(beginning(b"<item>" * 100_000))
    60000
    """
    parts = body[:_RESCUED].split(b"<", _TAGS + 1)
    return b"<".join(parts[: _TAGS + 1])
