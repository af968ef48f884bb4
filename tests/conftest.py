"""What holds for every test: no screen is needed, nothing goes online, nobody's home is touched."""

from __future__ import annotations

import gc
import ipaddress
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

import reviewer  # noqa: F401 - it says how many threads numpy has, before that is loaded
from reviewer.wording import use_language
from tests.libreoffice import LibreOffice

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests compare English words, whatever the language of the developer's system.
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")


# No test fails by the clock: how long one takes on a busy machine is in nobody's hand. The examples
# of a property are the same in each run, so that a test that fails tells of what was changed; new
# ones are drawn by `pytest --hypothesis-profile=new-examples`.
settings.register_profile(
    "new-examples", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "same-examples", settings.get_profile("new-examples"), derandomize=True, database=None
)
settings.load_profile("same-examples")

PATIENCE_MS = 300_000
"""For what never comes; far from what a busy machine needs for what does."""


# A program inherits that Ctrl+C or the end of its terminal is ignored, as where the tests run in
# the background or under nohup; those that are started here are sent both on purpose.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class WentOnlineError(AssertionError):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid every connection but those to this machine itself."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guard(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = address[0]
            local = host == "localhost" or ipaddress.ip_address(host.split("%")[0]).is_loopback
            if not local:
                raise WentOnlineError(f"connection to {address}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        guard(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        guard(self, address)
        return connect_ex(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)


_numbers = count()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the home and the folder of each test are, by number. pytest itself looks for a free
    name among the folders of all tests before: with thousands of them that takes longer than most
    tests."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture
def tmp_path(homes: Path) -> Path:
    """An empty folder for a test, under a number for the same reason."""
    folder = homes / f"folder{next(_numbers)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True)
def own_home(
    homes: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give each test folders of its own for what a user's home would hold; that of what can
    be made again at any time is one for all, since making it takes its time."""
    home = homes / f"home{next(_numbers)}"
    home.mkdir(mode=0o700)
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp().parent / "cache"))
    return home


def pytest_collection_finish() -> None:
    """What pytest has collected stays to the end: Python's collector need not look at it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test begins in English, and leaves no other language behind."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """It waits for a busy machine, too: five seconds are pytest-qt's own limit."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data to measure against; the test is skipped where it is absent."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the measuring data is not here")
    return folder


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """For tests that are marked `needs_libreoffice`."""
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture
def fresh_python() -> Callable[[str, Path], str]:
    """Runs a program on a file in a Python of its own; gives back what it prints."""

    def run(program: str, path: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, str(path)],
            cwd=Path(__file__).parents[1],
            env={**os.environ, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this computer can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
