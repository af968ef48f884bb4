"""What lies in a write-ahead log, looked at before SQLite takes it in.

SQLite stops reading at the first frame whose checksum is wrong and says nothing of what
comes after it. See https://www.sqlite.org/fileformat.html#the_write_ahead_log.
"""

from __future__ import annotations

import os
import stat
import struct
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_MAGIC = 0x377F0682
_VERSION = 3007000


@dataclass(frozen=True)
class Log:
    """A log: how much of it can be read, and what it holds behind that.

    `lost` is how many transactions were written behind the place where reading must stop:
    one that was not finished when the program ended is normal, more are damage.
    `readable` is False when not even its beginning makes sense.
    """

    size: int
    readable: bool
    commits: int
    lost: int


def read(path: Path) -> Log | None:
    """The log at `path`; None when there is no such file. Raises OSError."""
    if not os.path.lexists(path):
        return None
    if not is_file(path):
        return Log(1, False, 0, 0)
    data = path.read_bytes()
    head = _header(data[: _HEADER.size])
    if head is None:
        return Log(len(data), False, 0, 0)
    big, page, salt1, salt2, state = head
    commits = lost = 0
    good = True
    view = memoryview(data)
    step = _FRAME.size + page
    for at in range(_HEADER.size, len(data) - step + 1, step):
        number, pages, one, two, first, second = _FRAME.unpack_from(data, at)
        ours = (one, two) == (salt1, salt2)
        if good and ours and number:
            state = _checksum(bytes(view[at : at + 8]), big, *state)
            state = _checksum(bytes(view[at + _FRAME.size : at + step]), big, *state)
            good = state == (first, second)
        else:
            good = False
        if pages and good:
            commits += 1
        elif pages and ours:
            lost += 1
    return Log(len(data), True, commits, lost)


_MARK = slice(12, 24)


def mark_of(content: bytes) -> str:
    """What a log is known by: its first bytes say how often it was begun anew, and two numbers
    that are drawn for it."""
    return content[_MARK].hex() if _header(content[: _HEADER.size]) else ""


def follows(mark: str, before: str) -> bool:
    """Whether the log with one mark was begun anew after the one with the other."""
    return int(mark[8:16], 16) == (int(before[8:16], 16) + 1) & 0xFFFFFFFF


def mark_at(path: Path) -> str:
    """The same of the log at `path`; "" when it does not begin as one."""
    if not is_file(path):
        return ""
    with path.open("rb") as file:
        return mark_of(file.read(_HEADER.size))


def is_file(path: Path) -> bool:
    """Whether there is a regular file: opening a pipe may wait for ever."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def begins_well(path: Path) -> bool:
    """Whether SQLite would read anything of the log at `path`."""
    return mark_at(path) != ""


def _header(first: bytes) -> tuple[int, int, int, int, tuple[int, int]] | None:
    """Byte order, page size, both salts and the checksum so far."""
    if len(first) < _HEADER.size:
        return None
    magic, version, page, _, salt1, salt2, sum1, sum2 = _HEADER.unpack(first)
    big = magic & 1
    if magic & ~1 != _MAGIC or version != _VERSION or not 512 <= page <= 65536 or page & page - 1:
        return None
    state = _checksum(first[:24], big, 0, 0)
    return (big, page, salt1, salt2, state) if state == (sum1, sum2) else None


def _checksum(data: bytes, big: int, one: int, two: int) -> tuple[int, int]:
    words = struct.unpack(f"{'>' if big else '<'}{len(data) // 4}I", data)
    for index in range(0, len(words), 2):
        one = (one + words[index] + two) & 0xFFFFFFFF
        two = (two + words[index + 1] + one) & 0xFFFFFFFF
    return one, two


_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_SHORT = 512 + 2 * (65_536 + 8)
"""Bytes: the header of a journal and the one page that says whether a file has a log, twice."""

_INDEX = 32_768


def remove_of_an_opening(path: Path) -> None:
    """Remove what SQLite leaves beside `path` when it is ended while it lets the file have a log:
    the file has been found whole, and there is no step in these."""
    journal, index = (path.with_name(path.name + suffix) for suffix in ("-journal", "-shm"))
    if is_file(journal) and journal.stat().st_size <= _SHORT:
        head = journal.read_bytes()[: len(_JOURNAL)]
        if head in (b"", _JOURNAL, bytes(len(_JOURNAL))):
            journal.unlink()
    if is_file(index) and index.stat().st_size in (0, _INDEX):
        index.unlink()


def set_aside(path: Path, word: str) -> Path | None:
    """Rename a side file so that SQLite does not take it in; the new name, None without one."""
    if not os.path.lexists(path):
        return None
    number = 1
    while os.path.lexists(kept := path.with_name(f"{path.name}.{word}-{number}")):
        number += 1
    path.rename(kept)
    return kept
