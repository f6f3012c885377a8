from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.items import Syndication
from newscrawl.pipelines.identify import Identify
from newscrawl.pipelines.relate import Relate

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.items import Article
    from newscrawl.store.session import Session


@pytest.fixture
def relate(crawler: Any, session: Session) -> Callable[[Article], Article]:
    stages = [Identify(crawler, session), Relate(crawler, session)]

    def through(article: Article) -> Article:
        for stage in stages:
            stage.process_item(article)
        return article

    return through


def test_copies_of_one_text_are_one_story(
    relate: Callable[[Article], Article], make: Callable[..., Article]
) -> None:
    first = relate(make())
    second = relate(make(outlet="samachar", date_published="2026-03-02T10:20:00+00:00"))
    other = relate(make(number=9, outlet="samachar"))
    assert first.story and second.story and other.story
    assert first.story.relation == "first"
    assert second.story.id == first.story.id != other.story.id
    assert second.story.relation == "verbatim"
    assert (second.story.first_outlet, second.story.lag_seconds) == ("lokpatra", 1200)
    assert second.story.edits is not None
    assert second.story.edits.against == first.id


def test_an_uncredited_copy_takes_the_agency_of_its_story(
    relate: Callable[[Article], Article], make: Callable[..., Article]
) -> None:
    first = relate(make())
    copy = relate(make(outlet="samachar", agency=None))
    assert copy.agency == "ians"
    assert copy.syndication.role == "wire"
    sign = copy.syndication.evidence[-1]
    assert (sign.sign, sign.where) == ("matched_copy", first.story and first.story.id)
    assert sign.quote == first.id


@pytest.mark.parametrize("role", ["press_release", "mixed"])
def test_a_match_does_not_overrule_what_the_page_says(
    relate: Callable[[Article], Article], make: Callable[..., Article], role: str
) -> None:
    relate(make())
    copy = relate(make(outlet="samachar", agency=None, role=role))
    assert copy.agency is None
    assert copy.syndication.role == role


def test_an_own_story_names_no_agency_to_its_copies(
    relate: Callable[[Article], Article], make: Callable[..., Article]
) -> None:
    relate(make(agency=None, role="own"))
    copy = relate(make(outlet="samachar", agency=None))
    assert copy.agency is None


def test_what_becomes_of_stories_is_told(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    identify, relate = Identify(crawler, session), Relate(crawler, session)
    relate.open_spider()
    for values in (
        {"outlet": "samachar", "date_published": "2026-03-02T10:20:00+00:00"},
        {"outlet": "lokpatra", "date_published": "2026-03-02T10:00:00+00:00"},
        {"outlet": "vritta", "date_published": "2026-03-02T10:40:00+00:00"},
    ):
        article = make(**values)
        identify.process_item(article)
        relate.process_item(article)
    relate.close_spider()
    (line,) = (session.directory / "stories.jsonl").read_text().splitlines()
    told = json.loads(line)
    story = told.pop("story")
    assert told.pop("why").startswith("lokpatra had it at 2026-03-02T10:00:00+00:00, b")
    assert told.pop("article") == session.store.copies().story(story).first  # type: ignore[union-attr]
    assert (told.pop("version"), told.pop("at")) == (1, session.now())
    assert told == {"kind": "first", "into": story, "outlet": "lokpatra"}
    assert crawler.stats.values["newscrawl/changes/first"] == 1


def test_an_outlet_is_held_to_its_claim(
    relate: Callable[[Article], Article], make: Callable[..., Article]
) -> None:
    def claim(outlet: str, **values: Any) -> tuple[bool | None, bool]:
        signs = Syndication(role="wire", confidence=0.9, claims_unmodified=True)
        one = relate(make(outlet=outlet, syndication=signs, **values))
        assert one.story is not None and one.story.edits is not None
        return one.story.edits.claim_holds, one.story.edits.credit_removed

    whole = make().body
    cut = whole[: len(whole) * 2 // 3]
    relate(make())
    assert claim("cutter", body=cut) == (None, False)  # one outlet against one
    assert claim("keeper") == (True, False)
    assert claim("other", body=cut[:-30]) == (False, False)
    told = relate(make(outlet="silent", agency=None, body=cut[:-60]))
    assert told.story is not None and told.story.edits is not None
    assert told.story.edits.claim_holds is None
    assert told.story.edits.credit_removed
