"""The newsroom's nouns: what agencies file, what outlets publish. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

StoryKind = Literal["news", "template", "press_release", "correction", "roundup"]
CreditForm = Literal[
    "dateline",  # "Dhaka, June 26 (IANS) Text"
    "dateline_colon",  # "Seoul, September 26 (IANS): Text"
    "dateline_bracket_country",  # "Taipei [Taiwan], June 26 (ANI): Text"
    "dateline_state",  # "Muzaffarnagar (UP), Jan 20 (PTI) Text"
    "dateline_dash",  # "SEOUL, Dec 31 (Reuters) - Text"
    "dateline_stripped",  # "Seoul, April 2 Text" and the agency in byline or disclaimer
    "dateline_hindi",  # "नई दिल्ली, 4 अगस्त (आईएएनएस)। Text"
    "byline",  # the agency only in the byline element
    "tail",  # "--IANS" and desk initials after the last paragraph
    "tail_bracket",  # "(IANS)" glued to the last sentence
    "jsonld_author",  # the agency only as the JSON-LD author of the NewsArticle
    "source_line",  # "Source: IANS" after the body
    "none",  # no credit at all
]
PageState = Literal["live", "not_yet", "vanished"]


@dataclass(frozen=True, slots=True)
class Profile:
    """One invented outlet: who it is, what it runs, how its desk handles copy.

    ``platform`` names the renderer. ``agencies`` are those it subscribes to. Shares are
    0 to 1: of wire stories taken, and of own stories among everything it publishes.
    """

    id: str
    name: str
    host: str
    platform: str
    language: str = "en"
    country: str = "IN"
    zone: str = "Asia/Kolkata"
    agencies: tuple[str, ...] = ("ians",)
    takes: float = 0.6
    own: float = 0.3
    credit: tuple[CreditForm, ...] = ("dateline",)
    disclaimer: str | None = None
    habits: tuple[str, ...] = ()
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WireStory:
    """One lead of an agency's story. ``story`` is shared by all its leads.

    ``paragraphs`` are the agency's own text without dateline and sign-off; ``place``
    and ``filed`` make the dateline. ``cites`` names agencies merely quoted in it.
    """

    id: str
    story: str
    lead: int
    agency: str
    language: str
    kind: StoryKind
    slug: str
    section: str
    headline: str
    place: str
    admin: str | None
    country: str | None
    filed: datetime
    paragraphs: tuple[str, ...]
    reporter: str
    desk: str
    cites: tuple[str, ...] = ()
    party: tuple[str, ...] = ()  # agencies that are themselves in the news here


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an outlet's page, valid from ``since``.

    ``paragraphs`` are what a perfect reading of the page's body gives; ``dateline`` is
    as printed in front of the first (``None`` when the desk took it off), without the
    mark that closes it: a page prints ``dateline + close + paragraphs[0]``.
    """

    since: datetime
    headline: str
    dateline: str | None
    paragraphs: tuple[str, ...]
    lead: int = 1
    modified: datetime | None = None
    close: str = " "


@dataclass(frozen=True, slots=True)
class Copy:
    """One article on one outlet, and the truth about it.

    ``agency`` is the writer (``None`` for the outlet's own); ``role`` and ``relation``
    use the record's words; ``edits`` lists what the desk changed, one word each
    ("headline", "trimmed", "dropped", "local_paragraph", "words", "typography",
    "teaser", "paywall", "correction", "credit_removed"). ``credited`` is false where no
    sign of the agency is left on the page. ``byline`` is the name alone, without "By".
    ``disclaimer`` is the text this page prints, if it prints one.
    """

    id: str
    outlet: str
    story: str
    wire: str | None
    agency: str | None
    role: str
    relation: str
    credit: CreditForm
    credited: bool
    claims_unmodified: bool
    section: str
    slug: str
    byline: str | None
    published: datetime
    versions: tuple[Version, ...]
    language: str
    edits: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()  # "photo_credit", "cited", "party", "mixed_byline" …
    tail: str | None = None  # a line of its own after the body
    disclaimer: str | None = None
    photo_credit: str | None = None
    free: bool = True
    vanishes: datetime | None = None

    def version_at(self, clock: datetime) -> Version | None:
        """The version shown at ``clock``; ``None`` before it is published."""
        shown = [v for v in self.versions if v.since <= clock]
        return shown[-1] if shown else None

    def state_at(self, clock: datetime) -> PageState:
        """Whether the page exists at ``clock``."""
        if clock < self.versions[0].since:
            return "not_yet"
        if self.vanishes is not None and clock >= self.vanishes:
            return "vanished"
        return "live"
