"""Which story it is a copy of, and what that says about who wrote it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from newscrawl.copies.agreement import AGREE, MOST_COPIES, agreeing, outlets_by_text
from newscrawl.copies.joining import join
from newscrawl.copies.support import best_support
from newscrawl.items import MATCHED, Edits, Evidence, Story
from newscrawl.pipelines.base import Stage
from newscrawl.store.replay import CHANGES, copy_text
from newscrawl.text.lines import dump_line

if TYPE_CHECKING:
    from newscrawl.copies.index import CopyIndex, StoredCopy
    from newscrawl.copies.joining import Joined
    from newscrawl.copies.support import Support
    from newscrawl.items import Article


class Relate(Stage):
    """Joins the article to its story; names the agency of an uncredited copy."""

    verb = "relate"

    def open_spider(self) -> None:
        """Open the file of what becomes of stories, under its unfinished name."""
        self.file = self.session.line_file(CHANGES)

    def process(self, article: Article) -> None:
        """Set ``story``; set ``agency`` where a copy tells what the page does not."""
        index = self.store.copies()
        joined = join(index, copy_text(article))
        article.story = story_of(joined)
        for change in joined.changes:
            self.file.append(dump_line({"at": self.session.now(), **asdict(change)}))
            self.crawler.stats.inc_value(f"newscrawl/changes/{change.kind}")
        agency, stored = joined.agency, index.copy(article.id)
        if article.syndication.claims_unmodified and stored is not None:
            hold_to_claim(article.story, stored, index)
        if article.agency is None and agency is not None and stored is not None:
            credit_by_match(article, agency, best_support(index, stored, agency))

    def close_spider(self) -> None:
        """Make everything durable and give the file its final name."""
        self.session.end_file(self.file)


def story_of(joined: Joined) -> Story:
    """The record's account of a join."""
    edits = joined.edits
    return Story(
        id=joined.story,
        relation=joined.relation,
        resemblance=joined.resemblance,
        containment=joined.containment,
        matched=joined.matched,
        first_outlet=joined.first_outlet,
        first_seen=joined.first_at,
        lag_seconds=joined.lag_seconds,
        edits=None
        if edits is None or joined.matched is None
        else Edits(
            against=joined.matched,
            headline=edits.headline,
            paragraphs_kept=edits.kept,
            paragraphs_cut=edits.cut,
            paragraphs_added=edits.added,
            words_changed=edits.words_changed,
            headline_kept=edits.headline_kept,
            dateline=edits.dateline,
            credit_removed=edits.credit_removed,
            paragraphs_moved=edits.moved,
            cut_from=list(edits.cut_from),
            sentences_edited=edits.sentences_edited,
        ),
    )


def hold_to_claim(story: Story, stored: StoredCopy, index: CopyIndex) -> None:
    """Say whether an outlet changed nothing, as it says, where that can be told."""
    if story.edits is None:
        return
    if story.edits.words_changed == 0:
        story.edits.claim_holds = True
        return
    outlets = outlets_by_text(index.members(stored.story, MOST_COPIES))
    if agreeing(stored, outlets) >= AGREE:
        story.edits.claim_holds = False


def credit_by_match(article: Article, agency: str, support: Support | None) -> None:
    """Name the story's agency when enough of the text stands in its credited copies."""
    signs = article.syndication
    if support is None or not support.enough or signs.role not in {"unknown", "own"}:
        return
    article.agency = signs.agency = agency
    signs.role = "wire" if support.verbatim else "wire_edited"
    signs.confidence = round(0.9 * support.weight, 3)
    signs.evidence.append(
        Evidence(
            sign=MATCHED,
            agency=agency,
            where=article.story.id if article.story else "",
            quote=support.matched,
            weight=round(support.weight, 3),
        )
    )
