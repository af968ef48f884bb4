"""On a system without a desktop: from the source, and from the Debian package.

Takes minutes: run with make test-package, after make package.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import bare_system
import deb
import pytest
import smoke
from bare_system import BareSystem
from project import ROOT, version

from reviewer.cli.window_needs import QT_LIBRARIES, X11_LIBRARIES, debian_package

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(1800)]

LARGEST_UNPACKED, LARGEST_DEB = 360_000_000, 95_000_000
ALL = (*QT_LIBRARIES, *X11_LIBRARIES)
XFCE_LACKS = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0",
)


# From the source


@pytest.fixture(scope="module")
def with_source(tmp_path_factory: pytest.TempPathFactory) -> BareSystem:
    """A bare system with Python and the program's source and environment."""
    system = bare_system.make(tmp_path_factory.mktemp("source") / "system")
    system.install("python3")
    theirs = system.run("python3", "-c", "import sys; print(*sys.version_info[:2])").stdout
    if theirs.split() != [str(part) for part in sys.version_info[:2]]:
        pytest.skip("the system's Python is another version")
    packages = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    return replace(system, mounts=(("/project", ROOT), ("/packages", packages)))


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    with smoke.display() as shown:
        yield {"DISPLAY": shown["DISPLAY"]}


def start(
    system: BareSystem, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    paths = {"PYTHONPATH": "/project:/packages", "PYTHONDONTWRITEBYTECODE": "1"}
    command = ("python3", "-m", "reviewer", *arguments)
    return system.run(*command, **paths, REVIEWER_DATA="/tmp/data", **variables)


def named(words: str) -> set[str]:
    return set(re.findall(r"lib[\w.-]+\.so\.\d+", words))


def test_from_nothing_to_a_window(with_source: BareSystem, display: dict[str, str]) -> None:
    system = with_source

    # An environment cannot even be made: `make` says what it installs as root.
    done = system.run("python3", "/project/packaging/linux/prepare.py", "python")
    assert re.fullmatch(
        r"Installing what is missing: apt-get install python3\.\d+-venv\n", done.stdout
    )
    assert system.run("python3", "-c", "import ensurepip").returncode == 0

    # Nothing is there: all is named, and the command; no abort, no traceback.
    done = start(system, **display)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    missing = named(done.stderr)
    assert missing >= set(ALL) - {"libz.so.1", "libzstd.so.1"}  # which apt and Python need too
    assert (
        f"apt install {' '.join(dict.fromkeys(debian_package(s) for s in ALL if s in missing))}"
        in done.stderr
    )

    # As on XFCE: Qt can be imported, five libraries of the plugin are missing.
    there = [debian_package(soname) for soname in ALL if soname not in XFCE_LACKS]
    system.install(*dict.fromkeys(there))
    done = start(system, **display)
    assert done.returncode == 2
    assert named(done.stderr) == set(XFCE_LACKS)

    # What Qt's own hint names is not enough.
    system.install("libxcb-cursor0")
    done = start(system, **display)
    assert named(done.stderr) == {"libxcb-icccm.so.4", "libxcb-keysyms.so.1"}

    # What `make run` does as root: it says what it installs, and installs it.
    done = system.run("python3", "/project/packaging/linux/prepare.py", "run")
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "Installing what is missing: apt-get install libxcb-icccm4 libxcb-keysyms1\n"
    )

    # All is there.
    assert "There is no display" in start(system).stderr
    assert "The display :9999 does not answer" in start(system, DISPLAY=":9999").stderr
    shutil.copytree(ROOT / "resources" / "sample", system.folder / "sample")
    done = start(system, "check", "/sample/article.en.html", "/sample/article.de.docx")
    assert done.returncode in (0, 1), done.stderr
    window = subprocess.Popen(
        system.enter(
            ["timeout", "--signal=INT", "8", "python3", "-m", "reviewer"],
            PYTHONPATH="/project:/packages",
            PYTHONDONTWRITEBYTECODE="1",
            **display,
        ),
        stderr=subprocess.PIPE,
        text=True,
    )
    _, errors = window.communicate(timeout=60)
    assert window.returncode == 124, errors  # it was open until it was told to close
    assert errors == ""


# From the Debian packages


@pytest.fixture(scope="module")
def debs() -> tuple[Path, Path]:
    """The program's package and that of the sentence encoder."""
    dist = ROOT / "dist"
    program = list(dist.glob(f"reviewer_{version()}_*.deb"))
    encoder = dist / f"reviewer-encoder_{version()}_all.deb"
    if not program or not encoder.is_file():
        pytest.skip("no Debian packages in dist: run make package")
    return program[0], encoder


def test_the_debian_packages_install_open_the_sample_export_and_go(
    debs: tuple[Path, Path], tmp_path: Path
) -> None:
    system = bare_system.make(tmp_path / "system")
    for file in debs:
        shutil.copyfile(file, system.folder / file.name)
    program, encoder = (f"/{file.name}" for file in debs)
    # What it depends on comes first, so that the files are its own alone.
    command = ["dpkg-deb", "-f", str(debs[0]), "Depends"]
    fields = subprocess.run(command, capture_output=True, text=True)
    system.install(*re.sub(r" \([^)]*\)", "", fields.stdout.strip()).split(", "))
    before = system.files()
    assert not [name for name in before if "xcb-cursor" in name or "icccm" in name]

    system.install(program, encoder)
    found = smoke.problems(
        smoke.outcome(["/usr/bin/reviewer"], system.enter, system.folder),
        smoke.outcome([sys.executable, "-P", "-m", "reviewer"]),
    )
    assert found == []

    folder = system.folder / "opt" / "reviewer"
    unpacked = sum(f.lstat().st_size for f in folder.rglob("*") if not f.is_dir())
    assert unpacked <= LARGEST_UNPACKED
    assert debs[0].stat().st_size <= LARGEST_DEB

    # It works without the encoder.
    system.run("apt-get", "purge", "-qq", "reviewer-encoder")
    assert not (folder / deb.ENCODER).exists()
    shutil.copytree(ROOT / "resources" / "sample", system.folder / "sample")
    files = ("/sample/article.en.html", "/sample/article.de.docx")
    done = system.run("/usr/bin/reviewer", "check", *files, REVIEWER_DATA="/tmp/data")
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "matched without back-translation" in done.stderr
    shutil.rmtree(system.folder / "sample")

    system.run("apt-get", "purge", "-qq", "reviewer")
    assert system.files() - before == set()
    assert system.run("dpkg", "-s", "reviewer").returncode != 0
