"""Who may import whom. The table is the one in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "newscrawl"
EVERYWHERE = {"errors"}
FREE = {"commands"}  # may import anything, lazily


def _arrows() -> dict[str, set[str]]:
    """Read the table of arrows from the architecture page."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    arrows: dict[str, set[str]] = {}
    for line in re.findall(r"^    ([a-z, ]+?) +-> ([a-z, ]+?)(?:  .*)?$", text, re.M):
        left, right = ([w.strip() for w in side.split(",")] for side in line)
        for room in left:
            arrows[room] = set() if right == ["nothing of ours"] else set(right)
    return arrows


ARROWS = _arrows()


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _imports(path: Path) -> list[tuple[int, str]]:
    """Every module of ours that a file imports, type-only imports included."""
    package = ".".join(path.relative_to(ROOT).with_suffix("").parts[:-1])
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parts, *([base] if base else [])])
            if base == "newscrawl":
                found += [(node.lineno, f"newscrawl.{a.name}") for a in node.names]
            else:
                found.append((node.lineno, base))
    return [(line, name) for line, name in found if name.split(".")[0] == "newscrawl"]


def _files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_the_table_names_every_room() -> None:
    rooms = {
        _room(".".join(p.relative_to(ROOT).with_suffix("").parts)) for p in _files()
    }
    assert rooms - {"__init__", "py", "settings"} <= set(ARROWS) | EVERYWHERE | FREE


@pytest.mark.parametrize("path", _files(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_arrows(path: Path) -> None:
    room = _room(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if room in FREE or room == "__init__":
        return
    allowed = ARROWS.get(room, set()) | EVERYWHERE | {room, "__version__"}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for line, name in _imports(path)
        if _room(name) not in allowed
    ]
    assert not wrong, "\n".join(wrong)
