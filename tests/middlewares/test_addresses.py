from __future__ import annotations

import pytest
from scrapy.utils.test import get_crawler

from newscrawl.errors import ConfigError
from newscrawl.middlewares.addresses import Allowance, is_public, read_address
from newscrawl.middlewares.guard import AddressGuard

PRIVATE = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.0.0.1.",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0x7F.1",
    "0177.0.0.1",
    "017700000001",
    "00000177.1",
    "0",
    "0.0.0.0",
    "10.0.0.1",
    "10.1",
    "167772161",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "0xc0a80101",
    "192.168.257",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "100.64.0.1",
    "198.18.0.1",
    "192.0.2.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "%31%32%37.0.0.1",
    "１２７.0.0.1",
    "127。0。0。1",
    "[::1]",
    "[::]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:0a00:0001]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::10.0.0.1]",
    "[2002:7f00:1::]",
    "[2002:c0a8:101::1]",
    "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "[fe80::1]",
    "[fc00::1]",
    "[fd12:3456::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[2001:db8::1]",
    "localhost",
    "LOCALHOST.",
    "news.localhost",
    "printer.local",
    "metadata.google.internal",
]
NONSENSE = ["127.0.0.256", "1.2.3.4.5", "1..2", "999999999999", "a b", "", "a%00b"]
PUBLIC = ["8.8.8.8", "x.in", "news.x.co.in", "134744072", "[2606:4700::1111]", "1x.in"]


def guard(**settings: object) -> AddressGuard:
    return AddressGuard(get_crawler(settings_dict=settings))


def urls(host: str) -> list[str]:
    return [f"http://{host}/a", f"https://{host}:443/a", f"http://{host}:80/"]


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses_are_refused(host: str) -> None:
    for url in urls(host):
        reason, _ = guard().verdict(url)
        assert reason in {"private_address", "bad_host"}, url
    assert guard().verdict(f"http://{host}:8080/")[0]


@pytest.mark.parametrize("host", PUBLIC)
def test_public_hosts_pass(host: str) -> None:
    for url in urls(host):
        assert guard().verdict(url) == ("", "")


@pytest.mark.parametrize("host", NONSENSE)
def test_nonsense_is_no_host(host: str) -> None:
    assert guard().verdict(f"http://{host}/")[0] == "bad_host"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/hostname", "scheme"),
        ("ftp://x.in/a", "scheme"),
        ("data:text/html,a", "scheme"),
        ("http://user:pw@x.in/", "userinfo"),
        ("http://x.in@127.0.0.1/", "userinfo"),
        ("http://x.in:22/", "port"),
        ("http://x.in:6379/", "port"),
        ("http://x.in:99999/", "bad_host"),
        ("http://[::1/", "bad_host"),
    ],
)
def test_other_ways_out_are_refused(url: str, reason: str) -> None:
    assert guard().verdict(url)[0] == reason


def test_the_operator_opens_networks_hosts_and_routes() -> None:
    one = guard(NEWSCRAWL_ALLOW_ADDRESSES="10.1.0.0/16, intranet.test,127.0.0.1")
    assert one.verdict("http://10.1.2.3:8080/") == ("", "")
    assert one.verdict("http://intranet.test:8080/") == ("", "")
    assert one.verdict("http://2130706433:9/") == ("", "")
    assert one.verdict("http://10.2.0.1/")[0] == "private_address"
    routed = guard(NEWSCRAWL_CONNECT_TO={"*.news.test": "127.0.0.1:9"})
    assert routed.verdict("https://a.news.test:8443/") == ("", "")
    assert routed.verdict("http://127.0.0.1/")[0] == "private_address"


def test_a_wrong_allowance_is_a_clear_error() -> None:
    with pytest.raises(ConfigError, match=r"10\.0\.0\.0/99"):
        Allowance(["10.0.0.0/99"])
    with pytest.raises(ConfigError, match="NEWSCRAWL_CONNECT_TO"):
        guard(NEWSCRAWL_CONNECT_TO={"a.test": "nowhere"})
    with pytest.raises(ConfigError, match="NEWSCRAWL_CONNECT_TO"):
        guard(NEWSCRAWL_CONNECT_TO="{")


def test_an_address_is_public_by_its_meaning() -> None:
    address = read_address("[64:ff9b::808:808]")
    assert address is not None
    assert is_public(address)
