from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.errors import StateError
from newscrawl.extensions.learning import Learning
from newscrawl.text.recurring import OutletMemory

MEMORY = OutletMemory.of(["All the valley in one letter"])


class Remembering:
    """A session whose store remembers one outlet, or fails."""

    def __init__(self, fails: bool = False) -> None:
        self.failure: Exception | None = None
        self.store = self
        self.fails = fails

    def learning(self) -> Remembering:
        return self

    def memory(self, outlet: str) -> OutletMemory:
        if self.fails:
            raise StateError("the disk failed")
        return MEMORY

    def fail(self, error: Exception) -> None:
        self.failure = error


def begun(session: Remembering, **settings: Any) -> tuple[Learning, Any]:
    spider = SimpleNamespace(memory_of=None)
    crawler = SimpleNamespace(spider=spider, settings=Settings(settings))
    extension = Learning(crawler)  # type: ignore[arg-type]
    extension.session = session  # type: ignore[assignment]
    extension.begin()
    return extension, spider


def test_the_spider_gets_the_memory() -> None:
    _, spider = begun(Remembering())
    assert spider.memory_of("valley") is MEMORY


@pytest.mark.parametrize("off", [False, "False", 0])
def test_it_does_not_where_that_is_off(off: object) -> None:
    _, spider = begun(Remembering(), NEWSCRAWL_LEARN=off)
    assert spider.memory_of is None


def test_a_state_that_fails_ends_the_run_and_not_the_page() -> None:
    session = Remembering(fails=True)
    _, spider = begun(session)
    assert spider.memory_of("valley") is None
    assert isinstance(session.failure, StateError)
    session.fails = False
    assert spider.memory_of("valley") is None
