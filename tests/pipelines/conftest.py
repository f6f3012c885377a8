"""A crawler that never crawls, over a real store."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.settings import Settings

from newscrawl.items import Article, Errand, Paragraph, Syndication
from newscrawl.store.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = "2026-03-02T12:00:00+00:00"


class Stats:
    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def inc_value(self, key: str, count: int = 1) -> None:
        self.values[key] = self.values.get(key, 0) + count

    def set_value(self, key: str, value: Any) -> None:
        self.values[key] = value

    def get_stats(self) -> dict[str, Any]:
        return self.values


class Engine:
    async def close_spider_async(self, *, reason: str) -> None:
        self.reason = reason


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session(
        "ians", tmp_path / "output", tmp_path / "output" / "state.sqlite", clock=NOW
    )
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def crawler(session: Session) -> Any:
    spider = SimpleNamespace(
        name="ians",
        wanted=frozenset({"ians"}),
        roles=frozenset({"wire", "wire_edited"}),
        everything=False,
        outlets={},
        agencies=None,
        errands={},
    )
    session._crawler = SimpleNamespace(spider=spider, engine=Engine())  # type: ignore[assignment]
    return SimpleNamespace(spider=spider, stats=Stats(), settings=Settings())


WORDS = (
    "The irrigation board opened {n} sluices of the northern canal on Monday after "
    "farmers of {n} villages had waited {n} days for water, an official of the "
    "district said, adding that the repair of pump number {n} would take until the end "
    "of week {n}."
)


def text(number: int) -> str:
    return " ".join(WORDS.format(n=number * 7 + step * 3) for step in range(3))


@pytest.fixture
def make() -> Callable[..., Article]:
    def build(number: int = 1, outlet: str = "lokpatra", **values: Any) -> Article:
        body = values.pop("body", text(number))
        agency = values.pop("agency", "ians")
        role = values.pop("role", "wire" if agency else "unknown")
        url = values.pop("url", f"https://{outlet}.test/news/story-{number}")
        article = Article(
            url=url,
            canonical_url=values.pop("canonical_url", url),
            outlet=outlet,
            headline=values.pop("headline", f"Canal number {number} opened"),
            body=body,
            paragraphs=[Paragraph("lead", body)],
            word_count=len(body.split()),
            agency=agency,
            syndication=Syndication(role=role, confidence=0.9),
            date_published=values.pop("date_published", "2026-03-02T10:00:00+00:00"),
        )
        for name, value in values.items():
            setattr(article, name, value)
        return article

    return build


@pytest.fixture
def errand() -> Errand:
    return Errand("article", "lokpatra", "feed:https://lokpatra.test/rss", key="k")
