"""The lexica read what num2words writes."""

from __future__ import annotations

import pytest
from num2words import num2words

from reviewer.text.quantities.read_texts import read_items

NUMBERS = [*range(2, 100), 101, 115, 342, 999, 4000, 3_000_000]


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
