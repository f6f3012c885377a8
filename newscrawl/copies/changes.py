"""What becomes of stories: two turn out to be one, a page leaves, the first moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from newscrawl.copies.index import StoryState

if TYPE_CHECKING:
    from newscrawl.copies.index import CopyIndex, StoredCopy
    from newscrawl.copies.query import CopyText

ChangeKind = Literal["merge", "split", "first"]

_MANY = 1_000_000
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StoryChange:
    """Something that was told of a story and is not so any more.

    ``article`` and ``version`` showed it. ``merge``: ``story`` is ``into`` now, with
    all its copies. ``split``: ``article`` alone went from ``story`` to ``into``.
    ``first``: ``article`` is the earliest copy of ``story`` now, and ``into`` is the
    same story. ``why`` is a clause for people.
    """

    kind: ChangeKind
    story: str
    into: str
    article: str
    version: int
    outlet: str
    why: str


def told_by(
    copy: CopyText, kind: ChangeKind, story: str, into: str, why: str
) -> StoryChange:
    """A change that a copy showed."""
    return StoryChange(kind, story, into, copy.id, copy.version, copy.outlet, why)


def settle(
    index: CopyIndex, story: str, state: StoryState | None, copy: CopyText, number: int
) -> tuple[StoryState, StoryChange | None]:
    """Bring a copy that was kept into its story's state: first, agency, reference.

    ``state`` is the story's before it, ``None`` for a new story.
    """
    if state is None or not state.first:
        new = StoryState(
            id=story,
            agency=copy.agency,
            agency_at=copy.at if copy.agency else None,
            first=copy.id,
            first_outlet=copy.outlet,
            first_at=copy.at,
            lead=number,
        )
        index.put_story(new)
        return new, None
    change: StoryChange | None = None
    new = state
    if _earlier(copy.at, state.first_at):
        new = new._replace(first=copy.id, first_outlet=copy.outlet, first_at=copy.at)
        if copy.id != state.first:
            before = f"{state.first_outlet} at {state.first_at or 'no known time'}"
            why = f"{copy.outlet} had it at {copy.at}, before {before}"
            change = told_by(copy, "first", story, story, why)
    if copy.agency and (new.agency is None or _earlier(copy.at, new.agency_at)):
        new = new._replace(agency=copy.agency, agency_at=copy.at, lead=number)
    if new != state:
        index.put_story(new)
    return new, change


def merge_stories(index: CopyIndex, one: str, other: str) -> tuple[str, str]:
    """Make one story of two; returns the id that went and the one that stays.

    The older id stays. Names that are no story any more count as what they became.
    """
    a, b = index.story(one), index.story(other)
    if a is None or b is None or a.id == b.id:
        raise ValueError(f"{one} and {other} are not two stories")
    stays, goes = sorted((a, b), key=lambda state: (len(state.id), state.id))
    index.merge(goes.id, stays.id)
    new = stays
    if _earlier(goes.first_at, stays.first_at) or not stays.first:
        new = new._replace(
            first=goes.first,
            first_outlet=goes.first_outlet,
            first_at=goes.first_at,
        )
    takes = goes.agency and (
        stays.agency is None or _earlier(goes.agency_at, stays.agency_at)
    )
    if takes:
        new = new._replace(agency=goes.agency, agency_at=goes.agency_at)
    if takes or not stays.lead:
        new = new._replace(lead=goes.lead)
    index.put_story(new)
    return goes.id, stays.id


def part_with(index: CopyIndex, story: str, gone: StoredCopy) -> None:
    """Settle a story anew after a copy has left it for another."""
    state = index.story(story)
    members = index.members(story, _MANY)
    if state is None or not members:
        return
    members.sort(key=lambda one: (moment_of(one.at) or _LAST, one.number))
    first = members[0]
    state = state._replace(first=first.id, first_outlet=first.outlet, first_at=first.at)
    credited = next((one for one in members if one.agency), None)
    if credited is not None:
        state = state._replace(
            agency=credited.agency, agency_at=credited.at, lead=credited.number
        )
    else:
        if gone.agency is not None:
            state = state._replace(agency=None, agency_at=None)
        if state.lead == gone.number:
            state = state._replace(lead=min(one.number for one in members))
    index.put_story(state)


def moment_of(at: str | None) -> datetime | None:
    """An ISO 8601 time, in UTC where it names no zone; ``None`` for what is none."""
    try:
        moment = datetime.fromisoformat(at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _earlier(one: str | None, two: str | None) -> bool:
    here, there = moment_of(one), moment_of(two)
    return here is not None and (there is None or here < there)
