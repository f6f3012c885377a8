"""Why a request gave no page, in one word for counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import exceptions
from scrapy.spidermiddlewares.httperror import HttpError

if TYPE_CHECKING:
    from twisted.python.failure import Failure

_WORDS: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.DownloadTimeoutError, "timeout"),
    (exceptions.CannotResolveHostError, "dns"),
    (exceptions.DownloadConnectionRefusedError, "refused"),
    (exceptions.ResponseDataLossError, "broken_off"),
    (exceptions.DownloadCancelledError, "too_large"),
    (exceptions.UnsupportedURLSchemeError, "scheme"),
    (exceptions.NotSupported, "scheme"),
)
_TLS = ("ssl", "tls", "certificate")
# The host did not answer at all, or did not answer when asked for its robots.txt.
UNREACHABLE = frozenset(
    {"dns", "refused", "timeout", "host_unreachable", "robots_unavailable"}
)


def why(failure: Failure) -> tuple[str, str]:
    """The reason and a detail for people.

    A middleware that refuses a request says so itself, by ``reason`` on its exception.
    """
    error = failure.value
    detail = str(error)[:300]
    if isinstance(error, HttpError):
        return f"http_{error.response.status}", ""
    said = getattr(error, "reason", None)
    if isinstance(error, exceptions.IgnoreRequest):
        if isinstance(said, str) and said.isidentifier():
            return said, getattr(error, "detail", None) or detail
        return ("robots" if "robots" in detail else "ignored"), detail
    for kind, word in _WORDS:
        if isinstance(error, kind):
            return word, detail
    if isinstance(error, exceptions.DownloadFailedError):
        tls = any(sign in detail.lower() for sign in _TLS)
        return ("tls" if tls else "connection"), detail
    return "error", f"{type(error).__name__}: {detail}"
