"""A Debian system without a desktop, in a folder: made by debootstrap, entered by chroot."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reviewer.cli.window_needs import os_release

MADE_BEFORE = "REVIEWER_BARE_SYSTEM"
"""Environment variable: a folder that debootstrap --variant=minbase has made, to copy from."""

_CLEAN = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
}


@dataclass(frozen=True)
class BareSystem:
    """The system's folder, and folders of this machine that are seen in it (where -> what)."""

    folder: Path
    mounts: tuple[tuple[str, Path], ...] = ()

    def enter(self, command: Sequence[str], **variables: str) -> list[str]:
        """The command line that runs a command in the system, as its root."""
        mounts = [("/proc", Path("/proc")), ("/dev", Path("/dev")), *self.mounts]
        script = "".join(
            f'mkdir -p "{self.folder}{where}" && mount --rbind "{what}" "{self.folder}{where}" && '
            for where, what in mounts
        )
        environment = [f"{name}={value}" for name, value in {**_CLEAN, **variables}.items()]
        run = ["chroot", str(self.folder), "env", "-i", *environment, *command]
        return ["unshare", "--mount", "sh", "-c", f'{script}exec "$@"', "sh", *run]

    def run(
        self, *command: str, timeout: float = 300, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in the system."""
        return subprocess.run(
            self.enter(command, **variables), capture_output=True, text=True, timeout=timeout
        )

    def install(self, *packages: str) -> None:
        """Install Debian packages there."""
        self.run("apt-get", "update", "-qq")
        done = self.run("apt-get", "install", "-qq", "--no-install-recommends", *packages)
        assert done.returncode == 0, done.stderr

    def files(self) -> set[str]:
        """All that lies in the system, without what package managers note down."""
        notes = ("var/lib/dpkg", "var/lib/apt", "var/cache", "var/log", "proc", "dev", "tmp")
        found = set()
        for parent, folders, names in os.walk(self.folder):
            here = os.path.relpath(parent, self.folder)
            folders[:] = [f for f in folders if os.path.normpath(f"{here}/{f}") not in notes]
            found |= {os.path.normpath(f"{here}/{name}") for name in names}
        return found


def make(folder: Path) -> BareSystem:
    """A new bare system in a folder. Skips the test where none can be made."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.skip("needs root and debootstrap")
    made = os.environ.get(MADE_BEFORE)
    if made:
        subprocess.run(["cp", "-a", made, str(folder)], check=True)
    else:
        suite = os_release().get("VERSION_CODENAME", "")
        command = ["debootstrap", "--variant=minbase", suite, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=900)
        if done.returncode != 0:
            pytest.skip(f"debootstrap made no system: {done.stdout[-200:]}")
    for name in ("resolv.conf", "hosts"):
        shutil.copyfile(f"/etc/{name}", folder / "etc" / name)
    return BareSystem(folder)
