"""Rules that a reviser writes: each way to report, just not and just so."""

from __future__ import annotations

import time

import pytest

from reviewer.checks.own_rules import OwnRule, OwnRules, Report
from reviewer.domain import Pair


def found(rule: OwnRule, source: str, target: str, language: str = "de") -> list[str]:
    return [one.subject for one in OwnRules([rule]).find(Pair(source, target, "en", language))]


@pytest.mark.parametrize(
    ("report", "source", "target", "told"),
    [
        ("target_lacks", "two ferries", "zwei Fähren", False),
        ("target_lacks", "two ferries", "zwei Schiffe", True),
        ("target_lacks", "two ships", "zwei Schiffe", False),
        ("source_lacks", "two ships", "zwei Fähren", True),
        ("source_lacks", "two ferries", "zwei Fähren", False),
        ("in_target", "", "zwei Fähren", True),
        ("in_target", "a ferry", "ein Schiff", False),
        ("in_source", "a ferry", "ein Schiff", True),
        ("in_source", "a ship", "eine Fähre", False),
        ("both", "a ferry", "eine Fähre", True),
        ("both", "a ferry", "ein Schiff", False),
        ("counts_differ", "a ferry and a ferry", "eine Fähre", True),
        ("counts_differ", "a ferry", "eine Fähre", False),
        ("counts_differ", "a ship", "ein Schiff", False),
    ],
)
def test_each_way_to_report(report: Report, source: str, target: str, told: bool) -> None:
    rule = OwnRule("Ferry", source="ferry", target="Fähre", report=report)
    assert bool(found(rule, source, target)) == told


def test_several_words_are_parted_by_a_bar() -> None:
    rule = OwnRule("Euro", target="Euro | EUR")
    assert found(rule, "", "3 EUR") == ["EUR"]
    assert found(rule, "", "3 Euros") == ["Euros"]
    assert not found(rule, "", "3 €")


def test_spaces_around_the_words_are_none_of_them() -> None:
    rule = OwnRule("Euro", target=" Euro | EUR ")
    assert found(rule, "", "3 EUR") == ["EUR"]
    assert not found(rule, "", "3 €")


@pytest.mark.parametrize(
    ("languages", "language", "told"),
    [
        ((), "de", True),
        (("DE",), "de", True),
        (("de",), "DE", True),
        (("de",), "de-AT", True),
        (("de-AT",), "de", False),
        (("de-at",), "de-AT", True),
        (("fr", "de"), "de", True),
        (("fr", "nl"), "de", False),
    ],
)
def test_a_rule_is_for_its_languages(languages: tuple[str, ...], language: str, told: bool) -> None:
    assert OwnRule("Euro", target="EUR", languages=languages).is_for(language) == told


def test_words_that_excuse_are_looked_for_on_both_sides() -> None:
    rule = OwnRule("Bank", target="Bank", unless="bench | Parkbank")
    assert found(rule, "a bank", "eine Bank")
    assert not found(rule, "a bench", "eine Bank")
    assert not found(rule, "a seat", "eine Parkbank")


def test_a_regular_expression_is_taken_as_it_is() -> None:
    rule = OwnRule("Spaces", target=r"\d %", regular=True)
    assert found(rule, "", "3 %") == ["3 %"]
    assert not found(rule, "", "3\u00a0%")
    assert not found(OwnRule("Small", target="eur", regular=True), "", "3 EUR")


def test_a_replacement_becomes_a_fix() -> None:
    rule = OwnRule("Percent", target="Prozent", replacement="%")
    [finding] = OwnRules([rule]).find(Pair("3%", "3 Prozent", "en", "de"))
    assert finding.fix is not None
    assert (finding.fix.span.of("3 Prozent"), finding.fix.text) == ("Prozent", "%")


def test_the_words_of_the_rule_are_said() -> None:
    rule = OwnRule("Percent", target="Prozent", words="Write % {n}.")
    [finding] = OwnRules([rule]).find(Pair("", "3 Prozent", "en", "de"))
    assert finding.message == "Percent: Write % {n}."


def test_an_expression_that_never_ends_is_given_up() -> None:
    rule = OwnRule("Slow", target=r"(a+)+$", regular=True)
    began = time.process_time()
    for number in range(200):  # as a dialog tries it on the rows of a translation
        assert not found(rule, "", "a" * 40 + f"!{number}")
    assert time.process_time() - began < 5


def test_without_rules_nothing_is_said() -> None:
    assert not list(OwnRules().find(Pair("a", "b", "en", "de")))
