"""The record: one article as one output line, as dataclasses. Names and types only.

Field order here is the field order of the JSON lines. Absent is ``None``, never
``""``. Times are ISO 8601 strings with an offset. ``schema/article.json`` is the same
contract for readers in other languages; a test keeps the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SCHEMA_VERSION = "1.2"

ParagraphKind = Literal["lead", "p", "subhead", "list", "quote"]
AuthorKind = Literal["person", "desk", "agency", "outlet"]
Role = Literal["wire", "wire_edited", "mixed", "own", "press_release", "unknown"]
Relation = Literal["first", "verbatim", "edited", "excerpt", "expanded", "update"]
Precision = Literal["second", "minute", "hour", "day"]
ZoneFrom = Literal["page", "outlet", "none"]
ErrandKind = Literal["robots", "feed", "sitemap", "section", "article"]


@dataclass(slots=True)
class Paragraph:
    """One paragraph of the body, in reading order."""

    kind: ParagraphKind
    text: str


@dataclass(slots=True)
class Trimmed:
    """A piece of the page that was cut off the body, and why."""

    reason: str
    text: str


@dataclass(slots=True)
class Author:
    """Somebody named in the byline."""

    name: str
    kind: AuthorKind


MATCHED = "matched_copy"
"""The sign of an agency that only the comparison with other copies named."""


@dataclass(slots=True)
class Evidence:
    """One sign of where the text comes from.

    ``where`` is the place on the page (dateline, byline, author, tail, disclaimer, url,
    section, matched_copy); ``quote`` the characters as printed; ``weight`` 0 to 1.
    ``field`` names the text it was read in ("trimmed[3]", or "text" for bare text) and
    ``start`` and ``end`` the quote's place there.
    """

    sign: str
    agency: str | None
    where: str
    quote: str
    weight: float
    field: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Syndication:
    """How the article relates to an agency, and on what evidence.

    ``carrier`` and ``origin`` are set where they differ: the agency that passed the
    text on and the one that wrote it first.
    """

    role: Role = "unknown"
    confidence: float = 0.0
    claims_unmodified: bool = False
    evidence: list[Evidence] = field(default_factory=list)
    agency: str | None = None
    carrier: str | None = None
    origin: str | None = None

    @property
    def by_match(self) -> bool:
        """Whether only the comparison with other copies named the agency."""
        return any(one.sign == MATCHED for one in self.evidence)


@dataclass(slots=True)
class Image:
    """The lead picture. Its credit says nothing about the text."""

    url: str
    caption: str | None = None
    credit: str | None = None


@dataclass(slots=True)
class Edits:
    """What the outlet's desk changed against ``against``, another copy's article id.

    Shares are 0 to 1; paragraph counts are of this copy (added) or of the other (cut).
    ``dateline`` is ``None`` where the other has none. ``claim_holds`` is ``None`` where
    the outlet does not say that it changed nothing, or nothing speaks against it or
    for it; ``False`` where two other outlets agree on another text.
    """

    against: str
    headline: Literal["same", "rewritten"]
    paragraphs_kept: int
    paragraphs_cut: int
    paragraphs_added: int
    words_changed: float
    headline_kept: float | None = None
    dateline: Literal["same", "changed", "removed"] | None = None
    credit_removed: bool = False
    paragraphs_moved: int = 0
    cut_from: list[Literal["top", "middle", "end"]] = field(default_factory=list)
    sentences_edited: int = 0
    claim_holds: bool | None = None


@dataclass(slots=True)
class Story:
    """The story this copy belongs to, as known when the line was written.

    ``resemblance`` is the Jaccard measure and ``containment`` the share of this copy's
    words found in the matched one (Broder 1997); ``matched`` is that article's id.
    ``first_seen`` is the time of the earliest copy known, ``lag_seconds`` the time from
    it to this copy.
    """

    id: str
    relation: Relation
    resemblance: float | None = None
    containment: float | None = None
    matched: str | None = None
    first_outlet: str | None = None
    first_seen: str | None = None
    lag_seconds: int | None = None
    edits: Edits | None = None


@dataclass(slots=True)
class Previous:
    """The version before this one, and the names of the fields that changed."""

    version: int
    changed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Http:
    """What the server said with the page."""

    status: int
    etag: str | None = None
    last_modified: str | None = None


@dataclass(slots=True)
class Raw:
    """Where the page itself is kept, when it is."""

    warc: str
    offset: int


@dataclass(slots=True)
class Article:
    """One version of one article on one outlet: one line of output."""

    schema_version: str = SCHEMA_VERSION
    id: str = ""
    version: int = 1
    first_seen: str = ""
    version_seen: str = ""
    url: str = ""
    canonical_url: str = ""
    outlet: str = ""
    alt_ids: list[str] = field(default_factory=list)
    headline: str = ""
    headline_raw: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    dateline: str | None = None
    located: list[str] = field(default_factory=list)
    dateline_date: str | None = None
    body: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    trimmed: list[Trimmed] = field(default_factory=list)
    word_count: int = 0
    language: str | None = None
    by: str | None = None
    authors: list[Author] = field(default_factory=list)
    agency: str | None = None
    syndication: Syndication = field(default_factory=Syndication)
    date_published: str | None = None
    date_published_raw: str | None = None
    date_first_published: str | None = None
    date_modified: str | None = None
    date_modified_raw: str | None = None
    date_precision: Precision | None = None
    zone_from: ZoneFrom | None = None
    section: str | None = None
    keywords: list[str] = field(default_factory=list)
    image: Image | None = None
    free: bool | None = None
    text_hash: str = ""
    sketch: list[str] = field(default_factory=list)
    story: Story | None = None
    previous: Previous | None = None
    provenance: dict[str, str] = field(default_factory=dict)
    discovered_by: str | None = None
    http: Http | None = None
    raw: Raw | None = None
    run: str | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """Why a request is made; it rides on ``request.meta["errand"]``.

    ``via`` names the source that told of the URL ("feed:<url>"). ``key`` is the URL's
    comparison form, set on articles. The rest is what that source said, if it said it.
    ``page`` counts the pages of a section from 1.
    """

    kind: ErrandKind
    outlet: str
    via: str
    key: str | None = None
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    page: int = 1
