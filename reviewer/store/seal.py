"""What proves that a closed review is as it was left: a digest of the file inside the file.

The table `seal` has one row with a blob that SQLite itself never changes. Between sessions
it holds a digest of every other byte of the file; while the review is open it says so.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.store.open_file import OpenFile

MAGIC = b"\x00ReviewerSeal\x01\x02\x00"
SIZE = 1024
"""Bytes of the blob. It must fit into one page of the table."""

_DIGEST = 32
_REST = SIZE - len(MAGIC) - _DIGEST
_HEADER = 100
_CHUNK = 1 << 20  # a multiple of every page size: the blob never lies across two


@dataclass(frozen=True)
class Session:
    """Who has, or had, the review open, and where its file was then.

    `log` is the mark of the log that was begun last (`wal.mark_of`); "" before that.
    """

    token: str
    name: str
    device: int
    inode: int
    log: str = ""


@dataclass(frozen=True)
class Seal:
    """What the file says of itself.

    `whole`: it was closed and every byte is as it was then. `broken`: it was closed and is
    another one now. Otherwise it is open, or was not closed (`session`).
    """

    offset: int
    whole: bool
    broken: bool
    session: Session | None


def blank() -> bytes:
    """The blob of a review that was never closed."""
    return MAGIC + bytes(SIZE - len(MAGIC))


def read(file: OpenFile) -> Seal | None:
    """The seal of a file, compared with its bytes; None when it has none."""
    offset = _offset(file)
    if offset is None:
        return None
    mark = file.read(SIZE, offset)
    digest, rest = mark[len(MAGIC) :][:_DIGEST], mark[len(MAGIC) + _DIGEST :]
    closed = any(digest)
    whole = closed and not any(rest) and digest == _digest(file, offset)
    return Seal(offset, whole, closed and not whole, None if closed else _session(rest))


def is_closed(file: OpenFile) -> bool:
    """Whether a file says that it was closed; whether it is as it was then is not looked at."""
    offset = _offset(file)
    return offset is not None and any(file.read(_DIGEST, offset + len(MAGIC)))


def open_seal(file: OpenFile, offset: int, session: Session) -> None:
    """Say in the file that it is open."""
    said = json.dumps(astuple(session)).encode()
    if len(said) > _REST:
        said = json.dumps(astuple(replace(session, name=""))).encode()
    file.write(MAGIC + bytes(_DIGEST) + said.ljust(_REST, b"\0"), offset)


def close_seal(file: OpenFile) -> None:
    """Seal a file that nothing else has open; one without a seal stays without."""
    offset = _offset(file)
    if offset is not None:
        file.write(MAGIC + _digest(file, offset) + bytes(_REST), offset)


def digest_of(file: OpenFile) -> bytes:
    """A short digest of what the file holds: without its header and its seal."""
    offset = _offset(file)
    digest = hashlib.blake2b(digest_size=8)
    skipped = (_HEADER, file.size()) if offset is None else (_HEADER, offset)
    _feed(file, digest, *skipped)
    if offset is not None:
        _feed(file, digest, offset + SIZE, file.size())
    return digest.digest()


def _offset(file: OpenFile) -> int | None:
    for start in range(0, file.size(), _CHUNK):
        chunk = file.read(_CHUNK, start)
        at = chunk.find(MAGIC)
        if at >= 0:
            return start + at if len(chunk) >= at + SIZE else None
    return None


def _digest(file: OpenFile, offset: int) -> bytes:
    digest = hashlib.blake2b(digest_size=_DIGEST)
    _feed(file, digest, 0, offset)
    _feed(file, digest, offset + SIZE, file.size())
    return digest.digest()


def _feed(file: OpenFile, digest: hashlib.blake2b, begin: int, end: int) -> None:
    for start in range(begin, end, _CHUNK):
        digest.update(file.read(min(_CHUNK, end - start), start))


def _session(rest: bytes) -> Session | None:
    try:
        said: Any = json.loads(rest.rstrip(b"\0"))
        token, name, device, inode, *log = said  # there was no mark of the log at first
        return Session(str(token), str(name), int(device), int(inode), *map(str, log))
    except (ValueError, TypeError, RecursionError):
        return None
