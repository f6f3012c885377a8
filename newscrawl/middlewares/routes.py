"""Where requests to some hosts are really sent: the operator's own map."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from newscrawl.errors import ConfigError

if TYPE_CHECKING:
    from typing import Self

    from scrapy.settings import BaseSettings


class Routes:
    """Host name patterns and the ``address:port`` that answers for them.

    >>> Routes({"*.news.test": "127.0.0.1:8080"}).find("Daily.news.test")
    '127.0.0.1:8080'
    """

    def __init__(self, table: dict[str, str]) -> None:
        for pattern, place in table.items():
            host, _, port = str(place).rpartition(":")
            if not host or not port.isdecimal() or not 0 < int(port) < 65536:
                raise ConfigError(
                    f"setting NEWSCRAWL_CONNECT_TO: {place!r} for {pattern!r} is no "
                    'address:port, as in {"*.news.test": "127.0.0.1:8080"}'
                )
        self.table = {pattern.lower(): place for pattern, place in table.items()}

    @classmethod
    def of(cls, settings: BaseSettings) -> Self:
        """Read ``NEWSCRAWL_CONNECT_TO``; raises ``ConfigError`` on nonsense."""
        try:
            table = settings.getdict("NEWSCRAWL_CONNECT_TO")
        except (TypeError, ValueError) as error:
            raise ConfigError(
                "setting NEWSCRAWL_CONNECT_TO is no JSON object of host patterns and "
                'places, as in {"*.news.test": "127.0.0.1:8080"}'
            ) from error
        return cls({str(k): str(v) for k, v in table.items()})

    def find(self, host: str) -> str | None:
        """The place that answers for a host; the first pattern that fits counts."""
        host = host.lower()
        for pattern, place in self.table.items():
            if fnmatchcase(host, pattern):
                return place
        return None

    def addresses(self) -> set[str]:
        """The hosts of all places, without ports."""
        return {place.rpartition(":")[0].strip("[]") for place in self.table.values()}
