"""Selectors that have had their day are told once, at the start."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from scrapy.utils.test import get_crawler

from newscrawl.spiders.outlet import OutletSpider

if TYPE_CHECKING:
    from pathlib import Path

FILE = """
id = "small"
name = "Small"
hosts = ["small.test"]
[reading]
body = [".text"]
valid_until = "2026-03-01"
"""


@pytest.mark.parametrize(("now", "told"), [("2026-03-01", 0), ("2026-03-02", 1)])
def test_a_run_warns_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, now: str, told: int
) -> None:
    (tmp_path / "small.toml").write_text(FILE)
    crawler = get_crawler(
        OutletSpider,
        {
            "NEWSCRAWL_OUTLETS_DIR": str(tmp_path),
            "NEWSCRAWL_NOW": f"{now}T12:00:00+00:00",
        },
    )
    with caplog.at_level(logging.WARNING):
        OutletSpider.from_crawler(crawler, outlets="small")
    said = [line.getMessage() for line in caplog.records if "valid until" in line.msg]
    assert (
        said
        == [
            "Outlet small: the selectors of its file were valid until 2026-03-01; its"
            " pages are read without them"
        ][:told]
    )
