"""All outlets together: read, checked against each other, found and selected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.errors import ConfigError
from newscrawl.outlets.outlet import Outlet, split_place
from newscrawl.registry import load, nearest
from newscrawl.registry.source import Place
from newscrawl.text.lines import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newscrawl.registry import Entry

BUNDLED = Path(__file__).parent


class Outlets(Mapping[str, Outlet]):
    """Every outlet known, by id."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        self._by_id = {outlet.id: outlet for outlet in outlets}
        self._by_host: dict[str, Outlet] = {}
        for outlet in self._by_id.values():
            for host in outlet.hosts:
                self._by_host[host.lower()] = outlet

    def __getitem__(self, name: str) -> Outlet:
        return self._by_id[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def by_host(self, host: str) -> Outlet | None:
        """The outlet to which a host (or URL) belongs; the nearest entry wins.

        "hindi.x.in" is sought as itself before "x.in" or "*.x.in" are tried.
        """
        name, place = split_place(host)
        for entry in (*_entries(place), *_entries(name)):
            if entry in self._by_host:
                return self._by_host[entry]
        return None

    def select(
        self, spec: str | None, *, agencies: Collection[str] | None
    ) -> list[Outlet]:
        """The outlets to visit.

        ``None``: those that are on and carry one of ``agencies`` (``None`` for any).
        ``"all"``: all that are on. Otherwise ids with commas between: exactly these,
        even if off. Raises ``ConfigError`` for an unknown id, with the nearest ones.
        """
        if spec is not None and spec.strip() != "all":
            return self._named(spec)
        wanted = None if spec is not None or agencies is None else set(agencies)
        on = (outlet for outlet in self.values() if outlet.enabled)
        return [o for o in on if wanted is None or wanted.intersection(o.agencies)]

    def _named(self, spec: str) -> list[Outlet]:
        names = dict.fromkeys(name.strip() for name in spec.split(","))
        names.pop("", None)
        if not names:
            raise ConfigError("no outlet is named; give all, or ids with commas")
        for name in names:
            if name not in self:
                hint = nearest(name.lower(), self) or self._at(name)
                hint = hint or "; see docs/reference/outlets.md"
                raise ConfigError(printable(f"unknown outlet {name!r}{hint}"))
        return [self[name] for name in names]

    def _at(self, host: str) -> str:
        outlet = self.by_host(host)
        return f"; did you mean {outlet.id}?" if outlet else ""


def load_outlets(
    extra: Path | None = None, *, agencies: Collection[str] | None = None
) -> Outlets:
    """The bundled outlets and those of a user's directory, which win.

    With ``agencies`` given, every agency an outlet names must be among them. A bundled
    outlet whose host a user's file claims is off. Raises ``ConfigError``, naming file
    and line, for a file that is wrong.
    """
    entries = load(Outlet, BUNDLED, extra)
    for entry in entries:
        _check_agencies(entry, agencies)
        if not entry.value.hosts:
            raise entry.source.error("must name at least one host", Place("hosts"))
    _claim_hosts(entries)
    claimed = {h.lower() for e in entries if e.own for h in e.value.hosts}
    bundled = [_yield_to(claimed, e.value) for e in entries if not e.own]
    # The user's come last: by_host finds the later claim.
    return Outlets([*bundled, *(e.value for e in entries if e.own)])


def _entries(host: str) -> Iterator[str]:
    """The entries of ``hosts`` that would cover a host, the nearest first."""
    yield host
    yield host.removeprefix("www.")
    parts = host.split(".")
    for at in range(1, len(parts)):
        yield f"*.{'.'.join(parts[at:])}"


@lru_cache(maxsize=1)
def bundled_outlets() -> Outlets:
    """The bundled outlets, read once."""
    return load_outlets()


def _check_agencies(entry: Entry[Outlet], known: Collection[str] | None) -> None:
    if known is None:
        return
    for name in entry.value.agencies:
        if name not in known:
            told = f"{name!r} is no agency known{nearest(name, known)}"
            raise entry.source.error(told, Place("agencies"), name)


def _claim_hosts(entries: list[Entry[Outlet]]) -> None:
    owners: dict[tuple[bool, str], Entry[Outlet]] = {}
    for entry in entries:
        for host in entry.value.hosts:
            other = owners.setdefault((entry.own, host.lower()), entry)
            if other is not entry:
                told = f"{host!r} is claimed by {other.source.path.name} too"
                raise entry.source.error(told, Place("hosts"), host)


def _yield_to(claimed: set[str], outlet: Outlet) -> Outlet:
    if outlet.enabled and not claimed.isdisjoint(h.lower() for h in outlet.hosts):
        return replace(outlet, enabled=False)
    return outlet
