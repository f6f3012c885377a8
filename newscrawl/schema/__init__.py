"""The contract of an output line, and its check by a compiled validator."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = Path(__file__).with_name("article.json")


@cache
def article_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of ``articles.jsonl``."""
    schema: dict[str, Any] = json.loads(PATH.read_text("utf-8"))
    return schema


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(article_schema())


def fault(record: Mapping[str, Any]) -> str | None:
    """What is wrong with a record, as "path: message"; ``None`` when it is valid.

    >>> fault({})
    '(record): "schema_version" is a required property'
    """
    validator = _validator()
    if validator.is_valid(record):
        return None
    error = next(validator.iter_errors(record))
    path = ".".join(str(step) for step in error.instance_path) or "(record)"
    return f"{path}: {error.message[:300]}"
