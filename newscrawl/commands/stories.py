"""``scrapy stories``: the stories of the state, newest first."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.commands.telling import telling
from newscrawl.errors import ConfigError, NewscrawlError
from newscrawl.text.lines import shown

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from newscrawl.store.listing import StoryLine


GONE = 1  # exit code: no such story, or no text of it any more
MOST = 2**62  # more than there can be, and still a number to SQLite


class Command(ScrapyCommand):
    """Lists stories; it only reads, so that a crawl may run meanwhile."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options]"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "List the stories, the latest first"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print JSON lines")
        parser.add_argument("--agency", help="only of this agency")
        parser.add_argument("--outlet", help="only with a copy at this outlet")
        parser.add_argument("--copies", type=int, default=1, help="at least so many")
        parser.add_argument("--since", help="begun since: 12h, 2d, 2026-03-01, a time")
        parser.add_argument("--until", help="begun before: the same")
        parser.add_argument("--limit", type=int, help="at most so many stories")
        parser.add_argument(
            "--text",
            metavar="ID",
            help="instead of a list, the agency's text of a story, as its copies agree",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the list."""
        with telling(self):
            if args:
                raise ConfigError("scrapy stories takes options only")
            if opts.text is not None:
                self._text(opts.text, as_json=opts.json)
            else:
                self._list(opts)

    def _list(self, opts: argparse.Namespace) -> None:
        from newscrawl.store.listing import list_stories
        from newscrawl.store.session import places

        assert self.settings is not None
        if opts.limit is not None and opts.limit < 1:
            raise ConfigError(f"--limit {opts.limit}: must be 1 or more")
        if opts.copies < 1:
            raise ConfigError(f"--copies {opts.copies}: must be 1 or more")
        state, count = places(self.settings)[1], 0
        for story in list_stories(
            state,
            agency=opts.agency,
            outlet=opts.outlet,
            copies=min(opts.copies, MOST),
            limit=min(opts.limit or MOST, MOST),
            since=moment("--since", opts.since),
            until=moment("--until", opts.until),
        ):
            count += 1
            told = json.dumps(asdict(story), ensure_ascii=True)
            print(told if opts.json else line_of(story))
        if not count:
            print(f"no story is like that{_hint(state, opts)}", file=sys.stderr)

    def _text(self, which: str, *, as_json: bool) -> None:
        from newscrawl.commands.story import unknown
        from newscrawl.store.looking import find_text, looking
        from newscrawl.store.session import places

        assert self.settings is not None
        with looking(places(self.settings)[1]) as store:
            found = find_text(store, which)
        if found is None:
            raise unknown(which)
        story, text = found
        if text is None:
            error = NewscrawlError(f"{story}: its texts were pruned from this state")
            error.exit_code = GONE
            raise error
        if as_json:
            print(json.dumps({"id": story, **asdict(text)}, ensure_ascii=True))
            return
        print(shown("\n\n".join(one.text for one in text.paragraphs)))
        alone = sum(one.outlets == 1 for one in text.paragraphs)
        note = f"{story}: {len(text.paragraphs)} paragraphs by {text.outlets} outlets"
        if text.outlets > 1 and alone:
            note += f"; {alone} of them stand at one outlet only"
        print(note, file=sys.stderr)


def _hint(state: Path, opts: argparse.Namespace) -> str:
    """What the state has instead of a name that it does not have."""
    from newscrawl.registry.source import nearest
    from newscrawl.store.listing import names_of

    told = ""
    for what in ("agency", "outlet"):
        name = getattr(opts, what)
        if name and name not in (known := names_of(state, what)):
            told += f"; no {what} is {name!r} here{nearest(name.lower(), known)}"
    return shown(told)


def moment(option: str, text: str | None) -> str | None:
    """An ISO 8601 time of an option: a span back from now, a day, or a time.

    Days and times without a zone are in UTC. Raises ``ConfigError`` for anything else.

    >>> moment("--since", "2026-03-01")
    '2026-03-01T00:00:00+00:00'
    """
    from newscrawl.spiders.arguments import parse_moment

    try:
        return parse_moment(text, datetime.now(UTC)).isoformat() if text else None
    except ValueError as error:
        raise ConfigError(f"{option} {text!r}: must be {error}") from error


def line_of(story: StoryLine) -> str:
    """A story on one line, without what a terminal would obey."""
    line = (
        f"{story.id}  {story.first_at or 'at no known time'}  {story.agency or '-'}"
        f"  {story.copies} at {story.outlets}  {story.first_outlet}  {story.headline}"
    )
    return shown(line.replace("\n", " "))
