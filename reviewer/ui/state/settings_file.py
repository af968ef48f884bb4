"""The file of the settings, looked at before Qt opens it: Qt waits for ever for a pipe."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSettings, QTemporaryDir

from reviewer.formats.file_bytes import only_file
from reviewer.messages import Message, message

_NAME = "Reviewer"


class SettingsFile:
    """`store` is where settings are kept. `problem` says why they are kept until the program ends
    and not longer, None where all is well."""

    def __init__(self) -> None:
        path = _usual_path()
        self.problem: Message | None = None
        self._instead: QTemporaryDir | None = None
        for file in (path, path.with_name(f"{path.name}.lock")):
            if os.path.lexists(file) and not _is_a_file(file):
                self.problem = message(
                    "{path} is no file, so your settings are the usual ones, and what you change "
                    "is not kept. Move {path} away, and start again.",
                    path=file,
                )
                self._instead = QTemporaryDir()
                path = Path(self._instead.filePath(path.name))
                break
        self.store = QSettings(str(path), QSettings.Format.IniFormat)


def _usual_path() -> Path:
    """Where Qt keeps the settings of this user.

    Qt says so of a store that it has opened, with those that stand in for it: asked of a name
    that nobody has, it opens nothing.
    """
    nobody = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, f"{_NAME}-nowhere", "nothing"
    )
    return Path(nobody.fileName()).parents[1] / _NAME / f"{_NAME}.ini"


def _is_a_file(path: Path) -> bool:
    try:
        only_file(path)
    except FileNotFoundError:
        return True  # a link to where it will be made
    except OSError:
        return False
    return True
