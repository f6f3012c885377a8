"""What goes between the newsroom's server and its sites: a question and an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request as a site sees it. ``turn`` counts the requests for ``path`` from 1.

    ``query`` is without its question mark; ``scheme`` is what the client meant to
    speak, as a proxy in front of the site would tell it.
    """

    path: str
    clock: datetime
    query: str = ""
    scheme: str = "https"
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """One response. With ``changed``, it carries validators and may become a 304."""

    body: bytes = b""
    status: int = 200
    kind: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    changed: datetime | None = None
    etag: bool = True


def moved(location: str, status: int = 301) -> Answer:
    """A redirect to ``location``."""
    return Answer(b"", status, headers={"Location": location})


def refusal(status: int, words: str, **headers: str) -> Answer:
    """An error page that says ``words``."""
    page = f"<!DOCTYPE html><title>{status}</title><h1>{status}</h1><p>{words}</p>"
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(page.encode(), status, headers=named)
