"""What the window needs of a Linux system, found out before Qt is loaded.

Qt does not say it well. Without the libraries of the first list `import PySide6` fails; without
those of the second Qt aborts the process, always with the hint "xcb-cursor0 is needed", also
when another library is missing or there is no display. Here each library is looked for by its
soname, which takes some milliseconds that Qt then saves: it loads the same files.

Nothing but the standard library is imported, so that the system's own Python can run this before
an environment is made (packaging/linux/prepare.py).
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

QT_LIBRARIES = (
    "libglib-2.0.so.0",
    "libgthread-2.0.so.0",
    "libz.so.1",
    "libzstd.so.1",
    "libGL.so.1",
    "libEGL.so.1",
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libX11.so.6",
    "libxkbcommon.so.0",
    "libdbus-1.so.3",
)
"""What QtCore, QtGui and QtWidgets need beyond what comes with them. A test compares all three
lists with the files of the installed Qt."""
X11_LIBRARIES = (
    "libX11-xcb.so.1",
    "libxkbcommon-x11.so.0",
    "libxcb.so.1",
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-image.so.0",
    "libxcb-keysyms.so.1",
    "libxcb-randr.so.0",
    "libxcb-render.so.0",
    "libxcb-render-util.so.0",
    "libxcb-shape.so.0",
    "libxcb-shm.so.0",
    "libxcb-sync.so.1",
    "libxcb-util.so.1",
    "libxcb-xfixes.so.0",
    "libxcb-xkb.so.1",
)
"""What Qt's plugin for X11 needs beyond QT_LIBRARIES."""
WAYLAND_LIBRARIES = ("libwayland-client.so.0", "libwayland-cursor.so.0")
"""What Qt's plugin for Wayland needs beyond QT_LIBRARIES."""

_WITHOUT_A_WINDOW = "`reviewer check` does the checking without a window."

_DEBIAN_NAMES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
"""The packages that Debian's rule for naming libraries does not give."""
_ARCH_NAMES = {
    "libglib-2.0": "glib2",
    "libgthread-2.0": "glib2",
    "libz": "zlib",
    "libzstd": "zstd",
    "libGL": "libglvnd",
    "libEGL": "libglvnd",
    "libfontconfig": "fontconfig",
    "libfreetype": "freetype2",
    "libX11": "libx11",
    "libX11-xcb": "libx11",
    "libxkbcommon": "libxkbcommon",
    "libxkbcommon-x11": "libxkbcommon-x11",
    "libdbus-1": "dbus",
    "libxcb-cursor": "xcb-util-cursor",
    "libxcb-icccm": "xcb-util-wm",
    "libxcb-image": "xcb-util-image",
    "libxcb-keysyms": "xcb-util-keysyms",
    "libxcb-render-util": "xcb-util-renderutil",
    "libxcb-util": "xcb-util",
    "libwayland-client": "wayland",
    "libwayland-cursor": "wayland",
}
"""Arch's packages; every other library of X11 is in `libxcb`."""


def obstacle(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str:
    """Why the window cannot open here and what to do about it, in words; "" when it can.

    Only Linux is looked at: elsewhere Qt brings all that it needs.
    """
    if importlib.util.find_spec("PySide6") is None:
        return (
            f"The window cannot open.\nPySide6 is not installed in {sys.prefix}: install "
            f"Reviewer again, or PySide6-Essentials.\n{_WITHOUT_A_WINDOW}"
        )
    if system != "linux":
        return ""
    unmet = missing(QT_LIBRARIES)
    problems = [_problem(platform, environment) for platform in platforms(environment)]
    if not unmet and not all(problems):
        return ""
    # The first platform is what the person wants: its problem is the one to tell.
    libraries, words = problems[0] or ([], "")
    lines = ["The window cannot open."]
    if unmet or libraries:
        lines += _how_to_install([*unmet, *libraries])
    return "\n".join([*lines, *filter(None, [words]), _WITHOUT_A_WINDOW])


def platforms(environment: Mapping[str, str]) -> list[str]:
    """The names of the Qt platforms that Qt would try, in its order.

    QT_QPA_PLATFORM is a list with semicolons, each entry with options behind a colon. Without
    it Qt takes Wayland first where WAYLAND_DISPLAY is set, else X11.
    """
    named = environment.get("QT_QPA_PLATFORM", "").split(";")
    chosen = [entry.split(":")[0].strip() for entry in named]
    return [name for name in chosen if name] or (
        ["wayland", "xcb"] if environment.get("WAYLAND_DISPLAY") else ["xcb"]
    )


def missing(sonames: Iterable[str]) -> list[str]:
    """Those of the libraries that the dynamic linker does not find."""
    return [soname for soname in sonames if _load(soname) is None]


def install_command(
    sonames: Iterable[str], release: Mapping[str, str], as_root: bool = False
) -> str:
    """The command that installs the libraries on the system that `release` describes.

    `release` is what /etc/os-release says. "" for a system without a known package manager.
    """
    known = [*release.get("ID", "").split(), *release.get("ID_LIKE", "").split()]
    for manager, systems, name in _MANAGERS:
        if any(system in systems for system in known):
            names = dict.fromkeys(name(soname) for soname in sonames)
            return " ".join([*([] if as_root else ["sudo"]), manager, *names])
    return ""


def debian_package(soname: str) -> str:
    """The Debian package of a library, by Debian's rule: its name, then its version, with a
    hyphen between them where the name ends in a digit (Debian Policy 8.1)."""
    if soname in _DEBIAN_NAMES:
        return _DEBIAN_NAMES[soname]
    name, version = soname.lower().split(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def os_release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """What the system says of itself (freedesktop.org's os-release); {} when it says nothing."""
    try:
        lines = path.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (re.match(r"([A-Z_0-9]+)=(?:\"(.*)\"|'(.*)'|(.*))$", line.strip()) for line in lines)
    return {m[1]: next((value for value in m.groups()[1:] if value), "") for m in pairs if m}


def _how_to_install(sonames: list[str]) -> list[str]:
    command = install_command(sonames, os_release(), as_root=_is_root())
    return [
        f"Qt needs libraries that this system lacks: {', '.join(sonames)}.",
        f"Install them with:\n    {command}"
        if command
        else "Install them with your system's package manager.",
    ]


def _capability(soname: str) -> str:
    # What packages of RPM systems provide is named after the soname itself.
    return f"'{soname}()({'64bit' if sys.maxsize > 2**32 else ''})'"


def _arch_package(soname: str) -> str:
    return _ARCH_NAMES.get(soname.split(".so.")[0], "libxcb")


_MANAGERS = (
    ("apt install", ("debian", "ubuntu"), debian_package),
    ("dnf install", ("fedora", "rhel", "centos"), _capability),
    ("zypper install", ("suse", "opensuse", "sles", "opensuse-tumbleweed"), _capability),
    ("pacman -S", ("arch", "archlinux", "manjaro"), _arch_package),
)


def _problem(platform: str, environment: Mapping[str, str]) -> tuple[list[str], str] | None:
    """What a Qt platform lacks: libraries, and what else is wrong in words. None: nothing."""
    if platform == "xcb":
        unmet, words = missing(X11_LIBRARIES), _no_x11_display(environment)
    elif platform.split("-")[0] == "wayland":
        unmet, words = missing(WAYLAND_LIBRARIES), _no_wayland_display(environment)
    else:
        unmet, words = [], _unknown(platform, environment)
    return (unmet, words) if unmet or words else None


def _no_x11_display(environment: Mapping[str, str]) -> str:
    display = environment.get("DISPLAY")
    if not display:
        return "There is no display (DISPLAY is not set). Start Reviewer on a desktop."
    library = _load("libX11.so.6")
    if library is None:  # told as a missing library
        return ""
    library.XOpenDisplay.argtypes = [ctypes.c_char_p]
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XCloseDisplay.argtypes = [ctypes.c_void_p]
    connection = library.XOpenDisplay(display.encode(errors="surrogateescape"))
    if not connection:
        return f"The display {display} does not answer."
    library.XCloseDisplay(connection)
    return ""


def _no_wayland_display(environment: Mapping[str, str]) -> str:
    library = _load("libwayland-client.so.0")
    if library is None:
        return ""
    library.wl_display_connect.argtypes = [ctypes.c_char_p]
    library.wl_display_connect.restype = ctypes.c_void_p
    library.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    name = environment.get("WAYLAND_DISPLAY")
    connection = library.wl_display_connect(name.encode(errors="surrogateescape") if name else None)
    if not connection:
        return f"The Wayland display {name or 'wayland-0'} does not answer."
    library.wl_display_disconnect(connection)
    return ""


def _unknown(platform: str, environment: Mapping[str, str]) -> str:
    """That Qt has no such platform: it would abort. "" where plugins may lie elsewhere."""
    spec = importlib.util.find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    if not folders or any(
        environment.get(name) for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
    ):
        return ""
    plugins = Path(folders[0], "Qt", "plugins", "platforms")
    known = sorted(path.stem.removeprefix("libq") for path in plugins.glob("libq*.so"))
    if not known or platform.split("-")[0] in {name.split("-")[0] for name in known}:
        return ""
    return f"Qt has no platform called {platform!r} (QT_QPA_PLATFORM); it has {', '.join(known)}."


def _load(soname: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(soname)
    except OSError:
        return None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
