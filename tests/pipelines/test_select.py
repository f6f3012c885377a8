from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.items import Story
from newscrawl.pipelines.base import Dropped
from newscrawl.pipelines.identify import Identify
from newscrawl.pipelines.relate import Relate
from newscrawl.pipelines.select import Select

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.items import Article
    from newscrawl.store.session import Session


@pytest.mark.parametrize(
    ("agency", "role", "reason"),
    [
        ("ians", "wire", None),
        ("ians", "wire_edited", None),
        ("pti", "wire", "other_agency"),
        ("ians", "mixed", "mixed"),
        (None, "press_release", "press_release"),
        (None, "own", "own"),
        (None, "unknown", "uncredited"),
    ],
)
def test_what_the_spider_was_sent_for(
    crawler: Any,
    session: Session,
    make: Callable[..., Article],
    agency: str | None,
    role: str,
    reason: str | None,
) -> None:
    article = make(agency=agency, role=role, id="a1", story=Story("s00000001", "first"))
    stage = Select(crawler, session)
    if reason is None:
        assert stage.process_item(article) is article
        return
    with pytest.raises(Dropped) as dropped:
        stage.process_item(article)
    assert dropped.value.reason == reason


def test_the_outlet_spider_takes_everything(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    crawler.spider.everything = True
    crawler.spider.roles = frozenset({"wire", "own", "unknown"})
    article = make(agency=None, role="own")
    assert Select(crawler, session).process_item(article) is article


def test_an_uncredited_copy_is_held_until_a_credited_one_comes(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    identify, relate = Identify(crawler, session), Relate(crawler, session)
    select = Select(crawler, session)
    early = make(agency=None)
    for stage in (identify, relate):
        stage.process_item(early)
    with pytest.raises(Dropped, match="uncredited"):
        select.process_item(early)
    assert list(session.store.released()) == []
    credited = make(outlet="samachar")
    for stage in (identify, relate, select):
        stage.process_item(credited)
    released = list(session.store.released())
    assert [article.id for article in released] == [early.id]
    for stage in (identify, relate, select):
        stage.process_item(released[0])
    assert released[0].agency == "ians"


def test_a_held_copy_of_another_agency_is_told_once_and_forgotten(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    stages = [kind(crawler, session) for kind in (Identify, Relate, Select)]

    def run(article: Article) -> None:
        for stage in stages:
            stage.process_item(article)

    with pytest.raises(Dropped, match="uncredited"):
        run(make(agency=None))
    with pytest.raises(Dropped, match="other_agency"):
        run(make(outlet="samachar", agency="pti"))
    (released,) = session.store.released()
    with pytest.raises(Dropped, match="other_agency"):
        run(released)
    assert list(session.store.released()) == []
