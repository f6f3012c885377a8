"""The documentation says what the code says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_reference_pages_are_current(generate) -> None:
    assert generate.stale() == []


def test_every_setting_says_what_it_is_for(generate) -> None:
    silent = [name for name, _, meaning in generate._settings() if len(meaning) < 10]
    assert silent == []


def test_every_spider_argument_is_documented() -> None:
    from newscrawl.spiders.arguments import ARGUMENTS

    assert all(a.meaning and a.example for a in ARGUMENTS)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_two_commands_stand_in_the_readme_as_ci_looks_for_them() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "\npip install -e . && scrapy crawl ians -a outlets=newsroom\n" in text
    assert "\npip install -e '.[test]' && pytest\n" in text


def test_exit_codes_on_the_operations_page_are_those_of_the_errors() -> None:
    from newscrawl import errors

    text = (ROOT / "docs/operations.md").read_text("utf-8")
    codes = {int(code) for code in re.findall(r"^\| (\d) \|", text, re.M)}
    kinds = vars(errors).values()
    used = {k.exit_code for k in kinds if hasattr(k, "exit_code")}
    assert used <= codes
