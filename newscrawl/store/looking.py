"""Finding articles and the copies of a story in a state, for people to look at."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newscrawl.copies.agreement import (
    AgencyText,
    agency_text,
    agreeing,
    outlets_by_text,
    tops_differ,
)
from newscrawl.copies.align import seed_places
from newscrawl.copies.changes import moment_of
from newscrawl.copies.edits import DeskEdits, desk_edits
from newscrawl.copies.query import CopyText
from newscrawl.copies.tokens import unpack, unpack_text
from newscrawl.copies.verdict import compare
from newscrawl.store.index import is_story_id
from newscrawl.store.sqlite import open_store
from newscrawl.text.advisories import advisory
from newscrawl.text.urls import url_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from newscrawl.copies.index import StoredCopy, StoryState
    from newscrawl.copies.tokens import Tokens
    from newscrawl.items import Article
    from newscrawl.store.sqlite import SqliteStore
    from newscrawl.text.advisories import Advisory

_MANY = 100_000
_MOST_LEADS = 32
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class KnownCopy:
    """One copy of a story beside the text it is held against.

    ``relation`` is ``"first"`` for that text itself and ``None`` where nothing is left
    to compare, since the text was pruned. ``others_agree`` counts the other outlets
    that have one and the same text, which is not this one. ``advisory`` is what the
    page says of its text: ``"lead"``, ``"correction"``, ``"kill"``.
    """

    id: str
    outlet: str
    at: str | None
    headline: str
    agency: str | None
    url: str | None
    written: bool
    claims_unmodified: bool
    relation: str | None
    edits: DeskEdits | None
    others_agree: int
    advisory: Advisory | None


@dataclass(frozen=True, slots=True)
class KnownStory:
    """A story with its copies, the earliest first.

    ``leads`` names the first copy of each of its texts that open differently, the first
    text before its updates; ``last_at`` is the time of the latest copy.
    """

    id: str
    agency: str | None
    first: str
    first_at: str | None
    last_at: str | None
    leads: tuple[str, ...]
    against: str
    copies: tuple[KnownCopy, ...]


@contextmanager
def looking(path: Path) -> Iterator[SqliteStore]:
    """The state opened for reading; a crawl may write meanwhile."""
    with closing(open_store(path, read_only=True)) as store:
        yield store


def find_article(store: SqliteStore, which: str) -> Article | None:
    """The latest version of an article by its id or any of its addresses."""
    key = url_key(which)
    page = store.page(key, "") if key else None
    named = page.article if page is not None and page.article else which
    known = store.latest(named)
    return known.record if known else store.held(named)


def find_story(store: SqliteStore, which: str) -> KnownStory | None:
    """A story by its id, or by the id or an address of an article in it."""
    state = _state(store, which)
    return None if state is None else _told(store, state)


def _state(store: SqliteStore, which: str) -> StoryState | None:
    index = store.copies()
    state = None
    if is_story_id(which):
        state = index.story(which)
    if state is None:
        article = find_article(store, which)
        stored = index.copy(article.id) if article else None
        state = index.story(stored.story) if stored else None
    return state


def _advisory(article: Article) -> Advisory | None:
    lines = [one.text for one in article.paragraphs]
    lines += [one.text for one in article.trimmed]
    shown = article.headline_raw or article.headline
    return advisory(shown, lines) or advisory(article.headline)


def find_text(store: SqliteStore, which: str) -> tuple[str, AgencyText | None] | None:
    """A story's id and its agency text by the agreement of its copies.

    ``None`` where there is no such story; no text where they were all pruned.
    """
    state = _state(store, which)
    if state is None:
        return None
    members = store.copies().members(state.id, _MANY)
    lead = next((one for one in members if one.number == state.lead), None)
    return state.id, agency_text(lead, members) if lead else None


def _told(store: SqliteStore, state: StoryState) -> KnownStory:
    members = store.copies().members(state.id, _MANY)
    members.sort(key=lambda one: (moment_of(one.at) or _LAST, one.number))
    lead = next((one for one in members if one.number == state.lead), None)
    outlets = outlets_by_text(members)
    copies = tuple(_copy(store, one, lead, outlets) for one in members)
    against = lead.id if lead else state.first
    return KnownStory(
        id=state.id,
        agency=state.agency,
        first=state.first,
        first_at=state.first_at,
        last_at=next((one.at for one in reversed(members) if moment_of(one.at)), None),
        leads=tuple(_leads(members)),
        against=against,
        copies=copies,
    )


def _leads(members: Sequence[StoredCopy]) -> Iterator[str]:
    """The first copies, in the order given, that open as none before them does."""
    known: list[Tokens] = []
    for one in members:
        tokens = unpack(one.packed)
        if not tokens.words or len(known) >= _MOST_LEADS:
            continue
        places = seed_places(tokens.words)
        if all(tops_differ(compare(tokens, other, places)) for other in known):
            known.append(tokens)
            yield one.id


def _copy(
    store: SqliteStore,
    stored: StoredCopy,
    lead: StoredCopy | None,
    outlets: Mapping[bytes, set[str]],
) -> KnownCopy:
    known = store.latest(stored.id)
    article = known.record if known else store.held(stored.id)
    relation, edits = _against(stored, lead)
    return KnownCopy(
        id=stored.id,
        outlet=stored.outlet,
        at=stored.at,
        headline=stored.headline,
        agency=stored.agency,
        url=article.canonical_url or article.url if article else None,
        written=known is not None,
        claims_unmodified=bool(article and article.syndication.claims_unmodified),
        relation=relation,
        edits=edits,
        others_agree=agreeing(stored, outlets),
        advisory=_advisory(article) if article else None,
    )


def _against(
    stored: StoredCopy, lead: StoredCopy | None
) -> tuple[str | None, DeskEdits | None]:
    if lead is None:
        return None, None
    if lead.number == stored.number:
        return "first", None
    here, there = unpack(stored.packed), unpack(lead.packed)
    if not here.words or not there.words:
        return None, None
    verdict = compare(here, there, seed_places(here.words))
    edits = desk_edits(_text(stored), here, lead, there, verdict)
    return verdict.relation or "update", edits


def _text(stored: StoredCopy) -> CopyText:
    return CopyText(
        id=stored.id,
        outlet=stored.outlet,
        at=stored.at,
        headline=stored.headline,
        paragraphs=unpack_text(stored.packed),
        agency=stored.agency,
        version=stored.version,
        dateline=stored.dateline,
    )
