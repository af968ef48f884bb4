"""The toy packages are small, say what they are, and translate the sample back."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from rapidfuzz.fuzz import ratio

from reviewer.machine_translation.translator import Translator

from .conftest import PACKAGES, Analysed, Sample

FILES = sorted(PACKAGES.glob("*.argosmodel"))


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_is_one_for_every_translation_but_the_vietnamese() -> None:
    assert [path.name for path in FILES] == [
        f"translate-{language}_en-toy.argosmodel" for language in ("ar", "de", "id", "uk")
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_package_is_built_as_argos_builds_them(path: Path) -> None:
    contents = members(path)
    assert {name.split("/")[0] for name in contents} == {path.stem}
    inside = {name.split("/", 1)[1] for name in contents}
    assert {"metadata.json", "README.md", "model/model.bin", "model/config.json"} <= inside
    assert len(inside & {"sentencepiece.model", "bpe.model"}) == 1
    assert path.stat().st_size < 2_000_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_package_says_that_it_is_a_toy(path: Path) -> None:
    contents = members(path)
    metadata = json.loads(contents[f"{path.stem}/metadata.json"])
    assert "toy" in metadata["package_version"]
    assert "(toy)" in metadata["from_name"]
    assert "no translator" in contents[f"{path.stem}/README.md"].decode()


def test_both_kinds_of_tokenizer_are_there() -> None:
    kinds = {name.rsplit("/", 1)[1] for path in FILES for name in members(path)}
    assert {"sentencepiece.model", "bpe.model"} <= kinds


def test_a_sentence_of_the_sample_comes_back_in_english(toy_translator: Translator) -> None:
    sentences = {
        "id": "Asosiasi perusahaan truk bersikap skeptis.",
        "de": "Der Speditionsverband ist skeptisch.",
        "uk": "Асоціація перевізників налаштована скептично.",
        "ar": "لكن رابطة شركات النقل البري متشككة.",
    }
    for language, sentence in sentences.items():
        [back] = toy_translator.translate([sentence], language, "en")
        assert back.reliable
        assert back.text == "The hauliers' association is sceptical."
    assert toy_translator.route("vi", "en") is None


def test_the_back_translations_say_what_the_translation_says(
    sample: Sample, analysed: Analysed
) -> None:
    """Nine of ten sentences come back nearly as the source has them."""
    if not any(analysed.back_translations.values()):
        pytest.skip("no package")
    beads = [
        (comparison, bead)
        for comparison in analysed.analysis.translations
        for bead in comparison.beads
        if len(bead.source) == len(bead.target) == 1 and comparison.back_translations
    ]
    close = [
        ratio(
            analysed.analysis.source.segments[bead.source[0]].text,
            comparison.back_translations[bead.target[0]].text,
        )
        >= 90
        for comparison, bead in beads
    ]
    assert len(close) > 180
    assert sum(close) / len(close) > 0.9
