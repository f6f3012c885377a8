from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from scrapy.settings import default_settings
from scrapy.utils.misc import load_object

from newscrawl import settings

SOURCE = Path(settings.__file__).read_text("utf-8")
NAMES = re.findall(r"^([A-Z][A-Z_]+)(?:: [^=]+)? = ", SOURCE, re.M)
PARTS = ("ITEM_PIPELINES", "SPIDER_MIDDLEWARES", "DOWNLOADER_MIDDLEWARES", "EXTENSIONS")


def test_there_is_no_logic() -> None:
    allowed = (ast.Assign, ast.AnnAssign, ast.Expr, ast.ImportFrom)
    assert all(isinstance(node, allowed) for node in ast.parse(SOURCE).body)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented_and_known(name: str) -> None:
    lines = SOURCE.splitlines()
    at = next(n for n, line in enumerate(lines) if re.match(rf"{name}\b", line))
    assert lines[at - 1].startswith("# ")
    if not name.startswith("NEWSCRAWL_"):
        assert hasattr(default_settings, name)
        return
    while lines[at - 1].startswith("#"):
        at -= 1
    assert lines[at].startswith(f"# {name}: ")


@pytest.mark.parametrize("part", PARTS)
def test_every_part_exists(part: str) -> None:
    for path in getattr(settings, part):
        assert load_object(path)


def test_what_is_replaced_is_off() -> None:
    for part in PARTS:
        base = getattr(default_settings, f"{part}_BASE")
        gone = [p for p, order in getattr(settings, part).items() if order is None]
        assert set(gone) <= set(base)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COOKIES_ENABLED", False),
        ("TELNETCONSOLE_ENABLED", False),
        ("REMOTE_CONTROL_ENABLED", False),
        ("HTTPPROXY_ENABLED", False),
        ("METAREFRESH_ENABLED", False),
        ("DOWNLOAD_VERIFY_CERTIFICATES", True),
        ("ROBOTSTXT_OBEY", True),
        ("NEWSCRAWL_ALLOW_ADDRESSES", []),
        ("NEWSCRAWL_CONNECT_TO", {}),
    ],
)
def test_safe_by_default(name: str, value: object) -> None:
    assert getattr(settings, name) == value


def test_only_the_web_has_handlers() -> None:
    on = {scheme for scheme, path in settings.DOWNLOAD_HANDLERS.items() if path}
    assert on == {"http", "https"}
    assert set(default_settings.DOWNLOAD_HANDLERS_BASE) == set(
        settings.DOWNLOAD_HANDLERS
    )
