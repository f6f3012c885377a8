"""What a file says about an outlet: who it is, where it lists, how it prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from newscrawl.registry import checks, key


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes agency copy. Only ``id``, ``name`` and ``hosts`` must be told.

    ``hosts`` are its own: "x.in" (and www.x.in), "*.x.in" for what is under it, with a
    port where it uses an odd one. ``agencies`` are ids of agencies whose copy it runs.
    ``doubtful_feeds`` are kept for people; they are never asked. Patterns are searched
    in the whole URL; selectors are tried in order, until the day of ``valid_until``.
    """

    id: str = key(checks.identifier)
    name: str = key()
    hosts: tuple[str, ...] = key(checks.host)
    country: str | None = key(checks.country, default=None)
    languages: tuple[str, ...] = key(checks.language, default=())
    zone: str | None = key(checks.zone, default=None)
    agencies: tuple[str, ...] = key(checks.identifier, default=())
    status: Literal["observed", "unverified"] = key(default="observed")
    enabled: bool = key(default=True)
    conf: Literal["high", "med", "low"] | None = key(default=None)
    note: str | None = key(default=None)

    feeds: tuple[str, ...] = key(checks.url, table="discovery", default=())
    sitemaps: tuple[str, ...] = key(checks.url, table="discovery", default=())
    sections: tuple[str, ...] = key(checks.url, table="discovery", default=())
    section_pages: int = key(checks.count, table="discovery", default=3)
    robots_sitemaps: bool = key(table="discovery", default=True)
    amp: Literal["no", "prefer"] = key(table="discovery", default="no")
    article_urls: tuple[str, ...] = key(checks.pattern, table="discovery", default=())
    skip_urls: tuple[str, ...] = key(checks.pattern, table="discovery", default=())
    doubtful_feeds: tuple[str, ...] = key(checks.url, table="discovery", default=())

    keep: tuple[str, ...] = key(checks.selector, table="reading", default=())
    drop: tuple[str, ...] = key(checks.selector, table="reading", default=())
    headline: tuple[str, ...] = key(checks.selector, table="reading", default=())
    body: tuple[str, ...] = key(checks.selector, table="reading", default=())
    byline: tuple[str, ...] = key(checks.selector, table="reading", default=())
    date: tuple[str, ...] = key(checks.selector, table="reading", default=())
    date_order: Literal["DMY", "MDY"] = key(table="reading", default="DMY")
    valid_until: str | None = key(checks.day, table="reading", default=None)

    delay: float | None = key(checks.seconds, table="polite", default=None)
    daily_requests: int | None = key(checks.count, table="polite", default=None)
    quiet_hours: str | None = key(checks.hours, table="polite", default=None)
    verify_tls: bool = key(table="polite", default=True)

    _exact: frozenset[str] = field(init=False, repr=False, compare=False)
    _under: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare ``covers``, which is asked for every link of every page."""
        hosts = [host.lower() for host in self.hosts]
        plain = [host for host in hosts if not host.startswith("*.")]
        # A feed on another host (a feed service) is the outlet's by its own word.
        sources = (*self.feeds, *self.sitemaps, *self.sections)
        given = {urlsplit(url).netloc.lower() for url in sources}
        exact = given | {one for host in plain for one in (host, f"www.{host}")}
        under = tuple(host[1:] for host in hosts if host.startswith("*."))
        object.__setattr__(self, "_exact", frozenset(exact))
        object.__setattr__(self, "_under", under)

    def covers(self, host_or_url: str) -> bool:
        """Whether a host or a URL is this outlet's.

        A port counts only where ``hosts`` names one.

        >>> x = Outlet(id="x", name="X", hosts=("x.in", "*.y.in"))
        >>> x.covers("https://www.x.in/a"), x.covers("m.x.in"), x.covers("m.y.in")
        (True, False, True)
        """
        host, place = split_place(host_or_url)
        if not host:
            return False
        if host in self._exact or place in self._exact:
            return True
        return bool(self._under) and (
            host.endswith(self._under) or place.endswith(self._under)
        )


def split_place(host_or_url: str) -> tuple[str, str]:
    """The host of a URL or host in lower case, without and with its port.

    >>> split_place("http://X.test:8080/a"), split_place("x.in")
    (('x.test', 'x.test:8080'), ('x.in', 'x.in'))
    """
    # Readers of URLs disagree on backslashes; a bare host has no user name.
    bare = "//" not in host_or_url
    if "\\" in host_or_url or (bare and "@" in host_or_url):
        return "", ""
    text = f"//{host_or_url}" if bare else host_or_url
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "", ""
    host = f"[{host}]" if ":" in host else host
    return host, f"{host}:{port}" if port else host
