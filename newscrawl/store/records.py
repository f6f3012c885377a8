"""Articles to plain records and back, without reflection on the hot path."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

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

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Record = dict[str, Any]
T = TypeVar("T")


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


_ARTICLE = _names(Article)
_STORY = _names(Story)
_EDITS = _names(Edits)
_IMAGE = _names(Image)


def to_record(article: Article) -> Record:
    """The article as a dictionary of JSON values, in the record's field order.

    Lists and mappings are new, so that changing the article later does not change the
    record.

    >>> list(to_record(Article(id="a1")))[:3]
    ['schema_version', 'id', 'version']
    """
    record: Record = {name: getattr(article, name) for name in _ARTICLE}
    for name, write in _WRITERS.items():
        value = record[name]
        if value is not None:
            record[name] = write(value)
    return record


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article of a record; what is absent takes its default.

    Unknown keys are left out, so that records of a later minor version can be read.
    The article is one of this version, whatever the record was.

    >>> article_from_record({"id": "a1", "located": ["Seoul"], "new": 1}).located
    ['Seoul']
    """
    values = {name: record[name] for name in _ARTICLE if name in record}
    values.pop("schema_version", None)
    for name, read in _READERS.items():
        value = values.get(name)
        if value is not None:
            values[name] = read(value)
    return Article(**values)


def _write_syndication(value: Syndication) -> Record:
    return {
        "role": value.role,
        "confidence": value.confidence,
        "claims_unmodified": value.claims_unmodified,
        "evidence": [
            {
                "sign": one.sign,
                "agency": one.agency,
                "where": one.where,
                "quote": one.quote,
                "weight": one.weight,
                "field": one.field,
                "start": one.start,
                "end": one.end,
            }
            for one in value.evidence
        ],
        "agency": value.agency,
        "carrier": value.carrier,
        "origin": value.origin,
    }


def _write_story(value: Story) -> Record:
    record: Record = {name: getattr(value, name) for name in _STORY}
    if value.edits is not None:
        record["edits"] = {name: getattr(value.edits, name) for name in _EDITS}
        record["edits"]["cut_from"] = list(value.edits.cut_from)
    return record


_WRITERS: dict[str, Callable[[Any], Any]] = {
    "alt_ids": list,
    "located": list,
    "paragraphs": lambda many: [{"kind": one.kind, "text": one.text} for one in many],
    "trimmed": lambda many: [{"reason": one.reason, "text": one.text} for one in many],
    "authors": lambda many: [{"name": one.name, "kind": one.kind} for one in many],
    "syndication": _write_syndication,
    "keywords": list,
    "image": lambda one: {name: getattr(one, name) for name in _IMAGE},
    "sketch": list,
    "story": _write_story,
    "previous": lambda one: {"version": one.version, "changed": list(one.changed)},
    "provenance": dict,
    "http": lambda one: {
        "status": one.status,
        "etag": one.etag,
        "last_modified": one.last_modified,
    },
    "raw": lambda one: {"warc": one.warc, "offset": one.offset},
}


def _build(kind: type[T]) -> Callable[[Mapping[str, Any]], T]:
    names = _names(kind)

    def read(value: Mapping[str, Any]) -> T:
        return kind(**{name: value[name] for name in names if name in value})

    return read


def _build_all(kind: type[T]) -> Callable[[list[Mapping[str, Any]]], list[T]]:
    read = _build(kind)
    return lambda many: [read(one) for one in many]


def _read_syndication(value: Mapping[str, Any]) -> Syndication:
    built = _SYNDICATION(value)
    built.evidence = _EVIDENCE(value.get("evidence", []))
    return built


def _read_story(value: Mapping[str, Any]) -> Story:
    built = _STORIES(value)
    if value.get("edits") is not None:
        built.edits = _EDITS_OF(value["edits"])
    return built


_SYNDICATION = _build(Syndication)
_EVIDENCE = _build_all(Evidence)
_STORIES = _build(Story)
_EDITS_OF = _build(Edits)
_READERS: dict[str, Callable[[Any], Any]] = {
    "alt_ids": list,
    "located": list,
    "paragraphs": _build_all(Paragraph),
    "trimmed": _build_all(Trimmed),
    "authors": _build_all(Author),
    "syndication": _read_syndication,
    "keywords": list,
    "image": _build(Image),
    "sketch": list,
    "story": _read_story,
    "previous": _build(Previous),
    "provenance": dict,
    "http": _build(Http),
    "raw": _build(Raw),
}
