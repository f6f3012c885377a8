"""``scrapy story``: the copies of one story, and what each desk changed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.telling import telling
from newscrawl.errors import NewscrawlError
from newscrawl.text.lines import shown

if TYPE_CHECKING:
    import argparse

    from newscrawl.copies.edits import DeskEdits
    from newscrawl.store.looking import KnownCopy, KnownStory

_UNKNOWN = 1


class Command(ScrapyCommand):
    """Shows one story; it only reads, so that a crawl may run meanwhile."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options] <STORY, ARTICLE or URL>"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Show the copies of a story and what each outlet changed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Show it; exit code 1 where there is none of that name."""
        from newscrawl.store.looking import find_story, looking
        from newscrawl.store.session import places

        assert self.settings is not None
        if len(args) != 1:
            raise UsageError
        with telling(self):
            with looking(places(self.settings)[1]) as store:
                story = find_story(store, args[0])
            if story is None:
                raise unknown(args[0])
            if opts.json:
                print(json.dumps(asdict(story), ensure_ascii=True, indent=2))
            else:
                print(shown(page_of(story)))


def unknown(which: str) -> NewscrawlError:
    """The error for a name that nothing in the state has."""
    error = NewscrawlError(f"no story or article {which!r} in this state")
    error.exit_code = _UNKNOWN
    return error


def counted(number: int, one: str, many: str) -> str:
    """A number of things.

    >>> counted(1, "copy", "copies"), counted(3, "copy", "copies")
    ('1 copy', '3 copies')
    """
    return f"{number} {one if number == 1 else many}"


def page_of(story: KnownStory) -> str:
    """The story for a person, its earliest copy first."""
    outlets = len({one.outlet for one in story.copies})
    lines = [
        f"{story.id}  {story.agency or 'no agency named'}"
        f"  {counted(len(story.copies), 'copy', 'copies')}"
        f" at {counted(outlets, 'outlet', 'outlets')}",
    ]
    if story.first_at and story.last_at:
        lines[0] += f", within {lag(story.first_at, story.last_at).lstrip('+')}"
    for one in story.copies:
        lines += ["", *_copy(one, story)]
    return "\n".join(lines)


def _copy(one: KnownCopy, story: KnownStory) -> list[str]:
    mark = "first" if one.id == story.first else lag(story.first_at, one.at)
    role = f" credited {one.agency}" if one.agency else ""
    # Of a held article the state keeps the record, and so its address.
    held = " (held: no line was written)" if one.url else " (no line was written)"
    held = "" if one.written else held
    lines = [
        f"  {mark:>8}  {one.at or 'no known time'}  {one.outlet}{role}{held}",
        f"            {one.headline}",
        f"            {one.url or one.id}",
    ]
    told = changes(one, story)
    if one.id in story.leads[1:]:
        told = f"lead {story.leads.index(one.id) + 1}: the text opens anew; {told}"
    if one.advisory:
        told += f"; says of itself: {one.advisory}"
    return [*lines, f"            {told}"] if told else lines


def changes(one: KnownCopy, story: KnownStory) -> str:
    """What a copy changed against the text it is held against, as a clause."""
    from newscrawl.copies.agreement import AGREE

    if one.id == story.against:
        told = "the text the others are held against"
    elif one.relation is None:
        told = "its text is no longer kept"
    elif one.edits is None:
        told = one.relation
    else:
        told = ", ".join([one.relation, *_edits(one.edits)])
    if one.claims_unmodified and one.others_agree >= AGREE:
        told += (
            f"; says that it changed nothing, but {one.others_agree} other outlets"
            " agree on another text"
        )
    return told


def _edits(edits: DeskEdits) -> list[str]:
    parts = [f"headline {edits.headline}"]
    if edits.headline == "rewritten" and edits.headline_kept:
        parts[0] += f" ({edits.headline_kept:.0%} of its words kept)"
    if edits.dateline in {"changed", "removed"}:
        parts.append(f"dateline {edits.dateline}")
    parts += ["credit removed"] if edits.credit_removed else []
    if edits.cut:
        where = f" from the {' and '.join(edits.cut_from)}" if edits.cut_from else ""
        parts.append(f"{_several(edits.cut, 'paragraph')} cut{where}")
    parts += [f"{edits.moved} moved"] if edits.moved else []
    parts += [f"{edits.added} added"] if edits.added else []
    if edits.sentences_edited:
        parts.append(f"{_several(edits.sentences_edited, 'sentence')} edited")
    return [*parts, f"{edits.words_changed:.0%} of the words differ"]


def _several(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def lag(first: str | None, at: str | None) -> str:
    """The time between two ISO times, short.

    >>> lag("2025-05-02T10:00+00:00", "2025-05-02T12:30+00:00"), lag(None, None)
    ('+2.5 h', '')
    """
    from newscrawl.copies.changes import moment_of

    begun, then = moment_of(first), moment_of(at)
    if begun is None or then is None:
        return ""
    minutes = (then - begun).total_seconds() / 60
    if minutes < 0:
        return ""
    if minutes < 90:
        return f"+{minutes:.0f} min"
    return f"+{minutes / 60:.1f} h" if minutes < 72 * 60 else f"+{minutes / 1440:.0f} d"
