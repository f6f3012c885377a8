"""Any folder of saved pages, served again under the addresses they came from.

A folder holds the pages, served as they are, byte for byte, and ``records.jsonl``: one
object per page with ``id``, ``url`` and ``html_file`` (relative to the folder).
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from w3lib.url import safe_url_string

from newscrawl.newsroom.outlet_files import toml
from newscrawl.newsroom.traffic import Answer, Ask, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

SITEMAP = "/replay-sitemap.xml"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Letters and digits with hyphens between, fit for a host label.

    >>> slug("hard::100 Noticias.com")
    'hard-100-noticias-com'
    """
    return _NOT_SLUG.sub("-", text.casefold()).strip("-")[:60].strip("-") or "page"


class Replay:
    """The saved pages of one folder. ``urls`` maps every record's id to its URL.

    Two records of one address cannot both be served there: the later gets an address
    of its own under ``.replay.test``, like a record without a host.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.urls: dict[str, str] = {}
        self._files: dict[tuple[str, str], Path] = {}
        self._hosts: dict[str, list[str]] = {}
        for record in _records(folder):
            self._add(str(record["id"]), record.get("url") or "", record["html_file"])

    def _add(self, name: str, url: str, file: str) -> None:
        path = self.folder / file
        if not path.resolve().is_relative_to(self.folder.resolve()):
            raise ValueError(f"record {name}: {file} lies outside {self.folder}")
        place = _place(url)
        taken = place is None or place in self._files or place[1] == SITEMAP
        if place is None or taken:
            url = f"http://{self._free_host(name)}.replay.test/"
            place = _place(url)
            assert place is not None
        else:
            url = safe_url_string(url.partition("#")[0])
        self._files[place] = path
        self._hosts.setdefault(place[0], []).append(url)
        self.urls[name] = url

    def _free_host(self, name: str) -> str:
        label, number = slug(name), 1
        while (f"{label}.replay.test", "/") in self._files:
            number += 1
            label = f"{slug(name)}-{number}"
        return label

    def answer(self, host: str, ask: Ask) -> Answer:
        """A saved page, the sitemap of its host, or 404."""
        if ask.path == SITEMAP and host in self._hosts:
            return Answer(_sitemap(self._hosts[host]), kind="application/xml")
        target = f"{ask.path}?{ask.query}" if ask.query else ask.path
        path = self._files.get((host, target))
        if path is None:
            return refusal(404, "Not among the saved pages.")
        return Answer(path.read_bytes(), kind="text/html")

    def truth(self, clock: datetime) -> dict[str, Any]:
        """Where every record is served."""
        return {"urls": self.urls}

    def write_outlets(self, directory: Path) -> list[Path]:
        """One outlet file per host; its only source is the host's sitemap."""
        directory.mkdir(parents=True, exist_ok=True)
        written: list[Path] = []
        taken: set[str] = set()
        for host, urls in self._hosts.items():
            name, number = slug(host), 1
            while name in taken:
                number += 1
                name = f"{slug(host)}-{number}"
            taken.add(name)
            written.append(directory / f"{name}.toml")
            written[-1].write_text(_outlet(name, host, urls), encoding="utf-8")
        return written


def _records(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / "records.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _place(url: str) -> tuple[str, str] | None:
    """Host and request target of a URL as a client would send them."""
    parts = urlsplit(safe_url_string(url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    target = parts.path or "/"
    return parts.hostname, f"{target}?{parts.query}" if parts.query else target


def _sitemap(urls: list[str]) -> bytes:
    rows = "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in urls)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<urlset xmlns="{namespace}">\n{rows}</urlset>\n'.encode()


def _outlet(name: str, host: str, urls: list[str]) -> str:
    scheme = urlsplit(urls[0]).scheme
    about = {"id": name, "name": host, "hosts": [host], "status": "observed",
             "enabled": True}  # fmt: skip
    discovery = {"sitemaps": [f"{scheme}://{host}{SITEMAP}"], "robots_sitemaps": False}
    return toml({"": about, "discovery": discovery, "polite": {"delay": 0}})
