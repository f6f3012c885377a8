"""How a command ends: what a user can cause is one line and an exit code."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newscrawl.errors import NewscrawlError, NotAnArticle, OutputError
from newscrawl.text.lines import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.commands import ScrapyCommand

STOPPED = 8  # as of a run that a signal stopped


@contextmanager
def telling(command: ScrapyCommand) -> Iterator[None]:
    """Do a command's work; a failure sets its exit code and has no traceback.

    A reader that has seen enough (``| head``) is no failure. Where standard output
    cannot be written, that is told as ``OutputError``; what its encoding lacks is
    written as question marks. Ctrl-C and SIGTERM end the work alike.
    """
    with _screens():
        yield from _work(command)


def _work(command: ScrapyCommand) -> Iterator[None]:
    try:
        with _stoppable():
            yield
            sys.stdout.flush()
    except BrokenPipeError:
        _be_quiet()
    except NewscrawlError as error:
        command.exitcode = tell(error)
    except OSError as error:
        _be_quiet()
        what = f"use {error.filename}" if error.filename else "write the output"
        told = f"cannot {what}: {error.strerror or error}"
        command.exitcode = tell(OutputError(told))
    except KeyboardInterrupt:
        _be_quiet()
        print("newscrawl: stopped", file=sys.stderr, flush=True)
        command.exitcode = STOPPED


def tell(error: NewscrawlError) -> int:
    """Print a failure in one line; returns its exit code."""
    print(f"newscrawl: {shown(str(error))}", file=sys.stderr, flush=True)
    return error.exit_code


def no_article(source: str, none: NotAnArticle, *, as_json: bool) -> str:
    """What a command prints of a page that is no article."""
    if not as_json:
        return f"not an article: {shown(str(none))}"
    told = {"source": source, "kind": none.reason, "detail": none.detail}
    return json.dumps(told, ensure_ascii=True)


@contextmanager
def _screens() -> Iterator[None]:
    """Standard output and error that can be written, whoever started us."""
    with ExitStack() as opened:
        for name in ("stdout", "stderr"):
            screen: TextIO | None = getattr(sys, name)
            if screen is None:
                nowhere = opened.enter_context(Path(os.devnull).open("w"))
                setattr(sys, name, nowhere)
                opened.callback(setattr, sys, name, None)
            elif hasattr(screen, "reconfigure"):
                screen.reconfigure(errors="replace")
        yield


@contextmanager
def _stoppable() -> Iterator[None]:
    """Take SIGTERM for Ctrl-C, so that files are closed and drafts taken away."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def finish_printing() -> None:
    """Drop what standard output does not take, which was told already."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _be_quiet()


def _be_quiet() -> None:
    """Have nothing written at exit: it would fail once more, with a traceback."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
