"""An amount for each person, and the same for all or for a household."""

from __future__ import annotations

import pytest

from reviewer.checks.numbers import check_numbers

SPENT = "The country spent 310 dollars per capita on health."


@pytest.mark.parametrize(
    ("language", "target", "rules"),
    [
        ("fr", "Le pays a dépensé 310 dollars pour la santé.", ["head"]),
        ("fr", "Le pays a dépensé 310 dollars par ménage pour la santé.", ["opposite", "head"]),
        ("fr", "Le pays a dépensé 310 dollars par habitant pour la santé.", []),
        ("fr", "Chaque Français a coûté 310 dollars de santé.", []),
        ("zh", "该国人均医疗支出为310美元。", []),
        ("zh", "该国医疗支出为310美元。", ["head"]),
        ("hu", "Az ország 310 dollárt költött fejenként egészségügyre.", []),
        ("hu", "Az ország 310 dollárt költött egészségügyre.", ["head"]),
    ],
)
def test_an_amount_for_each_person_is_not_one_for_all(
    language: str, target: str, rules: list[str]
) -> None:
    found = check_numbers(SPENT, target, source_language="en", target_language=language)
    assert [finding.rule for finding in found] == rules
