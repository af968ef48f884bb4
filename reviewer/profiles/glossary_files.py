"""The glossaries of a profile to which terms can be added."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.profiles.editing import ProfileFile
from reviewer.profiles.reading import layers
from reviewer.terminology.writing import WRITTEN, add_term

_NEW = "terms.csv"


@dataclass(frozen=True, slots=True)
class GlossaryPlace:
    """A glossary that the profile in `profile` names, or is to name once it has a term; None for
    a file that belongs to no profile."""

    file: Path
    profile: Path | None = None


def places_for_terms(profile: Path) -> list[GlossaryPlace]:
    """The glossaries of a profile, and of those that it is based on, that can be written; where
    it names none itself, one that is to be made beside it. Raises ProfileError."""
    found = []
    if profile.exists():
        for layer in layers(profile):
            names = ProfileFile(layer.path).texts("glossaries")
            found += [
                GlossaryPlace(layer.path.parent / name, layer.path)
                for name in names
                if Path(name).suffix.lower() in WRITTEN
            ]
    if not any(one.profile == profile for one in found):
        found.insert(0, GlossaryPlace(own_glossary(profile), profile))
    return found


def own_glossary(profile: Path) -> Path:
    """The glossary that is made beside a profile that names none which can be written."""
    return profile.with_name(f"{profile.stem} {_NEW}")


def add_to(place: GlossaryPlace, languages: tuple[str, str], words: tuple[str, str]) -> bool:
    """Add a term, and let the profile name the glossary; whether anything was written. Raises as
    `add_term` and ProfileFile do."""
    written = add_term(place.file, languages, words)
    if place.profile is None:
        return written
    exists = place.profile.exists()
    file = ProfileFile(place.profile) if exists else ProfileFile.new(place.profile)
    if _names(file, place.file):
        return written
    name = Path(os.path.relpath(place.file, place.profile.parent)).as_posix()
    file.set_texts("glossaries", [*file.texts("glossaries"), name])
    file.save()
    return True


def _names(file: ProfileFile, glossary: Path) -> bool:
    names: Sequence[str] = file.texts("glossaries")
    return any((file.path.parent / name).resolve() == glossary.resolve() for name in names)
