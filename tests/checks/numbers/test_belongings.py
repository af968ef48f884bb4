"""What two values belong to, told in turn or not."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers.belongings import belongings, with_concepts
from reviewer.checks.numbers.counterparts import matched
from reviewer.checks.numbers.sides import side


def verdict(source: str, target: str, language: str) -> str:
    """What is said of the first two values that are no years."""
    first, second = side(source, "en"), side(target, language)
    matching = matched(first, second)
    values = sorted(
        (m for m in matching.matches if m.source.day is None and len(m.source.raw) != 4),
        key=lambda m: m.source.start,
    )
    told = belongings(matching, first, second)
    found = told.verdict(values[0], values[1], values)
    if found:
        return found
    named = with_concepts(told, first, second).kept(values[0], values[1], values)
    return "kept with a name" if named else ""


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("12 in March, 17 in April", "Im März 17, im April 12", "de", "exchanged"),
        ("12 in March, 17 in April", "Im April 17, im März 12", "de", "kept"),
        ("In 2019 it was 12, 17 in 2020", "2020 waren es 17, 2019 aber 12", "de", "kept"),
        ("In 2019 it was 12, 17 in 2020", "2020 waren es 12, 2019 aber 17", "de", "exchanged"),
        ("Fiat sold 12, Seat 17", "Seat vendió 17, Fiat 12", "es", "kept"),
        ("Spain has 12, Italy 17", "L'Italie en a 17, l'Espagne 12", "fr", "kept with a name"),
        ("London has 12, Paris 17", "В Париже 17, в Лондоне 12", "ru", "kept with a name"),
        ("Rome has 12, Vienna 17", "Wiedeń ma 17, Rzym 12", "pl", "kept with a name"),
        ("London has 12, Paris 17", "В Париже 12, в Лондоне 17", "ru", ""),
        ("Spain has 12, Italy 17", "西班牙有17家，意大利有12家", "zh", ""),
        ("12 in March, 17 later", "Im März 17, später 12", "de", ""),
        ("In March 12, in April 17, in May", "Im März 17, im April 12, im Mai", "de", ""),
    ],
)
def test_values_and_what_they_belong_to(
    source: str, target: str, language: str, expected: str
) -> None:
    assert verdict(source, target, language) == expected
