from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.items import Story
from newscrawl.pipelines.base import Dropped
from newscrawl.pipelines.identify import Identify
from newscrawl.pipelines.validate import Validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.items import Article
    from newscrawl.store.session import Session


def test_a_valid_article_passes_and_an_invalid_one_says_where(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    article = Identify(crawler, session).process_item(make())
    article.story = Story("s00000001", "first")
    stage = Validate(crawler, session)
    assert stage.process_item(article) is article
    article.date_published = "yesterday"
    with pytest.raises(Dropped) as dropped:
        stage.process_item(article)
    assert dropped.value.reason == "invalid"
    assert dropped.value.detail.startswith("date_published: ")
