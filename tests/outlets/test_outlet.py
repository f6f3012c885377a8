"""What one outlet covers."""

from __future__ import annotations

import pytest

from newscrawl.outlets import Outlet

HOSTS = ("x.in", "*.y.in", "z.test:8080", "*.p.test:81", "192.0.2.7", "[::1]:99")
OUTLET = Outlet(
    id="x", name="X", hosts=HOSTS, feeds=("https://feeds.service.test/x/latest",)
)


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        ("x.in", True),
        ("X.IN", True),
        ("www.x.in", True),
        ("https://x.in/a?b=https://z.in", True),
        ("https://www.x.in:8443/a", True),
        ("https://x.in./a", True),
        ("https://m.x.in/a", False),
        ("https://nox.in/a", False),
        ("https://x.in.evil.test/", False),
        ("https://x.in@evil.test/", False),
        ("https://evil.test/x.in", False),
        ("https://evil.test/?u=//x.in/", False),
        ("https://evil.test#@x.in/", False),
        ("https://m.y.in/", True),
        ("https://a.b.y.in/", True),
        ("https://y.in/", False),
        ("https://noty.in/", False),
        ("http://z.test:8080/a", True),
        ("z.test:8080", True),
        ("http://z.test/a", False),
        ("http://z.test:8081/a", False),
        ("http://a.p.test:81/", True),
        ("http://a.p.test:82/", False),
        ("http://192.0.2.7/", True),
        ("http://192.0.2.70/", False),
        ("http://[::1]:99/", True),
        ("http://[::1]/", False),
        ("https://feeds.service.test/~r/x/1", True),
        ("https://service.test/", False),
        ("", False),
        ("mailto:a@x.in", False),
        ("http://[::1", False),
        ("http://x.in:99999999/", False),
        ("//", False),
        ("https://evil.test\\@x.in/", False),
        ("https://evil.test\\.y.in/", False),
    ],
)
def test_covers(place, covered):
    assert OUTLET.covers(place) is covered


def test_only_three_things_must_be_told():
    outlet = Outlet(id="x", name="X", hosts=("x.in",))
    assert (outlet.status, outlet.enabled, outlet.robots_sitemaps) == (
        "observed",
        True,
        True,
    )
    assert (outlet.amp, outlet.date_order, outlet.section_pages) == ("no", "DMY", 3)
    assert outlet.verify_tls
    assert outlet.delay is None
    assert outlet.daily_requests is None
    assert not outlet.covers("https://www.www.x.in/")
