"""What joining asks of an index of texts and stories; the index does the keeping."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    # Each key that texts brought, with the numbers of those texts.
    Owners = Mapping[int, Sequence[int]]

# A key that this many stories brought tells nothing and is not added any more.
COMMON = 32


class StoredCopy(NamedTuple):
    """One text as the index knows it.

    ``number`` is the index's own, rising with insertion, 0 before it is given. ``at``
    is an ISO 8601 time or ``None``. ``digest`` stands for the words, ``packed`` is
    ``tokens.pack`` of the paragraphs.
    """

    number: int
    id: str
    story: str
    outlet: str
    at: str | None
    headline: str
    agency: str | None
    version: int
    digest: bytes
    packed: bytes
    dateline: str | None = None


class Outline(NamedTuple):
    """As much of a stored text as tells whether to look at it: ``length`` is in bytes,
    packed."""

    number: int
    story: str
    length: int


class StoryState(NamedTuple):
    """A story: its agency, and its earliest copy.

    ``agency_at`` is the time of the credited copy that named the agency. ``first`` is
    an article id; ``lead`` is the number of the copy others are compared with.
    """

    id: str
    agency: str | None
    agency_at: str | None
    first: str
    first_outlet: str
    first_at: str | None
    lead: int


class CopyIndex(Protocol):
    """Texts by their shingles, and the stories they make."""

    def copy(self, article_id: str) -> StoredCopy | None:
        """The text last given for this article."""

    def owners(self, keys: Sequence[int]) -> Owners:
        """The texts that brought these keys into their stories, key by key."""

    def outlines(self, numbers: Sequence[int]) -> list[Outline]:
        """The outlines of texts the index gave, in the order asked."""

    def number(self, number: int) -> StoredCopy:
        """The text of this number, which the index gave."""

    def members(self, story: str, limit: int) -> list[StoredCopy]:
        """The first ``limit`` texts of a story, in their order of insertion."""

    def numbers(self, story: str) -> set[int]:
        """The numbers of a story's texts."""

    def story(self, story: str) -> StoryState | None:
        """A story by its id, or by one that it had before it was merged."""

    def stories(self) -> Iterator[StoryState]:
        """All stories, oldest first."""

    def new_story_id(self) -> str:
        """An id that no story had or will have again."""

    def put_story(self, state: StoryState) -> None:
        """Keep a story, replacing what was kept."""

    def put_copy(self, copy: StoredCopy, keys: Sequence[int]) -> int:
        """Keep a text, replacing the article's earlier one, and add its keys.

        Returns its number: the old one when the article was known. The keys of an
        earlier text stay; they name candidates and prove nothing.
        """

    def merge(self, story: str, into: str) -> None:
        """Move all texts of one story into another, and let its id name that one.

        The state of ``into`` is the caller's to settle.
        """

    def set_agency(self, story: str, agency: str) -> None:
        """Say whose story it is, whatever was known.

        It counts as said by the earliest copy, so that later credits do not change it.
        """
