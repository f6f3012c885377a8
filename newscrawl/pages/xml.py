"""Hostile XML to a tree: no entity resolved, nothing fetched, sizes bounded."""

from __future__ import annotations

import gzip
import html
import re
import zlib
from io import BytesIO
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urljoin

from lxml import etree

from newscrawl.text.clean import squeeze
from newscrawl.text.urls import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 50 * 1024 * 1024  # the sitemap protocol's own limit, uncompressed
_JUNK_BEFORE = re.compile(rb"\A[^<]{0,4096}(?=<)")
_PROLOG = re.compile(rb"<\?xml[^>]{0,300}\?>\s*", re.I)
_DOCTYPE = re.compile(
    rb"<!DOCTYPE[^\[>]{0,1000}(?:\[.{0,20000}?\]\s{0,9})?>", re.S | re.I
)
_STRAY_AMPERSAND = re.compile(
    rb"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)"
)
_NAMED = re.compile(rb"&(nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|hellip|copy);")
_CHARACTERS = {
    b"nbsp": b"&#160;", b"ndash": b"&#8211;", b"mdash": b"&#8212;",
    b"lsquo": b"&#8216;", b"rsquo": b"&#8217;", b"ldquo": b"&#8220;",
    b"rdquo": b"&#8221;", b"hellip": b"&#8230;", b"copy": b"&#169;",
}  # fmt: skip
_TAG = re.compile(r"<[^<>]{1,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


class Document(NamedTuple):
    """A parsed body: its root, or ``None``, and a note on what was wrong."""

    root: etree._Element | None
    note: str | None


def unpacked(body: bytes) -> tuple[bytes, str | None]:
    """The body without gzip, at most ``LARGEST`` bytes of it, and a note if cut.

    >>> unpacked(gzip.compress(b"<urlset/>"))
    (b'<urlset/>', None)
    """
    note = None
    if body[:2] == b"\x1f\x8b":
        body, note = _gunzip(body)
    if len(body) > LARGEST:
        return body[:LARGEST], f"larger than {LARGEST} bytes, read in part"
    return body, note


def _gunzip(body: bytes) -> tuple[bytes, str | None]:
    plain = BytesIO()  # gives its bytes without another copy of them
    reader = Unpacking(body)
    while part := reader.read(1 << 16):
        plain.write(part)
    return plain.getvalue(), reader.note


class Readable(Protocol):
    """What gives its bytes piece by piece."""

    def read(self, size: int, /) -> bytes:
        """The next bytes; none at the end."""


class Unpacking:
    """Reads a body piece by piece, unpacked if it is gzip, up to ``LARGEST`` bytes.

    ``note`` says what was wrong once it has been read to its end.
    """

    def __init__(self, body: bytes) -> None:
        plain = BytesIO(body)
        packed = body[:2] == b"\x1f\x8b"
        self._file: IO[bytes] = gzip.GzipFile(fileobj=plain) if packed else plain  # type: ignore[assignment]
        self._left = LARGEST
        self.note: str | None = None

    def read(self, size: int) -> bytes:
        """The next bytes; none at the end, at the limit, and where it is broken."""
        try:
            part = self._file.read(min(size, self._left))
            if self._left and len(part) == self._left and self._file.read(1):
                self.note = f"larger than {LARGEST} bytes, read in part"
        except (OSError, EOFError, zlib.error):
            self.note, part = "broken gzip, read in part", b""
            self._left = 0
        self._left -= len(part)
        return part


def parsed(body: bytes) -> Document:
    """The tree of a body: strictly, else mended, else whatever can be recovered."""
    if not body.strip():
        return Document(None, "empty")
    root = _tree(body, recover=False)
    if root is not None:
        return Document(root, None)
    whole = mended(body)
    for text, recover in ((whole, False), (whole, True), (_as_utf8(whole), True)):
        root = _tree(text, recover=recover)
        if root is not None and len(root):
            return Document(root, "broken xml, read leniently")
    return Document(root, "broken xml")


def _tree(body: bytes, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def mended(body: bytes) -> bytes:
    """The commonest breakages undone: junk in front, a DTD, a bare ampersand."""
    if body[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        body = body.decode("utf-16", "replace").encode()
        body = _PROLOG.sub(b"", body, count=1)
    body = _JUNK_BEFORE.sub(b"", body, count=1).replace(b"\x00", b"")
    start = body[:1024].upper().find(b"<!DOCTYPE")
    declared = _DOCTYPE.match(body, start) if start >= 0 else None
    if declared:
        body = body[:start] + body[declared.end() :]
    body = _NAMED.sub(lambda found: _CHARACTERS[found[1]], body)
    return _STRAY_AMPERSAND.sub(b"&amp;", body)


def _as_utf8(body: bytes) -> bytes:
    """The body in UTF-8 whatever its prolog claims; undecodable bytes as cp1252."""
    body = _PROLOG.sub(b"", body, count=1)
    try:
        return body.decode("utf-8").encode()
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace").encode()


def looks_like_html(body: bytes) -> bool:
    """Whether a body is a web page, whatever it was served as."""
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return b"<html" in start or start.startswith(
        (b"<!doctype html", b"<head", b"<body")
    )


def looks_like_json(body: bytes) -> bool:
    """Whether a body is JSON."""
    return body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def name(node: etree._Element) -> str:
    """The tag's local name in lower case, whatever its namespace; "" for others."""
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def elements(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The descendants of these local names, in document order."""
    wanted = set(names)
    return (node for node in root.iter() if name(node) in wanted)


def text_of(node: etree._Element | None) -> str | None:
    """The node's text on one line; an unresolved entity contributes nothing."""
    if node is None:
        return None
    pieces = (t for t in node.itertext(etree.Element) if isinstance(t, str))
    return squeeze("".join(pieces)) or None


def plain_headline(text: str | None) -> str | None:
    """A headline without markup and entities, also doubly escaped ones.

    >>> plain_headline("<b>Rain &amp;amp; wind</b>")
    'Rain & wind'
    """
    if text is None:
        return None
    text = text[:2_000]
    for _ in range(2):
        text = _ENTITY.sub(_unescaped, _TAG.sub(" " if "<br" in text else "", text))
    return squeeze(text) or None


def _unescaped(found: re.Match[str]) -> str:
    return html.unescape(found[0])


def resolved(base: str, link: str | None) -> str | None:
    """The link as an absolute web address, or ``None`` if it is none.

    >>> resolved("https://x.in/rss/top.xml", "../a/b")
    'https://x.in/a/b'
    """
    if not link or len(link) > 4_096:
        return None
    try:
        url = urljoin(base, link.strip())
    except ValueError:
        return None
    whole = url.partition("#")[0]
    return whole if _is_web(whole) else None


def _is_web(url: str) -> bool:
    return url[:8].lower().startswith(("http://", "https://")) and bool(host_of(url))
