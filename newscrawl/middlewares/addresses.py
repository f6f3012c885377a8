"""Which addresses belong to the public internet, in every spelling of a URL's host."""

from __future__ import annotations

import re
import unicodedata
from fnmatch import fnmatchcase
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newscrawl.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

Address = IPv4Address | IPv6Address

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]{0,252})\Z")
_NUMBER = re.compile(r"0x[0-9a-f]*\Z|[0-9]+\Z")
_DOTS = str.maketrans({"。": ".", "．": ".", "｡": "."})  # what IDNA takes for a dot
# RFC 6052, RFC 8215: an IPv4 address rides in the last 32 bits.
_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, deprecated, still routed by some


def plain_host(host: str) -> str:
    """The host as a resolver will read it: decoded, folded, no brackets, no last dot.

    >>> plain_host("１２７.0.0.1."), plain_host("%31%32%37.0.0.1")
    ('127.0.0.1', '127.0.0.1')
    """
    text = unicodedata.normalize("NFKC", unquote(host)).translate(_DOTS).lower()
    return text.strip("[]").removesuffix(".")


def read_address(host: str) -> Address | None:
    """The address a host spells, by the rules of ``inet_aton``; ``None`` for a name.

    A host that ends in a number and is no address raises ``ValueError``, as in
    browsers.

    >>> read_address("0x7f.1"), read_address("2130706433")
    (IPv4Address('127.0.0.1'), IPv4Address('127.0.0.1'))
    >>> read_address("example.in") is None
    True
    """
    host = plain_host(host)
    if ":" in host:
        return ip_address(host.partition("%")[0])
    labels = host.split(".")
    if not _NUMBER.match(labels[-1]):
        return None
    if len(labels) > 4:
        raise ValueError(f"{host!r} has too many numbers")
    parts = [_read_number(label) for label in labels]
    *head, last = parts
    if any(part > 255 for part in head) or last >= 256 ** (5 - len(parts)):
        raise ValueError(f"{host!r} has a number out of range")
    value = last
    for place, part in enumerate(head):
        value += part << (8 * (3 - place))
    return IPv4Address(value)


def _read_number(label: str) -> int:
    if not _NUMBER.match(label) or len(label) > 20:
        raise ValueError(f"{label!r} is no number")
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if len(label) > 1 and label.startswith("0") else 10)


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, also inside an IPv6 wrapper.

    >>> is_public(ip_address("::ffff:10.0.0.1")), is_public(ip_address("8.8.8.8"))
    (False, True)
    """
    if isinstance(address, IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(inner)
        if address.teredo or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: IPv6Address) -> IPv4Address | None:
    wrapped = address.ipv4_mapped or address.sixtofour
    if wrapped is not None:
        return wrapped
    if any(address in network for network in (*_NAT64, _COMPATIBLE)):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def is_host_name(host: str) -> bool:
    """Whether a plain host is written as names of hosts are."""
    return bool(_HOST.match(host))


class Allowance:
    """What the operator opens: networks, addresses and host name patterns."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.networks: list[IPv4Network | IPv6Network] = []
        self.names: list[str] = []
        for entry in map(str.strip, entries):
            try:
                self.networks.append(ip_network(entry, strict=False))
            except ValueError:
                if "/" in entry or not entry:
                    raise ConfigError(
                        f"setting NEWSCRAWL_ALLOW_ADDRESSES: {entry!r} is no network, "
                        'address or host name; give e.g. "10.1.0.0/16,intranet.test"'
                    ) from None
                self.names.append(entry.lower())

    def address(self, address: Address) -> bool:
        """Whether an address may be reached."""
        return is_public(address) or self.opens(address)

    def opens(self, address: Address) -> bool:
        """Whether the operator named this address or its network."""
        return any(address in n for n in self.networks if n.version == address.version)

    def name(self, host: str) -> bool:
        """Whether a host may be reached whatever its address."""
        return any(fnmatchcase(host, pattern) for pattern in self.names)
