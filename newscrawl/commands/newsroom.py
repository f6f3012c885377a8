"""``scrapy newsroom``: serve the invented news world until it is interrupted."""

from __future__ import annotations

import signal
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand

from newscrawl.commands.telling import telling
from newscrawl.errors import ConfigError

if TYPE_CHECKING:
    import argparse

    from newscrawl.commands.newsroom_process import NewsroomProcess


class Command(ScrapyCommand):
    """Shows where the newsroom listens and how to crawl it."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        """One line for ``scrapy --help``."""
        return "Serve the bundled news world on loopback until Ctrl-C"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Serve it."""
        from newscrawl.commands.newsroom_process import NewsroomProcess

        assert self.settings is not None
        with telling(self):
            if args:
                raise ConfigError("scrapy newsroom takes no arguments")
            with closing(NewsroomProcess.open(self.settings)) as newsroom:
                _serve(newsroom)


def _serve(newsroom: NewsroomProcess) -> None:
    from newscrawl.commands.newsroom_process import HOSTS

    lines = [
        f"The newsroom listens on 127.0.0.1:{newsroom.port} for {HOSTS}.",
        f"Its {len(newsroom.outlets)} outlets are described in"
        f" {newsroom.outlets_dir}; its time is {newsroom.now or 'now'}.",
        "Crawl it from another terminal:",
        "",
        f"  scrapy crawl ians -a outlets={','.join(newsroom.outlets)}"
        f" -a since={newsroom.since} \\",
        f"    -s NEWSCRAWL_OUTLETS_DIR={newsroom.outlets_dir} \\",
        f"    -s 'NEWSCRAWL_CONNECT_TO={_json(newsroom.connect_to)}' \\",
        f"    -s NEWSCRAWL_NOW={newsroom.now or ''}"
        " -s NEWSCRAWL_OUTPUT_DIR=output/newsroom",
        "",
        "Ctrl-C ends it.",
    ]
    # A script's background jobs are started deaf to Ctrl-C.
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.default_int_handler)
    print("\n".join(lines), flush=True)
    with suppress(KeyboardInterrupt):
        while newsroom.process.poll() is None:
            time.sleep(0.5)


def _json(value: Any) -> str:
    import json

    return json.dumps(value)
