"""The installer for Windows, made by makensis (which Debian has too)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from project import ROOT, reproducible, version

SCRIPT = ROOT / "packaging" / "windows" / "reviewer.nsi"


def write_installer(folder: Path, dist: Path, icon: Path | None = None) -> Path:
    """Pack the frozen folder into an installer for one person; returns its path."""
    makensis = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    made = dist.absolute() / f"reviewer-{version()}-windows-x86_64-setup.exe"
    defines = {
        "VERSION": version(),
        "SOURCE": folder.absolute(),
        "OUTPUT": made,
        "ICON": (icon or ROOT / "build" / "icons" / "reviewer.ico").absolute(),
    }
    command = [makensis, "-V2", "-WX", *(f"-D{name}={value}" for name, value in defines.items())]
    subprocess.run([*command, str(SCRIPT)], check=True, env=reproducible())
    return made
