"""Changes of a profile that were not saved when the program was ended from outside."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from reviewer.folders import data_folder
from reviewer.formats.atomic import write_text
from reviewer.formats.file_bytes import only_file


@dataclass(frozen=True)
class DraftTerm:
    """A term that was to go into a glossary."""

    glossary: str
    languages: tuple[str, str]
    words: tuple[str, str]


@dataclass(frozen=True)
class Draft:
    """The text that would have been written, and the terms of glossaries."""

    text: str
    terms: tuple[DraftTerm, ...] = ()


def keep(path: Path, draft: Draft) -> None:
    """Keep what was changed of the profile at `path`. Raises ReviewerError or OSError."""
    file = _file_of(path)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_text(file, json.dumps(asdict(draft)))


def of(path: Path) -> Draft | None:
    """What was kept of the profile at `path`; None for nothing, or where it cannot be read."""
    try:
        said = json.loads(only_file(_file_of(path)).read_text("utf-8"))
        terms = (
            DraftTerm(str(one["glossary"]), _pair(one["languages"]), _pair(one["words"]))
            for one in said["terms"]
        )
        return Draft(str(said["text"]), tuple(terms))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def forget(path: Path) -> None:
    """It was saved, or is not wanted."""
    with suppress(OSError):
        _file_of(path).unlink()


def _pair(said: list[str]) -> tuple[str, str]:
    first, second = said
    return str(first), str(second)


def _file_of(path: Path) -> Path:
    name = os.fsencode(os.path.realpath(path))
    digest = hashlib.blake2b(name, digest_size=8).hexdigest()
    return data_folder() / "profile-drafts" / f"{digest}.json"
