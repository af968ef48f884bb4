"""Freeze the program and pack it for this system: what `make package` does.

Run by an environment with packaging/requirements/package.txt. What is made lies in dist/:
on Linux reviewer_VERSION_ARCH.deb, reviewer-encoder_VERSION_all.deb and
reviewer-VERSION-linux-ARCH.tar.zst, on Windows the installer, on macOS the disk image; everywhere
the list of what is in it (sbom.json).
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import icons
import sbom
from project import ROOT, reproducible, version

BUILD, DIST = ROOT / "build", ROOT / "dist"
FROZEN = BUILD / "frozen" / "reviewer"


def freeze() -> Path:
    """The frozen folder, with the pages about other people's software in it."""
    icons.write(BUILD / "icons")
    shutil.rmtree(BUILD / "frozen", ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(FROZEN.parent), "--workpath", str(BUILD / "pyinstaller")]
    spec = ROOT / "packaging" / "freeze" / "reviewer.spec"
    subprocess.run([*command, str(spec)], check=True, env=reproducible(), cwd=ROOT)
    if sys.platform == "linux":
        import elf

        elf.strip_symbols(FROZEN)
    made = sbom.bill(FROZEN)
    DIST.mkdir(exist_ok=True)
    listed = json.dumps(made, indent=1, ensure_ascii=False, sort_keys=True)
    (DIST / f"reviewer-{version()}-{_system()}-sbom.json").write_text(listed + "\n", "utf-8")
    page = FROZEN / "_internal" / "reviewer" / "_resources" / "licences" / "third-party.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(sbom.page(made), "utf-8")
    return FROZEN


def pack(folder: Path) -> list[Path]:
    """The installers of this system."""
    if sys.platform == "win32":
        import windows

        return [windows.write_installer(folder, DIST)]
    if sys.platform == "darwin":
        import macos

        return [macos.write_image(folder.parent / "Reviewer.app", DIST)]
    import deb

    page = folder / "_internal" / "reviewer" / "_resources" / "licences" / "third-party.html"
    documents = [ROOT / "CHANGELOG.md", page]
    return [
        *deb.write_debs(folder, BUILD / "icons", documents, DIST),
        deb.write_archive(
            folder, BUILD / "icons", documents, DIST / f"reviewer-{version()}-{_system()}.tar.zst"
        ),
    ]


def program(folder: Path) -> Path:
    """What the frozen folder is started with."""
    return folder / ("reviewer.exe" if sys.platform == "win32" else "reviewer")


def _system() -> str:
    names = {"linux": "linux", "win32": "windows", "darwin": "macos"}
    return f"{names[sys.platform]}-{platform.machine().lower()}"


def main() -> int:
    """Freeze, try, pack; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-smoke-test", action="store_true")
    parser.add_argument("--frozen-only", action="store_true", help="make no installer")
    parser.add_argument("--python", default=sys.executable, help="of the development environment")
    options = parser.parse_args()
    folder = freeze()
    if not options.no_smoke_test:
        smoke = [sys.executable, str(ROOT / "packaging" / "freeze" / "smoke.py")]
        subprocess.run([*smoke, "--python", options.python, str(program(folder))], check=True)
    size = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink())
    print(f"{folder.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    for made in [] if options.frozen_only else pack(folder):
        print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
