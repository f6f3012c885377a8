"""Lets the spider read each page with what earlier pages of its outlet have taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.errors import NewscrawlError
from newscrawl.extensions.base import Watcher

if TYPE_CHECKING:
    from newscrawl.text.recurring import OutletMemory


class Learning(Watcher):
    """Gives the spider ``memory_of``, unless ``NEWSCRAWL_LEARN`` is off.

    The store learns from every written line, of this run too, so that the next page
    already profits.
    """

    def begin(self) -> None:
        """Put the memory within the spider's reach."""
        if self.crawler.settings.getbool("NEWSCRAWL_LEARN", True):
            self.crawler.spider.memory_of = self.memory_of  # type: ignore[union-attr]

    def memory_of(self, outlet: str) -> OutletMemory | None:
        """What recurs on an outlet; a state that fails ends the run, not the page."""
        if self.session.failure is not None:
            return None
        try:
            return self.session.store.learning().memory(outlet)
        except NewscrawlError as error:
            self.session.fail(error)
            return None
