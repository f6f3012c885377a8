"""The agencies' names as text rules need them: exact tokens, nothing more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, eq=False)
class AgencyNames:
    """Which printed token stands for which agency.

    ``tokens`` maps a name exactly as it is printed in a credit ("IANS", "आईएएनएस",
    "Press Trust of India") to the agency's id. Matching is case-sensitive: "app" is a
    word, "APP" an agency. ``printed`` are the tokens alone: one set for all the rules
    that are compiled from it, since comparing two sets of hundreds of names is dear.
    """

    tokens: Mapping[str, str] = field(default_factory=dict)
    printed: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "printed", frozenset(self.tokens))

    def agency(self, token: str) -> str | None:
        """The id of the agency printed as ``token``, or ``None``."""
        return self.tokens.get(token.strip())
