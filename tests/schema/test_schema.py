"""The schema and the dataclasses say the same, in the same order."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any, get_args

import jsonschema_rs
import pytest

from newscrawl import items
from newscrawl.items import Article, Evidence, Paragraph, Story, Syndication
from newscrawl.schema import article_schema, fault
from newscrawl.store.records import to_record

PARTS = [
    items.Paragraph,
    items.Trimmed,
    items.Author,
    items.Evidence,
    items.Syndication,
    items.Image,
    items.Edits,
    items.Story,
    items.Previous,
    items.Http,
    items.Raw,
]


def whole() -> Article:
    return Article(
        id="a0123456789abcdef",
        first_seen="2026-03-01T10:00:00+00:00",
        version_seen="2026-03-01T10:00:00+00:00",
        url="https://lokpatra.test/a/b",
        canonical_url="https://lokpatra.test/a/b",
        outlet="lokpatra",
        headline="Rain fills the dams",
        body="Rain filled the dams.",
        paragraphs=[Paragraph("lead", "Rain filled the dams.")],
        word_count=4,
        syndication=Syndication(
            "wire", 0.9, True, [Evidence("credit", "ians", "byline", "IANS", 0.9)]
        ),
        date_published="2026-03-01T15:20:00+05:30",
        text_hash="0123456789abcdef",
        sketch=["0a1b"],
        story=Story("s1", "first"),
    )


def test_the_schema_is_a_valid_2020_12_schema() -> None:
    jsonschema_rs.meta.validate(article_schema())


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_parts_have_the_fields_of_their_dataclass(part: type[Any]) -> None:
    definition = article_schema()["$defs"][part.__name__]
    assert list(definition["properties"]) == [f.name for f in fields(part)]
    assert definition["required"] == list(definition["properties"])


def test_the_article_has_the_fields_of_its_dataclass_in_order() -> None:
    names = [f.name for f in fields(Article)]
    assert list(article_schema()["properties"]) == names
    assert article_schema()["required"] == names
    assert list(to_record(whole())) == names


def test_everything_is_described_and_closed() -> None:
    schema = article_schema()
    for part in [schema, *schema["$defs"].values()]:
        assert part["additionalProperties"] is False
        assert part["description"]
        assert all(prop["description"] for prop in part["properties"].values())


@pytest.mark.parametrize(
    ("words", "where", "name"),
    [
        (items.Role, "Syndication", "role"),
        (items.Relation, "Story", "relation"),
        (items.ParagraphKind, "Paragraph", "kind"),
        (items.AuthorKind, "Author", "kind"),
    ],
)
def test_closed_vocabularies_are_those_of_the_types(
    words: Any, where: str, name: str
) -> None:
    enum = article_schema()["$defs"][where]["properties"][name]["enum"]
    assert enum == list(get_args(words))


@pytest.mark.parametrize(
    ("words", "name"),
    [(items.Precision, "date_precision"), (items.ZoneFrom, "zone_from")],
)
def test_words_that_may_be_absent(words: Any, name: str) -> None:
    enum = article_schema()["properties"][name]["enum"]
    assert enum == [*get_args(words), None]


def test_a_whole_record_is_valid_as_written_and_as_scrapy_exports_it() -> None:
    assert fault(to_record(whole())) is None
    assert fault(asdict(whole())) is None


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"headline": ""}, "headline"),
        ({"description": ""}, "description"),
        ({"date_published": "2026-03-01 15:20"}, "date_published"),
        ({"date_published": "2026-03-01T15:20:00"}, "date_published"),
        ({"first_seen": "2026-03-01"}, "first_seen"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"outlet": "../etc"}, "outlet"),
        ({"version": 0}, "version"),
        ({"agency": "I A N S"}, "agency"),
        ({"date_precision": "week"}, "date_precision"),
        ({"paragraphs": []}, "paragraphs"),
        ({"paragraphs": [{"kind": "lead", "text": ""}]}, "paragraphs.0.text"),
        ({"keywords": [""]}, "keywords.0"),
        ({"surprise": 1}, "(record)"),
    ],
)
def test_a_fault_names_its_place(change: dict[str, Any], path: str) -> None:
    record = to_record(whole()) | change
    assert (fault(record) or "").split(":")[0] == path
