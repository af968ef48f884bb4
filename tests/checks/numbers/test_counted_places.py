"""A place in an order and an amount, the age of a baby, and what is less than nothing."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers


@pytest.mark.parametrize(
    ("source", "language", "target", "rules"),
    [
        ("He won the fourth race.", "fr", "Il a gagné quatre courses.", ["place"]),
        ("He won the fourth race.", "fr", "Il a gagné la quatrième course.", []),
        ("It was the third win in a row.", "es", "Fueron tres victorias seguidas.", []),
        ("Every tenth bulb was broken.", "fr", "Une ampoule sur dix était cassée.", []),
        ("They live on Third Avenue.", "es", "Viven en la avenida Tres.", []),
    ],
)
def test_a_place_in_an_order_is_no_amount(
    source: str, language: str, target: str, rules: list[str]
) -> None:
    found = check_numbers(source, target, source_language="en", target_language=language)
    assert [finding.rule for finding in found] == rules


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ("El bebé, de siete meses, está bien.", "The baby, aged seven, is well.", ["unit"]),
        ("El bebé, de siete meses, está bien.", "The baby, aged seven months, is well.", []),
        ("Niños de 6 a 12 meses.", "Children aged 6 to 12 months.", []),
    ],
)
def test_an_age_without_a_unit_is_one_in_years(source: str, target: str, kinds: list[str]) -> None:
    found = check_numbers(source, target, source_language="es", target_language="en")
    assert [finding.kind for finding in found] == kinds


@pytest.mark.parametrize(
    ("target", "alarms"),
    [
        ("Gospodarka skurczyła się o 0,4 procent.", False),
        ("Gospodarka urosła o 0,4 procent.", True),
        ("Wzrost spadł do 0,4 procent.", True),
    ],
)
def test_growth_below_nothing_is_a_fall(target: str, alarms: bool) -> None:
    found = check_numbers(
        "Growth came in at -0.4 percent.", target, source_language="en", target_language="pl"
    )
    assert bool(found) == alarms


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        ("The film is 4 mil thick.", "es", "Tiene un grosor de 4 milésimas de pulgada."),
        ("Two fifths of them stayed.", "hu", "A kétötöde maradt."),
        ("It costs 32 roubles 50 kopecks.", "ru", "Это стоит 32 рубля 50 копеек."),
        ("They have a 35-hour week.", "sv", "De har 35 timmars vecka."),
        ("Prices have tripled over three decades.", "ko", "물가는 30년 동안 세 배로 올랐다."),
        ("It was 95 degrees Fahrenheit.", "tr", "Hava 35 dereceydi."),
    ],
)
def test_the_same_told_otherwise_is_quiet(source: str, language: str, target: str) -> None:
    found = check_numbers(source, target, source_language="en", target_language=language)
    assert [finding for finding in found if finding.severity != "minor"] == []
