"""What every stage of the pipeline shares: its session, and how it drops an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from scrapy.exceptions import DropItem, NotConfigured

from newscrawl.errors import ConfigError, NewscrawlError
from newscrawl.items import Article
from newscrawl.store.session import WITHOUT, Session, harvests

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler


class Dropped(DropItem):
    """An article that ends here: ``reason`` is one word for counting."""

    def __init__(self, reason: str, detail: str = "") -> None:
        # The rejected file tells each of them; the log would only repeat it.
        super().__init__(f"{reason}: {detail}" if detail else reason, log_level="DEBUG")
        self.reason = reason
        self.detail = detail


def drop(reason: str, detail: str = "") -> NoReturn:
    """End the article under hand."""
    raise Dropped(reason, detail)


class Stage:
    """One verb on the way of an article.

    A subclass does its work in ``process``, which changes the article in place or calls
    ``drop``. Items of other kinds pass untouched. Stages do not wait for anything, so
    an article goes through all of them without another one coming between.
    """

    verb: ClassVar[str] = ""

    def __init__(self, crawler: Crawler, session: Session) -> None:
        self.crawler = crawler
        self.session = session
        self.store = session.store

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the stage; raises ``NotConfigured`` where nothing is harvested."""
        session = crawler.get_extension(Session)
        if session is None:
            if harvests(crawler):
                raise ConfigError(WITHOUT.format("EXTENSIONS", Session.__name__))
            raise NotConfigured
        return cls(crawler, session)

    def process_item(self, item: Any) -> Any:
        """Do the work on an article; count what is dropped."""
        if not isinstance(item, Article):
            return item
        if self.session.failure is not None:
            drop("stopped", "the run had to give up before this article")
        try:
            self.process(item)
        except Dropped as dropped:
            self.crawler.stats.inc_value(
                f"newscrawl/dropped/{self.verb}/{dropped.reason}"
            )
            raise
        except NewscrawlError as error:
            self._give_up(error, error)
        except Exception as error:
            told = self.session.explain(error)
            if told is None:
                raise
            self._give_up(told, error)
        return item

    def process(self, article: Article) -> None:
        """Work on one article."""

    def _give_up(self, told: NewscrawlError, cause: Exception) -> NoReturn:
        self.session.fail(told)
        raise Dropped("stopped", str(told)) from cause
