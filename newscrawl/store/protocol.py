"""What the rest of the house may ask of a store. No SQL outside this room.

A store belongs to one writing process. Changes become durable together at ``commit``;
until then a crash leaves the state of the last commit. Times are ISO 8601 with offset,
keys are ``text.urls.url_key`` forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newscrawl.copies.index import CopyIndex
    from newscrawl.items import Article
    from newscrawl.store.journal import Journal
    from newscrawl.store.learning import Learning


@dataclass(frozen=True, slots=True)
class PageState:
    """What became of one URL.

    ``scope`` is ``""`` for a written article, which holds for every spider, or the
    scope of the spider that rejected the page, which holds for that spider alone.
    ``outcome`` is ``"written"`` or the rejection's reason. ``modified`` is the time of
    change that the source told (sitemap lastmod, feed updated) when the page was
    fetched. ``attempts`` counts how often in a row it was asked for in vain.
    """

    key: str
    scope: str
    outcome: str
    at: str
    article: str | None = None
    modified: str | None = None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask again cheaply; ``digest`` is of the last body."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class HostState:
    """How a host is to be treated. ``not_before`` and ``day`` are ISO times in UTC."""

    host: str
    not_before: str | None = None
    failures: int = 0
    day: str | None = None
    requests: int = 0


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """The latest version known of an article.

    ``record`` is the record as it was written, without what the run added.
    """

    id: str
    version: int
    first_seen: str
    text_hash: str
    record: Article


class Store(Protocol):
    """The state of all runs. Lookups see this process's uncommitted changes."""

    def page(self, key: str, scope: str) -> PageState | None:
        """What became of this URL for everybody (``""``), else for ``scope``."""

    def put_page(self, state: PageState) -> None:
        """Note what became of a URL, replacing what was noted for its scope."""

    def validators(self, url: str) -> Validators | None:
        """What the server gave at the last complete reading of ``url``."""

    def put_validators(self, url: str, validators: Validators) -> None:
        """Keep what the server gave with ``url``."""

    def host(self, host: str) -> HostState | None:
        """What is remembered of a host."""

    def put_host(self, state: HostState) -> None:
        """Remember a host's state."""

    def latest(self, article_id: str) -> StoredVersion | None:
        """The latest version of an article that was written, or ``None``."""

    def same_text(self, outlet: str, text_hash: str) -> str | None:
        """The id of an article of this outlet with this very text, or ``None``."""

    def put_article(self, article: Article) -> None:
        """Note a written line: the article and its version.

        Its URLs are noted by ``put_page``, its story by ``copies.joining.join``.
        """

    def hold(self, article: Article) -> None:
        """Keep an uncredited article until a credited copy of its story turns up."""

    def released(self) -> Iterator[Article]:
        """Held articles whose story has an agency by now. They stay until dropped."""

    def held(self, article_id: str) -> Article | None:
        """A held article."""

    def drop_held(self, article_id: str) -> None:
        """Forget a held article."""

    def journal(self) -> Journal:
        """How outlets, agencies and sources have been."""

    def learning(self) -> Learning:
        """What recurs on each outlet's pages."""

    def copies(self) -> CopyIndex:
        """The index of texts and stories over this store."""

    def articles(self) -> Iterator[Article]:
        """The latest version of every written article, oldest first."""

    def commit(self) -> None:
        """Make everything since the last commit durable."""

    def close(self) -> None:
        """Close without committing."""
