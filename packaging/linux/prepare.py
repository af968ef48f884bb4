"""Look on a Linux machine for what `make run` and `make test` need and pip cannot install.

As root on a machine with apt-get it is installed, and said; else the command is printed, and
what cannot go on stops. Run by the system's own Python, before there is an environment:
    python3 packaging/linux/prepare.py python|run|test|ci
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from reviewer.cli import window_needs

LIBRARIES = (*window_needs.QT_LIBRARIES, *window_needs.X11_LIBRARIES)

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "dbus-run-session": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "makensis": "nsis",
    "msgfmt": "gettext",
    "strace": "strace",
    "update-mime-database": "shared-mime-info",
    "xliff2po": "translate-toolkit",
}
"""Programs that some tests run, and Debian's packages of them. Where one is missing, the tests
that need it are skipped."""


def main(purpose: str) -> int:
    """Prepare for one `purpose`; returns the exit code."""
    if sys.platform != "linux":
        return 0
    if purpose == "python":
        return _python()
    if purpose == "ci":
        absent = {name: p for name, p in TEST_PROGRAMS.items() if not shutil.which(name)}
        if absent and not install(list(absent.values())):
            say(f"Tests are skipped for want of: {', '.join(absent)}.")
        return 0
    unmet = window_needs.missing(LIBRARIES)
    if unmet and not install([window_needs.debian_package(soname) for soname in unmet]):
        if purpose == "run":
            return 0  # the program itself says what is missing, and how to get it
        needed = window_needs.missing(window_needs.QT_LIBRARIES)  # the tests open no window
        if needed:
            command = window_needs.install_command(needed, window_needs.os_release())
            say(f"Qt needs libraries that this system lacks: {', '.join(needed)}.")
            say(f"Install them with: {command}" if command else "Please install them.")
            return 2
    return 0


def _python() -> int:
    """Python's own modules for making an environment, which Debian packages apart."""
    if importlib.util.find_spec("ensurepip") is not None:
        return 0
    package = f"python3.{sys.version_info.minor}-venv"
    if install([package]):
        return 0
    say(f"Python cannot make an environment here: install {package}.")
    return 2


def install(packages: list[str]) -> bool:
    """Install Debian packages where that needs no password; whether it was done."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    names = list(dict.fromkeys(packages))
    say(f"Installing what is missing: apt-get install {' '.join(names)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-qq", "--no-install-recommends", *names]
    # Fresh images have no package lists; where they are there, fetching them anew takes long.
    if _quietly(command, environment, stderr=subprocess.DEVNULL):
        return True
    _quietly(["apt-get", "update", "-qq"], environment)
    return _quietly(command, environment)


def _quietly(command: list[str], environment: dict[str, str], stderr: int | None = None) -> bool:
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=stderr)
    return done.returncode == 0


def say(words: str) -> None:
    """Print a line at once: what apt-get says follows it."""
    print(words, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
