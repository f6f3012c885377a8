from __future__ import annotations

import re
from importlib import resources
from typing import Any

import pytest

from newscrawl.errors import ConfigError
from newscrawl.store.bounds import FLAGS, LEAST, check_numbers, check_settings


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


@pytest.mark.parametrize("name", FLAGS)
def test_a_flag_is_true_or_false(name: str) -> None:
    for value in (True, False, None, 0, 1, "0", "1", "True", "false"):
        check_settings({name: value})
    for value in ("maybe", "yes", [1]):
        with pytest.raises(ConfigError, match=f"setting {name}: "):
            check_settings({name: value})


def test_every_flag_of_ours_is_checked() -> None:
    text = (resources.files("newscrawl") / "settings.py").read_text("utf-8")
    flags = re.findall(r"^(NEWSCRAWL_\w+) = (?:True|False)$", text, re.M)
    assert sorted(flags) == sorted(FLAGS)


@pytest.mark.parametrize(
    "settings",
    [
        {"NEWSCRAWL_ALERT_COMMAND": "mail 'desk"},
        {"NEWSCRAWL_ALERT_COMMAND": 7},
        {"TWISTED_REACTOR_ENABLED": False},
        {"TWISTED_REACTOR_ENABLED": "0"},
    ],
)
def test_what_a_run_could_not_live_with(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match=f"setting {next(iter(settings))}: "):
        check_settings(settings)
