"""Bytes to one parsed page: encoding decided, size and depth bounded."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from newscrawl.errors import NotAnArticle

_LARGEST = 8 * 1024 * 1024
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})""", re.I
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b")
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\f\r\v") + b"\x7f"
_REPLACED = "\N{REPLACEMENT CHARACTER}".encode()
_SAMPLE = 65_536
_PIECE = 16_384
_HEADS = frozenset(
    {
        "title",
        "meta",
        "link",
        "base",
        "script",
        "style",
        "noscript",
        "template",
        "object",
    }
)
_FEW_BROKEN = 40
# The parser compares each attribute of a tag with all before it: a tag of 40,000 takes
# ten seconds. A page must be this large to hold so many.
_ROOM = 200_000
_MOST_ATTRIBUTES = 20_000
# A quote opens a value only behind its sign; elsewhere in a tag it is a stray.
_VALUE = rb"""=\s*+(?:"[^"]*+"|'[^']*+')?+"""
_CROWDED = re.compile(
    rb"<[A-Za-z](?:[^>=]{0,499}+%b){0,49}+(?:[^>=]{500}|[^>=]*+=)" % _VALUE
)
_WHOLE_TAG = re.compile(rb"<(?:[^>=]++|%b)*+" % _VALUE)
_SEPARATORS = (b" ", b"=", b"/", b"\n", b"\t", b"\r", b"\f")
# Browsers read these labels as the Windows pages that contain them.
_WIDER = {
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "iso8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


@dataclass(slots=True)
class Page:
    """One parsed page. ``encoding`` is the one its bytes were read with."""

    root: etree._Element
    url: str
    encoding: str


def parse(html: bytes | str, url: str, encoding: str | None = None) -> Page:
    """Parse a page once; ``encoding`` is what the server declared, if it did.

    Raises ``NotAnArticle`` for what is no HTML page (``empty``, ``binary``, ``json``).
    """
    if isinstance(html, str):
        data, used = html[:_LARGEST].encode("utf-8", "replace"), "utf-8"
        _refuse(data)
    else:
        _refuse(html[:4096])
        data, used = _as_utf8(html[:_LARGEST], encoding)
    _refuse_binary(data[:_SAMPLE])
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if not data or data.isspace():
        raise NotAnArticle("empty")
    if len(data) > _ROOM:
        data = _without_crowds(data)
    parser = etree.HTMLParser(
        encoding="utf-8",
        recover=True,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAnArticle("empty", "nothing to parse") from error
    if root is None:
        raise NotAnArticle("empty", "no element")
    _open_head(root)
    return Page(root, url, used)


def _open_head(root: etree._Element) -> None:
    """Take the text out of a head that was never closed.

    Pages may leave out ``</head>`` and ``<body>``; of newer elements the parser does
    not know that they begin the body.
    """
    head = root.find("head")
    if head is not None and not {child.tag for child in head} <= _HEADS:
        head.tag = "body"


def _without_crowds(data: bytes) -> bytes:
    """The page without the tags that hold more attributes than any real one."""
    kept: list[bytes] = []
    done = at = 0
    while found := _CROWDED.search(data, at):
        start = found.start()
        tag = _WHOLE_TAG.match(data, start)
        at = max(tag.end() if tag else 0, found.end())
        if sum(data.count(one, start, at) for one in _SEPARATORS) > _MOST_ATTRIBUTES:
            kept.append(data[done:start] + b"<span")
            done = at
    return b"".join([*kept, data[done:]]) if kept else data


def _refuse_binary(data: bytes) -> None:
    """Refuse what is no text once decoded: control and undecodable characters."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    # Its first byte is rare, and looking for one byte is dear for none.
    replaced = data.count(_REPLACED) if _REPLACED[:1] in data else 0
    broken = controls + replaced
    if broken > max(_FEW_BROKEN, len(data) // 20):
        raise NotAnArticle("binary", f"{broken} characters that are none")


def _refuse(data: bytes) -> None:
    head = data[:512].lstrip(b" \t\r\n\xef\xbb\xbf")
    if not head:
        raise NotAnArticle("empty")
    if head.startswith(_BINARY):
        raise NotAnArticle("binary", repr(head[:4]))
    if head[:1] in {b"{", b"["} and b"<" not in head:
        raise NotAnArticle("json")
    if head.startswith((b"<?xml", b"<rss", b"<feed")) and b"<html" not in data[:4096]:
        raise NotAnArticle("xml")
    wide = head[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    if not wide and head.count(b"\0") > len(head) // 4:
        raise NotAnArticle("binary", "mostly zero bytes")


def _as_utf8(data: bytes, declared: str | None) -> tuple[bytes, str]:
    """The page as UTF-8 and the encoding it came in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").encode(), name
    found = _DECLARED.search(data[:4096])
    names = [found[1].decode("ascii", "replace")] if found else []
    for label in [*names, *([declared] if declared else [])]:
        codec = _codec(label)
        if codec in {None, "utf-8"} or (codec or "").startswith("utf-16"):
            continue
        if _is_utf8(data) and not data.isascii():
            return data, "utf-8"
        used = codec or "utf-8"
        return data.decode(used, "replace").encode("utf-8", "replace"), used
    if _is_utf8(data):
        return data, "utf-8"
    if names or declared:
        bad = data.decode("utf-8", "replace")
        # A few broken bytes in a page full of UTF-8 are damage, not another encoding.
        if bad.count("�") * 20 < sum(1 for c in bad if not c.isascii()):
            return bad.encode(), "utf-8"
        return data.decode("windows-1252", "replace").encode(), "windows-1252"
    guess = _guess(data)
    return data.decode(guess, "replace").encode("utf-8", "replace"), guess


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    left = b""
    try:
        # In pieces, as most of them are plain, and a whole text would be made for none.
        for at in range(0, len(data), _PIECE):
            piece = left + data[at : at + _PIECE]
            left = b""
            if not piece.isascii():
                decoder.decode(piece)
                left, _ = decoder.getstate()
                decoder.reset()
    except UnicodeDecodeError:
        return False
    # The cap may have cut the last character in two.
    return not left or len(data) == _LARGEST


@lru_cache(maxsize=64)
def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _guess(data: bytes) -> str:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "windows-1252"
    text = re.sub(rb"<[^>]{0,2000}>", b" ", data[:65_536])
    best = from_bytes(text).best()
    name = best.encoding if best else "windows-1252"
    western = {"cp1250", "cp1252", "latin_1", "cp1254", "cp1257", "iso8859_15", "cp850"}
    ours = name in western or name.startswith(("mac_", "hp_", "cp4", "cp5"))
    return "windows-1252" if ours else name
