"""Where Hunspell's dictionaries are: the system's, LibreOffice's, Firefox's, the user's own."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.spelling.firefox import unpacked
from reviewer.text.languages import base

VARIABLE = "DICPATH"
"""Hunspell's own environment variable: folders that are looked at first (man hunspell)."""

_LINUX = (
    "~/.local/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "~/.config/libreoffice/*/user/uno_packages/cache/uno_packages/*/*.oxt",
    "~/.config/libreoffice/*/user/uno_packages/cache/uno_packages/*/*.oxt/dictionaries",
    "/usr/lib*/libreoffice/share/extensions/dict-*",
    "/opt/libreoffice*/share/extensions/dict-*",
    "/usr/lib*/firefox*/dictionaries",
    "/usr/lib*/thunderbird/dictionaries",
    "~/.mozilla/firefox/*/extensions/*/dictionaries",
)
_MAC = (
    "~/Library/Spelling",
    "/Library/Spelling",
    "/opt/homebrew/share/hunspell",
    "/usr/local/share/hunspell",
    "~/Library/Application Support/LibreOffice/*/user/uno_packages/cache/uno_packages/*/*.oxt",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*",
    "/Applications/Firefox.app/Contents/Resources/dictionaries",
)
_WINDOWS = (
    "~/AppData/Roaming/LibreOffice/*/user/uno_packages/cache/uno_packages/*/*.oxt",
    "C:/Program Files/LibreOffice*/share/extensions/dict-*",
    "C:/Program Files (x86)/LibreOffice*/share/extensions/dict-*",
    "C:/Program Files/Mozilla Firefox/dictionaries",
    "C:/Program Files/Mozilla Thunderbird/dictionaries",
)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A pair of files. `tag` is the language as the file's name has it, with hyphens."""

    tag: str
    path: Path
    """The .dic file; the .aff file lies beside it."""


def own_folder() -> Path:
    """Where a user may put dictionaries for this program alone; it need not exist."""
    return data_folder() / "dictionaries"


def folders() -> list[Path]:
    """The folders that there are, the first to be asked first."""
    named = [Path(one) for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one]
    patterns = {"win32": _WINDOWS, "darwin": _MAC}.get(sys.platform, _LINUX)
    return [one for one in (*named, own_folder(), *_matching(patterns)) if one.is_dir()]


def _matching(patterns: Iterable[str]) -> Iterator[Path]:
    for pattern in patterns:
        whole = Path(pattern).expanduser()
        yield from sorted(Path(whole.anchor).glob(str(whole.relative_to(whole.anchor))))


def dictionary_for(language: str, among: Sequence[Path] | None = None) -> Dictionary | None:
    """The dictionary that fits a BCP 47 tag best; None where there is none for its language.

    The region and the script of the tag count where it names them, else those that CLDR calls
    likely; then the order of the folders. What lies packed in a profile of Firefox is unpacked
    where nothing else is found.
    """
    if among is None:
        return _best(language, folders()) or _best(language, unpacked())
    return _best(language, among)


def _best(language: str, among: Sequence[Path]) -> Dictionary | None:
    wanted = _parts(language)
    found = [
        (_distance(parts, wanted), Dictionary(path.stem.replace("_", "-"), path))
        for path in _files(among)
        if (parts := _parts(path.stem)).base == wanted.base and wanted.script in ("", parts.script)
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _files(among: Iterable[Path]) -> Iterator[Path]:
    """Dictionaries, and not the lists of hyphens and synonyms that lie beside them."""
    for folder in among:
        try:
            listed = sorted(folder.iterdir())
        except OSError:
            continue
        yield from (
            path
            for path in listed
            if path.suffix == ".dic" and path.is_file() and path.with_suffix(".aff").is_file()
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    base: str
    script: str
    region: str
    more: int


@lru_cache(maxsize=512)
def _parts(name: str) -> _Parts:
    """Language, script and region of a tag or of a file's name; what is not named is likely."""
    from babel.core import get_global

    first, *others = re.split(r"[-_]", name) or [""]
    language = base(first)
    script = next((one.title() for one in others if len(one) == 4 and one.isalpha()), "")
    region = next((one for one in others if len(one) == 2 and one.isupper()), "")
    likely = str(get_global("likely_subtags").get(language, "__")).split("_")
    more = sum(one not in (region,) and one.title() != script for one in others)
    return _Parts(language, script or likely[1], region or likely[2], more)


def _distance(parts: _Parts, wanted: _Parts) -> tuple[bool, int]:
    return parts.region != wanted.region, parts.more
