"""A sign of origin, and how much each kind of it is believed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newscrawl.items import Evidence

Meaning = Literal["wire", "mixed", "press_release", "edited", "own", "feed", "hint"]

# How much one sign alone is believed. A dateline's slot holds nothing but an agency; a
# bare word under a text may be a picture credit; anybody may speak to an agency.
WEIGHTS = {
    "dateline": 0.95,
    "dateline_bracket": 0.45,
    "byline": 0.9,
    "staff_of_agency": 0.88,
    "shared_byline": 0.85,
    "sign_off": 0.9,
    "bare_sign_off": 0.7,
    "stray_name": 0.3,
    "source_line": 0.88,
    "disclaimer": 0.92,
    "feed_disclaimer": 0.7,
    "generic_credit": 0.5,
    "copyright": 0.6,
    "reporting_line": 0.7,
    "end_mark": 0.15,
    "inputs": 0.88,
    "press_release": 0.92,
    "edited": 0.7,
    "url": 0.75,
    "url_feed": 0.5,
    "own_token": 0.7,
    "own_byline": 0.6,
    "desk_byline": 0.55,
    "self_citation": 0.6,
    "told": 0.1,
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: the evidence for the record, and what it means.

    ``strong`` signs can name the agency; the others only add to them. ``unmodified``
    says that the sign claims the text was left as it came.
    """

    evidence: Evidence
    meaning: Meaning
    strong: bool = True
    unmodified: bool = False
