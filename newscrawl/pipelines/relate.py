"""Which story it is a copy of, and what that says about who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newscrawl.copies.joining import join
from newscrawl.items import Edits, Evidence, Story
from newscrawl.pipelines.base import Stage
from newscrawl.store.replay import MATCHED, copy_text

if TYPE_CHECKING:
    from newscrawl.copies.joining import Joined
    from newscrawl.items import Article

# Without a credit, so much of the text must stand in the story's other copies before
# the agency is named: two desks that quote one statement share up to about half.
ENOUGH = 0.6


class Relate(Stage):
    """Joins the article to its story; names the agency of an uncredited copy."""

    verb = "relate"

    def process(self, article: Article) -> None:
        """Set ``story``; set ``agency`` where a copy tells what the page does not."""
        joined = join(self.store.copies(), copy_text(article))
        article.story = story_of(joined)
        if article.agency is None and joined.agency is not None:
            credit_by_match(article, joined)


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
        ),
    )


def credit_by_match(article: Article, joined: Joined) -> None:
    """Name the story's agency when enough of the text stands in its other copies."""
    weight = max(joined.resemblance or 0.0, joined.containment or 0.0)
    signs = article.syndication
    if signs.role not in {"unknown", "own"} or joined.relation == "first":
        return
    if weight < ENOUGH:
        return
    article.agency = joined.agency
    signs.role = "wire" if joined.relation == "verbatim" else "wire_edited"
    signs.confidence = round(0.9 * weight, 3)
    signs.evidence.append(
        Evidence(
            sign=MATCHED,
            agency=joined.agency,
            where=joined.story,
            quote=joined.matched or "",
            weight=round(weight, 3),
        )
    )
