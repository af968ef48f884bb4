"""What the toy packages learn: whole sentences, always the same ones, the sample's among them."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import Sample

TOYS = Path(__file__).parents[2] / "tools" / "toy_packages"
LANGUAGES = ("id", "de", "uk", "ar")


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOYS))
    return importlib.import_module("generate")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slot_of_the_templates_is_filled(corpus: ModuleType, language: str) -> None:
    pairs = corpus.template_pairs(language, per_template=20)
    assert len(pairs) > 400
    assert not [pair for pair in pairs if {"{", "}", "?", "|"} & set("".join(pair))]


def test_the_same_pairs_come_out_every_time(corpus: ModuleType) -> None:
    assert corpus.template_pairs("id", 5) == corpus.template_pairs("id", 5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_sample_is_learnt(
    corpus: ModuleType, sample: Sample, language: str
) -> None:
    learnt = {" ".join(source.split()) for source, _ in corpus.sample_pairs(language)}
    document = next(d for d in sample.translations if d.language == language)
    text = "\n".join(block.text for block in document.blocks if not block.chrome)
    shown = [sentence for sentence in learnt if sentence in " ".join(text.split())]
    assert len(shown) >= 44
    assert sum(map(len, shown)) > 0.9 * len(text)
