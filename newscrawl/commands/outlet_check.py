"""What was tried at an outlet, what it gave, and what is wrong with it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from newscrawl.text.lines import printable

SOME_FAILED, NOTHING, NO_CREDIT = 3, 4, 9


@dataclass(slots=True)
class Tried:
    """One address that was asked, what it gave, and ``wrong``: a clause, or None."""

    kind: str
    url: str
    gave: str = ""
    wrong: str | None = None


@dataclass(slots=True)
class Check:
    """Everything that was tried at one outlet."""

    outlet: str
    agencies: tuple[str, ...]
    sources: list[Tried] = field(default_factory=list)
    articles: list[Tried] = field(default_factory=list)
    credited: int = 0

    @property
    def read(self) -> int:
        """How many articles could be read."""
        return sum(one.wrong is None for one in self.articles)

    @property
    def verdict(self) -> tuple[int, str]:
        """The exit code and a clause."""
        broken = [one for one in self.sources if one.wrong]
        if len(broken) == len(self.sources):
            return NOTHING, "no source can be read"
        if not self.articles:
            return NOTHING, "no source tells of an article of this outlet"
        if not self.read:
            return NOTHING, "no article can be read"
        if broken:
            return SOME_FAILED, f"{len(broken)} of {len(self.sources)} sources fail"
        if self.agencies and not self.credited:
            return NO_CREDIT, f"no agency's credit in {self.read} articles"
        return 0, "well"

    def as_dict(self) -> dict[str, Any]:
        """The check as plain data."""
        code, said = self.verdict
        return {"outlet": self.outlet, "exit_code": code, "verdict": said} | {
            "sources": [asdict(one) for one in self.sources],
            "articles": [asdict(one) for one in self.articles],
        }

    def for_people(self) -> str:
        """The check as a list, one line for each address, and the verdict."""
        lines = []
        for one in (*self.sources, *self.articles):
            said = f"WRONG: {one.wrong}" if one.wrong else one.gave
            lines += [f"{one.kind:<8} {printable(one.url)}", f"{'':<9}{said}"]
        return "\n".join([*lines, f"{self.outlet}: {self.verdict[1]}"])
