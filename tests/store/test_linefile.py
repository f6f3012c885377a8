from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest

from newscrawl.errors import LockedError, OutputError, StateError
from newscrawl.store.linefile import LineFile, is_abandoned, trim_torn_tail
from newscrawl.store.locks import RunLock

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"", b""),
        (b"one\n", b"one\n"),
        (b"one\ntw", b"one\n"),
        (b"never ended", b""),
        (b"one\n" + b"x" * 200_000, b"one\n"),
        (b"a" * 70_000 + b"\nb", b"a" * 70_000 + b"\n"),
    ],
    ids=["empty", "whole", "torn", "only-torn", "long-tail", "long-line"],
)
def test_a_torn_tail_is_cut(tmp_path: Path, content: bytes, kept: bytes) -> None:
    path = tmp_path / "a.jsonl.part"
    path.write_bytes(content)
    assert trim_torn_tail(path) == len(content) - len(kept)
    assert path.read_bytes() == kept


def test_lines_are_durable_after_flush_and_named_after_publish(tmp_path: Path) -> None:
    file = LineFile(tmp_path / "a.jsonl")
    file.append("one")
    assert file.part.read_bytes() == b""
    file.flush()
    assert file.part.read_bytes() == b"one\n"
    file.append("never flushed")
    assert file.publish().read_bytes() == b"one\n"
    assert not file.part.exists()
    assert file.lines == 1


def test_a_failed_flush_leaves_whole_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = LineFile(tmp_path / "a.jsonl")
    file.append("one")
    file.flush()
    file.append("two")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _fail)
        with pytest.raises(OutputError, match="free some space"):
            file.flush()
    assert file.part.read_bytes() == b"one\n"
    file.flush()
    assert file.publish().read_bytes() == b"one\ntwo\n"


def _fail(handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_an_unwritable_place_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="NEWSCRAWL_OUTPUT_DIR"):
        LineFile(tmp_path / "missing" / "a.jsonl")
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="NEWSCRAWL_STORE"):
        RunLock(tmp_path / "file" / "lock").take("ians")


def test_a_file_in_hand_is_not_abandoned(tmp_path: Path) -> None:
    file = LineFile(tmp_path / "a.jsonl")
    assert not is_abandoned(file.part)
    assert file._handle is not None
    os.close(file._handle)
    assert is_abandoned(file.part)


def _try(path: Path, answer: multiprocessing.Queue[str]) -> None:
    try:
        RunLock(path).take("second")
        answer.put("taken")
    except LockedError as error:
        answer.put(str(error))


def test_the_lock_keeps_another_process_out_until_released(tmp_path: Path) -> None:
    lock = RunLock(tmp_path / "state.lock")
    lock.take("ians since noon")
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.Queue[str] = context.Queue()
    for _ in range(2):
        other = context.Process(target=_try, args=(lock.path, answer))
        other.start()
        other.join(30)
        lock.release()
    assert "ians since noon" in answer.get(timeout=5)
    assert answer.get(timeout=5) == "taken"
