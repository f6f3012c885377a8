"""Starts commands as processes forked from one that has imported everything already.

A crawl under test spends most of its time importing. Here one template process for each
test worker does that once; every command is a fork of it that gets its own arguments,
environment, directory and files, runs to its end as an interpreter does, and can be
waited for and killed like any process. What Python reads only when it starts
(``PYTHONUNBUFFERED``, ``-W``, a terminal) needs ``subprocess`` itself.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[1]

# What the process runs that all others are forked from. A keeper stands between it and
# each command, since only a parent can wait. The command falls off the end of this
# text, so that the interpreter is wound up, its files flushed, as after any program.
_TEMPLATE = """
import gc, importlib, json, os, runpy, signal, socket, sys, time, warnings

def imported():
    from scrapy.exceptions import ScrapyDeprecationWarning
    with warnings.catch_warnings():
        warnings.simplefilter("error", ScrapyDeprecationWarning)
        import scrapy.cmdline, scrapy.core.downloader.handlers.http11, scrapy.squeues
        from scrapy.settings import default_settings
        from scrapy.utils.misc import walk_modules_iter
        for kind in ("EXTENSIONS", "SPIDER_MIDDLEWARES", "DOWNLOADER_MIDDLEWARES"):
            for component in getattr(default_settings, f"{kind}_BASE"):
                importlib.import_module(component.rpartition(".")[0])
        rooms = ("commands", "extensions", "middlewares", "pipelines", "spiders")
        for room in ("scrapy.commands", *(f"newscrawl.{room}" for room in rooms)):
            for _ in walk_modules_iter(room):
                pass
    assert "twisted.internet.reactor" not in sys.modules
    assert "newscrawl.settings" not in sys.modules
    gc.collect()
    gc.freeze()

def asked_for(asking):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        word, handles, _, _ = socket.recv_fds(asking, 1, 5)
        if not word:
            os._exit(0)
        if os.fork() == 0:
            asking.detach()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            *given, telling = handles
            command = os.fork()
            if command == 0:
                os.close(telling)
                return given
            for handle in (0, 1, 2, *given):
                os.close(handle)
            os.write(telling, b"%d\\n" % command)
            os.write(telling, b"%d\\n" % os.waitpid(command, 0)[1])
            os._exit(0)
        for handle in handles:
            os.close(handle)

def become(task, *files):
    for number, handle in enumerate(files):
        os.dup2(handle, number)
        os.close(handle)
    with open(task, "rb") as file:
        told = json.loads(file.read())
    os.environ.clear()
    os.environ.update(told["env"])
    os.chdir(told["cwd"])
    sys.path[1:1] = os.environ.get("PYTHONPATH", os.devnull).split(os.pathsep)
    time.tzset()
    return told["args"]

imported()
asking = socket.socket(fileno=int(sys.argv[1]))
kind, *rest = become(*asked_for(asking))
del asking
if kind == "-c":
    sys.argv[:] = ["-c", *rest[1:]]
    exec(compile(rest[0], "<string>", "exec"), {"__name__": "__main__"})
elif kind == "-m":
    sys.path[0], sys.argv[:] = os.getcwd(), rest
    runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
else:
    sys.path[0], sys.argv[:] = os.path.dirname(kind), [kind, *rest]
    runpy.run_path(kind, run_name="__main__")
"""


@cache
def _template() -> socket.socket:
    """The socket that the template process listens at; it ends with this process."""
    ours, theirs = socket.socketpair()
    env = {name: v for name, v in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-c", _TEMPLATE, str(theirs.fileno())],
            cwd=ROOT,
            env=env,
            # Pipes: what Python knows of a file that can seek would be wrong later.
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=[theirs.fileno()],
        )

    def end() -> None:
        ours.close()
        process.communicate()

    atexit.register(end)
    return ours


class Forked:
    """A command under way: the part of ``subprocess.Popen`` that tests use.

    What it prints goes to files, so that nobody has to read it meanwhile. ``stdout``
    may be a descriptor of the test's own.
    """

    def __init__(
        self,
        args: list[str],
        *,
        cwd: Path = ROOT,
        env: Mapping[str, str] | None = None,
        input: str = "",
        stdout: int | None = None,
    ) -> None:
        assert args[0] == sys.executable
        self.args = args
        self.returncode: int | None = None
        self._stdout, self._stderr = _file(), _file()
        self._printed = "", ""
        self._told, telling = os.pipe()
        task = {"args": args[1:], "cwd": str(cwd), "env": dict(env or os.environ)}
        with _file(json.dumps(task)) as first, _file(input) as stdin:
            files = [first, stdin, self._stdout, self._stderr]
            handles = [*(file.fileno() for file in files), telling]
            if stdout is not None:
                handles[2] = stdout
            socket.send_fds(_template(), [b"+"], handles)
        os.close(telling)
        self.pid = int(self._line(60))

    def _line(self, timeout: float | None) -> bytes:
        if not select.select([self._told], [], [], timeout)[0]:
            self.kill()
            assert timeout is not None
            raise subprocess.TimeoutExpired(self.args, timeout)
        line = b""
        while not line.endswith(b"\n"):
            more = os.read(self._told, 1)
            assert more, "the process that commands are forked from is gone"
            line += more
        return line

    def poll(self) -> int | None:
        """The exit code, if it has ended."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.wait()
        return self.returncode

    def wait(self, timeout: float | None = 60) -> int:
        """Wait for its end; the exit code, or a signal's number with a minus."""
        if self.returncode is None:
            status = int(self._line(timeout))
            self.returncode = os.waitstatus_to_exitcode(status)
            os.close(self._told)
            self._printed = _text(self._stdout), _text(self._stderr)
        return self.returncode

    def communicate(self, timeout: float | None = 60) -> tuple[str, str]:
        """Wait for its end; what it printed."""
        self.wait(timeout)
        return self._printed

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it has not ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)


def run(
    args: list[str], *, timeout: float | None = 60, **given: Any
) -> subprocess.CompletedProcess[str]:
    """Run a command line that begins with ``sys.executable`` to its end."""
    process = Forked(args, **given)
    stdout, stderr = process.communicate(timeout)
    code = process.wait()
    return subprocess.CompletedProcess(args, code, stdout, stderr)


def scrapy(
    *given: str | Path, settings: Mapping[str, Any] | None = None, **how: Any
) -> subprocess.CompletedProcess[str]:
    """Run ``scrapy …`` with some settings; ``how`` as for a ``Forked``."""
    return run(command(*given, settings=settings), **how)


def command(*given: str | Path, settings: Mapping[str, Any] | None = None) -> list[str]:
    """The command line of ``scrapy …`` with some settings."""
    line = [sys.executable, "-m", "scrapy", *map(str, given)]
    for name, value in (settings or {}).items():
        line += ["-s", f"{name}={value}"]
    return line


def _file(text: str = "") -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - outlives this
    file.write(text.encode())
    file.seek(0)
    return file


def _text(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode()
