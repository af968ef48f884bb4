"""Names spelt in two ways: what is told in faithful translations, and of one changed letter.

Each translation of FLORES dev is one document of 997 rows. In a name that the check recognises in
three rows and more, one letter of one row is exchanged for another of its script; 200 in each
language, with a fixed seed. The changed document is the rows that have the name: no others count.

python -m pytest -m benchmark -s -p no:xdist tests/benchmarks/test_name_spellings.py
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.checks.common_words import common_words
from reviewer.checks.name_spellings import NameSpellings, Place, places_of_names
from reviewer.domain import Pair

_FLORES = Path(__file__).parents[2] / "../shared/bench/flores-dev"
_LANGUAGES = ("id", "de", "uk", "vi", "ar", "tr")
_PLANTED = 200
_FEWEST_ROWS = 3
_LETTERS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "uk": "абвгдежзиклмнопрстуфхцчшюя",
    "ar": "بتثجحخدذرزسشصضطظعغفقكلمنهوي",
}

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not _FLORES.exists(), reason="the FLORES sentences are not here"),
]


def _lines(language: str) -> list[str]:
    return (_FLORES / f"{language}.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_name_spellings(language: str) -> None:
    pairs = [
        Pair(source.strip(), target.strip(), "en", language)
        for source, target in zip(_lines("en"), _lines(language), strict=True)
    ]
    check = NameSpellings()
    faithful = check.find_all(pairs)
    chance = random.Random(3)
    common = common_words(pairs)
    named: dict[str, list[tuple[int, Place]]] = {}
    for row, pair in enumerate(pairs):
        for name, of_name in places_of_names(pair, common.of(pair), at_beginnings=True).items():
            named.setdefault(name, []).extend((row, one) for one in of_name if one.written)
    places = [
        (*place, sorted({row for row, _ in of_name}))
        for of_name in named.values()
        if len({row for row, _ in of_name}) >= _FEWEST_ROWS
        for place in of_name
    ]
    letters = _LETTERS.get(language, _LETTERS["latin"])
    found = lost = 0
    missed = []
    for row, place, with_name in chance.choices(places, k=_PLANTED):
        pair = pairs[row]
        word = place.target.of(pair.target)
        at = chance.randrange(1, len(word))
        changed = word[:at] + chance.choice(letters.replace(word[at], "")) + word[at + 1 :]
        target = pair.target[: place.target.start] + changed + pair.target[place.target.end :]
        changed_pair = replace(pair, target=target)
        rows = [changed_pair if one == row else pairs[one] for one in with_name]
        told = check.find_all(rows).get(with_name.index(row), ())
        if any(place.target in finding.target_spans for finding in told):
            found += 1
        else:
            lost += 1
            missed.append(f"{word}→{changed}")
    print(
        f"\nen→{language}: {len(faithful)} of {len(pairs)} faithful rows told "
        f"({len(faithful) / len(pairs):.2%}); of {found + lost} changed letters "
        f"{found / (found + lost):.2f} found; not: {', '.join(missed[:8])}"
    )
    assert len(faithful) <= 0.01 * len(pairs)
