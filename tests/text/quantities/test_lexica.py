"""The committed lexica are what the generator makes, and read what num2words writes."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from babel import localedata
from num2words import num2words

from reviewer.text.quantities.grammar import read_items

ROOT = Path(__file__).parents[3]
NUMBERS = [*range(2, 100), 101, 115, 342, 999, 4000, 3_000_000]


@pytest.mark.parametrize("language", ["en", "uk", "fa", "sw"])
def test_the_committed_lexicon_is_the_generated_one(language: str, tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / "packaging" / "lexica" / "build.py"))
    script["build"](language, tmp_path)
    localedata._cache.clear()  # Babel resolves aliases in place: the next test reads afresh.
    name = f"{language}.json"
    committed = ROOT / "reviewer" / "text" / "quantities" / "lexica" / name
    assert (tmp_path / name).read_text("utf-8") == committed.read_text("utf-8")


@pytest.mark.parametrize(
    "language",
    ["en", "de", "id", "uk", "vi", "fr", "es", "it", "pt", "nl", "ru", "pl", "cs", "fa", "ar"],
)
def test_cardinals_are_read_as_num2words_spells_them(language: str) -> None:
    wrong = []
    for number in NUMBERS:
        spelled = num2words(number, lang=language)
        items = read_items(spelled, language)
        if len(items) != 1 or items[0].value != number:
            wrong.append((number, spelled, [i.values for i in items]))
    assert wrong == []
