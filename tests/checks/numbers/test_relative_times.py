"""A date or a year that names what the source tells from the day of writing is no grave error."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers
from reviewer.domain import Finding


def check(source: str, target: str, languages: str) -> list[Finding]:
    first, second = languages.split(">")
    return check_numbers(source, target, source_language=first, target_language=second)


NAMED = [
    ("en>de", "Sales rose this year.", "Der Absatz stieg 2024.", "this year"),
    ("en>ar", "It rose in the first 6 months of the year.",
     "ارتفع خلال الأشهر الستة الأولى من عام 2024.", "year"),
    ("de>en", "Der Absatz stieg im letzten Jahr.", "Sales rose in 2023.", "Jahr"),
    ("uk>en", "Торік продажі зросли.", "Sales rose in 2023.", "Торік"),
    ("ru>en", "В прошлом году продажи выросли.", "Sales rose in 2023.", "В прошлом году"),
    ("fr>en", "Les ventes ont augmenté l’an dernier.", "Sales rose in 2023.", "l’an dernier"),
    ("ar>en", "ارتفعت المبيعات هذه السنة.", "Sales rose in 2024.", "هذه السنة"),
    ("vi>en", "Doanh số năm ngoái tăng.", "Sales rose in 2023.", "năm ngoái"),
    ("id>en", "Penjualan naik tahun ini.", "Sales rose in 2024.", "tahun ini"),
    ("zh>en", "今年销售额上升。", "Sales rose in 2024.", "今年"),
    ("ja>en", "売上は昨年増加した。", "Sales rose in 2023.", "昨年"),
    ("en>de", "It was sold last month.", "Es wurde im Oktober verkauft.", "last month"),
    ("en>de", "It was sold yesterday.", "Es wurde am 20. November verkauft.", "yesterday"),
    ("en>de", "It was sold on Monday.", "Es wurde am Montag, 20. November, verkauft.", "Monday"),
    ("en>de", "It closes on 3 June.", "Es schließt am 3. Juni 2024.", "3 June"),
]  # fmt: skip


@pytest.mark.parametrize(("languages", "source", "target", "words"), NAMED)
def test_a_time_that_is_named(languages: str, source: str, target: str, words: str) -> None:
    [finding] = check(source, target, languages)
    assert (finding.kind, finding.severity, finding.rule) == ("extra", "minor", "relative")
    assert f"“{words}”" in finding.message


PUT_IN = [
    ("en>de", "Sales rose.", "Der Absatz stieg 2024."),
    ("en>de", "After years of work it opened.", "Es wurde nach Jahren der Arbeit 2023 eröffnet."),
    ("de>en", "Er ist 5 Jahre alt.", "He is 5 years old, in 2023."),
    ("en>de", "In the year 2022 it rose.", "2022 stieg es, 2023 sank es."),
    ("zh>en", "年轻人的销售额上升。", "Sales to young people rose in 2024."),
    ("en>de", "It was sold last year.", "Es wurde im Oktober verkauft."),
    ("en>de", "Sales rose this year.", "Der Absatz stieg um 2500 Stück."),
]


@pytest.mark.parametrize(("languages", "source", "target"), PUT_IN)
def test_a_time_or_figure_that_is_put_in(languages: str, source: str, target: str) -> None:
    assert [(f.kind, f.severity) for f in check(source, target, languages)] == [
        ("extra", "critical")
    ]


def test_a_wrong_figure_beside_stays_grave() -> None:
    found = check(
        "It was sold last year for 300 euros.", "Es wurde 2023 für 3000 Euro verkauft.", "en>de"
    )
    assert {(f.kind, f.severity) for f in found} == {("value", "critical"), ("extra", "minor")}


def test_a_wrong_year_stays_grave() -> None:
    [finding] = check("Sales rose in 2023, not this year.", "Der Absatz stieg 2022.", "en>de")
    assert (finding.kind, finding.severity) == ("value", "critical")
