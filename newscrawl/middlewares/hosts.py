"""What is remembered of a host between runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newscrawl.store.protocol import HostState

if TYPE_CHECKING:
    from newscrawl.store.session import Session


def recall(session: Session, host: str) -> HostState:
    """The state of a host; an empty one when nothing is known."""
    return session.store.host(host) or HostState(host)


def remember(session: Session, host: str, **changes: Any) -> None:
    """Change a host's state; durable with the run's next commit."""
    session.store.put_host(replace(recall(session, host), **changes))
