"""One parsed page to raw values, each with the reader that gave it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from newscrawl.pages import density
from newscrawl.pages.blocks import Block, Blocks, home_of, kind_of
from newscrawl.pages.dom import read_page
from newscrawl.pages.heading import headlines
from newscrawl.pages.jsonld import LinkedData, read_linked
from newscrawl.pages.latedates import late_dates
from newscrawl.pages.meta import read_head
from newscrawl.pages.raw import RawArticle
from newscrawl.pages.selectors import select
from newscrawl.pages.signature import add_signature
from newscrawl.pages.state import read_state
from newscrawl.pages.times import add_times
from newscrawl.pages.told import head_values, lead_image
from newscrawl.pages.visible import agency_rows, marked_bylines, read_rows
from newscrawl.text.appeals import about_author
from newscrawl.text.clean import squeeze
from newscrawl.text.language import weight
from newscrawl.text.names import AgencyNames
from newscrawl.text.paragraphs import Piece
from newscrawl.text.showndays import is_front

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.pages.page import Page
    from newscrawl.pages.rules import ReadingRules

_AFTER = 8  # blocks after the body where disclaimers and source lines may stand
_OTHERS = frozenset({"comments", "teaser"})
_BARE = 200  # characters of sentences below which the text may stand in a script
_SENTENCE = 60
_FIRST = 8  # pieces of a body among which rows of byline and date may stand
_LEAD = 150  # weighed characters of a paragraph; no such row stands after two
_BIOS = 6  # pieces at the end of a body where its authors may be presented
_SHOWN = frozenset({"h1", "h2", "text"})
_TOP = 60  # blocks around the headline where byline and date rows stand
_ABOVE = 4  # blocks above a text whose headline is not known, for a credit


def gather(
    page: Page, rules: ReadingRules, names: AgencyNames | None = None
) -> RawArticle:
    """Read a page into raw values, all readers in turn."""
    root = page.root
    head, linked = read_head(root, page.url), read_linked(root)
    blocks = read_page(root, select(root, rules.drop), select(root, rules.keep))
    raw = RawArticle(kinds=linked.kinds, amp_url=head.amp, next_page=head.next_page)
    raw.title = head.title or ""
    raw.text_size = sum([len(b.text) for b in blocks.blocks])
    raw.link_share = sum([b.links for b in blocks.blocks]) / max(1, raw.text_size)
    place = headlines(raw, page, head, linked, blocks, rules)
    span = _body(raw, page, linked, blocks, rules, place)
    # What a page keeps for its subscribers is not looked for in its scripts.
    if linked.free is not False and _is_bare(raw):
        titles = [found.value for found in raw.values["headline"]]
        raw.state_body = read_state(root, titles)
    _rows(raw, page, blocks.blocks, place, span, rules)
    shown = not _SHOWN.isdisjoint(f.reader for f in raw.values["headline"])
    # Where nothing is known as the headline a credit still stands close above the text.
    near = place if shown else max(0, span[0] - _ABOVE)
    _credits(raw, blocks.blocks, near, names or AgencyNames())
    head_values(raw, head, linked)
    late_dates(raw, page, head, linked.page_published, blocks.blocks)
    add_signature(raw, root, names or AgencyNames())
    _author_boxes(raw)
    lead_image(raw, page, head, linked)
    return raw


def _body(
    raw: RawArticle,
    page: Page,
    linked: LinkedData,
    blocks: Blocks,
    rules: ReadingRules,
    place: int,
) -> tuple[int, int]:
    raw.linked_body = _CODE.sub(" ", linked.body) if linked.body else None
    chosen = [e for e in select(page.root, rules.body) if e in blocks.spans]
    if chosen:
        spans = [blocks.spans[e] for e in chosen]
        raw.body_reader = "outlet"
    else:
        span = density.container(blocks, place)
        spans = [span] if span else []
        raw.body_reader = "density"
    for start, end in spans:
        raw.pieces += [
            Piece(kind_of(b), b.text, b.link_share, b.noise, home_of(b))
            for b in blocks.blocks[start:end]
        ]
    end = spans[-1][1] if spans else place
    # What readers and other stories say there tells nothing of this text's source.
    after = (b for b in blocks.blocks[end:] if b.noise not in _OTHERS)
    raw.after = [b.text for b in islice(after, _AFTER)]
    return spans[0] if spans else (place, place)


def _is_bare(raw: RawArticle) -> bool:
    """Whether neither tree nor JSON-LD gave what could be a body."""
    shown = [p for p in raw.pieces if not p.noise and p.links < 0.5]
    size = sum(len(p.text) for p in shown if len(p.text) > _SENTENCE)
    return size < _BARE and len(raw.linked_body or "") < _BARE


def _rows(
    raw: RawArticle,
    page: Page,
    blocks: Sequence[Block],
    place: int,
    span: tuple[int, int],
    rules: ReadingRules,
) -> None:
    root, url = page.root, page.url
    for element in select(root, rules.byline)[:1]:
        raw.add("by", squeeze("".join(element.itertext())), "outlet")
    for element in select(root, rules.date)[:1]:
        text = element.get("datetime") or "".join(element.itertext())
        raw.add("published", squeeze(text), "outlet")
    start = max(0, place - 6)
    first = max(span[0], place)
    end = min(len(blocks), max(first + 6, place + 1), place + _TOP)
    # On a front page all days are of its stories, the newest first.
    rows = read_rows(blocks, start, end, None if is_front(url) else place)
    if not rows.any_time():
        rows_after = read_rows(blocks, max(end, span[1] - 3), span[1] + 4)
        rows.published += rows_after.published
        rows.modified += rows_after.modified
    raw.rows |= rows.lines
    for text in rows.bylines[:3]:
        raw.add("by", text, "visible")
    for text in marked_bylines(blocks, start, end)[:3]:
        raw.add("marked", text, "visible")
    add_times(raw, root, rows)


def _credits(
    raw: RawArticle, blocks: Sequence[Block], place: int, names: AgencyNames
) -> None:
    """Note agencies credited without a label; leave no row in the body."""
    if names.tokens:
        titles = [found.value for found in raw.values["headline"]]
        credits, lines = agency_rows(blocks, place, titles, names)
        raw.rows |= lines
        for text in credits[:3]:
            raw.add("by", text, "visible")
    long = 0
    for at, piece in enumerate(raw.pieces[:_FIRST]):
        # A summary may stand above the row, a text not.
        long += len(piece.text) * weight(piece.text) >= _LEAD
        if long > 1:
            break
        if piece.text in raw.rows and not piece.noise:
            raw.pieces[at] = piece._replace(noise="byline")


def _author_boxes(raw: RawArticle) -> None:
    """Mark what presents the authors under the text."""
    authors = {
        found.value
        for place in ("author", "marked", "by")
        for found in raw.values[place][:20]
    }
    if not authors:
        return
    places = [at for at, p in enumerate(raw.pieces) if not p.noise and p.links < 0.5]
    for at in places[1:][-_BIOS:]:
        if about_author(raw.pieces[at].text[:200], authors):
            raw.pieces[at] = raw.pieces[at]._replace(noise="author_box")


# Codes of the publishing system that a theme would have replaced.
_CODE = re.compile(
    r"\[(?:/[a-z][\w-]{1,40}|[a-z][\w-]{1,40}\s[^\[\]=]{0,80}=[^\[\]]{0,2000})\]"
)
