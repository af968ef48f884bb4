"""Where packages lie: our own folder, and those of other Argos programs on this computer."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.formats.file_bytes import only_file


def packages_folder() -> Path:
    """The one folder that packages are installed in and removed from."""
    return data_folder() / "packages"


def downloads_folder() -> Path:
    """Where packages that are being downloaded wait, so that a download can be resumed."""
    return data_folder() / "downloads"


def other_packages_folders(
    environment: Mapping[str, str] = os.environ, home: Path | None = None
) -> list[Path]:
    """The package folders of other Argos programs that exist on this computer: to read only.

    Argos's own defaults and variables (argostranslate.settings), the program's snap and its
    flatpak; LibreTranslate and Argos Translate's own window use the same ones.
    """
    home = home or Path.home()
    usual = Path("argos-translate", "packages")
    share = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    settings = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    named = [
        environment.get("ARGOS_PACKAGES_DIR"),
        environment.get("ARGOS_TRANSLATE_PACKAGE_DIR"),
        _setting(settings / "argos-translate" / "settings.json", "ARGOS_PACKAGES_DIR"),
    ]
    candidates = [Path(name) for name in named if name]
    candidates += [share / usual, home / ".local" / "share" / usual]
    candidates += sorted(home.glob("snap/*/current/.local/share/" + usual.as_posix()))
    candidates += sorted(home.glob(".var/app/*/data/" + usual.as_posix()))
    own = packages_folder().resolve()
    found = dict.fromkeys(path.resolve() for path in candidates if path.is_dir())
    return [path for path in found if path != own]


def _setting(file: Path, name: str) -> str | None:
    try:
        values = json.loads(only_file(file).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    value = values.get(name) if isinstance(values, dict) else None
    return value if isinstance(value, str) else None
