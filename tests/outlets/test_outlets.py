"""Outlets found by host, selected by word, and replaced by a user's."""

from __future__ import annotations

import pytest

from newscrawl.errors import ConfigError
from newscrawl.outlets import Outlet, Outlets, load_outlets


def outlet(name, *hosts, agencies=(), enabled=True):
    hosts = hosts or (f"{name}.test",)
    return Outlet(id=name, name=name, hosts=hosts, agencies=agencies, enabled=enabled)


OUTLETS = Outlets(
    [
        outlet("kosidarpan", agencies=("ians", "pti")),
        outlet("hillpost", agencies=("ians",), enabled=False),
        outlet("bayledger", "bay.test", "*.bay.test", agencies=("reuters",)),
        outlet("bayhindi", "hindi.bay.test"),
        outlet("odd", "odd.test:8080"),
    ]
)


@pytest.mark.parametrize(
    ("spec", "agencies", "ids"),
    [
        (None, None, "kosidarpan bayledger bayhindi odd"),
        (None, ["ians"], "kosidarpan"),
        (None, frozenset(["pti", "reuters"]), "kosidarpan bayledger"),
        (None, ["efe"], ""),
        (None, [], ""),
        ("all", ["ians"], "kosidarpan bayledger bayhindi odd"),
        (" all ", None, "kosidarpan bayledger bayhindi odd"),
        ("hillpost", ["reuters"], "hillpost"),
        ("odd, kosidarpan,odd,", None, "odd kosidarpan"),
    ],
)
def test_select(spec, agencies, ids):
    chosen = OUTLETS.select(spec, agencies=agencies)
    assert [one.id for one in chosen] == ids.split()


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("kosidarpn", "unknown outlet 'kosidarpn'; did you mean kosidarpan?"),
        ("odd,HillPost2", "unknown outlet 'HillPost2'; did you mean hillpost?"),
        ("www.bay.test", "did you mean bayledger?"),
        ("zzzzzz", "unknown outlet 'zzzzzz'; see docs/reference/outlets.md"),
        ("", "no outlet is named"),
        (" , ", "no outlet is named"),
    ],
)
def test_select_names_the_nearest(spec, says):
    with pytest.raises(ConfigError) as raised:
        OUTLETS.select(spec, agencies=None)
    assert says in str(raised.value)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("bay.test", "bayledger"),
        ("www.bay.test", "bayledger"),
        ("https://BAY.test/a", "bayledger"),
        ("a.b.bay.test", "bayledger"),
        ("hindi.bay.test", "bayhindi"),
        ("www.hindi.bay.test", "bayhindi"),
        ("odd.test:8080", "odd"),
        ("odd.test", None),
        ("nobay.test", None),
        ("", None),
    ],
)
def test_by_host(host, name):
    found = OUTLETS.by_host(host)
    assert (found and found.id) == name


def write(directory, name, host, more=""):
    text = f'id = "{name}"\nname = "Mine"\nhosts = ["{host}"]\n{more}'
    (directory / f"{name}.toml").write_text(text, encoding="utf-8")


def test_a_users_file_replaces_and_adds(tmp_path):
    write(tmp_path, "ndtv", "ndtv.test")
    write(tmp_path, "kosi", "kosi.test", "[polite]\ndelay = 0\n")
    outlets = load_outlets(tmp_path)
    assert len(outlets) == len(load_outlets()) + 1
    assert outlets["ndtv"].name == "Mine"
    assert outlets.by_host("ndtv.com") is None
    assert outlets["kosi"].delay == 0.0


def test_a_host_a_user_claims_is_not_visited_twice(tmp_path):
    assert load_outlets()["theprint"].enabled
    write(tmp_path, "my-print", "ThePrint.in")
    outlets = load_outlets(tmp_path)
    assert outlets.by_host("https://theprint.in/a").id == "my-print"
    assert not outlets["theprint"].enabled
    assert outlets["theprint-hindi"].enabled


def test_agencies_of_a_user_may_be_named(tmp_path):
    write(tmp_path, "kosi", "kosi.test", 'agencies = ["kna"]\n')
    known = {name for one in load_outlets().values() for name in one.agencies}
    assert load_outlets(tmp_path, agencies=[*known, "kna"])["kosi"].agencies == ("kna",)
    with pytest.raises(ConfigError, match="'kna' is no agency known"):
        load_outlets(tmp_path, agencies=known)
