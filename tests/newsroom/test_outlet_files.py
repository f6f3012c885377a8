"""The outlet files of the invented outlets."""

from __future__ import annotations

import tomllib
from urllib.parse import urlsplit

from newscrawl.newsroom.outlet_files import toml, write_outlets
from newscrawl.newsroom.site import Sites
from newscrawl.newsroom.traffic import Ask
from newscrawl.newsroom.world import World


def test_every_outlet_has_a_file_whose_sources_are_served(tmp_path):
    sites = Sites(World(1, 12, 20), 0)
    paths = write_outlets(sites, tmp_path / "new" / "outlets")
    assert len(paths) == 20
    for path in paths:
        outlet = tomllib.loads(path.read_text(encoding="utf-8"))
        (host,) = outlet["hosts"]
        assert path.stem == outlet["id"] == sites.platforms[host].profile.id
        assert outlet["polite"]["delay"] == 0
        found = outlet["discovery"]
        kinds = ("feeds", "sitemaps", "sections")
        sources = [url for kind in kinds for url in found.get(kind, ())]
        assert sources or found["robots_sitemaps"]
        for url in sources:
            parts = urlsplit(url)
            assert parts.netloc == host
            ask = Ask(parts.path, sites.now, parts.query)
            assert sites.answer(host, ask).status == 200


def test_toml_survives_any_text():
    odd = {"name": 'quote " back \\ slash \n ü हिंदी', "on": True, "list": ["a", "b"]}
    assert tomllib.loads(toml({"": odd, "t": {"n": 3}})) == {**odd, "t": {"n": 3}}
