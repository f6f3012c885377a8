"""The failures a user can cause or must act on, each with its exit code.

Every message is one line that says what is wrong and what to do. The command line
prints it as it is; nothing here is for program bugs, which keep their tracebacks.
"""

from __future__ import annotations


class NewscrawlError(Exception):
    """A failure with a message for people and an exit code for cron."""

    exit_code = 1


class ConfigError(NewscrawlError):
    """A wrong argument, setting, outlet file or agency file."""

    exit_code = 2


class LockedError(NewscrawlError):
    """Another run of the same spider holds this state."""

    exit_code = 5


class StateError(NewscrawlError):
    """The state file cannot be read or is not ours."""

    exit_code = 6


class OutputError(NewscrawlError):
    """The output cannot be written: not writable, or the disk is full."""

    exit_code = 7


class NotAnArticle(Exception):  # noqa: N818 - a finding about a page, not a failure
    """The page was read and is no article.

    ``reason`` is one word for counting (``empty``, ``section``, ``soft_404``,
    ``binary``, ``out_of_service``, ``no_body`` …), ``detail`` says what was seen.
    ``headline`` and ``published`` are what the page tells of itself all the same, the
    latter as ``Article.date_published``; ``None`` where it tells nothing. They are no
    article's: of a list of stories they may be its first one's.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
        self.headline: str | None = None
        self.published: str | None = None
