"""Which articles the spider was sent for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.pipelines.base import Stage, drop

if TYPE_CHECKING:
    from newscrawl.items import Article


class Select(Stage):
    """Keeps the wanted agencies and roles; holds what may yet turn out to be wanted."""

    verb = "select"

    def process(self, article: Article) -> None:
        """Drop with ``uncredited``, ``other_agency`` or the unwanted role."""
        spider = self.crawler.spider
        wanted: frozenset[str] | None = spider.wanted  # type: ignore[union-attr]
        role = article.syndication.role
        if not spider.everything:  # type: ignore[union-attr]
            if article.agency is None:
                self._without_agency(article)
            if wanted is not None and article.agency not in wanted:
                self.store.drop_held(article.id)
                drop("other_agency", article.agency or "")
        if role not in spider.roles:  # type: ignore[union-attr]
            self.store.drop_held(article.id)
            drop(role if role != "unknown" else "uncredited", article.agency or "")

    def _without_agency(self, article: Article) -> None:
        role = article.syndication.role
        if role in {"unknown", "own"}:
            # A credited copy of the story may come later; then it is released.
            self.store.hold(article)
        drop("uncredited" if role == "unknown" else role, article.outlet)
