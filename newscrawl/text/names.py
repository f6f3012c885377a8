"""The agencies' names as text rules need them: exact tokens, nothing more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class AgencyNames:
    """Which printed token stands for which agency.

    ``tokens`` maps a name exactly as it is printed in a credit ("IANS", "आईएएनएस",
    "Press Trust of India") to the agency's id. Matching is case-sensitive: "app" is a
    word, "APP" an agency.
    """

    tokens: Mapping[str, str] = field(default_factory=dict)

    def agency(self, token: str) -> str | None:
        """The id of the agency printed as ``token``, or ``None``."""
        return self.tokens.get(token.strip())
