"""An article needs a headline and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.pipelines.base import Stage, drop

if TYPE_CHECKING:
    from newscrawl.items import Article

# Shorter texts are picture captions, video teasers and tickers; a flash has about 25.
MIN_WORDS = 20
# Scripts without spaces count few words: so many characters are enough as well.
MIN_CHARACTERS = 120


class Require(Stage):
    """Drops an article without a headline or without a body worth the name."""

    verb = "require"

    def process(self, article: Article) -> None:
        """Drop with ``no_headline``, ``no_body`` or ``too_short``."""
        if not article.headline:
            drop("no_headline")
        if not article.body:
            drop("no_body")
        least = self.crawler.settings.getint("NEWSCRAWL_MIN_WORDS", MIN_WORDS)
        if article.word_count < least and len(article.body) < MIN_CHARACTERS:
            drop("too_short", f"{article.word_count} words")
