"""Two values that each count what the other one counts in the source."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers

BOATS = "The navy lost 5 boats and 3 planes."
LEAST = "The convoy had 9 wagons and 4 ambulances."

EXCHANGED = [
    ("es", BOATS, "La marina perdió 5 aviones y 3 barcos."),
    ("ja", "The fire destroyed 7 houses and 12 cars.", "この火事で車7台と住宅12棟が焼けた。"),
    ("ar", "They took in 11 women and 17 children.", "استقبلوا 11 طفلا و17 امرأة."),
    ("hi", "The town has 3 mosques and 8 temples.", "शहर में 3 मंदिर और 8 मस्जिदें हैं।"),
    ("fr", LEAST, "Le convoi comptait 9 ambulances et 4 fourgons."),  # one of them is known
    ("de", "Kenya has 12 medals, Uganda 9.", "Uganda hat 12 Medaillen, Kenia 9."),
    ("zh", "There were 18 teachers and 310 pupils.", "共有18名学生和310名教师。"),
]
KEPT = [
    ("es", BOATS, "La marina perdió 3 aviones y 5 barcos."),
    ("es", BOATS, "La marina perdió 5 barcos y 3 aviones."),
    ("de", "Of 27 pupils 15 came.", "Von 27 Schülern kamen 15."),
    ("tr", "It killed 29 people and injured 400.", "29 kişi öldü, 400 kişi yaralandı."),
    ("zh", "Spain has 12 factories and Italy 17.", "意大利有17家工厂，西班牙有12家。"),
    ("es", "Spain has 12 and Italy 17 factories.", "España tiene 12 fábricas e Italia 17."),
    ("hu", "Twelve of the 36 rooms were damaged.", "A 36 szobából tizenkettő megrongálódott."),
]


def _rules(language: str, source: str, target: str) -> list[str]:
    found = check_numbers(source, target, source_language="en", target_language=language)
    return [finding.rule for finding in found if finding.severity != "minor"]


@pytest.mark.parametrize(("language", "source", "target"), EXCHANGED)
def test_a_number_of_one_thing_told_of_the_other_is_found(
    language: str, source: str, target: str
) -> None:
    assert _rules(language, source, target) == ["swapped"]


@pytest.mark.parametrize(("language", "source", "target"), KEPT)
def test_numbers_that_move_with_what_they_count_are_not(
    language: str, source: str, target: str
) -> None:
    assert _rules(language, source, target) == []
