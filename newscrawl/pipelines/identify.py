"""Which article it is: its id, its version, and whether its text is already known."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.copies.sketch import sketch
from newscrawl.items import Previous
from newscrawl.pipelines.base import Stage, drop
from newscrawl.pipelines.sameness import differ_in_learning, text_hashes
from newscrawl.store.protocol import PageState
from newscrawl.text.clean import comparable
from newscrawl.text.urls import article_id, clean_url, same_site, url_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler

    from newscrawl.items import Article
    from newscrawl.store.protocol import StoredVersion
    from newscrawl.store.session import Session

# What a reader may want to hear of when it changes, besides the text itself.
WATCHED = (
    "headline",
    "description",
    "dateline",
    "body",
    "by",
    "date_published",
    "date_modified",
    "section",
    "free",
)


class Identify(Stage):
    """Sets id and version; drops what is written or under way already.

    An article that comes with its id was held by an earlier run and is now released.
    """

    verb = "identify"

    def __init__(self, crawler: Crawler, session: Session) -> None:
        super().__init__(crawler, session)
        self._claimed: set[str] = set()
        self._texts: dict[tuple[str, str], str] = {}

    def process(self, article: Article) -> None:
        """Drop with ``same_article`` or ``unchanged``, else give id and version."""
        released = bool(article.id)
        if not released:
            article.canonical_url = own_address(article)
            article.id = article_id(url_key(article.canonical_url))
            article.sketch = sketch(article.body)
        hashes = text_hashes(article)
        article.text_hash = hashes[0]
        if not released:
            self._claim(article, hashes)
        latest = self.store.latest(article.id)
        if released and latest is not None:
            self.store.drop_held(article.id)
            drop("same_article", article.id)
        if latest is None:
            self._same_text(article, hashes)
        else:
            self._compare(article, latest, hashes)
        article.run = self.session.run
        article.version_seen = self.session.now()
        article.first_seen = article.first_seen or article.version_seen

    def _claim(self, article: Article, hashes: Sequence[str]) -> None:
        if article.id in self._claimed:
            drop("same_article", article.id)
        for one in hashes:
            first = self._texts.get((article.outlet, one))
            if first is not None:
                drop("same_article", first)
        self._claimed.add(article.id)
        self._texts[article.outlet, article.text_hash] = article.id

    def _same_text(self, article: Article, hashes: Sequence[str]) -> None:
        for one in hashes:
            other = self.store.same_text(article.outlet, one)
            if other is not None:
                self._alias(article, other)
                drop("same_article", other)

    def _compare(
        self, article: Article, latest: StoredVersion, hashes: Sequence[str]
    ) -> None:
        article.first_seen = latest.first_seen
        before = latest.record
        learnt = differ_in_learning(before, article)
        same_text = learnt or latest.text_hash in hashes
        if same_text and comparable(before.headline) == comparable(article.headline):
            self._alias(article, article.id)
            drop("unchanged", f"version {latest.version}")
        article.version = latest.version + 1
        changed = [n for n in WATCHED if getattr(before, n) != getattr(article, n)]
        if same_text and (learnt or not before.body) and "body" in changed:
            changed.remove("body")  # pruned from the state; its hash says it is equal
        article.previous = Previous(latest.version, changed)

    def _alias(self, article: Article, known: str) -> None:
        """Note that this address shows a written article."""
        key, at = url_key(article.url), self.session.now()
        modified = self.session.told(article.url).modified
        self.store.put_page(PageState(key, "", "written", at, known, modified))


def own_address(article: Article) -> str:
    """The address that stands for the article on its outlet.

    The page's canonical link counts only on the same site and when it leads to a page:
    some outlets name their front page, or the agency's, on every article.
    """
    canonical = article.canonical_url
    if (
        canonical
        and url_key(canonical)
        and same_site(canonical, article.url)
        and urlsplit(canonical).path.strip("/")
    ):
        return canonical
    return clean_url(article.url) or article.url
