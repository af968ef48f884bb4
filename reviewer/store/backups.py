"""Copies of reviews that the program keeps by itself in the user's data folder.

One is made when a review is opened and whenever much was done in it; old ones are thinned
out, as Anki and other programs with one precious file do.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reviewer.domain import message, plural
from reviewer.folders import data_folder
from reviewer.store.errors import ReviewMissing, StoreError, told_plainly
from reviewer.store.open_file import OpenFile
from reviewer.store.seal import close_seal, digest_of

MOST_BYTES = 100 << 20
"""All backups of one review together; the newest two stay whatever their size."""

ALWAYS_KEPT = 5
_AGES = (
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=30), timedelta(days=1)),
    (timedelta(days=365), timedelta(days=30)),
)
_NAME = re.compile(r"(\d{8}T\d{9})Z-([0-9a-f]{16})\.review")
_TIME = "%Y%m%dT%H%M%S"
_ORIGIN = "origin.txt"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Backup:
    """A copy of the review at `origin` as it was `at` some time (UTC)."""

    path: Path
    origin: Path
    at: datetime
    size: int


def backups_folder() -> Path:
    """Where backups lie; it need not exist yet."""
    return data_folder() / "backups"


def make(file: OpenFile, origin: Path, folder: Path | None = None) -> Path:
    """Copy `file`, which nothing writes just now, unless the newest copy is the same.

    Returns the copy. Raises StoreError.
    """
    place = _of_origin(origin, folder)
    with told_plainly(place):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remember_origin(place, origin)
        mark = digest_of(file).hex()
        kept = sorted(_in(place), key=lambda one: one.at)
        if kept and kept[-1].path.name.endswith(f"-{mark}.review"):
            return kept[-1].path
        now = datetime.now(UTC)
        name = f"{now.strftime(_TIME)}{now.microsecond // 1000:03d}Z-{mark}.review"
        building = place / f"{name}.new"
        descriptor = os.open(building, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as copy:
            for start in range(0, file.size(), _CHUNK):
                copy.write(file.read(_CHUNK, start))
        copied = OpenFile(building)
        try:
            close_seal(copied)
        finally:
            copied.close()
        building.replace(place / name)
        _thin_out(place, now)
        return place / name


def of(origin: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of the review at `origin`, the newest first."""
    return sorted(_in(_of_origin(origin, folder)), key=lambda one: one.at, reverse=True)


def every(folder: Path | None = None) -> list[Backup]:
    """All backups of all reviews, the newest first."""
    root = folder or backups_folder()
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for place in root.iterdir():
            found += _in(place)
    return sorted(found, key=lambda one: one.at, reverse=True)


def forget(origin: Path) -> None:
    """Remove the backups of a review that was made for a moment only."""
    shutil.rmtree(_of_origin(origin, None), ignore_errors=True)


def restore(backup: Path, target: Path) -> Path | None:
    """Put a backup at `target`. A file that is there is kept beside; returns where.

    Raises ReviewInUse when the review at `target` is open, ReviewMissing or another StoreError.
    """
    with told_plainly(backup):
        if not backup.is_file():
            raise ReviewMissing(message("There is no backup {backup}.", backup=backup))
    held = OpenFile(target) if target.exists() else None
    try:
        with told_plainly(target):
            building = target.with_name(f".{os.getpid()}-{backup.name[:18]}.new")
            try:
                shutil.copyfile(backup, building)
                building.chmod(0o600)
                if held and sys.platform == "win32":  # where no open file can be renamed
                    held.close()
                kept = _set_beside(target) if held else None
                building.replace(target)
            except BaseException:
                building.unlink(missing_ok=True)
                raise
            return kept
    finally:
        if held:
            held.close()


def words_for(origin: Path) -> str:
    """What to say of the newest backup of a review that cannot be used; "" without one."""
    try:
        found = of(origin)
    except (StoreError, OSError):
        return ""
    if not found:
        return ""
    newest = found[0]
    return plural(
        "There is a backup of it of {at}: {path}",
        "There are {n} backups of it, the newest of {at}: {path}",
        len(found),
        at=f"{newest.at.astimezone():%Y-%m-%d %H:%M}",
        path=newest.path,
    )


def thinned(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Those of the backups of one review, the newest first, that are to be deleted.

    The newest few are kept, then one an hour for a day, one a day for a month and one a
    month for a year, as long as there is room.
    """
    kept: set[tuple[int, int]] = set()
    room = MOST_BYTES
    gone = []
    for number, backup in enumerate(backups):
        age = now - backup.at
        wanted = number < ALWAYS_KEPT
        for rank, (limit, every_) in enumerate(_AGES):
            if age < limit:
                place = (rank, int(backup.at.timestamp() // every_.total_seconds()))
                wanted |= place not in kept
                kept.add(place)
                break
        room -= backup.size
        if number >= 2 and (not wanted or room < 0):
            room += backup.size
            gone.append(backup)
    return gone


def _thin_out(place: Path, now: datetime) -> None:
    backups = sorted(_in(place), key=lambda one: one.at, reverse=True)
    for backup in thinned(backups, now):
        with contextlib.suppress(OSError):
            backup.path.unlink()


def _in(place: Path) -> list[Backup]:
    try:
        origin = Path(os.fsdecode((place / _ORIGIN).read_bytes()))
        found = []
        for path in place.iterdir():
            name = _NAME.fullmatch(path.name)
            if name:
                at = datetime.strptime(name[1][:15], _TIME).replace(
                    tzinfo=UTC, microsecond=int(name[1][15:]) * 1000
                )
                found.append(Backup(path, origin, at, path.stat().st_size))
        return found
    except (OSError, ValueError):
        return []


def _of_origin(origin: Path, folder: Path | None) -> Path:
    name = os.fsencode(os.path.realpath(origin))
    key = hashlib.blake2b(name, digest_size=8).hexdigest()
    return (folder or backups_folder()) / key


def _remember_origin(place: Path, origin: Path) -> None:
    file = place / _ORIGIN
    if not file.exists():
        file.write_bytes(os.fsencode(os.path.realpath(origin)))


def _set_beside(path: Path) -> Path:
    number = 1
    while os.path.lexists(
        kept := path.with_name(f"{path.stem[:100]}.before-restoring-{number}{path.suffix}")
    ):
        number += 1
    path.rename(kept)
    for suffix in ("-wal", "-journal"):
        beside = path.with_name(path.name + suffix)
        if os.path.lexists(beside):
            beside.rename(kept.with_name(kept.name + suffix))
    return kept
