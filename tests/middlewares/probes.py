"""Source code of small spiders with outlets and errands, for crawls under test."""

from __future__ import annotations

PROBE = """
from types import SimpleNamespace
import json
import scrapy
from scrapy.exceptions import IgnoreRequest
from newscrawl.items import Errand
from newscrawl.middlewares.refusal import Refused
from newscrawl.signals import page_rejected
from newscrawl.text.urls import host_of, url_key

TOLD = []


def outlet(id, *hosts, **more):
    plain = {h.partition(":")[0] for h in hosts}
    fields = dict(id=id, hosts=hosts, delay=None, daily_requests=None, verify_tls=True,
                  quiet_hours=None, zone=None,
                  covers=lambda url: host_of(url) in plain)
    return SimpleNamespace(**{**fields, **more})


class Probe(scrapy.Spider):
    name = "probe"
    harvests = HARVESTS
    outlets = {o.id: o for o in [OUTLETS]}

    @property
    def given(self):
        return {}

    def request(self, url, kind="article", **more):
        mine = [o.id for o in self.outlets.values() if o.covers(url)]
        errand = Errand(kind=kind, outlet=(mine or list(self.outlets))[0], via="t",
                        key=url_key(url) if kind == "article" else None)
        meta = {"errand": errand, **more.pop("meta", {})}
        if kind != "article":
            meta["handle_httpstatus_list"] = [304]
        return scrapy.Request(url, self.came, errback=self.lost, meta=meta,
                              dont_filter=True, **more)

    async def start(self):
        for url in URLS:
            kind, _, url = url.rpartition(" ")
            yield self.request(url, kind or "article")

    def came(self, response):
        TOLD.append(["came", response.url, response.status, len(response.body)])

    def lost(self, failure):
        error = failure.value
        reason = getattr(error, "reason", type(error).__name__)
        TOLD.append(["lost", failure.request.url, str(reason)])
"""


def probe(urls: list[str], outlets: str, *, harvests: bool = False) -> str:
    """A spider that asks for some URLs (``"feed http://…"`` for another errand).

    Without ``harvests`` it gets no session, hence no state.
    """
    source = PROBE.replace("HARVESTS", str(harvests)).replace(
        "[OUTLETS]", f"[{outlets}]"
    )
    return source.replace("in URLS", f"in {urls!r}")
