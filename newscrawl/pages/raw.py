"""Everything a page says about its article, each value with the reader that gave it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newscrawl.text.paragraphs import Piece


class Found(NamedTuple):
    """A raw value and its reader."""

    value: str
    reader: str


@dataclass(slots=True)
class RawArticle:
    """Everything a page says about its article, before any rule about words."""

    values: dict[str, list[Found]] = field(default_factory=lambda: defaultdict(list))
    pieces: list[Piece] = field(default_factory=list)
    body_reader: str = ""
    linked_body: str | None = None
    state_body: str | None = None
    kinds: frozenset[str] = frozenset()
    image: tuple[str, str | None, str | None] | None = None
    free: bool | None = None
    amp_url: str | None = None
    next_page: str | None = None
    link_share: float = 0.0
    text_size: int = 0
    title: str = ""
    after: list[str] = field(default_factory=list)
    rows: set[str] = field(default_factory=set)

    def add(self, field_name: str, value: str | None, reader: str) -> None:
        """Note a value, if there is one."""
        if value:
            self.values[field_name].append(Found(value, reader))
