"""Joining without a crawl: durable, one writer, many readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import newscrawl
from newscrawl.errors import LockedError, StateError
from newscrawl.items import Article, Paragraph

if TYPE_CHECKING:
    from pathlib import Path

DAM = (
    "The old dam above Lindholm gave way on Friday and eleven farms stood in water by"
    " noon, the county said. Nobody was hurt, but 340 cattle were lost. The dam was"
    " built in 1911 and had been inspected in March by two engineers."
)
FAIR = (
    "Organisers of the autumn book fair in Varnes counted fewer visitors than ever,"
    " though forty publishers came. The hall was too cold on the first day, and the"
    " bus from the station ran only twice, several guests complained on Sunday."
)


def told(key: str, outlet: str, body: str, **more: Any) -> dict[str, Any]:
    headline = " ".join(body.split()[:5])
    return {"id": key, "outlet": outlet, "headline": headline, "body": body, **more}


def test_what_was_added_is_found_by_the_next_process(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    at = "2025-05-02T10:00:00+00:00"
    with newscrawl.StoryIndex(path) as index:
        first = index.add(told("a", "north", DAM, published=at, agency="ians"))
        index.add(told("b", "south", FAIR))
        assert index.match(told("c", "east", "Boats wait at the landing.")) is None
    with newscrawl.StoryIndex(path) as index:
        found = index.match(told("c", "east", DAM + " Repairs will take a year."))
        assert found is not None
        assert (found.story, found.matched) == (first.story, "a")
        assert found.relation in {"edited", "expanded"}
        assert found.contained == 1.0
        assert 0.9 < found.aligned < 1.0
        assert found.reasons
        assert len(index) == 2
        assert index.story_of("c") is None
        assert index.add(told("c", "east", DAM)).story == first.story
    with newscrawl.StoryIndex(path, read_only=True) as index:
        stories = list(index)
    assert [[copy.id for copy in story.copies] for story in stories] == [
        ["a", "c"],
        ["b"],
    ]
    assert (stories[0].agency, stories[0].first, stories[0].first_at) == (
        "ians",
        "a",
        at,
    )


def test_an_article_of_the_reader_is_taken_as_it_is(tmp_path: Path) -> None:
    article = Article(id="x1", outlet="north", headline="The old dam above Lindholm")
    article.paragraphs = [Paragraph("lead", DAM)]
    with newscrawl.StoryIndex(tmp_path / "s.sqlite") as index:
        index.add(article)
        found = index.match(told("y", "south", DAM))
        assert found is not None
        assert found.matched == "x1"


def test_one_writes_and_others_read(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    with newscrawl.StoryIndex(path, commit_every=1) as writer:
        writer.add(told("a", "north", DAM))
        with pytest.raises(LockedError, match="a story index"):
            newscrawl.StoryIndex(path)
        with newscrawl.StoryIndex(path, read_only=True) as reader:
            assert reader.match(told("b", "south", DAM)) is not None
            writer.add(told("c", "south", FAIR))
            assert reader.match(told("d", "east", FAIR)) is not None
            with pytest.raises(StateError, match="for reading"):
                reader.add(told("b", "south", DAM))
    newscrawl.StoryIndex(path).close()


def test_a_failure_leaves_the_file_as_of_the_last_commit(tmp_path: Path) -> None:
    path = tmp_path / "stories.sqlite"
    with pytest.raises(RuntimeError), newscrawl.StoryIndex(path) as index:
        index.add(told("a", "north", DAM))
        index.commit()
        index.add(told("b", "south", FAIR))
        raise RuntimeError
    with newscrawl.StoryIndex(path) as index:
        assert [story.first for story in index] == ["a"]


def test_what_is_no_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="does not exist"):
        newscrawl.StoryIndex(tmp_path / "none.sqlite", read_only=True)
    path = tmp_path / "words.sqlite"
    path.write_text("only a few words, and no database\n" * 40)
    with pytest.raises(StateError):
        newscrawl.StoryIndex(path)
    path.unlink()
    newscrawl.StoryIndex(path).close()


@pytest.mark.parametrize(
    ("article", "message"),
    [
        ({"body": DAM}, "'id'"),
        ({"id": "", "body": DAM}, "'id'"),
        ({"id": True, "body": DAM}, "'id'"),
        ({"id": "a"}, "'body'"),
        ({"id": "a", "body": [1]}, "'body'"),
        ({"id": "a", "body": DAM, "headline": 7}, "'headline'"),
        ({"id": "a", "body": DAM, "published": 7}, "'published'"),
    ],
)
def test_a_mapping_that_is_no_article_is_told(
    tmp_path: Path, article: dict[str, Any], message: str
) -> None:
    with newscrawl.StoryIndex(tmp_path / "s.sqlite") as index:
        with pytest.raises(ValueError, match=message):
            index.add(article)
        assert len(index) == 0


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Nothing"):
        newscrawl.Nothing  # noqa: B018


def test_names_of_no_story(tmp_path: Path) -> None:
    with newscrawl.StoryIndex(tmp_path / "s.sqlite") as index:
        index.add(told("a", "north", DAM))
        assert index.story("s1") == index.story("s00000001")
        for name in ("1", "s", "", "s\u00b2", "s\u0661", "s" + "9" * 30, "S1", "a"):
            assert index.story(name) is None


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with newscrawl.StoryIndex(path) as index:
        index.add(told("a", "north", DAM))
        index.close()
    index.close()
    with newscrawl.StoryIndex(path, read_only=True) as index:
        assert len(index) == 1


def test_one_that_nobody_closed_gives_the_file_back(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    index = newscrawl.StoryIndex(path)
    index.add(told("a", "north", DAM))
    index.commit()
    index.add(told("b", "south", FAIR))
    with pytest.raises(LockedError, match="this very process holds this state"):
        newscrawl.StoryIndex(path)
    with pytest.warns(ResourceWarning, match="not closed"):
        del index
    with newscrawl.StoryIndex(path) as again:
        assert [story.first for story in again] == ["a"]


@pytest.mark.parametrize("path", ["", ".", "/"])
def test_a_path_without_a_name(path: str) -> None:
    with pytest.raises(StateError, match="names no file"):
        newscrawl.StoryIndex(path)
