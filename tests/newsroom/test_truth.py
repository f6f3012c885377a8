from __future__ import annotations

import json
from datetime import timedelta

import pytest

from newscrawl.newsroom.truth import copy_truth, to_json
from newscrawl.newsroom.world import World


@pytest.fixture(scope="module")
def world():
    return World()


@pytest.fixture(scope="module")
def truth(world):
    return world.truth()


def test_truth_is_json_and_repeats(world, truth):
    assert json.loads(to_json(truth)) == truth
    assert world.truth() == truth


def test_urls_come_from_the_site_layer(world):
    def url_of(copy):
        return [f"https://x.test/{copy.slug}", f"https://x.test/{copy.slug}/amp"]

    told = world.truth(url_of=url_of)["copies"]
    assert all(c["url"] == c["urls"][0] and len(c["urls"]) == 2 for c in told)
    assert all(c["url"] is None for c in world.truth()["copies"])


def test_stories_and_copies_point_at_each_other(truth):
    copies = {copy["id"]: copy for copy in truth["copies"]}
    for story in truth["stories"]:
        assert story["leads"]
        told = [copies[name] for name in story["copies"]]
        assert all(copy["story"] == story["id"] for copy in told)
        assert all(copy["agency"] == story["agency"] for copy in told)
        if told:
            assert told[0]["outlet"] == story["first_outlet"]
            assert told == sorted(told, key=lambda c: c["published"])
    in_stories = {name for story in truth["stories"] for name in story["copies"]}
    assert {c["id"] for c in truth["copies"] if c["wire"]} == in_stories


def test_every_story_seen_has_one_first_copy(truth):
    told = [*truth["copies"], *truth["vanished"]]
    firsts = [c["story"] for c in told if c["relation"] == "first"]
    assert len(firsts) == len(set(firsts))
    assert set(firsts) == {c["story"] for c in told}


def test_the_clock_moves_pages_from_coming_to_live_to_vanished(world):
    total = len(world.copies)
    before = world.truth(world.start)
    assert before["copies"] == before["vanished"] == []
    assert before["coming"] == total
    now, end = world.truth(), world.truth(world.end)
    assert len(now["copies"]) + len(now["vanished"]) + now["coming"] == total
    assert now["coming"] > 0 == end["coming"]
    assert len(end["vanished"]) > len(now["vanished"])
    assert len(end["stories"]) == 60 >= len(now["stories"])


def test_an_updated_lead_shows_when_it_is_published(world):
    hosts = {profile.id: profile.host for profile in world.profiles}
    copy = next(
        c
        for c in world.copies
        if c.relation == "update" and c.versions[0].lead == 1 and len(c.versions) > 1
    )
    change = copy.versions[1].since
    old = copy_truth(copy, change - timedelta(seconds=1), hosts)
    new = copy_truth(copy, change, hosts)
    assert (old["relation"], new["relation"]) != ("update", "update")
    assert new["relation"] == "update"
    assert old["modified"] is None
    assert new["modified"] == change.isoformat()
    assert old["paragraphs"] != new["paragraphs"]
    assert (len(old["versions"]), len(new["versions"])) == (1, 2)


def test_corrections_change_the_text_and_say_so(world):
    corrected = [c for c in world.copies if "correction" in c.edits]
    assert {bool(c.wire) for c in corrected} == {True, False}
    for copy in corrected:
        last = copy.versions[-1]
        if len(copy.versions) > 1:
            assert last.modified is not None
            assert last.paragraphs != copy.versions[0].paragraphs


def test_a_copy_not_yet_published_has_no_truth(world):
    copy = world.copies[0]
    with pytest.raises(ValueError, match="not published"):
        copy_truth(copy, world.start - timedelta(days=1), {copy.outlet: "x"})


def test_the_record_words_are_used(truth):
    for copy in truth["copies"]:
        assert copy["role"] in {"wire", "wire_edited", "mixed", "own", "press_release"}
        assert copy["published"].endswith("+05:30")
        assert copy["host"] == f"{copy['outlet']}.newsroom.test"
        if copy["role"] in ("wire", "wire_edited", "mixed"):
            assert copy["agency"]
        if copy["role"] == "own":
            assert copy["agency"] is None
            assert not copy["credited"]
