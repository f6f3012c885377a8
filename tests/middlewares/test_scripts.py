"""newscrawl in other people's scripts, without Scrapy's command line."""

from __future__ import annotations

import os
import sys

import pytest

from tests.crawling import Answer, serving
from tests.forking import run

SCRIPT = """
import asyncio, socket, sys
real = socket.getaddrinfo
socket.gethostbyname = lambda name: "127.0.0.1"
socket.getaddrinfo = lambda name, *rest, **more: real("127.0.0.1", *rest, **more)
from types import SimpleNamespace
from scrapy.utils.reactor import install_reactor
install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
import scrapy
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.utils.project import get_project_settings
from twisted.internet import reactor

place, allowed = sys.argv[1:]


class Probe(scrapy.Spider):
    name = "probe"
    outlets = {"p": SimpleNamespace(hosts=(f"private.test:{place}",))}

    async def start(self):
        url = f"http://private.test:{place}/"
        yield scrapy.Request(url, self.came, errback=self.lost)

    def came(self, response):
        print("came", response.status)

    def lost(self, failure):
        print("lost", failure.value)


async def main():
    settings = get_project_settings()
    settings.setdict({"SPIDER_MODULES": [], "RETRY_TIMES": 0, "ROBOTSTXT_OBEY": False,
                      "NEWSCRAWL_ALLOW_ADDRESSES": allowed})
    await AsyncCrawlerRunner(settings).crawl(Probe)
    reactor.stop()


reactor.callWhenRunning(lambda: asyncio.ensure_future(main()))
reactor.run()
"""


@pytest.mark.parametrize(
    ("allowed", "told"),
    [("", "DNS lookup failed: no results"), ("127.0.0.0/8", "came 200")],
)
def test_a_runner_has_names_checked_as_the_command_line_has(
    allowed: str, told: str
) -> None:
    with serving(lambda host, path, before: Answer()) as (place, visits):
        done = run(
            [sys.executable, "-c", SCRIPT, place.rpartition(":")[2], allowed],
            env={**os.environ, "SCRAPY_SETTINGS_MODULE": "newscrawl.settings"},
        )
    assert told in done.stdout, done.stderr[-3000:]
    assert bool(visits) == bool(allowed)
