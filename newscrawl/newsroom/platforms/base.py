"""One outlet's site: its paths, its discovery files, its article pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newscrawl.newsroom.platforms import furniture
from newscrawl.newsroom.stories import AGENCY_NAMES
from newscrawl.newsroom.traffic import Answer, Ask

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newscrawl.newsroom.model import Copy, Profile, Version

TEASERS = 5
_HINDI_MONTHS = (
    "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर",
    "अक्टूबर", "नवंबर", "दिसंबर",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Teaser:
    """Another story as lists show it."""

    headline: str
    text: str
    url: str
    section: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One article as it stands on a page now."""

    profile: Profile
    copy: Copy
    version: Version
    url: str
    related: tuple[Teaser, ...]

    @property
    def headline(self) -> str:
        """The page's headline."""
        return self.version.headline

    @property
    def body(self) -> list[str]:
        """The paragraphs as printed: dateline in front, bracketed credit glued on."""
        printed = list(self.version.paragraphs)
        if self.version.dateline:
            printed[0] = self.version.dateline + self.version.close + printed[0]
        if self.copy.credit == "tail_bracket" and self.copy.credited:
            printed[-1] = f"{printed[-1]} {self.copy.tail or f'({self.agency_name})'}"
        return printed

    @property
    def after(self) -> list[str]:
        """The lines of their own after the body: sign-off or source, disclaimer."""
        glued = self.copy.credit == "tail_bracket"
        lines = (None if glued else self.copy.tail, self.copy.disclaimer)
        return [line for line in lines if line]

    @property
    def agency_name(self) -> str:
        """The agency as it is printed in credits."""
        return AGENCY_NAMES.get(self.copy.agency or "", self.copy.agency or "")

    @property
    def byline(self) -> str | None:
        """The name in the visible byline row."""
        return None if self.copy.credit == "jsonld_author" else self.copy.byline

    @property
    def author(self) -> str | None:
        """The name in the metadata."""
        if self.copy.credit == "jsonld_author":
            return self.copy.byline or self.agency_name
        return self.copy.byline

    @property
    def published(self) -> datetime:
        """When it was published, on the outlet's clock."""
        return self.copy.published.astimezone(ZoneInfo(self.profile.zone))

    @property
    def modified(self) -> datetime:
        """When it was last changed, on the outlet's clock."""
        changed = self.version.modified or self.copy.published
        return changed.astimezone(ZoneInfo(self.profile.zone))

    @property
    def summary(self) -> str:
        """The lead as list pages and descriptions cut it."""
        return shorten(self.body[0])


def shorten(text: str, length: int = 110) -> str:
    """The first words of ``text`` and " ...", as portals cut their teasers.

    >>> shorten("Fleet week ends in the harbour of the old town", 20)
    'Fleet week ends in ...'
    """
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + " ..."


def english_date(moment: datetime, pattern: str = "%B {day}, %Y %H:%M") -> str:
    """A date in words, its day without a leading zero."""
    return moment.strftime(pattern.replace("{day}", str(moment.day)))


def hindi_date(moment: datetime) -> str:
    """A date and time in Hindi words."""
    month = _HINDI_MONTHS[moment.month - 1]
    return f"{moment.day} {month} {moment:%Y %H:%M}"


class Platform:
    """The common ground of all platforms; each overrides what it does its own way.

    A platform without feed, sitemap or section simply names none. ``copies`` are of
    this outlet alone; pages of other outlets are unknown here.
    """

    scheme = "https"
    encoding = "utf-8"
    kind = "text/html; charset=utf-8"
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    robots_sitemaps = False
    amp = "no"
    article_urls: tuple[str, ...] = ()
    skip_urls: tuple[str, ...] = ()
    section_size = 20

    def __init__(
        self, profile: Profile, copies: Sequence[Copy], weight: int = 25_000
    ) -> None:
        self.profile = profile
        self.copies = sorted(copies, key=lambda c: (c.published, c.id), reverse=True)
        self.weight = weight
        self.numbers = {c.id: 1000 + n for n, c in enumerate(reversed(self.copies))}
        self.paths: dict[str, tuple[Copy, str]] = {}
        for copy in self.copies:
            for form, path in self.forms(copy).items():
                self.paths.setdefault(path, (copy, form))

    # -- where things are

    def path(self, copy: Copy) -> str:
        """The path of the canonical page."""
        return f"/{copy.section}/{copy.slug}-{self.numbers[copy.id]}"

    def forms(self, copy: Copy) -> dict[str, str]:
        """Every path the article answers at, by the name of its form."""
        return {"page": self.path(copy)}

    def absolute(self, path: str, scheme: str | None = None) -> str:
        """The full URL of a path of this site."""
        return f"{scheme or self.scheme}://{self.profile.host}{path}"

    def urls(self, copy: Copy) -> list[str]:
        """Every URL that leads to the article; the first is canonical."""
        return [self.absolute(path) for path in self.forms(copy).values()]

    def listed_urls(self, copy: Copy) -> list[str]:
        """The URLs under which feeds and lists name the article."""
        return self.urls(copy)[:1]

    @property
    def section_pages(self) -> int:
        """How many pages of a section hold all its articles."""
        return max(3, -(-len(self.copies) // self.section_size) + 1)

    # -- what stands there

    def live(self, clock: datetime) -> list[Copy]:
        """The articles published and not taken down at ``clock``, newest first."""
        return [c for c in self.copies if c.state_at(clock) == "live"]

    def changed_at(self, clock: datetime) -> datetime:
        """When the site's lists last changed."""
        times = [
            moment
            for copy in self.copies
            for moment in (*(v.since for v in copy.versions), copy.vanishes)
            if moment is not None and moment <= clock
        ]
        return max(times, default=clock)

    def answer(self, ask: Ask) -> Answer | None:
        """The response, or ``None`` where the site knows no such page."""
        if trouble := self.trouble(ask):
            return trouble
        if (listed := self.discovery(ask)) is not None:
            return listed
        found = self.paths.get(ask.path)
        if found is None or found[0].state_at(ask.clock) != "live":
            return None
        return self.article(*found, ask)

    def trouble(self, ask: Ask) -> Answer | None:
        """A misbehaviour that comes before the page itself."""
        return None

    def discovery(self, ask: Ask) -> Answer | None:
        """Feeds, sitemaps, section pages and robots.txt."""
        return None

    def article(self, copy: Copy, form: str, ask: Ask) -> Answer:
        """An article's page in one of its forms."""
        shown = self.shown(copy, ask.clock)
        text = self.page(shown, form)
        body = text.encode(self.encoding, "xmlcharrefreplace")
        return Answer(body, kind=self.kind, changed=shown.version.since)

    def shown(self, copy: Copy, clock: datetime) -> Shown:
        """The article as it stands at ``clock``."""
        version = copy.version_at(clock)
        assert version is not None
        url = self.absolute(self.path(copy))
        return Shown(self.profile, copy, version, url, self.related(copy))

    def related(self, copy: Copy) -> tuple[Teaser, ...]:
        """The stories the outlet published before this one, whatever became of them.

        Fixed for good, so that a page changes only when its own article does.
        """
        at = self._position[copy.id]
        others = self.copies[at + 1 : at + 1 + TEASERS]
        return tuple(self.teaser(other) for other in others)

    @cached_property
    def _position(self) -> dict[str, int]:
        return {copy.id: at for at, copy in enumerate(self.copies)}

    def teaser(self, copy: Copy) -> Teaser:
        """Another article as lists show it: its first version, cut."""
        first = copy.versions[0]
        lead = (first.dateline or "") + (first.close if first.dateline else "")
        text = shorten(lead + first.paragraphs[0])
        return Teaser(
            first.headline, text, self.absolute(self.path(copy)), copy.section
        )

    def page(self, shown: Shown, form: str) -> str:
        """The HTML of an article."""
        raise LookupError(f"{type(self).__name__} prints no articles")

    # -- pieces shared by the pages

    def head(self, title: str, *extra: str) -> str:
        """A head element's inside: title, what the platform adds, and its weight."""
        return (
            f"<title>{escape(title)} | {escape(self.profile.name)}</title>"
            + "".join(extra)
            + furniture.styles(self.weight * 3 // 10, self.profile.id)
            + furniture.scripts(self.weight // 2, self.profile.id)
        )

    def top(self) -> str:
        """The menus, with agencies named in them."""
        hindi = self.profile.language == "hi"
        links = furniture.MENU_HINDI if hindi else furniture.MENU
        return (
            f'<header><a class="logo" href="/">{escape(self.profile.name)}</a>'
            f"<nav><ul>{furniture.anchors(links)}</ul>"
            + furniture.mega_menu(self.weight // 5, self.profile.id)
            + "</nav></header>"
        )

    def foot(self) -> str:
        """The foot of the page."""
        return furniture.footer(self.profile.name)
