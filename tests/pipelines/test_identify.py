from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from newscrawl.items import Errand, Trimmed
from newscrawl.pipelines.base import Dropped
from newscrawl.pipelines.identify import Identify, own_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from newscrawl.items import Article
    from newscrawl.store.session import Session


def reason_of(stage: Identify, article: Article) -> str:
    with pytest.raises(Dropped) as dropped:
        stage.process_item(article)
    return dropped.value.reason


def test_a_new_article_gets_its_identity(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    article = Identify(crawler, session).process_item(make())
    assert article.id.startswith("a")
    assert (article.version, article.previous) == (1, None)
    assert article.first_seen == article.version_seen == session.now()
    assert article.text_hash
    assert article.sketch
    assert article.run == session.run


def test_five_addresses_of_one_article_are_one(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    stage = Identify(crawler, session)
    base = "https://lokpatra.test/news/story-1"
    first = stage.process_item(make(url=base))
    for url in (
        base + "?utm_source=feed",
        base + "/amp",
        base.replace("https", "http"),
        base + "#comments",
    ):
        again = make(url=url, canonical_url="", body="Other words " * 30)
        assert reason_of(stage, again) == "same_article"
        assert again.id == first.id


def test_the_same_text_under_another_address_of_the_outlet_is_the_same_article(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    stage = Identify(crawler, session)
    stage.process_item(make(url="https://lokpatra.test/world/a"))
    twin = make(url="https://lokpatra.test/top/a", canonical_url="")
    assert reason_of(stage, twin) == "same_article"
    elsewhere = make(outlet="samachar")
    assert stage.process_item(elsewhere) is elsewhere


def test_a_later_run_knows_an_unchanged_article_and_its_new_address(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    article = Identify(crawler, session).process_item(make())
    session.store.put_article(article)
    again = make(url=article.url + "?ref=home", canonical_url=article.url)
    crawler.spider.errands[again.url] = Errand(
        "article", "lokpatra", "feed", modified="2026-03-02T11:00:00+00:00"
    )
    assert reason_of(Identify(crawler, session), again) == "unchanged"
    page = session.store.page("lokpatra.test/news/story-1?ref=home", "x")
    page = page or session.store.page("lokpatra.test/news/story-1", "x")
    assert page is not None
    assert (page.outcome, page.article) == ("written", article.id)
    assert page.modified == "2026-03-02T11:00:00+00:00"


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"body": "New words came on Tuesday. " * 20}, ["body"]),
        ({"headline": "Canal number 1 closed again"}, ["headline"]),
    ],
)
def test_a_changed_article_is_the_next_version(
    crawler: Any,
    session: Session,
    make: Callable[..., Article],
    change: dict[str, str],
    names: list[str],
) -> None:
    first = Identify(crawler, session).process_item(make())
    first.first_seen = "2026-03-01T00:00:00+00:00"
    session.store.put_article(deepcopy(first))
    second = Identify(crawler, session).process_item(make(**change))
    assert (second.id, second.version) == (first.id, 2)
    assert second.first_seen == "2026-03-01T00:00:00+00:00"
    assert second.previous.version == 1
    assert second.previous.changed == names


def test_a_pruned_body_is_not_told_as_changed(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    first = Identify(crawler, session).process_item(make())
    pruned = deepcopy(first)
    pruned.body = ""
    session.store.put_article(pruned)
    again = make(headline="Canal number 1 closed again")
    second = Identify(crawler, session).process_item(again)
    assert second.previous.changed == ["headline"]


def test_quotes_and_dashes_alone_make_no_new_version(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    first = Identify(crawler, session).process_item(make(headline="A 'canal' - open"))
    session.store.put_article(first)
    again = make(headline="A ‘canal’ – open")
    assert reason_of(Identify(crawler, session), again) == "unchanged"


def test_a_released_article_keeps_its_identity(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    stage = Identify(crawler, session)
    held = stage.process_item(make(agency=None))
    before = held.id
    assert stage.process_item(held).id == before
    session.store.put_article(held)
    assert reason_of(stage, held) == "same_article"


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("https://www.lokpatra.test/a", "https://www.lokpatra.test/a"),
        ("https://lokpatra.test/", "https://lokpatra.test/x/b"),
        ("https://agency.example/a", "https://lokpatra.test/x/b"),
        ("", "https://lokpatra.test/x/b"),
    ],
)
def test_a_canonical_link_counts_on_its_own_site_only(
    make: Callable[..., Article], canonical: str, expected: str
) -> None:
    article = make(
        url="https://lokpatra.test/x/b?utm_source=z", canonical_url=canonical
    )
    assert own_address(article) == expected


OWN = "Neighbours of the valley press meet at the old mill on first Sundays."
SIGNED = "--IANS int/khz/"


def readings(make: Callable[..., Article], **values: Any) -> tuple[Article, Article]:
    """One page read before the outlet was learnt, and after."""
    clean = make(**values)
    dirty = make(**{**values, "body": f"{clean.body} {SIGNED}\n\n{OWN}"})
    clean.trimmed = [Trimmed("recurring", OWN), Trimmed("sign_off", SIGNED)]
    return dirty, clean


@pytest.mark.parametrize("learnt_first", [False, True])
def test_what_was_learnt_or_forgotten_since_makes_no_version(
    crawler: Any, session: Session, make: Callable[..., Article], learnt_first: bool
) -> None:
    first, again = readings(make)[:: -1 if learnt_first else 1]
    session.store.put_article(Identify(crawler, session).process_item(first))
    assert reason_of(Identify(crawler, session), again) == "unchanged"


def test_nor_does_it_where_the_old_text_was_pruned(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    dirty, clean = readings(make)
    written = Identify(crawler, session).process_item(dirty)
    written.body, written.trimmed = "", []
    session.store.put_article(written)
    assert reason_of(Identify(crawler, session), clean) == "unchanged"


def test_a_text_that_was_changed_too_is_a_new_version(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    dirty, clean = readings(make)
    session.store.put_article(Identify(crawler, session).process_item(dirty))
    clean.body += " The repair took longer."
    article = Identify(crawler, session).process_item(clean)
    assert article.version == 2
    assert article.previous is not None
    assert "body" in article.previous.changed


def test_a_new_headline_does_not_say_that_the_body_changed(
    crawler: Any, session: Session, make: Callable[..., Article]
) -> None:
    dirty, clean = readings(make)
    session.store.put_article(Identify(crawler, session).process_item(dirty))
    clean.headline = "Sluices opened at last"
    article = Identify(crawler, session).process_item(clean)
    assert article.previous is not None
    assert article.previous.changed == ["headline"]


@pytest.mark.parametrize("stored", [False, True])
def test_another_address_of_a_page_read_before_is_the_same_article(
    crawler: Any, session: Session, make: Callable[..., Article], stored: bool
) -> None:
    dirty, _ = readings(make, url="https://lokpatra.test/world/a")
    _, clean = readings(make, url="https://lokpatra.test/top/a")
    stage = Identify(crawler, session)
    written = stage.process_item(dirty)
    if stored:
        session.store.put_article(written)
        stage = Identify(crawler, session)
    assert reason_of(stage, clean) == "same_article"
