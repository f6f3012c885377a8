"""A text as it is given to be joined, and what comparing it needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newscrawl.copies.align import seed_places
from newscrawl.copies.shingles import first_places, key_of_digest, sampled
from newscrawl.copies.tokens import Tokens, digest_of, read_tokens, word_form
from newscrawl.copies.verdict import Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newscrawl.copies.align import Places


@dataclass(frozen=True, slots=True)
class CopyText:
    """One article's text as it is given to ``join``.

    ``at`` is the ISO 8601 time it was published, else seen; ``agency`` its credit;
    ``dateline`` the place and day printed before the text, which ``paragraphs`` lack.
    """

    id: str
    outlet: str
    at: str | None
    headline: str
    paragraphs: Sequence[str]
    agency: str | None = None
    language: str | None = None
    version: int = 1
    dateline: str | None = None


class Query:
    """A copy being joined; what only a comparison needs is made when one comes."""

    def __init__(self, copy: CopyText) -> None:
        self.copy = copy
        self.paragraphs = copy.paragraphs
        self.form = word_form(copy.paragraphs)
        if not self.form:
            self.paragraphs = [copy.headline]
            self.form = word_form(self.paragraphs)
        self.digest = digest_of(self.form)
        self.whole = key_of_digest(self.digest)
        self._sample = sampled(self.form)
        self.size = self._sample.size
        # The key of the whole first, then those of its runs.
        self.keys = [self.whole, *self._sample.keys]
        if len(set(self.keys)) < len(self.keys):
            self.keys = list(dict.fromkeys(self.keys))

    @cached_property
    def key_places(self) -> dict[int, int]:
        """Where the key of each sampled run stands first, in the order of the text."""
        return first_places(self._sample)

    @cached_property
    def tokens(self) -> Tokens:
        """The words, with their paragraphs, quotations and names."""
        return read_tokens(self.paragraphs)

    @cached_property
    def places(self) -> Places:
        """Where each run of three words stands."""
        return seed_places(self.tokens.words)

    def against(self, other: Tokens) -> Verdict:
        """The verdict on this copy against another text."""
        same = other.words == self.tokens.words
        return compare(self.tokens, other, {} if same else self.places)
