from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.pipelines.base import Dropped
from newscrawl.pipelines.require import Require

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.items import Article
    from newscrawl.store.session import Session


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"headline": ""}, "no_headline"),
        ({"body": ""}, "no_body"),
        ({"body": "Photo: the canal on Monday."}, "too_short"),
    ],
)
def test_what_is_no_usable_article_is_dropped_and_counted(
    crawler: Any,
    session: Session,
    make: Callable[..., Article],
    values: dict[str, Any],
    reason: str,
) -> None:
    with pytest.raises(Dropped) as dropped:
        Require(crawler, session).process_item(make(**values))
    assert dropped.value.reason == reason
    assert crawler.stats.values == {f"newscrawl/dropped/require/{reason}": 1}


def test_a_text_in_a_script_without_spaces_is_long_enough(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    article = make(body="水利部门星期一打开北方运河闸门。" * 10)
    assert Require(crawler, session).process_item(article) is article


def test_items_of_other_kinds_pass(crawler: Any, session: Session) -> None:
    item = {"headline": ""}
    assert Require(crawler, session).process_item(item) is item


def test_a_run_that_gave_up_takes_no_more(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    from newscrawl.errors import OutputError

    session.failure = OutputError("disk full")
    with pytest.raises(Dropped, match="stopped"):
        Require(crawler, session).process_item(make())
