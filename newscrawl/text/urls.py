"""URLs as names of articles: one article, one key, however it was linked.

Two outputs: ``url_key`` is for comparing, ``clean_url`` for fetching. Neither merges
two articles: a parameter leaves only when its name or value says it is tracking, a
session, or an AMP or print form.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

from newscrawl.text import tracking

if TYPE_CHECKING:
    from tldextract import TLDExtract

_LONGEST = 4_096  # longer ones are no article's address; bounds the work and the caches
_WHOLE = re.compile(
    r"(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?//([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.S
)
_BARE = re.compile(
    r"(?:\[[0-9a-fA-F:.]+\]|[^/?#:\s@]+\.[^/?#:\s@]+|localhost)(?::\d*)?(?=[/?#]|\Z)"
)
_PLAIN = re.compile(
    r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(/[\w.~/-]*)?", re.A
)
_SPECIAL = re.compile(
    r"amp|print|index|default|//|/\./|/\.\.|\A(?:m|mobile|www\d)\.", re.I
)
_UNPRINTED = re.compile(r"[\x00-\x20\x7f]+")
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})?")
_UNSAFE = re.compile(r"[^\w.~!$&'()*+,;=:@/%?-]", re.A)
_UNRESERVED = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*", re.I)
_LONG_HEX = re.compile(r"[0-9a-f]{24,64}\Z", re.I)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml|cms)\Z", re.I)
_FORM_TAIL = re.compile(
    r"(?:[._-](?:amp|print))(?=\.(?:html?|php|aspx?|cms|ece|shtml)\Z)|\.amp\Z", re.I
)
_FORM_FOLDER = re.compile(
    r"(\.(?:html?|php|aspx?|cms|ece|shtml|vnp))?"
    r"/(?:amp|amphtml|print|printable)(?:/amp)?/?\Z",
    re.I,
)
_AMP_PREFIX = re.compile(r"\A(/[a-z]{2})?/(?:amp|amphtml)(?=/[^/])", re.I)
_AMP_SCRIPT = re.compile(r"/amp_?(?=article(?:show|list)/)", re.I)
_CACHE_PATH = re.compile(r"/(?:c|v|i|r|wp|a|amp)/(s/)?([^/?#]+\.[^/?#]+.*)", re.S)
_HOST_LABEL = re.compile(r"(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_SECOND_LEVEL = re.compile(r"(?:co|com|org|net|gov|ac|edu|or|ne|go)\.[a-z]{2}\Z")
_HOSTNAME_VALUE = re.compile(r"(?:https?:|//|www\.|[a-z0-9-]{2,63}\.(?:com|org|net)\b)")
_WORDS_ONLY = re.compile(r"[a-z][a-z_.-]*\Z")


class _Parts(NamedTuple):
    scheme: str
    host: str
    port: str
    path: str
    query: str


def url_key(url: str) -> str:
    """The comparison form of a URL; ``""`` when it is no web address.

    A key is its own key.

    >>> url_key("https://www.x.in/a/b/amp?utm_source=t")
    'x.in/a/b'
    >>> url_key("http://X.in:80/news.php?id=7&fbclid=q#top")
    'x.in/news.php?id=7'
    """
    return _key(url) if len(url) <= _LONGEST else ""


def clean_url(url: str) -> str:
    """The fetchable URL without AMP or print form, tracking, session and fragment.

    The scheme, ``www.`` and a trailing slash stay; ``""`` when it is no web address.

    >>> clean_url("https://www.x.in/slug/amp?utm_source=t")
    'https://www.x.in/slug/'
    """
    return _clean(url) if len(url) <= _LONGEST else ""


def article_id(key: str) -> str:
    """A short id that stays the same for a key.

    >>> article_id("x.in/a/b")
    'ad8aa51a88f79ae09'
    """
    return "a" + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def host_of(url: str) -> str:
    """The host in lower case without its port; ``""`` if there is none.

    >>> host_of("https://WWW.X.in:8080/a")
    'www.x.in'
    """
    parts = _split(url) if len(url) <= _LONGEST else None
    return parts.host.strip("[]") if parts else ""


def same_site(a: str, b: str) -> bool:
    """Whether two URLs or hosts stand under one registrable domain.

    The public suffix list is the bundled one; it is never fetched.

    >>> same_site("https://news.x.co.in/a", "x.co.in"), same_site("a.co.in", "b.co.in")
    (True, False)
    """
    one, two = host_of(a), host_of(b)
    return bool(one) and (one == two or _site(one) == _site(two))


@lru_cache(maxsize=8_192)
def _key(url: str) -> str:
    plain = _PLAIN.fullmatch(url)
    if plain and not _SPECIAL.search(plain[1]) and not _SPECIAL.search(plain[2] or ""):
        return plain[1] + (plain[2] or "").rstrip("/")
    parts = _split(_out_of_cache(url))
    if parts is None:
        return ""
    path = _reduce_path(_normalise(parts.path), drop_print_prefix=True)
    path = _INDEX.sub("", path).rstrip("/")
    query = "&".join(sorted(_reduce_query(parts.query)))
    host = _plain_host(parts.host)
    return host + parts.port + path + ("?" + query if query else "")


@lru_cache(maxsize=8_192)
def _clean(url: str) -> str:
    parts = _split(_out_of_cache(url))
    if parts is None:
        return ""
    path = _reduce_path(_normalise(parts.path), drop_print_prefix=False) or "/"
    query = "&".join(_reduce_query(parts.query))
    host = parts.host
    if host.startswith("amp.") and _plain_host(host) != host:
        host = host[4:]
    address = f"{parts.scheme}://{host}{parts.port}{path}"
    return address + ("?" + query if query else "")


def _split(url: str) -> _Parts | None:
    """Scheme, host, port, path and query as a browser takes them, or ``None``."""
    url = _UNPRINTED.sub("", url) if _UNPRINTED.search(url) else url
    head, mark, tail = url.partition("?")
    if "\\" in head:
        url = head.replace("\\", "/") + mark + tail
    found = _WHOLE.match(url)
    if found is None:
        if not _BARE.match(url):
            return None
        found = _WHOLE.match("//" + url)
    if found is None:
        return None
    scheme = (found[1] or "https").lower()
    if scheme not in {"http", "https"}:
        return None
    host, port = _host_and_port(found[2].rpartition("@")[2], scheme)
    return _Parts(scheme, host, port, found[3], found[4] or "") if host else None


def _host_and_port(place: str, scheme: str) -> tuple[str, str]:
    host, colon, port = place.rpartition(":")
    if not colon or place.endswith("]"):
        host, port = place, ""
    elif not ((port.isascii() and port.isdigit()) or port == ""):
        return "", ""
    default = {"http": "80", "https": "443"}[scheme]
    kept = "" if port in {"", default} else ":" + port
    return _ascii_host(host.lower().rstrip(".")), kept


@lru_cache(maxsize=4_096)
def _ascii_host(host: str) -> str:
    if re.fullmatch(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]", host):
        return host
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return host if re.fullmatch(r"[a-z0-9._-]+", host) else ""


def _out_of_cache(url: str) -> str:
    """The outlet's URL inside an address of an AMP cache or viewer."""
    if "amp" not in url:
        return url
    parts = _split(url)
    if parts is None:
        return url
    cache = parts.host == "cdn.ampproject.org" or parts.host.endswith(".ampproject.org")
    viewer = re.fullmatch(r"(?:www\.)?(?:google|bing)(?:\.[a-z]{2,3}){1,2}", parts.host)
    if not cache and not (viewer and parts.path.startswith("/amp/")):
        return url
    found = _CACHE_PATH.fullmatch(parts.path)
    if found is None:
        return url
    query = "?" + parts.query if parts.query else ""
    return f"{'https' if found[1] else 'http'}://{found[2]}{query}"


@lru_cache(maxsize=4_096)
def _plain_host(host: str) -> str:
    """The host without ``www.``, ``m.`` and ``amp.``, unless that is its own name."""
    while True:
        found = _HOST_LABEL.match(host)
        rest = host[found.end() :] if found else host
        if found is None or _SECOND_LEVEL.fullmatch(rest) or _is_address(host):
            return host
        host = rest


@lru_cache(maxsize=4_096)
def _site(host: str) -> str:
    if "." not in host or _is_address(host):
        return host
    found = _extractor()(host)
    if found.domain and found.suffix:
        return f"{found.domain}.{found.suffix}"
    # A suffix of its own (x.test): by the list's rule "*" the last label is the suffix.
    return host if found.suffix else ".".join(host.split(".")[-2:])


@lru_cache(maxsize=1)
def _extractor() -> TLDExtract:
    from tldextract import TLDExtract

    return TLDExtract(
        suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True
    )


def _is_address(host: str) -> bool:
    if not (host[-1:].isdigit() or ":" in host):
        return False
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _normalise(text: str) -> str:
    """Percent-encoding in one form: unreserved plain, the rest in upper case."""
    if "%" in text:
        text = _ESCAPE.sub(_one_escape, text)
    return _UNSAFE.sub(_escaped, text)


def _one_escape(found: re.Match[str]) -> str:
    if found[1] is None:
        return "%25"
    code = int(found[1], 16)
    return chr(code) if code in _UNRESERVED else found[0].upper()


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _reduce_path(path: str, *, drop_print_prefix: bool) -> str:
    """The path without session, AMP and print forms, dot segments, double slashes."""
    if ";" in path:
        path = _SESSION.sub("", path)
    if "//" in path or "/." in path:
        path = _straight(path)
    lower = path.lower()
    if "amp" not in lower and "print" not in lower:
        return path
    path = _AMP_SCRIPT.sub("/", _FORM_TAIL.sub("", path))
    path = _FORM_FOLDER.sub(lambda found: found[1] or "/", path)
    path = _AMP_PREFIX.sub(r"\1", path)
    # "/print/7-slug" is some outlets' only address: to be fetched it stays as it is.
    deep = "" if drop_print_prefix else r"/[^/]+"
    return re.sub(rf"\A/print(?={deep}/[^/])", "", path, flags=re.I)


def _straight(path: str) -> str:
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in {"", "."}:
            kept.append(segment)
    tail = "/" if kept and path.endswith(("/", "/.", "/..")) else ""
    return "/" + "/".join(kept) + tail


def _reduce_query(query: str) -> list[str]:
    """The parameters that name the article, in the order given."""
    if not query:
        return []
    pairs = _normalise(query.replace("&amp;", "&")).split("&")
    return [pair for pair in pairs if pair and not _is_noise(pair)]


def _is_noise(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name, value = name.lower(), value.lower()
    if name in tracking.NAMES or name.startswith(tracking.PREFIXES):
        return True
    if name in tracking.FORM_SWITCHES:
        return value in tracking.SWITCHED
    if name in tracking.FORM_NAMES:
        return value in tracking.FORM_VALUES
    if name in {"m", "mobile"}:
        return value in {"0", "1", "true"}
    if name in {"sid", "s"}:
        return _LONG_HEX.match(value) is not None
    if name in tracking.CHANNEL_NAMES:
        return _names_a_channel(name, value)
    return False


def _names_a_channel(name: str, value: str) -> bool:
    if value in tracking.CHANNELS or _HOSTNAME_VALUE.match(value):
        return True
    return name in {"ref", "from"} and _WORDS_ONLY.match(value) is not None
