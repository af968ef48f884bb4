"""Dictionaries that were added to Firefox or Thunderbird: each is an archive in a profile."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from reviewer.being_made import working_folder
from reviewer.folders import cache_folder
from reviewer.formats.file_bytes import only_file

_PROFILES = {
    "win32": (
        "~/AppData/Roaming/Mozilla/Firefox/Profiles/*/extensions/*.xpi",
        "~/AppData/Roaming/Thunderbird/Profiles/*/extensions/*.xpi",
    ),
    "darwin": (
        "~/Library/Application Support/Firefox/Profiles/*/extensions/*.xpi",
        "~/Library/Thunderbird/Profiles/*/extensions/*.xpi",
    ),
}
_ON_LINUX = (
    "~/.mozilla/firefox/*/extensions/*.xpi",
    "~/snap/firefox/common/.mozilla/firefox/*/extensions/*.xpi",
    "~/.thunderbird/*/extensions/*.xpi",
)

_WANTED = re.compile(r"dictionaries/([\w.-]+\.(?:dic|aff))")
_LARGEST = 64 << 20
"""Bytes; the largest dictionaries that are known have 15 MB."""


def archives() -> list[Path]:
    """The extensions of all profiles of this user, dictionaries and others."""
    patterns = _PROFILES.get(sys.platform, _ON_LINUX)
    return [path for pattern in patterns for path in sorted(_matching(pattern))]


def _matching(pattern: str) -> Iterator[Path]:
    whole = Path(pattern).expanduser()
    return Path(whole.anchor).glob(str(whole.relative_to(whole.anchor)))


def unpacked(among: Sequence[Path] | None = None) -> list[Path]:
    """Folders in the cache with the dictionaries of these archives; what is none is passed over."""
    folders = []
    for archive in archives() if among is None else among:
        with suppress(OSError, BadZipFile, NotImplementedError, RuntimeError):
            if folder := _unpack(archive):
                folders.append(folder)
    return folders


def _unpack(archive: Path) -> Path | None:
    """The folder of an archive's dictionaries, made if it is not there; None without any."""
    known = only_file(archive).stat()
    place = cache_folder() / "dictionaries" / f"{archive.stem}-{known.st_mtime_ns}-{known.st_size}"
    if place.is_dir():
        return place
    with ZipFile(archive) as file:
        found = {
            match[1]: one
            for one in file.infolist()
            if (match := _WANTED.fullmatch(one.filename)) and one.file_size <= _LARGEST
        }
        if not found:
            return None
        place.parent.mkdir(parents=True, exist_ok=True)
        with working_folder(place.parent) as folder:
            made = folder / "made"
            made.mkdir()
            for name, one in found.items():
                (made / name).write_bytes(file.read(one))
            # Whole or not at all: another window may be at it, too.
            with suppress(OSError):
                made.replace(place)
    return place if place.is_dir() else None
