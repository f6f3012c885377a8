from __future__ import annotations

import re
from importlib import resources
from typing import Any

import pytest

from newscrawl.errors import ConfigError
from newscrawl.store.bounds import LEAST, check_numbers


@pytest.mark.parametrize("name", sorted(LEAST))
@pytest.mark.parametrize("value", ["abc", "", "-5", "nan", "inf", [], "1e999"])
def test_nonsense_is_told_with_the_settings_name(name: str, value: Any) -> None:
    with pytest.raises(ConfigError, match=f"setting {name}: "):
        check_numbers({name: value})


@pytest.mark.parametrize("name", sorted(LEAST))
def test_the_least_and_none_pass(name: str) -> None:
    check_numbers({name: str(LEAST[name])})
    check_numbers({name: None})


def test_every_numeric_setting_of_ours_is_checked() -> None:
    text = (resources.files("newscrawl") / "settings.py").read_text("utf-8")
    numeric = set(re.findall(r"^(NEWSCRAWL_\w+) = [\d.]+$", text, re.M))
    assert numeric >= {"NEWSCRAWL_MIN_WORDS"}
    assert numeric <= LEAST.keys()
