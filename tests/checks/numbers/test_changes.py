"""Amounts without a unit that something rose to in one text, and by in the other."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers


def _rules(source: str, language: str, target: str) -> list[str]:
    found = check_numbers(source, target, source_language="en", target_language=language)
    return [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        ("The amount rose to 80.", "de", "Der Betrag stieg um 80."),
        ("The amount has risen by 80.", "de", "Der Betrag ist auf 80 gestiegen."),
        ("It rose to 80, and they sang.", "de", "Es stieg um 80, und sie sangen."),
        ("The number fell to 80.", "fr", "Le nombre a baissé de 80."),
        ("The number rose by 80.", "uk", "Кількість зросла до 80."),
        ("The number rose by 80.", "zh", "数字增加到80。"),
        ("The number rose by 80.", "vi", "Con số tăng lên 80."),
        ("The number rose by 80.", "id", "Jumlahnya naik menjadi 80."),
    ],
)
def test_what_it_came_to_is_not_the_change(source: str, language: str, target: str) -> None:
    assert _rules(source, language, target) == ["change"]


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        ("The amount rose to 80.", "de", "Der Betrag stieg auf 80."),
        ("The amount has risen by 80.", "de", "Der Betrag ist um 80 gestiegen."),
        ("The number rose to 80.", "ru", "Число выросло до 80."),
        # Who is helped is no amount that something comes to.
        ("Aid was raised to 20 countries.", "ru", "Помощь увеличена на 20 стран."),
        ("Aid was raised to 20, 30 and 40 states.", "ru", "Помощь увеличена на 20, 30 и 40 стран."),
        ("The number rose to 80.", "tr", "Sayı 80'e yükseldi."),
        ("Prices rise by 2030.", "de", "Die Preise steigen bis 2030."),
        ("Attendance rose by half, to 80.", "de", "Der Besuch stieg um die Hälfte auf 80."),
    ],
)
def test_what_a_language_says_by_other_words_is_no_change(
    source: str, language: str, target: str
) -> None:
    assert _rules(source, language, target) == []
