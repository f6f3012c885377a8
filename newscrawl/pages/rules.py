"""What an outlet's file may say about reading its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class ReadingRules(Protocol):
    """An outlet's habits; the sequences hold CSS selectors, the best first."""

    @property
    def name(self) -> str:
        """The outlet's name as it prints it."""

    @property
    def zone(self) -> str | None:
        """The IANA zone of times printed without one."""

    @property
    def date_order(self) -> str:
        """``DMY`` or ``MDY``, for dates in figures."""

    @property
    def languages(self) -> Sequence[str]:
        """The languages it publishes in."""

    @property
    def keep(self) -> Sequence[str]:
        """Parts never taken for furniture."""

    @property
    def drop(self) -> Sequence[str]:
        """Parts that are never the article's."""

    @property
    def headline(self) -> Sequence[str]:
        """Where the headline stands."""

    @property
    def body(self) -> Sequence[str]:
        """The container of the article's paragraphs."""

    @property
    def byline(self) -> Sequence[str]:
        """Where the byline stands."""

    @property
    def date(self) -> Sequence[str]:
        """Where the time of publication stands."""

    @property
    def valid_until(self) -> str | None:
        """The last day, ISO 8601, on which the selectors are believed."""


@dataclass(frozen=True, slots=True)
class PlainRules:
    """The habits of an outlet nobody has described."""

    name: str = ""
    zone: str | None = None
    date_order: str = "DMY"
    languages: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    valid_until: str | None = None


def has_expired(rules: ReadingRules, now: str | None) -> bool:
    """Whether a site's selectors are not to be believed any more at this ISO time.

    >>> has_expired(PlainRules(valid_until="2027-03-01"), "2027-03-01T23:00:00+00:00")
    False
    """
    return bool(now and rules.valid_until and now[:10] > rules.valid_until)


def believed(rules: ReadingRules, now: str | None) -> ReadingRules:
    """The rules, without their selectors once these have had their day."""
    if not has_expired(rules, now):
        return rules
    return PlainRules(
        name=rules.name,
        zone=rules.zone,
        date_order=rules.date_order,
        languages=tuple(rules.languages),
    )
