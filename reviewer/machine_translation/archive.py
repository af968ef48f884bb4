"""What is in a .argosmodel file, checked before a single byte of it is written."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar
from zlib import error as zlib_error

from reviewer.machine_translation.encoder_metadata import EncoderMetadata, parse_encoder
from reviewer.machine_translation.errors import Cancelled, PackageError
from reviewer.machine_translation.metadata import LARGEST, Metadata, parse_metadata
from reviewer.machine_translation.packages import TOKENIZERS
from reviewer.messages import message

M = TypeVar("M")

MOST_MEMBERS = 5_000
MOST_BYTES = 4_000_000_000
"""Unpacked. Argos's largest packages have some hundred million."""
MOST_COMPRESSED = 60
"""Unpacked bytes for each byte of the file. Models hardly compress at all; word lists and
the zeros in a young model do, tenfold at most."""

_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]')
_USED = re.compile(
    r"metadata\.json|(README|LICEN[CS]E|COPYING|NOTICE)[\w.-]*|sentencepiece\.model|bpe\.model"
    r"|model/[^/]+"
)
_USED_BY_ENCODER = re.compile(
    r"metadata\.json|(README|LICEN[CS]E|COPYING|NOTICE)[\w.-]*|sentencepiece\.model|vocab\.txt"
    r"|model/[^/]+"
)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Contents(Generic[M]):
    """A sound archive: the folder it holds, what the package says of itself, what to unpack.

    Members that we never read (the sentence splitters of older packages) are left out.
    """

    folder: str
    metadata: M
    members: tuple[str, ...]
    size: int


def inspect(path: Path) -> Contents[Metadata]:
    """Check the archive of a translation package at `path` without writing anything.

    Raises PackageError saying what is wrong with it: not a zip, no single top folder, a name
    that leads out of it or clashes with another, a link, an encrypted or overlapping member,
    too large or too strongly compressed, a required file missing, unusable metadata.
    """
    return _inspected(path, _translation)


def inspect_encoder(path: Path) -> Contents[EncoderMetadata]:
    """The same for the archive of a sentence encoder."""
    return _inspected(path, _encoder)


def _inspected(path: Path, read: Callable[[zipfile.ZipFile, str], Contents[M]]) -> Contents[M]:
    try:
        # Opening a pipe or a device may wait for ever.
        if path.exists() and not path.is_file():
            raise PackageError(message("It is not a file. Choose a .argosmodel file."))
        with zipfile.ZipFile(path) as archive:
            return read(archive, _sound_folder(archive, path.stat().st_size))
    except FileNotFoundError as error:
        raise PackageError(message("There is no file {path}.", path=path)) from error
    except (zipfile.BadZipFile, zlib_error, EOFError, NotImplementedError) as error:
        raise PackageError(
            message(
                "{path} is not a whole package file: it is damaged or only partly "
                "downloaded. Please fetch it again.",
                path=path.name,
            )
        ) from error
    except OSError as error:
        raise PackageError(
            message("{path} cannot be read ({value}).", path=path, value=error.strerror or error)
        ) from error
    except PackageError as error:
        raise PackageError(
            message("{path} cannot be installed. {error}", path=path.name, error=error)
        ) from error


def unpack(
    path: Path,
    contents: Contents[Any],
    folder: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the members that are used into `folder` (new), which stands for the top folder.

    `progress` gets bytes done and in all. Raises PackageError when the archive does not hold
    what `inspect` saw, Cancelled when asked to; OSError passes through.
    """
    done = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for name in contents.members:
                place = folder / PurePosixPath(name).relative_to(contents.folder)
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as member, place.open("xb") as file:
                    while chunk := member.read(_CHUNK):
                        if cancelled and cancelled():
                            raise Cancelled
                        done += len(chunk)
                        if done > contents.size:
                            raise PackageError(
                                message("{path} holds more than it says.", path=path.name)
                            )
                        file.write(chunk)
                        if progress:
                            progress(done, contents.size)
    except (zipfile.BadZipFile, zlib_error, EOFError) as error:
        raise PackageError(
            message(
                "{path} is damaged: a checksum is wrong. Please fetch it again.", path=path.name
            )
        ) from error


def _sound_folder(archive: zipfile.ZipFile, packed: int) -> str:
    """The one folder at the top of an archive that is safe to unpack."""
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise PackageError(
            message("It holds {entries} files, which no package does.", entries=len(entries))
        )
    total = sum(entry.file_size for entry in entries)
    if total > MOST_BYTES:
        raise PackageError(message("Unpacked it would take {size} GB.", size=round(total / 1e9)))
    if total > MOST_COMPRESSED * packed:
        raise PackageError(message("It unpacks to far more than a package of its size can hold."))
    if sum(entry.compress_size for entry in entries) > packed:
        raise PackageError(message("Its members overlap."))
    for entry in entries:
        _check_entry(entry)
    _check_clashes(entries)
    tops = {entry.filename.split("/")[0] for entry in entries}
    if len(tops) != 1:
        raise PackageError(message("It does not hold exactly one folder."))
    top = tops.pop()
    if not _FOLDER.fullmatch(top) or top.endswith("."):
        raise PackageError(message("Its folder has an unusable name: {name}.", name=repr(top)))
    return top


def _translation(archive: zipfile.ZipFile, top: str) -> Contents[Metadata]:
    used, names = _used(archive, top, _USED, ("metadata.json", "model/model.bin"))
    if names.isdisjoint(TOKENIZERS):
        raise PackageError(message("It lacks a tokenizer (sentencepiece.model or bpe.model)."))
    if not any("vocabulary" in name for name in names):
        raise PackageError(message("It lacks a vocabulary (model/shared_vocabulary or the like)."))
    metadata = parse_metadata(archive.read(f"{top}/metadata.json"))
    return _contents(top, metadata, used)


def _encoder(archive: zipfile.ZipFile, top: str) -> Contents[EncoderMetadata]:
    required = ("metadata.json", "model/model.bin", "model/config.json")
    used, names = _used(archive, top, _USED_BY_ENCODER, required)
    if names.isdisjoint(("sentencepiece.model", "vocab.txt")):
        raise PackageError(message("It lacks a tokenizer (sentencepiece.model or vocab.txt)."))
    metadata = parse_encoder(archive.read(f"{top}/metadata.json"))
    return _contents(top, metadata, used)


def _used(
    archive: zipfile.ZipFile, top: str, pattern: re.Pattern[str], required: Sequence[str]
) -> tuple[list[zipfile.ZipInfo], set[str]]:
    """The members that are used, and their names within the folder."""
    used = [
        entry
        for entry in archive.infolist()
        if not entry.is_dir() and pattern.fullmatch(entry.filename[len(top) + 1 :])
    ]
    names = {entry.filename[len(top) + 1 :] for entry in used}
    for name in required:
        if name not in names:
            raise PackageError(message("It lacks {required}.", required=name))
    if archive.getinfo(f"{top}/metadata.json").file_size > LARGEST:
        raise PackageError(message("Its metadata.json is far too large for one."))
    return used, names


def _contents(top: str, metadata: M, used: Sequence[zipfile.ZipInfo]) -> Contents[M]:
    return Contents(
        top,
        metadata,
        tuple(entry.filename for entry in used),
        sum(entry.file_size for entry in used),
    )


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    parts = name.rstrip("/").split("/")
    if (
        _FORBIDDEN.search(name)
        or name != entry.filename
        or len(name) > 250
        or any(part in ("", ".", "..") or part.endswith((" ", ".")) for part in parts)
        or any(_RESERVED.fullmatch(part) for part in parts)
    ):
        raise PackageError(
            message("It holds a file with an unsafe name: {name}.", name=repr(name[:80]))
        )
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or (kind == stat.S_IFDIR) > entry.is_dir():
        raise PackageError(
            message("It holds a link or a special file: {name}.", name=repr(name[:80]))
        )
    if entry.flag_bits & 0x1:
        raise PackageError(message("It is protected by a password."))


def _check_clashes(entries: list[zipfile.ZipInfo]) -> None:
    # Two names that some file system takes for one would overwrite each other.
    files: set[str] = set()
    folders: set[str] = set()
    for entry in entries:
        name = unicodedata.normalize("NFC", entry.filename.rstrip("/")).casefold()
        if not entry.is_dir():
            if name in files:
                raise PackageError(
                    message("It holds {name} twice.", name=repr(entry.filename[:80]))
                )
            files.add(name)
        else:
            folders.add(name)
        folders.update(parent.as_posix() for parent in PurePosixPath(name).parents)
    if not files.isdisjoint(folders):
        raise PackageError(message("It holds a file and a folder of the same name."))
