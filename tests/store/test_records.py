"""Records keep every field, its order and its value."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

from newscrawl.items import (
    Article,
    Author,
    Edits,
    Evidence,
    Http,
    Image,
    Paragraph,
    Previous,
    Raw,
    Story,
    Syndication,
    Trimmed,
)
from newscrawl.store.records import article_from_record, to_record
from newscrawl.store.replay import copy_text

EDITS = Edits("a0", "same", 1, 0, 1, 0.1)


def full_article() -> Article:
    return Article(
        id="a0001",
        version=2,
        first_seen="2026-01-02T03:04:05+00:00",
        url="https://herald.test/a",
        outlet="herald",
        alt_ids=["herald.test/b"],
        headline="Ferry reopens",
        located=["Seoul"],
        body="One.\n\nTwo.",
        paragraphs=[Paragraph("lead", "One."), Paragraph("p", "Two.")],
        trimmed=[Trimmed("sign_off", "--IANS")],
        authors=[Author("IANS", "agency")],
        syndication=Syndication(
            "wire", 0.9, True, [Evidence("d", "ians", "dateline", "(IANS)", 0.9)]
        ),
        image=Image("https://herald.test/i.jpg", credit="Someone"),
        sketch=["00ff"],
        story=Story(
            "s1", "edited", 0.8, 0.9, "a0", edits=Edits("a0", "same", 1, 0, 1, 0.1)
        ),
        previous=Previous(1, ["body"]),
        provenance={"headline": "json-ld"},
        http=Http(200, '"e"'),
        raw=Raw("x.warc", 5),
    )


def test_agrees_with_reflection() -> None:
    for article in (Article(), full_article()):
        assert to_record(article) == asdict(article)


def test_keeps_the_field_order() -> None:
    assert list(to_record(Article())) == [one.name for one in fields(Article)]


def test_comes_back_the_same_through_json() -> None:
    article = full_article()
    again = article_from_record(json.loads(json.dumps(to_record(article))))
    assert again == article
    assert isinstance(again.story, Story)
    assert isinstance(again.story.edits, Edits)


def test_does_not_share_lists_with_the_article() -> None:
    article = full_article()
    record = to_record(article)
    article.keywords.append("ferry")
    article.provenance["body"] = "density"
    assert record["keywords"] == []
    assert "body" not in record["provenance"]


def test_reads_a_record_with_unknown_and_absent_keys() -> None:
    article = article_from_record(
        {"id": "a1", "story": {"id": "s", "relation": "first", "x": 1}}
    )
    assert article.headline == ""
    assert article.story == Story("s", "first")


def test_a_copy_is_as_old_as_its_first_publication() -> None:
    article = Article(id="a1", first_seen="2025-05-07T10:00:00+00:00")
    assert copy_text(article).at == "2025-05-07T10:00:00+00:00"
    article.date_published = "2025-05-06"
    assert copy_text(article).at == "2025-05-06"
    article.date_first_published = "2022-11-02"
    assert copy_text(article).at == "2022-11-02"
