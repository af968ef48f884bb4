"""What the files are called that all translations of a review are written to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from reviewer.reports.file_names import fitting

if TYPE_CHECKING:
    from reviewer.review import TranslationInfo


def export_names(translations: Sequence[TranslationInfo]) -> dict[int, str]:
    """A file name for each translation, by its number: no two the same on any system."""
    names: dict[int, str] = {}
    for info in translations:
        old = PureWindowsPath(info.path)
        name = fitting(old.stem, f".reviewed{old.suffix}")
        taken = {other.casefold() for other in names.values()}
        number = 1
        while name.casefold() in taken:
            again = info.language if number == 1 else f"{info.language}-{number}"
            name = fitting(old.stem, f".{again}.reviewed{old.suffix}")
            number += 1
        names[info.id] = name
    return names
