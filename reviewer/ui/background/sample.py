"""The sample: its documents, where its review is kept, and the toy packages that it comes with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from reviewer.domain import Document
from reviewer.ui.look import resources
from reviewer.wording import tr


def review_path() -> Path:
    """Where the review of the sample is kept."""
    from reviewer.folders import data_folder

    return data_folder() / "Sample.review"


def name_of(path: Path) -> str:
    """What a review is called in the window: as its file, the sample in the window's language."""
    return tr("Sample") if path == review_path() else path.stem


def documents() -> tuple[Document, list[Document]]:
    """The source and the translations."""
    from reviewer import formats

    folder = resources.folder() / "sample"
    described = json.loads((folder / "sample.json").read_text("utf-8"))

    def read(entry: dict[str, str]) -> Document:
        return replace(formats.read(folder / entry["path"]), language=entry["language"])

    return read(described["source"]), [read(entry) for entry in described["translations"]]


def translator() -> Any:
    """A translator with the toy packages, which are installed beside the review at first.

    They stay out of the user's own packages: they have learnt the sample and nothing else.
    """
    from reviewer.machine_translation.sample import sample_packages
    from reviewer.machine_translation.translator import Translator

    files = sorted((resources.folder() / "packages").glob("*.argosmodel"))
    return Translator(packages=sample_packages(files))
