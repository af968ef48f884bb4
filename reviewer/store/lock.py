"""A note beside an open review: who has it open, and how much was done in it."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reviewer.messages import Message, message, plural
from reviewer.store.beside import Beside
from reviewer.store.errors import CopyOnly, OpenElsewhere, told_plainly

_KIND = "Reviewer lock"
_SUFFIX = ".lock"
_MOST = 4096
_DIGITS = 20
_ALWAYS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | _ALWAYS
_OLD = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _ALWAYS


@dataclass(frozen=True)
class Note:
    """What a note says: the session that wrote it, whose it is, and how far it came.

    `acknowledged` is the number of the last operation that was in the file; `seen` is when
    that was noted last (seconds since 1970).
    """

    session: str
    computer: str
    user: str
    since: str
    acknowledged: int
    seen: float


class FileLock:
    """`NAME.lock` beside a review, for other computers and for after a crash.

    It keeps nobody out on this computer: `OpenFile` does. A file of that name that is not
    our note is never touched, and the review is then opened without one.
    """

    def __init__(self, path: Path, session: str = "", *, take_over: bool = False) -> None:
        """Leave a note beside `path`; `left` is the one that was there before.

        Raises OpenElsewhere when another computer left it, unless `take_over`; ReadOnlyPlace
        or DiskFull.
        """
        self._review, self._path = path, _beside(path)
        self._descriptor = -1
        self.left = read_note(path)
        if not take_over:
            refuse_other_computer(path, self.left)
        with told_plainly(path):
            if self.left:
                self._path.unlink(missing_ok=True)
            try:
                self._descriptor = os.open(self._path, _NEW, 0o600)
            except FileExistsError:
                return
            try:
                self._counted = os.write(self._descriptor, _words(session))
                self.acknowledge(self.left.acknowledged if self.left else 0)
            except BaseException:
                self.release()
                raise

    def acknowledge(self, number: int) -> None:
        """Note that operation `number` is in the file. Does not wait for the disk."""
        if self._descriptor < 0:
            return
        with contextlib.suppress(OSError):
            os.lseek(self._descriptor, self._counted, os.SEEK_SET)
            os.write(self._descriptor, f"{number:{_DIGITS}d}\n".encode())

    def release(self, *, leave: bool = False, beside: Beside | None = None) -> None:
        """Take the note away, or `leave` it for the next opening. A second call does nothing.

        `beside` are the files of its folder, whose name may have changed.
        """
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor < 0:
            return
        try:
            note = os.fstat(descriptor)
        finally:
            # An open file cannot be removed on Windows.
            os.close(descriptor)
        with contextlib.suppress(OSError):
            here = beside or Beside(self._review)
            try:
                if not leave and here.key(_SUFFIX) == (note.st_dev, note.st_ino):
                    here.remove(_SUFFIX)
            finally:
                if here is not beside:
                    here.close()


def read_note(path: Path) -> Note | None:
    """The note beside the review at `path`; None when there is none that is ours."""
    beside = _beside(path)
    try:
        if not stat.S_ISREG(beside.lstat().st_mode):
            return None
        descriptor = os.open(beside, _OLD)
        try:
            text = os.read(descriptor, _MOST)
            seen = os.fstat(descriptor).st_mtime
        finally:
            os.close(descriptor)
        first, number, *_ = text.decode("utf-8").split("\n")
        said = json.loads(first)
        if said["kind"] != _KIND:
            return None
        words = [str(said[name]) for name in ("session", "computer", "user", "since")]
        return Note(words[0], words[1], words[2], words[3], int(number), seen)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def refuse_other_computer(path: Path, note: Note | None) -> None:
    """Raise OpenElsewhere when a note is another computer's."""
    if note and note.computer != platform.node():
        raise _elsewhere(path, note)


def copy_only(path: Path, note: Note) -> CopyOnly:
    """The error for a review that cannot be written and has this note beside it."""
    return CopyOnly(
        message(
            "{path} cannot be written, and {lock} beside it says that it is open: {who}, since "
            "{since}. Open a copy, or copy it to a folder of your own and open it there. What was "
            "done since may be missing in it.",
            path=path,
            lock=_beside(path).name,
            who=_who(note),
            since=note.since,
        )
    )


def _beside(path: Path) -> Path:
    return path.with_name(path.name + _SUFFIX)


def _who(note: Note) -> str:
    if not note.user:
        return note.computer
    return message("{computer} (user {user})", computer=note.computer, user=note.user)


def _words(session: str) -> bytes:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    said = {
        "kind": _KIND,
        "session": session,
        "computer": platform.node(),
        "user": user,
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(said).encode() + b"\n"


def _elsewhere(path: Path, note: Note) -> OpenElsewhere:
    return OpenElsewhere(
        message(
            "{path} is open on another computer, {who}, since {since}; its last change was "
            "{ago}. Close it there first. If that computer does not have it open any more, "
            "open it anyway, or delete {lock}.",
            path=path,
            who=_who(note),
            since=note.since,
            ago=_ago(note.seen),
            lock=_beside(path).name,
        )
    )


def _ago(seen: float) -> Message:
    minutes = max(0, int(datetime.now(UTC).timestamp() - seen) // 60)
    if minutes >= 24 * 60:
        return plural("{n} day ago", "{n} days ago", minutes // (24 * 60))
    if minutes >= 60:
        return plural("{n} hour ago", "{n} hours ago", minutes // 60)
    if minutes:
        return plural("{n} minute ago", "{n} minutes ago", minutes)
    return message("less than a minute ago")
