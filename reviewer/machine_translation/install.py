"""Installing a package file and removing an installed package.

What is unpacked lies beside its later place until it has been seen to work; then one rename
puts it there. Whatever goes wrong before leaves every installed package as it was.
"""

from __future__ import annotations

import errno
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.machine_translation.archive import Contents, inspect, unpack
from reviewer.machine_translation.errors import PackageError
from reviewer.machine_translation.metadata import Metadata
from reviewer.machine_translation.package_folders import packages_folder
from reviewer.machine_translation.packages import InstalledPackage, check_folder
from reviewer.messages import Message, message

SPARE = 20_000_000
"""Bytes that an installation leaves free on the disk."""

_INCOMING = ".incoming-"
_OUTGOING = ".outgoing-"
_STALE = 3_600

Verify = Callable[[Path], None]
"""Opens an unpacked package and raises ReviewerError when it does not work."""


def install(
    path: Path,
    *,
    verify: Verify | None = None,
    own: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> InstalledPackage:
    """Install the package file `path` and return the installed package.

    `verify` is called with the unpacked folder; by default a worker process opens the model
    and translates a word with it. `progress` gets bytes unpacked and in all. A package of
    the same languages in the same folder is replaced. Raises PackageError, EngineError (the
    model does not work on this computer) or Cancelled; then nothing is changed.
    """
    folder = own or packages_folder()
    contents = inspect(path)
    place = folder / contents.folder
    _check_place(place, contents.metadata, path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        _check_space(folder, contents)
        with tempfile.TemporaryDirectory(prefix=_INCOMING, dir=folder) as incoming:
            unpacked = Path(incoming) / contents.folder
            unpacked.mkdir()
            unpack(path, contents, unpacked, progress=progress, cancelled=cancelled)
            check_folder(unpacked)
            (verify or _works)(unpacked)
            _move_into_place(unpacked, place)
    except OSError as error:
        raise PackageError(_in_words(error, folder)) from error
    size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file())
    return InstalledPackage(place, contents.metadata, size)


def remove(package: InstalledPackage, *, own: Path | None = None) -> None:
    """Remove an installed package (broken ones too) from our own folder.

    Raises PackageError for one that another program installed, or that cannot be removed.
    """
    folder = own or packages_folder()
    if not package.ours or package.folder.parent != folder:
        raise PackageError(
            message(
                "{folder} belongs to another program. Please remove it there.",
                folder=package.folder,
            )
        )
    try:
        if package.folder.is_symlink():
            package.folder.unlink()
        else:
            _discard(package.folder)
    except OSError as error:
        raise PackageError(
            message(
                "{folder} cannot be removed ({strerror}). Close other windows that use "
                "it and try again.",
                folder=package.folder.name,
                strerror=error.strerror,
            )
        ) from error


def _works(folder: Path) -> None:
    from reviewer.machine_translation.process import WorkerProcess

    with WorkerProcess() as worker:
        worker.open(folder)


def _check_place(place: Path, metadata: Metadata, path: Path) -> None:
    if not place.exists():
        return
    try:
        other = check_folder(place)
    except PackageError:
        return  # what is there does not work: replacing it mends it
    if other.pair != metadata.pair:
        raise PackageError(
            message(
                "{path} would take the place of another package, {other} (folder "
                "{place}). Remove that one first if this is what you want.",
                path=path.name,
                other=other.name,
                place=place.name,
            )
        )


def _check_space(folder: Path, contents: Contents[Metadata]) -> None:
    free = shutil.disk_usage(folder).free
    if free < contents.size + SPARE:
        raise PackageError(
            message(
                "The disk of {folder} is too full: {needed} MB are needed, {free} MB are free.",
                folder=folder,
                needed=round(contents.size / 1e6),
                free=round(free / 1e6),
            )
        )


def _move_into_place(unpacked: Path, place: Path) -> None:
    if not place.exists():
        unpacked.rename(place)
        return
    aside = Path(tempfile.mkdtemp(prefix=_OUTGOING, dir=place.parent)) / place.name
    place.rename(aside)
    try:
        unpacked.rename(place)
    except OSError:
        aside.rename(place)
        aside.parent.rmdir()
        raise
    shutil.rmtree(aside.parent, ignore_errors=True)


def _discard(folder: Path) -> None:
    # Renamed first, so that a removal cut short leaves no half package in the list.
    aside = Path(tempfile.mkdtemp(prefix=_OUTGOING, dir=folder.parent))
    try:
        folder.rename(aside / folder.name)
    except OSError:
        aside.rmdir()
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Clear away what an installation left that was cut off long ago."""
    for prefix in (_INCOMING, _OUTGOING):
        for left in folder.glob(prefix + "*"):
            if time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)


def _in_words(error: OSError, folder: Path) -> Message:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return message(
            "The disk of {folder} is full. Free some space and install the package again.",
            folder=folder,
        )
    return message(
        "The package cannot be written to {folder} ({error}). "
        "Please check the folder's permissions.",
        folder=folder,
        error=error.strerror or error,
    )
