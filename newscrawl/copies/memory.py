"""The index of copies in memory: for notebooks and tests, gone with the process."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newscrawl.copies.index import Outline
from newscrawl.copies.postings import FRESH, Postings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newscrawl.copies.index import Owners, StoredCopy, StoryState


class MemoryIndex:
    """A ``CopyIndex`` of dictionaries."""

    def __init__(self) -> None:
        self._copies: list[StoredCopy] = []
        self._numbers: dict[str, int] = {}
        self._postings = Postings()
        self._stories: dict[str, StoryState] = {}
        self._members: dict[str, list[int]] = defaultdict(list)
        self._given = 0
        self._became: dict[str, str] = {}

    def copy(self, article_id: str) -> StoredCopy | None:
        """The text last given for this article."""
        number = self._numbers.get(article_id)
        return None if number is None else self._copies[number - 1]

    def owners(self, keys: Sequence[int]) -> Owners:
        """The texts that brought these keys into their stories, key by key."""
        return self._postings.owners(keys)

    def outlines(self, numbers: Sequence[int]) -> list[Outline]:
        """The outlines of texts the index gave, in the order asked."""
        copies = map(self.number, numbers)
        return [Outline(one.number, one.story, len(one.packed)) for one in copies]

    def number(self, number: int) -> StoredCopy:
        """The text of this number, which the index gave."""
        return self._copies[number - 1]

    def members(self, story: str, limit: int) -> list[StoredCopy]:
        """The first ``limit`` texts of a story, in their order of insertion."""
        numbers = sorted(self._members.get(story, ()))[:limit]
        return [self.number(number) for number in numbers]

    def numbers(self, story: str) -> set[int]:
        """The numbers of a story's texts."""
        return set(self._members.get(story, ()))

    def story(self, story: str) -> StoryState | None:
        """A story by its id, or by one that it had before it was merged."""
        return self._stories.get(self._became.get(story, story))

    def stories(self) -> Iterator[StoryState]:
        """All stories, oldest first."""
        return iter(list(self._stories.values()))

    def new_story_id(self) -> str:
        """An id that no story had or will have again."""
        self._given += 1
        return f"s{self._given:08d}"

    def put_story(self, state: StoryState) -> None:
        """Keep a story, replacing what was kept."""
        self._given = max(self._given, int(state.id[1:]))
        self._stories[state.id] = state

    def put_copy(self, copy: StoredCopy, keys: Sequence[int]) -> int:
        """Keep a text, replacing the article's earlier one, and add its keys."""
        number = self._numbers.get(copy.id)
        if number is None:
            number = len(self._copies) + 1
            self._numbers[copy.id] = number
            self._copies.append(copy)
        else:
            old = self._copies[number - 1]
            self._members[old.story].remove(number)
        self._copies[number - 1] = copy._replace(number=number)
        self._members[copy.story].append(number)
        self._postings.add(number, keys)
        if self._postings.count >= FRESH:
            self._postings.shelve()
        return number

    def merge(self, story: str, into: str) -> None:
        """Move all texts of one story into another, and let its id name that one."""
        for number in self._members.pop(story, []):
            self._copies[number - 1] = self._copies[number - 1]._replace(story=into)
            self._members[into].append(number)
        self._stories.pop(story, None)
        for name, now in self._became.items():
            self._became[name] = into if now == story else now
        self._became[story] = into

    def set_agency(self, story: str, agency: str) -> None:
        """Say whose story it is, whatever was known.

        It counts as said by the earliest copy, so that later credits do not change it.
        """
        state = self._stories[story]
        self._stories[story] = state._replace(agency=agency, agency_at=state.first_at)
