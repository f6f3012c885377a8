"""What is wrong with a data file is told in one line: file, line, key."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from newscrawl.agencies import load_agencies
from newscrawl.errors import ConfigError
from newscrawl.outlets import load_outlets

TABLE = tomllib.loads(
    Path(__file__).with_name("registry_cases.toml").read_text(encoding="utf-8")
)
LOADERS = {"outlet": load_outlets, "agency": load_agencies}


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda case: case["name"])
def test_a_mistake_is_told_with_file_line_and_key(case, tmp_path):
    for name, text in case["files"].items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    agencies = load_agencies() if case["kind"] == "outlet" else None
    with pytest.raises(ConfigError) as raised:
        if agencies is None:
            load_agencies(tmp_path)
        else:
            load_outlets(tmp_path, agencies=agencies)
    message = str(raised.value)
    assert "\n" not in message
    assert message.startswith(f"{tmp_path}{os.sep}{case['at']}: ")
    for part in case["says"]:
        assert part in message


@pytest.mark.parametrize(
    ("raw", "at", "says"),
    [
        (b'id = "x"\nname = "\xff"\n', 2, "is not UTF-8"),
        (b'id = "x"\n\x00', 2, "is not TOML"),
        (b"a = " + b"[" * 100_000, 1, "is not TOML"),
        (b"a = " + b"9" * 5_000, 1, "is not TOML"),
        (b"# " + b"x" * (1 << 20), 1, "is larger than"),
    ],
)
@pytest.mark.parametrize("load", LOADERS.values(), ids=LOADERS)
def test_garbage_is_a_configuration_error(load, raw, at, says, tmp_path):
    (tmp_path / "x.toml").write_bytes(raw)
    with pytest.raises(ConfigError, match=says) as raised:
        load(tmp_path)
    assert str(raised.value).startswith(f"{tmp_path / 'x.toml'}:{at}: ")


@pytest.mark.parametrize("load", LOADERS.values(), ids=LOADERS)
def test_what_cannot_be_read_is_a_configuration_error(load, tmp_path):
    with pytest.raises(ConfigError, match="No such file or directory"):
        load(tmp_path / "missing")
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot read this directory"):
        load(file)
    with pytest.raises(ConfigError, match="cannot read this directory"):
        load(Path("nul\0"))
    directory = tmp_path / "in"
    (directory / "x.toml").mkdir(parents=True)
    with pytest.raises(ConfigError, match="is not a regular file"):
        load(directory)
    (directory / "x.toml").rmdir()
    (directory / "x.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(directory)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_a_configuration_error(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text('id = "x"', encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ConfigError, match="Permission denied"):
        load_outlets(tmp_path)


def test_hidden_files_and_other_endings_are_left_alone(tmp_path):
    for name in (".x.toml", ".#y.toml", "x.toml~", "README.md"):
        (tmp_path / name).write_text("= no toml", encoding="utf-8")
    assert list(load_outlets(tmp_path)) == list(load_outlets())


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    text = '\ufeffid = "x"\nname = "X"\nhosts = ["x.test"]\n'
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    assert load_outlets(tmp_path)["x"].name == "X"


def test_joined_letters_are_no_control_characters(tmp_path):
    name = "\u0d28\u0d4d\u200d"  # Malayalam, with a zero-width joiner
    text = f'id = "x"\nname = "{name}"\nhosts = ["x.test"]\nzone = "Asia/Kolkata"\n'
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    outlets = load_outlets(tmp_path, agencies=load_agencies())
    (outlet,) = outlets.select("x", agencies=None)
    assert outlet.name == name
