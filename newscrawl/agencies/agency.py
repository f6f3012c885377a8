"""What a file says about a news agency, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from newscrawl.registry import checks, key, load
from newscrawl.registry.source import Place
from newscrawl.text.names import AgencyNames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newscrawl.registry import Entry

BUNDLED = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """A credit as it is printed, in invented text.

    ``where`` is the place on the page; ``gives`` the token by which the agency is known
    there.
    """

    text: str = key()
    where: Literal["dateline", "byline", "tail", "disclaimer", "source_line"] = key()
    gives: str = key()


@dataclass(frozen=True, slots=True)
class Agency:
    """Who writes copy for others to publish.

    ``aliases`` are its names exactly as credits print them. ``weak`` are those of them
    that mean something else too; they count only in a credit's place and on an outlet
    of a ``home`` country. ``desks`` are the codes that may follow the name after a
    slash ("dpa/lsw"). ``url_segments`` are parts of an address that mark its copy.
    ``self_citations`` are sentences' beginnings by which its own copy names it.
    """

    id: str = key(checks.identifier)
    name: str = key()
    aliases: tuple[str, ...] = key(default=())
    country: str | None = key(checks.country, default=None)
    languages: tuple[str, ...] = key(checks.language, default=())
    domains: tuple[str, ...] = key(checks.host, default=())
    status: Literal["observed", "unverified"] = key(default="observed")
    kind: Literal["agency", "press_release"] = key(default="agency")
    desks: tuple[str, ...] = key(default=())
    weak: tuple[str, ...] = key(default=())
    home: tuple[str, ...] = key(checks.country, default=())
    url_segments: tuple[str, ...] = key(checks.url_segment, default=())
    self_citations: tuple[str, ...] = key(default=())
    note: str | None = key(default=None)
    examples: tuple[Example, ...] = key(default=())

    def is_home(self, country: str | None) -> bool:
        """Whether its weak names may be believed in that country; ``None`` is none."""
        return country is not None and country in (self.home or (self.country,))


class Agencies(Mapping[str, Agency]):
    """Every agency known, by id. ``names`` is what text rules need of them.

    ``segments`` are the parts of addresses with the agency each marks, ``citations``
    the sentences' beginnings by which an agency's copy names it.
    """

    def __init__(self, agencies: Iterable[Agency] = ()) -> None:
        self._by_id = {agency.id: agency for agency in agencies}
        tokens = {t: agency.id for agency in self.values() for t in agency.aliases}
        self.names = AgencyNames(tokens)
        self.segments = tuple(
            (f"/{part.strip('/')}/", agency.id)
            for agency in self.values()
            for part in agency.url_segments
        )
        self.citations = tuple(
            (phrase, a.id) for a in self.values() for phrase in a.self_citations
        )

    def __getitem__(self, name: str) -> Agency:
        return self._by_id[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


def load_agencies(extra: Path | None = None) -> Agencies:
    """The bundled agencies and those of a user's directory, which win.

    Raises ``ConfigError``, naming file and line, for a file that is wrong.
    """
    entries = load(Agency, BUNDLED, extra)
    _claim_tokens(entries)
    # A user's agencies come last: a name they claim is theirs.
    return Agencies(e.value for e in sorted(entries, key=lambda e: e.own))


@lru_cache(maxsize=1)
def bundled_agencies() -> Agencies:
    """The bundled agencies, read once."""
    return load_agencies()


def _claim_tokens(entries: list[Entry[Agency]]) -> None:
    owners: dict[tuple[bool, str], Entry[Agency]] = {}
    for entry in entries:
        agency = entry.value
        for token in agency.aliases:
            other = owners.setdefault((entry.own, token), entry)
            if other is not entry:
                told = f"{token!r} is claimed by {other.source.path.name} too"
                raise entry.source.error(told, Place("aliases"), token)
        for token in agency.weak:
            if token not in agency.aliases:
                told = f"{token!r} is not among the aliases"
                raise entry.source.error(told, Place("weak"), token)
