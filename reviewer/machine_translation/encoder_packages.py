"""Encoder packages that a user has installed: where they lie, and what each must hold."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.formats.file_bytes import only_file
from reviewer.machine_translation.archive import inspect_encoder, unpack
from reviewer.machine_translation.encoder_metadata import (
    EncoderMetadata,
    is_encoder,
    parse_encoder,
)
from reviewer.machine_translation.errors import Cancelled, PackageError
from reviewer.machine_translation.metadata import LARGEST
from reviewer.messages import message

PIECES, WORDS = "sentencepiece.model", "vocab.txt"
"""The files that its tokenizer may lie in: SentencePiece's pieces or BERT's words."""

FILES = ("metadata.json", PIECES, WORDS)
_MODEL = ("model.bin", "config.json")
_SERVED = "served.json"
_INCOMING = ".incoming-"

Trial = Callable[[Path, EncoderMetadata], tuple[str, ...]]
"""Tries an unpacked encoder and gives the languages that it turned out to know."""


@dataclass(frozen=True, slots=True)
class InstalledEncoder:
    """A package folder. `languages` are those that its trial found it to know, `size` counts bytes
    on the disk; `problem` says in words why it cannot be used ("" when it can)."""

    folder: Path
    metadata: EncoderMetadata = field(default_factory=lambda: EncoderMetadata("", "", ()))
    languages: frozenset[str] = frozenset()
    size: int = 0
    problem: str = ""

    @property
    def ours(self) -> bool:
        """Whether it can be removed: no other program installs any."""
        return True

    @property
    def evidence(self) -> str:
        """How reports name it: "encoder NAME VERSION"."""
        return f"encoder {self.metadata.name} {self.metadata.version}"


def encoders_folder() -> Path:
    """The one folder that encoders are installed in."""
    return data_folder() / "encoders"


def installed_encoders(own: Path | None = None) -> list[InstalledEncoder]:
    """All that are installed, by name; broken ones too, each with its problem."""
    try:
        entries = sorted(
            entry
            for entry in (own or encoders_folder()).iterdir()
            if entry.is_dir() and entry.name[0] != "."
        )
    except OSError:
        return []
    return [_read(entry) for entry in entries]


def check_encoder_folder(folder: Path) -> EncoderMetadata:
    """The metadata of an unpacked encoder that has all it needs; else raises PackageError."""
    try:
        with only_file(folder / "metadata.json").open("rb") as file:
            metadata = parse_encoder(file.read(LARGEST + 1))
    except OSError as error:
        raise PackageError(
            message("It cannot be read ({strerror}).", strerror=error.strerror)
        ) from error
    for name in _MODEL:
        if not (folder / "model" / name).is_file():
            raise PackageError(message("It lacks {required}.", required=f"model/{name}"))
    if not any((folder / name).is_file() for name in (PIECES, WORDS)):
        raise PackageError(message("It lacks a tokenizer (sentencepiece.model or vocab.txt)."))
    return metadata


def holds_encoder(path: Path) -> bool:
    """Whether a file or folder that is to be installed is an encoder's."""
    try:
        metadata = path / "metadata.json"
        if not path.is_file() and not metadata.is_file():
            return False  # a pipe or a device would be waited for, or never end
        if path.is_dir():
            with metadata.open("rb") as file:
                return is_encoder(file.read(LARGEST + 1))
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.count("/") == 1 and name.endswith("/metadata.json"):
                    with archive.open(name) as member:
                        return is_encoder(member.read(LARGEST + 1))
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        pass  # installing it as a translation package says what is wrong with it
    return False


def install_encoder(
    path: Path,
    *,
    trial: Trial | None = None,
    own: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> InstalledEncoder:
    """Install an encoder from a zip file or from the folder that such a file would hold.

    It takes the place of one of the same name. `trial` is by default that of
    `encoder_trial.known_languages`. Raises PackageError, EngineError or Cancelled; then nothing
    is changed.
    """
    folder = own or encoders_folder()
    contents = None if path.is_dir() else inspect_encoder(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_INCOMING, dir=folder) as incoming:
            unpacked = Path(incoming) / "package"
            unpacked.mkdir()
            if contents:
                unpack(path, contents, unpacked, progress=progress, cancelled=cancelled)
            else:
                _copy(path, unpacked, progress, cancelled)
            metadata = check_encoder_folder(unpacked)
            known = (trial or _tried)(unpacked, metadata)
            if len(known) < 2:
                raise PackageError(
                    message(
                        "{path} cannot be installed. The encoder was tried and does not bring "
                        "together what means the same in its languages. Is its metadata right?",
                        path=path.name,
                    )
                )
            (unpacked / _SERVED).write_text(json.dumps({"languages": known}), "utf-8")
            place = folder / metadata.name
            if place.exists():
                place.rename(Path(incoming) / "before")
            unpacked.rename(place)
    except OSError as error:
        raise PackageError(
            message(
                "The package cannot be written to {folder} ({error}). "
                "Please check the folder's permissions.",
                folder=folder,
                error=error.strerror or error,
            )
        ) from error
    return _read(place)


def remove_encoder(encoder: InstalledEncoder) -> None:
    """Remove an installed encoder. Raises PackageError where that cannot be done."""
    try:
        aside = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=encoder.folder.parent))
        encoder.folder.rename(aside / "gone")
        shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise PackageError(
            message(
                "{folder} cannot be removed ({strerror}). Close other windows that use "
                "it and try again.",
                folder=encoder.folder.name,
                strerror=error.strerror,
            )
        ) from error


def _tried(folder: Path, metadata: EncoderMetadata) -> tuple[str, ...]:
    from reviewer.machine_translation.encoder_trial import known_languages

    return known_languages(folder, metadata)


def _copy(
    path: Path,
    into: Path,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    found = [path / name for name in FILES]
    if (path / "model").is_dir():
        found += sorted((path / "model").iterdir())
    files = [file for file in found if file.is_file()]
    total, done = sum(file.stat().st_size for file in files), 0
    for file in files:
        if cancelled and cancelled():
            raise Cancelled
        place = into / file.relative_to(path)
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, place)
        done += file.stat().st_size
        if progress:
            progress(done, total)


def _read(folder: Path) -> InstalledEncoder:
    try:
        metadata = check_encoder_folder(folder)
        served = json.loads(only_file(folder / _SERVED).read_text("utf-8"))["languages"]
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        return InstalledEncoder(folder, metadata, frozenset(map(str, served)), size)
    except PackageError as error:
        return InstalledEncoder(folder, problem=str(error))
    except (OSError, ValueError, KeyError, TypeError):
        return InstalledEncoder(folder, problem="It was not tried out. Please install it again.")
