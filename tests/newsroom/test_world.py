from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pytest

from newscrawl.newsroom.profiles import BASE, profiles
from newscrawl.newsroom.stories import AGENCY_NAMES, START, kind_of, leads_of
from newscrawl.newsroom.world import World
from newscrawl.text.clean import words

PLATFORMS = {
    "amp_portal", "wordpress", "jsonld", "legacy_table", "hindi", "sections", "rss",
    "atom", "broken_feed", "sitemap_gz", "paywall", "five_urls", "moody", "strict",
}  # fmt: skip


@pytest.fixture(scope="module")
def world():
    return World()


def shingles(paragraphs, size=8):
    told = words(" ".join(paragraphs))
    return {tuple(told[n : n + size]) for n in range(len(told) - size + 1)}


def test_same_seed_same_world(world):
    again = World()
    assert again.copies == world.copies
    assert again.wires == world.wires
    assert World(seed=2, stories=5).copies != World(seed=1, stories=5).copies


def test_the_world_does_not_depend_on_the_process():
    program = (
        "import hashlib; from newscrawl.newsroom.world import World;"
        "print(hashlib.sha256(repr(World(stories=8).copies).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert leads_of(0, 1)[0].filed >= START


def test_more_stories_only_add(world):
    larger = {copy.id: copy for copy in World(stories=90).copies}
    assert all(larger[copy.id] == copy for copy in world.copies)
    assert len(larger) > len(world.copies)


def test_more_outlets_only_add(world):
    larger = {copy.id: copy for copy in World(outlets=40).copies}
    assert all(larger[copy.id] == copy for copy in world.copies)
    assert len({copy.outlet for copy in larger.values()}) > 36


def test_profiles_are_of_every_platform_and_have_hosts_of_their_own():
    assert {p.platform for p in BASE} == PLATFORMS
    many = profiles(200)
    assert len({p.id for p in many}) == len({p.host for p in many}) == 200
    assert all(p.host.endswith(".newsroom.test") for p in many)
    assert all(p.id.isascii() and p.id.isalnum() for p in many)
    assert not any(
        p.disclaimer and BASE[n % len(BASE)].name in p.disclaimer
        for n, p in enumerate(many)
        if n >= len(BASE) and p.language == "en"
    )


def test_ids_and_paths_are_unique(world):
    copies = [*world.copies, *World(seed=3, stories=200).copies]
    by_world = [world.copies, copies[len(world.copies) :]]
    for made in by_world:
        assert len({c.id for c in made}) == len(made)
        assert len({(c.outlet, c.section, c.slug) for c in made}) == len(made)


def test_no_paragraph_is_empty_or_unfinished(world):
    for copy in world.copies:
        for version in copy.versions:
            assert version.headline.strip() == version.headline != ""
            assert version.paragraphs
            for text in version.paragraphs:
                assert text.strip() == text != ""
                assert not set("{}|#") & set(text), text
                assert "  " not in text


def test_stories_have_the_length_of_wire_copy():
    for number in range(60):
        for wire in leads_of(number):
            assert 5 <= len(wire.paragraphs) <= 16
            assert 80 <= sum(len(p.split()) for p in wire.paragraphs) <= 520


def test_different_stories_share_only_phrases():
    ordinary = [n for n in range(300) if kind_of(n) not in ("market", "bulletin")]
    seen = defaultdict(set)
    sizes = {}
    for number in ordinary:
        # Background paragraphs are shared on purpose: single ones, at the end.
        made = shingles(leads_of(number)[0].paragraphs[:-1])
        sizes[number] = len(made)
        for shingle in made:
            seen[shingle].add(number)
    shared = Counter(
        pair
        for numbers in seen.values()
        if len(numbers) > 1
        for pair in combinations(sorted(numbers), 2)
    )
    worst = max(n / min(sizes[a], sizes[b]) for (a, b), n in shared.items())
    assert worst < 0.12
    assert sum(len(n) > 1 for n in seen.values()) < 0.03 * len(seen)


def test_twins_tell_one_event_in_two_wordings():
    for number in (1, 11, 21, 31):
        base, twin = leads_of(number - 1)[0], leads_of(number)[0]
        assert twin.place == base.place
        assert twin.agency != base.agency
        assert twin.story != base.story
        ours, theirs = shingles(base.paragraphs), shingles(twin.paragraphs)
        assert len(ours & theirs) < 0.2 * min(len(ours), len(theirs))


def test_templates_share_words_but_not_numbers():
    closes = [leads_of(n)[0] for n in range(60) if kind_of(n) == "market"]
    assert len(closes) == 4
    for one, other in combinations(closes, 2):
        assert one.paragraphs[0] != other.paragraphs[0]
        assert shingles(one.paragraphs, 4) & shingles(other.paragraphs, 4)


def test_background_paragraphs_are_shared_by_different_stories():
    ends = Counter(leads_of(n)[0].paragraphs[-1] for n in range(120))
    assert ends.most_common(1)[0][1] > 1


def test_every_hard_case_occurs(world):
    wire_copies = [copy for copy in world.copies if copy.wire]
    assert {c.relation for c in wire_copies} == {
        "first", "verbatim", "edited", "excerpt", "expanded", "update",
    }  # fmt: skip
    assert {c.role for c in world.copies} == {
        "wire", "wire_edited", "mixed", "own", "press_release",
    }  # fmt: skip
    assert {t for c in world.copies for t in c.traps} == {
        "photo_credit", "cited", "party", "mixed_inputs", "mixed_byline",
        "press_release", "uncredited", "template",
    }  # fmt: skip
    assert {e for c in world.copies for e in c.edits} == {
        "headline", "trimmed", "dropped", "local_paragraph", "words", "typography",
        "teaser", "paywall", "correction", "credit_removed",
    }  # fmt: skip
    assert {c.credit for c in world.copies} >= {
        "dateline", "dateline_colon", "dateline_bracket_country", "dateline_state",
        "dateline_dash", "dateline_stripped", "dateline_hindi", "byline", "tail",
        "tail_bracket", "jsonld_author", "source_line", "none",
    }  # fmt: skip
    assert {c.agency for c in wire_copies} == {
        "ians", "ani", "pti", "reuters", "xinhua",
    }  # fmt: skip
    own = [c for c in world.copies if c.role == "own"]
    traps = {t for c in own for t in c.traps}
    assert {"photo_credit", "cited", "party"} <= traps
    assert all(c.agency is None for c in own)
    assert any(not c.free for c in world.copies)
    assert any(c.vanishes for c in world.copies)


@pytest.mark.parametrize(("seed", "outlets"), [(1, 16), (5, 60), (9, 14)])
def test_uncredited_copies_have_a_credited_twin(seed, outlets):
    made = World(seed=seed, outlets=outlets)
    strict = {p.id for p in made.profiles if p.platform in ("strict", "moody")}
    by_story = defaultdict(list)
    for copy in made.copies:
        by_story[copy.story].append(copy)
    hidden = [c for c in made.copies if c.wire and not c.credited]
    assert hidden
    for copy in hidden:
        assert copy.role == "wire"
        assert copy.tail is copy.disclaimer is copy.photo_credit is None
        assert any(
            other.credited
            and other.free
            and other.vanishes is None
            and other.outlet not in strict
            and other.published < copy.published
            for other in by_story[copy.story]
        )


def test_the_first_copy_is_the_agency_text_and_earliest(world):
    wires = {wire.id: wire for wire in world.wires}
    by_story = defaultdict(list)
    for copy in world.copies:
        if copy.wire:
            by_story[copy.story].append(copy)
    assert set(by_story) == {wire.story for wire in world.wires}
    for story, copies in by_story.items():
        firsts = [c for c in copies if c.relation == "first"]
        assert [c.id for c in firsts] == [min(copies, key=lambda c: c.published).id]
        text = firsts[0].versions[0].paragraphs
        assert text == wires[f"{story}.1"].paragraphs


def test_relations_tell_what_the_text_shows(world):
    wires = {wire.id: wire for wire in world.wires}
    for copy in world.copies:
        if copy.wire is None or "typography" in copy.edits:
            continue
        filed, ran = wires[copy.wire].paragraphs, copy.versions[-1].paragraphs
        if copy.relation == "verbatim":
            assert ran == filed
        if copy.relation == "excerpt":
            assert len(ran) < len(filed)
        if copy.relation == "expanded":
            assert len(ran) > len(filed)
        if copy.relation == "edited":
            assert len(ran) == len(filed)
            assert ran != filed
        if copy.relation == "update":
            assert copy.versions[-1].lead > 1


def test_datelines_and_bylines_name_the_agency_where_they_should(world):
    names = {"ians": "IANS", "ani": "ANI", "pti": "PTI", "reuters": "Reuters",
             "xinhua": "Xinhua"}  # fmt: skip
    for copy in world.copies:
        if copy.wire is None or copy.language == "hi":
            continue
        name, shown = names[copy.agency], copy.versions[0]
        if copy.credit == "dateline_stripped":
            assert shown.dateline
            assert name not in shown.dateline
            assert copy.byline == name
        elif copy.credit.startswith("dateline"):
            assert shown.dateline.endswith(f"({name})")
        elif copy.credit in ("byline", "jsonld_author"):
            assert copy.byline == name
        elif copy.credit in ("tail", "tail_bracket", "source_line"):
            assert name in copy.tail


def test_a_story_about_an_agency_says_so_in_headline_and_lead(world):
    names = {"pti": "PTI", "uni": "UNI", "ani": "ANI", "afp": "AFP"}
    told = [wire for wire in world.wires if wire.party]
    assert told
    for wire in told:
        (other,) = wire.party
        assert wire.agency == "ians"
        assert wire.headline.startswith(names[other])
        assert wire.paragraphs[0].startswith(names[other])


def test_a_cited_agency_is_named_in_the_text_and_is_not_the_writer(world):
    cited = [wire for wire in world.wires if wire.cites]
    assert cited
    for wire in cited:
        assert wire.agency not in wire.cites
        name = AGENCY_NAMES[wire.cites[0]]
        assert any(name in text for text in wire.paragraphs)


def test_hindi_outlets_print_hindi(world):
    hindi = [copy for copy in world.copies if copy.language == "hi"]
    assert hindi
    for copy in hindi:
        assert copy.slug.isascii()
        for text in copy.versions[-1].paragraphs:
            assert not any(c.isascii() and c.isalpha() for c in text), text


def test_the_clock_brings_stories_leads_and_losses(world):
    live = {
        when: sum(c.state_at(when) == "live" for c in world.copies)
        for when in (world.start, world.now, world.end)
    }
    assert live[world.start] == 0
    assert live[world.now] > 0.85 * len(world.copies)
    assert any(c.state_at(world.now) == "not_yet" for c in world.copies)
    assert all(c.state_at(world.end) != "not_yet" for c in world.copies)
    assert any(c.state_at(world.end) == "vanished" for c in world.copies)
    for copy in world.copies:
        times = [version.since for version in copy.versions]
        assert all(a < b for a, b in pairwise(times))
        assert times[0] == copy.published
        assert all(v.modified == v.since for v in copy.versions[1:])
        assert all(v.since <= world.end for v in copy.versions)


def test_a_large_world_is_made_story_by_story():
    large = World(stories=20_000, outlets=16)
    made = large.published()
    first = [next(made) for _ in range(50)]
    assert first == World(stories=60).copies[:50]
    assert leads_of(19_999)[0].filed < large.end


def test_a_world_needs_something():
    with pytest.raises(ValueError, match="at least one"):
        World(stories=0)
