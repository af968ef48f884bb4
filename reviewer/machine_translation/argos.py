"""The one place that imports argostranslate: late, and kept out of the user's home. Where it is
not installed, `own_argos` does the same.

`argostranslate.translate` is never imported (it needs stanza and goes online by itself), nor
does anything here call a function of argostranslate that opens a connection or unpacks an
archive. Importing `argostranslate.settings` creates three folders; they are made inside our
own data folder.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from types import ModuleType

from reviewer.folders import data_folder
from reviewer.machine_translation import own_argos
from reviewer.machine_translation.errors import PackageError
from reviewer.messages import message

_lock = Lock()


def argos_package() -> ModuleType:
    """The module `argostranslate.package`, or our own for what we use of it."""
    return _module("argostranslate.package")


def argos_settings() -> ModuleType:
    """The module `argostranslate.settings`, for the address of Argos's index, or our own."""
    return _module("argostranslate.settings")


def _module(name: str) -> ModuleType:
    with _lock, _folders_in(str(data_folder() / "argos")):
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name != "argostranslate":
                raise
            return own_argos
        except OSError as error:
            raise PackageError(
                message(
                    "The folder {data_folder} cannot be written ({strerror}). Packages need "
                    "it; please check its permissions and the disk.",
                    data_folder=data_folder(),
                    strerror=error.strerror,
                )
            ) from error


@contextmanager
def _folders_in(folder: str) -> Iterator[None]:
    # The variables are set for the import alone: Qt and others read the XDG ones too.
    ours = {
        "XDG_DATA_HOME": folder,
        "XDG_CONFIG_HOME": folder,
        "XDG_CACHE_HOME": folder,
        "ARGOS_PACKAGES_DIR": str(data_folder() / "packages"),
    }
    before = {name: os.environ.get(name) for name in [*ours, "SNAP"]}
    os.environ.update(ours)
    os.environ.pop("SNAP", None)
    try:
        yield
    finally:
        for variable, value in before.items():
            if value is None:
                os.environ.pop(variable, None)
            else:
                os.environ[variable] = value
