"""Copies of reviews that the program keeps by itself in the user's data folder.

One is made when a review is opened and whenever much was done in it; old ones are thinned
out, as Anki and other programs with one precious file do.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.formats.atomic import make_durable
from reviewer.formats.file_bytes import only_file
from reviewer.formats.unfinished import unfinished
from reviewer.messages import Message, message, plural
from reviewer.store.errors import (
    DamagedReview,
    ReadOnlyPlace,
    ReviewMissing,
    StoreError,
    told_plainly,
)
from reviewer.store.new_file import new_and_empty
from reviewer.store.open_file import OpenFile
from reviewer.store.seal import close_seal, digest_of, is_closed, read

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
LAST = "last.json"
"""Beside the backups of a review: how it was closed last (`last_state`)."""

_LOGS = ("-wal", "-journal")
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
    place = folder_of(origin, folder)
    with _told(message("The folder {folder} of the backups cannot be written", folder=place)):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remember_origin(place, origin)
        mark = digest_of(file).hex()
        now = datetime.now(UTC)
        kept = _newest_first(_in(place), now)
        if kept and kept[0].path.name.endswith(f"-{mark}.review"):
            return kept[0].path
        name = f"{now.strftime(_TIME)}{now.microsecond // 1000:03d}Z-{mark}.review"
        building = unfinished(place / name, "review.new")
        descriptor = os.open(building, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as copy:
            for start in range(0, file.size(), _CHUNK):
                copy.write(file.read(_CHUNK, start))
            copy.flush()
            os.fsync(descriptor)
        if not is_closed(file):
            copied = OpenFile(building)
            try:
                close_seal(copied)
            finally:
                copied.close()
        building.replace(place / name)
        _thin_out(place, now, place / name)
        return place / name


def of(origin: Path, folder: Path | None = None) -> list[Backup]:
    """The backups of the review at `origin`, the newest first. Raises StoreError."""
    place = folder_of(origin, folder)
    with _told(message("The folder {folder} of the backups cannot be read", folder=place)):
        return _newest_first(_in(place), datetime.now(UTC))


def known_of(origin: Path) -> list[Backup]:
    """As `of`, and none where nobody can tell."""
    try:
        return of(origin)
    except StoreError:
        return []


def every(folder: Path | None = None) -> list[Backup]:
    """All backups of all reviews, the newest first. Raises StoreError."""
    root = folder or backups_folder()
    found: list[Backup] = []
    with (
        _told(message("The folder {folder} of the backups cannot be read", folder=root)),
        contextlib.suppress(FileNotFoundError),
    ):
        for place in root.iterdir():
            found += _in(place)
    return _newest_first(found, datetime.now(UTC))


def forget(origin: Path) -> None:
    """Remove the backups of a review that was made for a moment only."""
    shutil.rmtree(folder_of(origin, None), ignore_errors=True)


def restore(backup: Path, target: Path) -> Path | None:
    """Put a backup at `target`. A file that is there is kept beside; returns where.

    Raises ReviewInUse when the review at `target` is open, ReviewMissing, ReadOnlyPlace or another
    StoreError.
    """
    with _told(message("The backup {backup} cannot be read", backup=backup)):
        if not backup.is_file():
            raise ReviewMissing(message("There is no backup {backup}.", backup=backup))
        backup.open("rb").close()
    try:
        return _restored(backup, target)
    except ReadOnlyPlace as error:
        raise ReadOnlyPlace(
            message(
                "{path} cannot be written: the disk, the folder or the file is read-only. Put the "
                "backup at another place (on the command line: --to FILE).",
                path=target,
            )
        ) from error


def _restored(backup: Path, target: Path) -> Path | None:
    with told_plainly(target):
        held = OpenFile(target) if target.exists() else None
        try:
            building = unfinished(target, "review.new")
            try:
                _copied_whole(backup, building)
                if held and sys.platform == "win32":  # where no open file can be renamed
                    held.close()
                # Before, since the program may end at any moment: it is no older state that
                # nobody has asked for.
                with contextlib.suppress(OSError):
                    (folder_of(target) / LAST).unlink()
                kept = _put_for(building, target) if held else None
                if not held:
                    building.replace(target)
            finally:
                building.unlink(missing_ok=True)
            return kept
        finally:
            if held:
                held.close()


def words_for(origin: Path) -> str:
    """What to say of the newest backup of a review that cannot be used; "" without one."""
    found = known_of(origin)
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


def _newest_first(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """In the order of their times. What says that it will be made comes last: the clock was wrong
    then, and would hide all backups that are made until that time."""
    return sorted(backups, key=lambda one: (one.at <= now, one.at), reverse=True)


def _thin_out(place: Path, now: datetime, made: Path) -> None:
    for backup in thinned(_newest_first(_in(place), now), now):
        if backup.path != made:
            with contextlib.suppress(OSError):
                backup.path.unlink()


@contextlib.contextmanager
def _told(what: Message) -> Iterator[None]:
    """Turn an error of the system into a StoreError that says `what` and why."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            message("{what}: {why}.", what=what, why=error.strerror or error)
        ) from error


def _in(place: Path) -> list[Backup]:
    """The backups in a folder; none where there is none, or another's. Raises OSError."""
    try:
        origin = Path(os.fsdecode(only_file(place / _ORIGIN).read_bytes()))
        found = []
        for path in place.iterdir():
            name = _NAME.fullmatch(path.name)
            if name:
                at = datetime.strptime(name[1][:15], _TIME).replace(
                    tzinfo=UTC, microsecond=int(name[1][15:]) * 1000
                )
                found.append(Backup(path, origin, at, path.stat().st_size))
        return found
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return []


def folder_of(origin: Path, folder: Path | None = None) -> Path:
    """Where the backups of the review at `origin` lie; it need not exist."""
    name = os.fsencode(os.path.realpath(origin))
    key = hashlib.blake2b(name, digest_size=8).hexdigest()
    return (folder or backups_folder()) / key


def _remember_origin(place: Path, origin: Path) -> None:
    file = place / _ORIGIN
    if not file.exists():
        file.write_bytes(os.fsencode(os.path.realpath(origin)))


def _copied_whole(backup: Path, path: Path) -> None:
    """Copy a backup. Raises DamagedReview when it is not as it was made any more."""
    new_and_empty(path)
    with backup.open("rb") as content, path.open("wb") as copy:
        shutil.copyfileobj(content, copy)
        copy.flush()
        os.fsync(copy.fileno())
    copied = OpenFile(path)
    try:
        mark = read(copied)
    finally:
        copied.close()
    if mark is None or not mark.whole:
        raise DamagedReview(
            message(
                "The backup {backup} has been damaged since it was made. Choose another one. "
                "Nothing was changed.",
                backup=backup,
            )
        )


def _put_for(building: Path, path: Path) -> Path:
    """Put a file in the place of another one, which is kept beside; returns where."""
    names = (
        path.with_name(f"{path.stem[:100]}.before-restoring-{number}{path.suffix}")
        for number in itertools.count(1)
    )
    kept = next(
        one
        for one in names
        if not any(os.path.lexists(f"{one}{suffix}") for suffix in ("", *_LOGS))
    )
    logs = [one for suffix in _LOGS if os.path.lexists(one := Path(f"{path}{suffix}"))]
    kept_logs = [Path(f"{kept}{one.name.removeprefix(path.name)}") for one in logs]
    made: list[Path] = []
    try:
        # The path leads to a whole review, with its log beside it, at every moment.
        for one, other in zip(logs, kept_logs, strict=True):
            made.append(other)
            _twice(one, other)
        if _linked(path, kept):
            made.append(kept)
            building.replace(path)
        else:
            path.rename(kept)
            try:
                building.replace(path)
            except BaseException:
                kept.rename(path)
                raise
    except BaseException:
        for one in made if path.exists() else ():
            one.unlink(missing_ok=True)
        raise
    for one in logs:
        with contextlib.suppress(OSError):
            one.unlink()
    make_durable(path.parent)
    return kept


def _twice(log: Path, beside: Path) -> None:
    """Have a log at another place as well."""
    if not _linked(log, beside) and log.is_file():
        shutil.copyfile(log, beside)


def _linked(one: Path, other: Path) -> bool:
    try:
        os.link(one, other)
    except OSError:
        return False
    return True
