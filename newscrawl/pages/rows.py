"""The bylines and times that a page shows its readers, apart by what they tell."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Rows:
    """Byline texts as printed, and the times a reader sees, published and updated.

    ``ago`` are times told from the reader's now ("2 hours ago"). ``lines`` are the
    blocks that hold nothing else, which no body begins with. Of the times of
    publication the first ``told`` are called so; ``above`` are those that stand farther
    above the headline, or in it, and are not: a page may tell there of the day it is
    read, or of what the text is about.
    """

    bylines: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    ago: list[str] = field(default_factory=list)
    lines: set[str] = field(default_factory=set)
    above: list[str] = field(default_factory=list)
    told: int = 0
    is_above: bool = False

    def add_published(self, text: str, label: str | None) -> None:
        """Note a time of publication, one that is called so before the others."""
        if label:
            self.published.insert(self.told, text)
            self.told += 1
        else:
            (self.above if self.is_above else self.published).append(text)

    def any_time(self) -> bool:
        """Whether a time of the article is among them, but for "2 hours ago"."""
        return bool(self.published or self.modified or self.above)
