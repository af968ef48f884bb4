"""The sample: its documents, where its review is kept, and the toy packages that it comes with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from reviewer.domain import Document
from reviewer.ui import resources


def review_path() -> Path:
    """Where the review of the sample is kept."""
    from reviewer.machine_translation.places import data_folder

    return data_folder() / "Sample.review"


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
    from reviewer.machine_translation.install import install
    from reviewer.machine_translation.packages import installed_packages
    from reviewer.machine_translation.translator import Translator

    own = review_path().with_name("sample-packages")
    files = sorted((resources.folder() / "packages").glob("*.argosmodel"))
    there = {package.folder.name for package in installed_packages(own, ()) if not package.problem}
    for file in files:
        if file.stem not in there:
            install(file, own=own)
    return Translator(packages=installed_packages(own, ()))
