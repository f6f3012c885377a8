from __future__ import annotations

import asyncio
import errno
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.errors import OutputError
from newscrawl.pipelines.base import Dropped
from newscrawl.pipelines.identify import Identify
from newscrawl.pipelines.relate import Relate
from newscrawl.pipelines.write import Write
from newscrawl.store.session import Session
from newscrawl.store.sqlite import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.items import Article


def run(work: Callable[[], None]) -> None:
    async def inside() -> None:
        work()

    asyncio.run(inside())


def ready(crawler: Any, session: Session, article: Article) -> Article:
    for stage in (Identify(crawler, session), Relate(crawler, session)):
        stage.process_item(article)
    return article


def lines(path: Any) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]


def test_a_line_is_written_and_known_and_the_file_named_at_the_end(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    article = ready(crawler, session, make())
    final = session.directory / "articles.jsonl"

    def work() -> None:
        stage = Write(crawler, session)
        stage.open_spider()
        stage.process_item(article)
        assert not final.exists()
        stage.close_spider()

    run(work)
    assert lines(final) == [article.id]
    page = session.store.page("lokpatra.test/news/story-1", "")
    assert page is not None
    assert (page.outcome, page.article) == ("written", article.id)
    assert crawler.stats.values["newscrawl/outlet/lokpatra/written"] == 1


def test_the_ledger_never_runs_ahead_of_the_file(
    crawler: Any,
    session: Session,
    make: Callable[..., Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a full disk the lines that were durable stay, the rest is unknown again."""
    crawler.settings.set("NEWSCRAWL_COMMIT_EVERY", 2)
    articles = [ready(crawler, session, make(number=n * 11)) for n in range(1, 5)]
    write = os.write

    def work() -> None:
        stage = Write(crawler, session)
        stage.open_spider()
        stage.process_item(articles[0])
        stage.process_item(articles[1])
        stage.process_item(articles[2])

        def full(handle: int, data: Any) -> int:
            write(handle, bytes(data[:10]))
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(Dropped, match="stopped"):
            stage.process_item(articles[3])
        assert session.failure is not None
        assert "No space left" in str(session.failure)
        stage.close_spider()

    run(work)
    monkeypatch.undo()
    part = session.directory / "articles.jsonl.part"
    assert lines(part) == [a.id for a in articles[:2]]
    session.store.close()
    store = open_store(session.store_path, read_only=True)
    known = [store.latest(article.id) is not None for article in articles]
    store.close()
    assert known == [True, True, False, False]
    assert session.failure is not None
    assert session.failure.exit_code == 7


def test_commits_come_every_so_many_lines(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    crawler.settings.set("NEWSCRAWL_COMMIT_EVERY", 2)
    part = session.directory / "articles.jsonl.part"
    articles = [ready(crawler, session, make(number=n * 11)) for n in range(1, 4)]
    sizes = []

    def work() -> None:
        stage = Write(crawler, session)
        stage.open_spider()
        for article in articles:
            stage.process_item(article)
            sizes.append(len(part.read_text("utf-8").splitlines()))
        stage.close_spider()

    run(work)
    assert sizes == [0, 2, 2]


def test_lines_that_the_ledger_could_not_take_are_told_by_the_next_run(
    crawler: Any,
    session: Session,
    make: Callable[..., Article],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The file is durable, the state has no room: no line is lost or doubled."""
    article = ready(crawler, session, make())

    def full() -> None:
        raise OutputError("the disk is full")

    def work() -> None:
        stage = Write(crawler, session)
        stage.open_spider()
        stage.process_item(article)
        monkeypatch.setattr(session.store, "commit", full)
        stage.close_spider()

    run(work)
    assert session.failure is not None
    assert not (session.directory / "articles.jsonl").exists()
    session.close()
    after = Session(session.spider, session.output, session.store_path)
    after.open()
    assert after.store.latest(article.id) is not None
    assert lines(session.directory / "articles.jsonl") == [article.id]
    after.close()
