"""Which packages are installed: ours, and read-only those of other Argos programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.formats.file_bytes import only_file
from reviewer.machine_translation.errors import PackageError
from reviewer.machine_translation.metadata import LARGEST, Metadata, newness, parse_metadata
from reviewer.machine_translation.package_folders import other_packages_folders, packages_folder
from reviewer.messages import message

TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""The files that a package's tokenizer may lie in; the first that is there is used."""


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A package folder. `ours` ones can be removed; `size` counts bytes on the disk.

    `problem` says in words why a folder cannot be used ("" when it can); its metadata is
    then empty.
    """

    folder: Path
    metadata: Metadata = field(default_factory=lambda: Metadata("", "", ""))
    size: int = 0
    ours: bool = True
    problem: str = ""

    @property
    def evidence(self) -> str:
        """How reports name what a back-translation was made with: "argos PACKAGE VERSION"."""
        return f"argos {self.metadata.name} {self.metadata.version}"


def installed_packages(
    own: Path | None = None, others: Iterable[Path] | None = None
) -> list[InstalledPackage]:
    """Every package folder, ours first; broken ones too, each with its problem.

    `own` and `others` are for packages that lie elsewhere than usual. A folder that cannot
    be read takes no other with it.
    """
    folders = [(own or packages_folder(), True)]
    folders += [(f, False) for f in (other_packages_folders() if others is None else others)]
    return [
        _read(entry, ours)
        for folder, ours in folders
        for entry in _entries(folder)
        if ours or (entry / "metadata.json").is_file()
    ]


def usable_packages(packages: Iterable[InstalledPackage]) -> list[InstalledPackage]:
    """One package for each pair of languages: the newest, ours before another program's."""
    best: dict[tuple[str, str], InstalledPackage] = {}
    for package in packages:
        if package.problem:
            continue
        other = best.get(package.metadata.pair)
        if other is None or _rank(package) > _rank(other):
            best[package.metadata.pair] = package
    return list(best.values())


def check_folder(folder: Path) -> Metadata:
    """The metadata of an unpacked package that has all it needs; else raises PackageError."""
    try:
        with only_file(folder / "metadata.json").open("rb") as file:
            metadata = parse_metadata(file.read(LARGEST + 1))
        model = folder / "model" / "model.bin"
        if not model.is_file() or model.stat().st_size == 0:
            raise PackageError(message("Its model is missing (model/model.bin)."))
        if not any((folder / name).is_file() for name in TOKENIZERS):
            raise PackageError(
                message("Its tokenizer is missing (sentencepiece.model or bpe.model).")
            )
    except OSError as error:
        raise PackageError(
            message("It cannot be read ({strerror}).", strerror=error.strerror)
        ) from error
    return metadata


def _rank(package: InstalledPackage) -> tuple[tuple[int, ...], bool]:
    return newness(package.metadata.version), package.ours


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(
            entry for entry in folder.iterdir() if entry.is_dir() and entry.name[0] != "."
        )
    except OSError:
        return []


def _read(folder: Path, ours: bool) -> InstalledPackage:
    try:
        return InstalledPackage(folder, check_folder(folder), _size(folder), ours)
    except PackageError as error:
        return InstalledPackage(folder, size=_size(folder), ours=ours, problem=str(error))


def _size(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return total
