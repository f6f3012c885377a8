"""``scrapy outlets``: how the outlets have been, what was learnt, a try of one."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.commands.telling import telling
from newscrawl.errors import ConfigError

if TYPE_CHECKING:
    import argparse

    from newscrawl.agencies import Agencies
    from newscrawl.commands.outlet_check import Check
    from newscrawl.commands.outlet_health import Health
    from newscrawl.outlets import Outlets

_CHECK = "check"
_LEARNT = "learnt"


class Command(ScrapyCommand):
    """Lists each outlet's health from the state; ``check`` asks one outlet itself."""

    requires_project = True
    requires_crawler_process = False  # only check needs one, with settings of its own
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """What follows the command's name."""
        return "[options] [NAME ...] | check NAME | learnt [NAME ...]"

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "List each outlet's health, or try one outlet's feeds and articles"

    def long_desc(self) -> str:
        """What it prints and what its exit codes mean."""
        return (
            "Without arguments, how every outlet visited so far has been in the last "
            "24 hours against its own history. 'check NAME' asks the outlet's sources "
            "and up to five of its articles and says what is wrong; exit code 0: well, "
            "3: some sources fail, 4: nothing can be read, 9: no agency's credit. "
            "'learnt NAME' shows the paragraphs that recur from story to story on the "
            "outlet and are cut off its texts; with --forget they are forgotten."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print JSON")
        parser.add_argument(
            "--forget", action="store_true", help="with learnt NAME: forget it"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """List, or check one."""
        with telling(self):
            verb = args[0] if args else ""
            if opts.forget and (verb != _LEARNT or len(args) < 2):
                raise ConfigError("--forget is for scrapy outlets learnt NAME")
            if verb == _LEARNT:
                self._tell_learnt(args[1:], opts)
            elif verb == _CHECK:
                self._tell_check(args[1:], as_json=opts.json)
            else:
                self._list(args, as_json=opts.json)

    def _list(self, names: list[str], *, as_json: bool) -> None:
        from newscrawl.commands.outlet_health import account, table

        found = self._healths(names)
        if as_json:
            _say(json.dumps([account(one) for one in found], indent=2))
        else:
            _say(table(found) if found else "No outlet has been visited yet.")

    def _healths(self, names: list[str]) -> list[Health]:
        from newscrawl.commands.outlet_health import healths
        from newscrawl.store.session import places
        from newscrawl.store.sqlite import open_store
        from newscrawl.text.clock import run_clock

        assert self.settings is not None
        if names:
            outlets = self._world()[1]
            names = [one.id for one in outlets.select(",".join(names), agencies=None)]
        clock = self.settings["NEWSCRAWL_NOW"]
        now = run_clock(clock) if clock else datetime.now(UTC)
        _, path = places(self.settings)
        store = open_store(path, read_only=True)
        try:
            return healths(store.journal(), now.isoformat(), names)
        finally:
            store.close()

    def _tell_learnt(self, names: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.commands.outlet_learnt import account, forget, learnt
        from newscrawl.store.session import places

        assert self.settings is not None
        if names:
            outlets = self._world()[1]
            names = [one.id for one in outlets.select(",".join(names), agencies=None)]
        _, path = places(self.settings)
        told = learnt(path, names)
        if opts.forget:
            forget(path, names)
        _say(account(told, as_json=opts.json))
        if opts.forget:
            print("forgotten", file=sys.stderr)

    def _tell_check(self, names: list[str], *, as_json: bool) -> None:
        if len(names) != 1:
            raise ConfigError("give one outlet: scrapy outlets check NAME")
        check = self._check(names[0])
        told = json.dumps(check.as_dict(), ensure_ascii=True, indent=2)
        _say(told if as_json else check.for_people())
        self.exitcode = check.verdict[0]

    def _check(self, name: str) -> Check:
        from scrapy.crawler import CrawlerProcess

        from newscrawl.commands.outlet_check import Check
        from newscrawl.commands.outlet_trial import Checking, settings_of

        assert self.settings is not None
        agencies, outlets = self._world()
        (outlet,) = outlets.select(name, agencies=None)
        check = Check(outlet.id, outlet.agencies)
        settings = settings_of(self.settings)
        process = CrawlerProcess(settings)
        crawler = process.create_crawler(Checking)
        process.crawl(crawler, outlet=outlet, agencies=agencies, check=check)
        process.start()
        return check

    def _world(self) -> tuple[Agencies, Outlets]:
        from newscrawl.agencies import load_agencies
        from newscrawl.outlets import load_outlets

        assert self.settings is not None
        own = [self.settings[f"NEWSCRAWL_{n}_DIR"] for n in ("AGENCIES", "OUTLETS")]
        agencies = load_agencies(Path(own[0]) if own[0] else None)
        return agencies, load_outlets(
            Path(own[1]) if own[1] else None, agencies=agencies
        )


def _say(text: str) -> None:
    from newscrawl.extensions.outcome import printable_on

    print(printable_on(sys.stdout, text), flush=True)
