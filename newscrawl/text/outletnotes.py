"""How often each of an outlet's paragraphs was seen, and which of them are its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newscrawl.text.recurring import MOST_BLOCKS, OutletMemory, blocks_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newscrawl.text.recurring import Seen

_STORIES = 5  # on which a block must have stood …
_PROVEN = 3  # of them are enough where the story's other outlets pass it over …
_SHARE = 5  # … and on one page in so many since it was first seen
_MANY = 10  # stories, from which "nearly all" is more than chance
_WINDOW = 200  # pages; what was before counts for less and less
_KEPT = 3 * MOST_BLOCKS // 4
_SHOWN = 240  # characters kept of a block, for people


@dataclass(slots=True)
class Block:
    """How often a block was seen; ``first`` and ``last`` are numbers of pages.

    ``touching`` counts the stories whose headline it shares a word with. ``shared`` is
    whether another outlet has it too: then it is the agency's. ``own`` counts the
    stories of which other outlets have the text around it and not the block. ``text``
    is how it begins, kept once it has recurred.
    """

    first: int
    last: int
    count: int = 1
    touching: int = 0
    shared: bool = False
    text: str | None = None
    own: int = 0

    def recurs(self, pages: int) -> bool:
        """Whether it is the outlet's own, of which ``pages`` have been seen.

        A background that an agency repeats is about its stories, and shares their
        headlines' words; what an outlet says under everything does not.

        >>> Block(first=1, last=5, count=5).recurs(pages=6)
        True
        >>> Block(first=1, last=5, count=5, touching=4).recurs(pages=6)
        False
        >>> Block(first=1, last=5, count=5).recurs(pages=60)
        False
        >>> Block(first=1, last=3, count=3, own=3).recurs(pages=3)
        True
        """
        window = pages - self.first + 1
        if self.shared or self.count * _SHARE < window:
            return False
        if self.count < _STORIES and self.own < _PROVEN:
            return False
        # No background stands under nearly everything.
        everywhere = self.count >= _MANY and self.count * 4 >= window * 3
        return everywhere or 2 * self.touching < self.count


@dataclass(slots=True)
class OutletNotes:
    """What has been seen of an outlet so far, a story at a time; bounded.

    ``pages`` counts the stories. The caller counts each story once, whatever number of
    addresses, versions and updates it has.

    >>> notes = OutletNotes()
    >>> line = ("p", "All the valley in one letter, free in the morning")
    >>> for number in range(5):
    ...     _ = notes.note(f"Report {number}", [("lead", f"Dam {number} broke."), line])
    >>> notes.memory().knows(*line)
    True
    """

    pages: int = 0
    blocks: dict[int, Block] = field(default_factory=dict)

    def note(
        self,
        headline: str,
        paragraphs: Sequence[tuple[str, str]],
        learnt: Sequence[str] = (),
        elsewhere: Collection[int] = (),
        own: Collection[int] = (),
    ) -> set[int]:
        """Note the page of another story; returns the keys of what changed.

        ``paragraphs`` are ``(kind, text)``, ``learnt`` the texts that were trimmed as
        recurring, ``elsewhere`` the keys of what other outlets have too, ``own`` those
        of what the story's other outlets pass over. Keys that are returned and not in
        ``blocks`` any more are forgotten.
        """
        self.pages += 1
        changed = set()
        for seen in blocks_of(headline, paragraphs, learnt):
            self._see(seen, seen.key in elsewhere, seen.key in own)
            changed.add(seen.key)
        return changed | self._forget()

    def memory(self) -> OutletMemory:
        """What is known to recur by now."""
        return OutletMemory(
            frozenset(k for k, one in self.blocks.items() if one.recurs(self.pages))
        )

    def _see(self, seen: Seen, shared: bool, own: bool) -> None:
        block = self.blocks.get(seen.key)
        if block is None:
            block = Block(self.pages, self.pages, 0)
            self.blocks[seen.key] = block
        elif block.text is None:
            block.text = seen.text[:_SHOWN]
        block.last = self.pages
        block.count += 1
        block.touching += seen.touches
        block.own += own
        block.shared = block.shared or shared
        window = self.pages - block.first
        if window >= _WINDOW:
            block.first += window // 2
            block.count = (block.count + 1) // 2
            block.touching //= 2
            block.own //= 2

    def _forget(self) -> set[int]:
        """Make room: what stood once goes before what recurred, the oldest first."""
        if len(self.blocks) <= MOST_BLOCKS:
            return set()
        order = sorted(
            self.blocks, key=lambda k: (self.blocks[k].count > 1, self.blocks[k].last)
        )
        gone = set(order[: len(order) - _KEPT])
        for key in gone:
            del self.blocks[key]
        return gone
