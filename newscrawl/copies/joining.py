"""Joining a copy to its story: look up, verify, keep.

A copy joins the story whose own texts it agrees with most; texts that merely share
sources, figures' frames or boilerplate found stories of their own. Nothing is joined by
chains: the copy itself must be verified against a text of the story. Two stories become
one only by a copy that is verified against both and opens as both do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newscrawl.copies.candidates import spent_keys
from newscrawl.copies.changes import (
    StoryChange,
    merge_stories,
    moment_of,
    part_with,
    settle,
    told_by,
)
from newscrawl.copies.edits import DeskEdits, desk_edits, headline_share
from newscrawl.copies.finding import Found, Relation, find, shows_one_story
from newscrawl.copies.index import StoredCopy, StoryState
from newscrawl.copies.query import CopyText, Query
from newscrawl.copies.shingles import key_of, sample
from newscrawl.copies.tokens import pack, unpack, unpack_text, word_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawl.copies.index import CopyIndex, Owners

# A page whose new version has less than this of the old one, under another headline,
# was given to another article.
_ANOTHER_TEXT = 0.1
_ANOTHER_HEADLINE = 0.3
_LEAST_WORDS = 25
# Of a story, when a text of it is replaced: the texts that are looked after.
_OTHERS = 256


class Joined(NamedTuple):
    """The story a copy belongs to, and how it relates to the story's reference text.

    The reference is the earliest credited copy, else the first known. ``matched`` is
    its article id; it and the measures are ``None`` for the first copy. ``changes`` is
    what was told of stories before and is not so any more.
    """

    story: str
    relation: Relation
    resemblance: float | None
    containment: float | None
    matched: str | None
    agency: str | None
    first_outlet: str
    first_at: str | None
    lag_seconds: int | None
    edits: DeskEdits | None
    changes: tuple[StoryChange, ...] = ()


def join(index: CopyIndex, copy: CopyText, *, into: str | None = None) -> Joined:
    """Find the story of a copy, or make one, and keep the copy in the index.

    A new version of a known article stays in its story and replaces its text, unless
    the page was given to another article. ``into`` names the story where it is known:
    nothing is looked for then, and no other story changes.
    """
    query = Query(copy)
    owners = index.owners(query.keys)
    known = index.copy(copy.id)
    home = _home(index, query, owners, known, into)
    number = _keep(index, query, home, owners)
    state, first = settle(index, home.story, home.state, copy, number)
    changes = [first] if first else []
    if known is not None and known.digest != query.digest:
        _find_others(index, known)
    if known is not None and known.story != home.story:
        changes.append(_moved(index, copy, known, home.story))
    changes += _merges(index, copy, home)
    if len(changes) > bool(first):
        state = index.story(home.story) or state
    told = _reference(index, query, state, number, home.found)
    return _joined(query, state, told, tuple(changes))


class _Home(NamedTuple):
    """Where a copy goes: a story, or the name of one that it begins.

    ``others`` are texts of other stories that the copy agrees with too.
    """

    story: str
    state: StoryState | None
    found: Found | None = None
    others: Sequence[Found] = ()


def _home(
    index: CopyIndex,
    query: Query,
    owners: Owners,
    known: StoredCopy | None,
    into: str | None,
) -> _Home:
    if into is not None:
        state = index.story(into)
        return _Home(state.id if state else into, state)
    if known is not None:
        if not _is_another_text(query, known):
            return _Home(known.story, index.story(known.story))
        owners = _without(owners, known.number)
    found, others = find(index, query, owners)
    if found is not None:
        story = found.stored.story
        return _Home(story, index.story(story), found, others)
    # Alone it takes its story with it: nobody is left behind whose story it was.
    if known is not None and len(index.numbers(known.story)) == 1:
        return _Home(known.story, index.story(known.story))
    return _Home(index.new_story_id(), None)


def _without(owners: Owners, number: int) -> Owners:
    kept = {key: [n for n in some if n != number] for key, some in owners.items()}
    return {key: numbers for key, numbers in kept.items() if numbers}


def _is_another_text(query: Query, known: StoredCopy) -> bool:
    """Whether a page was given to another article: nothing of the old one is left."""
    old = unpack(known.packed)
    if query.size < _LEAST_WORDS or len(old.words) < _LEAST_WORDS:
        return False
    if headline_share(query.copy.headline, known.headline) >= _ANOTHER_HEADLINE:
        return False
    verdict = query.against(old)
    return verdict.relation is None and verdict.resemblance < _ANOTHER_TEXT


def _find_others(index: CopyIndex, gone: StoredCopy) -> None:
    """Have a story's other texts found by what one brought that has another text now.

    Each of a story's keys is kept once, by the text that brought it.
    """
    members = [
        one for one in index.members(gone.story, _OTHERS) if one.number != gone.number
    ]
    numbers = {one.number for one in members}
    for one in members:
        form = word_form(unpack_text(one.packed))
        if not form:
            continue  # pruned
        keys = [key_of(form), *sample(form)]
        owners = index.owners(keys)
        missing = [
            key
            for key in keys
            if gone.number in owners.get(key, ()) and numbers.isdisjoint(owners[key])
        ]
        if missing:
            index.put_copy(one, missing)


def _moved(
    index: CopyIndex, copy: CopyText, known: StoredCopy, story: str
) -> StoryChange:
    """Account for a copy that left its story for another."""
    why = f"{known.outlet} put another article on its page"
    if not index.numbers(known.story):
        goes, stays = merge_stories(index, known.story, story)
        return told_by(copy, "merge", goes, stays, why)
    part_with(index, known.story, known)
    return told_by(copy, "split", known.story, story, why)


def _merges(index: CopyIndex, copy: CopyText, home: _Home) -> Iterator[StoryChange]:
    """Make one of the stories that the copy shows to be one."""
    if home.found is None:
        return
    for other in home.others:
        if shows_one_story(index, copy, home.found, other):
            goes, stays = merge_stories(index, home.story, other.stored.story)
            why = f"{copy.outlet} has the text of both, which open alike"
            yield told_by(copy, "merge", goes, stays, why)


def _keep(
    index: CopyIndex,
    query: Query,
    home: _Home,
    owners: Owners,
) -> int:
    """Store the text with the keys that its story does not have yet."""
    copy = query.copy
    keys = query.keys
    if owners:
        spent = spent_keys(owners, index.numbers(home.story) if home.state else ())
        keys = [key for key in keys if key not in spent] if spent else keys
    stored = StoredCopy(
        number=0,
        id=copy.id,
        story=home.story,
        outlet=copy.outlet,
        at=copy.at,
        headline=copy.headline,
        agency=copy.agency,
        version=copy.version,
        digest=query.digest,
        packed=pack(query.paragraphs),
        dateline=copy.dateline,
    )
    return index.put_copy(stored, keys)


def _joined(
    query: Query,
    state: StoryState,
    told: Found | None,
    changes: tuple[StoryChange, ...],
) -> Joined:
    copy = query.copy
    verdict = told.verdict if told else None
    return Joined(
        story=state.id,
        relation=(verdict.relation or "update") if verdict else "first",
        resemblance=round(verdict.resemblance, 4) if verdict else None,
        containment=round(verdict.containment, 4) if verdict else None,
        matched=told.stored.id if told else None,
        agency=state.agency,
        first_outlet=state.first_outlet,
        first_at=state.first_at,
        lag_seconds=_seconds(state.first_at, copy.at),
        edits=desk_edits(copy, query.tokens, told.stored, told.tokens, told.verdict)
        if told
        else None,
        changes=changes,
    )


def _reference(
    index: CopyIndex,
    query: Query,
    state: StoryState,
    number: int,
    found: Found | None,
) -> Found | None:
    """The comparison to report: with the story's reference, else with the match."""
    if found and state.lead in (number, found.stored.number):
        return found
    if state.lead == number and state.first == query.copy.id:
        return None
    lead = index.number(state.lead)
    if lead.number == number:
        # A new version of the reference itself: told against the earliest copy.
        lead = index.copy(state.first) or lead
    other = unpack(lead.packed)
    verdict = query.against(other)
    if verdict.relation is None and found is not None:
        return found
    return Found(lead, other, verdict)


def _seconds(first: str | None, at: str | None) -> int | None:
    if first is None or at is None:
        return None
    here, there = moment_of(first), moment_of(at)
    if here is None or there is None:
        return None
    return max(0, int((there - here).total_seconds()))
