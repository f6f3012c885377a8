"""Print the floors of pyproject.toml as pip constraints (``scrapy==2.19.*``)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"

project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
wanted = project["dependencies"] + project["optional-dependencies"]["test"]
for line in wanted:
    wish, _, marker = line.partition(";")
    name, floor = re.fullmatch(r"([\w.-]+)>=([\d.]+)", wish.strip()).groups()
    print(f"{name}=={floor}.*" + (f" ;{marker}" if marker else ""))
