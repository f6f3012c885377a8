"""What the reasons for refusing a page mean for the next run: the only list of them.

A reason is one word, counted in ``run.json`` and told in ``rejected.jsonl``. It is

- *passing* when the next run may find it mended: the page is asked for again, and its
  outlet's sources too, since unchanged they would not tell of it any more;
- *lasting* when it is about the page itself: the ledger keeps it, and the page is asked
  for again only when its source tells of a change;
- neither when it is about us (robots.txt, a limit, a block): nothing is kept.
"""

from __future__ import annotations

_PASSING = frozenset(
    {
        # the network and the server's mood
        "timeout",
        "dns",
        "refused",
        "connection",
        "tls",
        "broken_off",
        "partial",
        "bad_304",
        "empty_answer",
        "http_408",
        "http_425",
        "http_429",
        "host_backoff",
        "host_unreachable",
        "robots_unavailable",
        "out_of_service",
        "daily_budget",
        "quiet_hours",
        # the run itself
        "stopped",
        "error",
        "invalid",
        "dropped",
        "unreadable",
        # the clock
        "too_new",
    }
)
# Answers about the page; other statuses are about the server or about us.
_GONE = frozenset({"http_404", "http_410", "http_451"})
# About us, or about an address that was not asked.
_OURS = frozenset(
    {
        "robots",
        "ignored",
        "repeated",
        "offsite",
        "private_address",
        "scheme",
        "userinfo",
        "bad_host",
        "port",
        "redirects",
        "redirect_loop",
        "bad_encoding",
        "url_too_long",
        "crawl_delay",
    }
)


def is_passing(reason: str) -> bool:
    """Whether the next run may find mended what ended a request or a page.

    >>> is_passing("timeout"), is_passing("http_503"), is_passing("http_404")
    (True, True, False)
    """
    return reason in _PASSING or reason.startswith("http_5")


def is_gone(reason: str) -> bool:
    """Whether the server says that there is no such page."""
    return reason in _GONE


def is_lasting(reason: str) -> bool:
    """Whether the page need not be asked for again until its source tells of a change.

    >>> is_lasting("http_410"), is_lasting("section"), is_lasting("http_403")
    (True, True, False)
    """
    if reason.startswith("http_"):
        return reason in _GONE
    return reason not in _OURS and not is_passing(reason)
