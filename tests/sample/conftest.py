"""The sample's files, what is planted in them, and the sample analysed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from reviewer.domain import BackTranslation, Document
from reviewer.machine_translation.install import install
from reviewer.machine_translation.translator import Translator

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "sample"
PACKAGES = RESOURCES / "packages"


@dataclass(frozen=True)
class Sample:
    """The documents in the order of sample.json, and what planted.json says of them."""

    source: Document
    translations: list[Document]
    planted: list[dict[str, str]]
    moved: list[dict[str, Any]]


@dataclass(frozen=True)
class Analysed:
    analysis: Analysis
    back_translations: dict[str, dict[str, BackTranslation]]
    """Language -> a sentence of the translation -> its back-translation."""


@pytest.fixture(scope="session")
def sample() -> Sample:
    listing = json.loads((SAMPLE / "sample.json").read_text("utf-8"))
    errors = json.loads((SAMPLE / "planted.json").read_text("utf-8"))
    source, *translations = [
        replace(formats.read(SAMPLE / entry["path"]), language=entry["language"])
        for entry in (listing["source"], *listing["translations"])
    ]
    return Sample(source, translations, errors["planted"], errors["moved"])


@pytest.fixture(scope="session")
def toy_translator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Translator]:
    """A translator that has the toy packages installed, and nothing else."""
    own = tmp_path_factory.mktemp("packages")
    packages = [install(path, own=own) for path in sorted(PACKAGES.glob("*.argosmodel"))]
    translator = Translator(packages=packages)
    yield translator
    translator.close()


@pytest.fixture(scope="session", params=["with the toy packages", "without a package"])
def analysed(request: pytest.FixtureRequest, sample: Sample) -> Analysed:
    translator = None
    if request.param == "with the toy packages":
        translator = request.getfixturevalue("toy_translator")
    analysis = analyse(sample.source, sample.translations, translator=translator)
    back = {
        part.side.language: {
            part.side.segments[index].text: translation
            for index, translation in part.back_translations.items()
        }
        for part in analysis.translations
    }
    return Analysed(analysis, back)
