"""Which article it is: its id, its version, and whether its text is already known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.copies.sketch import sketch, text_hash
from newscrawl.items import Previous
from newscrawl.pipelines.base import Stage, drop
from newscrawl.store.protocol import PageState
from newscrawl.text.clean import comparable, words
from newscrawl.text.recurring import RECURRING
from newscrawl.text.urls import article_id, clean_url, same_site, url_key

if TYPE_CHECKING:
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
# What is cut off the end once it has become the end.
_ENDS = frozenset(
    (RECURRING, "heading", "sign_off", "source_line", "reporting_line", "copyright",
     "end_mark")
)  # fmt: skip


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
            article.text_hash = text_hash(article.body)
            article.sketch = sketch(article.body)
            self._claim(article)
        latest = self.store.latest(article.id)
        if released and latest is not None:
            self.store.drop_held(article.id)
            drop("same_article", article.id)
        if latest is None:
            self._same_text(article)
        else:
            self._compare(article, latest)
        article.run = self.session.run
        article.version_seen = self.session.now()
        article.first_seen = article.first_seen or article.version_seen

    def _claim(self, article: Article) -> None:
        text = (article.outlet, article.text_hash)
        first = article.id if article.id in self._claimed else self._texts.get(text)
        if first is not None:
            drop("same_article", first)
        self._claimed.add(article.id)
        self._texts[text] = article.id

    def _same_text(self, article: Article) -> None:
        other = self.store.same_text(article.outlet, article.text_hash)
        if other is not None:
            self._alias(article, other)
            drop("same_article", other)

    def _compare(self, article: Article, latest: StoredVersion) -> None:
        article.first_seen = latest.first_seen
        before = latest.record
        learnt = differ_in_learning(before, article)
        same_text = learnt or latest.text_hash == article.text_hash
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


def differ_in_learning(before: Article, article: Article) -> bool:
    """Whether two readings of one text differ only in what was known of its outlet.

    Of the same words another part was cut off as recurring, and what that uncovered.
    """
    if not before.body or _recurring(before) == _recurring(article):
        return False
    return _words(before) == _words(article)


def _recurring(article: Article) -> list[str]:
    return [one.text for one in article.trimmed if one.reason == RECURRING]


def _words(article: Article) -> Counter[str]:
    ends = [one.text for one in article.trimmed if one.reason in _ENDS]
    return Counter(words("\n".join([article.body, *ends])))


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
