"""The line is written; then, and only then, the ledger knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.utils.asyncio import create_looping_call

from newscrawl.pipelines.base import Stage
from newscrawl.store.records import to_record
from newscrawl.store.replay import note_written
from newscrawl.text.lines import dump_line

if TYPE_CHECKING:
    from newscrawl.items import Article

COMMIT_EVERY = 64  # lines
COMMIT_SECONDS = 10.0
NO_AGENCY = "none"  # how run.json counts lines without one


class Write(Stage):
    """Appends lines to the run's file and makes them durable together with the ledger.

    Nothing is known to the ledger before its line is on the disk; a run that dies in
    between is finished by the next one (``store.recovery``).
    """

    verb = "write"

    def open_spider(self) -> None:
        """Open the file under its unfinished name."""
        self.file = self.session.line_file("articles.jsonl")
        self.every = self.crawler.settings.getint(
            "NEWSCRAWL_COMMIT_EVERY", COMMIT_EVERY
        )
        self._waiting = 0
        self._stories: set[str] = set()
        self._clock = create_looping_call(self.session.commit_or_fail)
        self._clock.start(COMMIT_SECONDS, now=False)

    def process(self, article: Article) -> None:
        """Write one line."""
        self.file.append(dump_line(to_record(article)))
        told = self.session.told(article.url)
        note_written(
            self.store,
            article,
            at=self.session.now(),
            key=told.key,
            modified=told.modified,
        )
        self.store.drop_held(article.id)
        self._count(article)
        self._waiting += 1
        if self._waiting >= self.every:
            self._waiting = 0
            self.session.commit()

    def _count(self, article: Article) -> None:
        stats = self.crawler.stats
        stats.inc_value(f"newscrawl/outlet/{article.outlet}/written")
        stats.inc_value(f"newscrawl/agency/{article.agency or NO_AGENCY}")
        if article.story is not None:
            stats.inc_value(f"newscrawl/relation/{article.story.relation}")
            self._stories.add(article.story.id)
            stats.set_value("newscrawl/stories", len(self._stories))

    def close_spider(self) -> None:
        """Make everything durable and give the file its final name."""
        if self._clock.running:
            self._clock.stop()
        self.session.end_file(self.file)
        self.crawler.stats.set_value("newscrawl/lines", self.file.lines)
