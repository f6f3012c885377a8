"""Whether the article keeps the contract of an output line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.pipelines.base import Stage, drop
from newscrawl.schema import fault
from newscrawl.store.records import to_record

if TYPE_CHECKING:
    from newscrawl.items import Article


class Validate(Stage):
    """Drops what is not valid against the published schema."""

    verb = "validate"

    def process(self, article: Article) -> None:
        """Drop with ``invalid`` and the place of the first fault."""
        found = fault(to_record(article))
        if found is not None:
            drop("invalid", found)
