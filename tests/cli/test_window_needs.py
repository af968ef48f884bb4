"""What the window needs of a Linux system is found out before Qt is loaded."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile

from reviewer.cli import window_needs
from reviewer.cli.window_needs import (
    QT_LIBRARIES,
    WAYLAND_LIBRARIES,
    X11_LIBRARIES,
    debian_package,
    install_command,
    os_release,
    platforms,
)
from tests.screens import screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")

ROOT = Path(__file__).parents[2]
SYSTEMS = {
    "debian": {"ID": "debian"},
    "mint": {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"},
    "fedora": {"ID": "fedora"},
    "rocky": {"ID": "rocky", "ID_LIKE": "rhel centos fedora"},
    "opensuse": {"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"},
    "arch": {"ID": "arch"},
    "manjaro": {"ID": "manjaro", "ID_LIKE": "arch"},
}
EVERYWHERE = (
    "libc.",
    "libm.",
    "libdl.",
    "libpthread.",
    "librt.",
    "ld-linux",
    "libstdc++",
    "libgcc",
)
"""What any system has that runs Python and apt."""


# The lists against the Qt that is installed


def needed(file: Path) -> set[str]:
    with file.open("rb") as stream:
        section = ELFFile(stream).get_section_by_name(".dynamic")
        assert isinstance(section, DynamicSection)
        return {tag.needed for tag in section.iter_tags() if tag.entry.d_tag == "DT_NEEDED"}


def needed_of_the_system(*files: Path) -> set[str]:
    """What the files need, and what the libraries that come with them need in turn."""
    ours = {path.name: path for path in (qt() / "Qt" / "lib").iterdir()}
    ours |= {path.name: path for path in [*qt().glob("*.so*"), *shiboken().glob("*.so*")]}
    waiting, seen = list(files), set[str]()
    while waiting:
        for name in needed(waiting.pop()) - seen:
            seen.add(name)
            if name in ours:
                waiting.append(ours[name])
    return {name for name in seen - set(ours) if not name.startswith(EVERYWHERE)}


def qt() -> Path:
    import PySide6

    return Path(PySide6.__file__).parent


def shiboken() -> Path:
    import shiboken6

    return Path(shiboken6.__file__).parent


def plugins(pattern: str) -> list[Path]:
    found = sorted((qt() / "Qt" / "plugins" / "platforms").glob(pattern))
    assert found
    return found


def test_the_first_list_is_what_the_imported_parts_of_qt_need() -> None:
    modules = [qt() / f"{name}.abi3.so" for name in ("QtCore", "QtGui", "QtWidgets")]
    assert needed_of_the_system(*modules) == set(QT_LIBRARIES)


def test_the_offscreen_plugin_that_tests_run_with_needs_nothing_more() -> None:
    assert needed_of_the_system(*plugins("libqoffscreen.so")) <= set(QT_LIBRARIES)


@pytest.mark.parametrize(
    ("pattern", "listed"), [("libqxcb.so", X11_LIBRARIES), ("libqwayland*.so", WAYLAND_LIBRARIES)]
)
def test_the_other_lists_are_what_the_plugins_need_beyond_it(
    pattern: str, listed: tuple[str, ...]
) -> None:
    assert needed_of_the_system(*plugins(pattern)) - set(QT_LIBRARIES) == set(listed)


# The command that installs


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb.so.1", "libxcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libGL.so.1", "libgl1"),
        ("libz.so.1", "zlib1g"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_debians_name_of_a_library(soname: str, package: str) -> None:
    assert debian_package(soname) == package


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("debian", "sudo apt install libxcb-cursor0 libglib2.0-0"),
        ("mint", "sudo apt install libxcb-cursor0 libglib2.0-0"),
        (
            "fedora",
            "sudo dnf install 'libxcb-cursor.so.0()(64bit)' 'libglib-2.0.so.0()(64bit)' "
            "'libgthread-2.0.so.0()(64bit)'",
        ),
        (
            "opensuse",
            "sudo zypper install 'libxcb-cursor.so.0()(64bit)' 'libglib-2.0.so.0()(64bit)' "
            "'libgthread-2.0.so.0()(64bit)'",
        ),
        ("arch", "sudo pacman -S xcb-util-cursor glib2"),
    ],
)
def test_the_command_of_each_system(system: str, command: str) -> None:
    sonames = ["libxcb-cursor.so.0", "libglib-2.0.so.0", "libgthread-2.0.so.0"]
    assert install_command(sonames, SYSTEMS[system]) == command


@pytest.mark.parametrize(
    ("system", "manager"), [("rocky", "dnf"), ("manjaro", "pacman"), ("mint", "apt")]
)
def test_a_system_is_known_by_what_it_is_like(system: str, manager: str) -> None:
    assert install_command(["libxcb.so.1"], SYSTEMS[system]).split()[1] == manager


def test_root_needs_no_sudo_and_an_unknown_system_gets_no_command() -> None:
    assert install_command(["libxcb.so.1"], SYSTEMS["arch"], as_root=True) == "pacman -S libxcb"
    assert install_command(["libxcb.so.1"], {"ID": "alpine"}) == ""


def test_arch_has_a_package_for_each_library() -> None:
    for soname in (*QT_LIBRARIES, *X11_LIBRARIES, *WAYLAND_LIBRARIES):
        package = install_command([soname], SYSTEMS["arch"]).split()[-1]
        assert package != "libxcb" or soname.startswith("libxcb")


def test_os_release_is_read_with_and_without_quotes(tmp_path: Path) -> None:
    file = tmp_path / "os-release"
    file.write_text("# made\nID=debian\n  NAME=\"Debian GNU/Linux\" \nID_LIKE='a b'\nX=\n", "utf-8")
    assert os_release(file) == {
        "ID": "debian",
        "NAME": "Debian GNU/Linux",
        "ID_LIKE": "a b",
        "X": "",
    }
    assert os_release(tmp_path / "absent") == {}


# Which platforms Qt would try


@pytest.mark.parametrize(
    ("environment", "names"),
    [
        ({}, ["xcb"]),
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wayland", "xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, ["xcb"]),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, ["wayland", "xcb"]),
        ({"QT_QPA_PLATFORM": "offscreen:size=1x1;xcb"}, ["offscreen", "xcb"]),
        ({"QT_QPA_PLATFORM": ""}, ["xcb"]),
        ({"QT_QPA_PLATFORM": ";"}, ["xcb"]),
    ],
)
def test_platforms(environment: dict[str, str], names: list[str]) -> None:
    assert platforms(environment) == names


# The program itself, on a system that lacks something


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    """A folder that the dynamic linker looks in first: an empty file there hides a library."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    return folder


@pytest.fixture
def display() -> Iterator[str]:
    """An X server without a screen."""
    with screen() as (name, _):
        yield name


def start(hidden: Path, tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The program, asked for its window, with nothing of this machine's display."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
    kept = {name: value for name, value in os.environ.items() if name not in displays}
    return subprocess.run(
        [sys.executable, "-m", "reviewer"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**kept, "PYTHONPATH": str(ROOT), "LD_LIBRARY_PATH": str(hidden), **variables},
    )


def refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "reviewer check" in done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("hide", "named"),
    [
        (["libxcb-cursor.so.0"], {"libxcb-cursor.so.0"}),
        (["libxcb-icccm.so.4", "libfontconfig.so.1"], {"libxcb-icccm.so.4", "libfontconfig.so.1"}),
        # libxcb-cursor needs libxcb-image: it cannot be loaded either.
        (["libxcb-image.so.0"], {"libxcb-image.so.0", "libxcb-cursor.so.0"}),
        (["libglib-2.0.so.0"], {"libglib-2.0.so.0", "libgthread-2.0.so.0"}),
    ],
)
def test_all_missing_libraries_are_named_with_the_command(
    hide: list[str], named: set[str], hidden: Path, display: str, tmp_path: Path
) -> None:
    for soname in hide:
        (hidden / soname).touch()
    words = refused(start(hidden, tmp_path, DISPLAY=display))
    listed = words.split("lacks: ")[1].split(".\n")[0].split(", ")
    assert set(listed) == named
    command = install_command(listed, os_release(), as_root=os.geteuid() == 0)
    assert (command or "package manager") in words


def test_without_a_display_it_says_so(hidden: Path, tmp_path: Path) -> None:
    words = refused(start(hidden, tmp_path))
    assert "no display" in words
    assert "lacks" not in words


def test_a_display_that_does_not_answer_is_named(hidden: Path, tmp_path: Path) -> None:
    words = refused(start(hidden, tmp_path, DISPLAY=":9999"))
    assert "The display :9999 does not answer." in words


def test_without_a_display_and_libraries_it_says_both(hidden: Path, tmp_path: Path) -> None:
    (hidden / "libxcb-image.so.0").touch()
    words = refused(start(hidden, tmp_path))
    assert "libxcb-image.so.0" in words
    assert "no display" in words


def test_a_platform_that_qt_does_not_have_is_named(hidden: Path, tmp_path: Path) -> None:
    words = refused(start(hidden, tmp_path, QT_QPA_PLATFORM="windows"))
    assert "'windows'" in words
    assert "offscreen" in words


def test_checking_needs_no_library_of_the_window(hidden: Path, tmp_path: Path) -> None:
    for soname in (*QT_LIBRARIES, *X11_LIBRARIES):
        if soname != "libz.so.1":  # Python's own
            (hidden / soname).touch()
    source, german = tmp_path / "source.txt", tmp_path / "german.txt"
    source.write_text("The bridge cost 97 million euros.\n", "utf-8")
    german.write_text("Die Brücke kostete 97 Milliarden Euro.\n", "utf-8")
    languages = ["--source-language", "en", "--language", "de"]
    done = subprocess.run(
        [sys.executable, "-m", "reviewer", "check", *languages, str(source), str(german)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LD_LIBRARY_PATH": str(hidden)},
    )
    assert done.returncode == 1, done.stderr


# In this process: what is an obstacle and what is none


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Sonames that the linker shall not find."""
    sonames: set[str] = set()
    load = window_needs._load
    monkeypatch.setattr(
        window_needs, "_load", lambda soname: None if soname in sonames else load(soname)
    )
    return sonames


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a Wayland session: a socket that takes connections."""
    if window_needs.missing(WAYLAND_LIBRARIES):
        pytest.skip("no Wayland libraries")
    path = Path(os.path.relpath(tmp_path)) / "wayland-7"  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()
        yield {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}


def test_x11_libraries_are_no_obstacle_under_wayland(
    lacking: set[str], wayland: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking.update(X11_LIBRARIES)
    monkeypatch.setenv("XDG_RUNTIME_DIR", wayland["XDG_RUNTIME_DIR"])
    assert window_needs.obstacle(wayland, "linux") == ""
    assert window_needs.obstacle({**wayland, "DISPLAY": ":9999"}, "linux") == ""
    assert "libxcb.so.1" in window_needs.obstacle({**wayland, "QT_QPA_PLATFORM": "xcb"}, "linux")


def test_a_wayland_display_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if window_needs.missing(WAYLAND_LIBRARIES):
        pytest.skip("no Wayland libraries")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    words = window_needs.obstacle({"WAYLAND_DISPLAY": "wayland-9"}, "linux")
    assert "The Wayland display wayland-9 does not answer." in words


def test_wayland_without_its_libraries_falls_back_on_x11(lacking: set[str], display: str) -> None:
    lacking.update(WAYLAND_LIBRARIES)
    environment = {"WAYLAND_DISPLAY": "wayland-9", "DISPLAY": display}
    assert window_needs.obstacle(environment, "linux") == ""


def test_one_platform_of_a_list_is_enough(lacking: set[str]) -> None:
    lacking.update(X11_LIBRARIES)
    assert window_needs.obstacle({"QT_QPA_PLATFORM": "xcb;offscreen"}, "linux") == ""
    assert window_needs.obstacle({"QT_QPA_PLATFORM": "xcb;nonsense"}, "linux") != ""


def test_offscreen_still_needs_what_qt_itself_needs(lacking: set[str]) -> None:
    assert window_needs.obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux") == ""
    lacking.add("libEGL.so.1")
    assert "libEGL.so.1" in window_needs.obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux")


def test_other_systems_have_no_obstacle(lacking: set[str]) -> None:
    lacking.update((*QT_LIBRARIES, *X11_LIBRARIES))
    assert window_needs.obstacle({}, "win32") == ""
    assert window_needs.obstacle({}, "darwin") == ""
