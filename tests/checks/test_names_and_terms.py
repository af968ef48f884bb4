"""How a translation renders the names and the glossary's terms of its source."""

from __future__ import annotations

import pytest

from reviewer.checks.names_and_terms import names_and_terms
from reviewer.domain import Pair
from reviewer.terminology import Glossary, Term, occurrences
from reviewer.terminology.matching import LikelyTerms

GLOSSARY = Glossary(
    "house",
    (
        Term({"en": ("berth",), "de": ("Liegeplatz",)}, {"de": ("Anleger",)}),
        Term({"en": ("berth fee",), "de": ("Liegegeld",)}),
        Term({"en": ("crane",), "fr": ("grue",)}),
    ),
)


def rows(*texts: tuple[str, str], source: str = "en", target: str = "de") -> list[tuple[str, Pair]]:
    return [
        (f"r{number}", Pair(one, other, source, target, "aligned"))
        for number, (one, other) in enumerate(texts)
    ]


def listed(found: list[tuple[str, Pair]], *glossaries: Glossary) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.source, one.written, one.count, one.rows)
        for one in names_and_terms(found, glossaries)
    ]


def test_each_spelling_of_a_name_is_counted_with_its_rows() -> None:
    found = rows(
        ("We met Tessarin there.", "Wir trafen Tessarin dort."),
        ("Then Tessarin left, and old Tessarin wept.", "Da ging Tessarin, und Tessarin weinte."),
        ("So said Tessarin's son.", "Das sagte Tessarims Sohn."),
        ("Later came Tessarin again.", "Er kam."),
    )
    assert listed(found) == [
        ("name", "Tessarin", "Tessarin", 3, ("r0", "r1")),
        ("name", "Tessarin", "", 1, ("r3",)),
        ("name", "Tessarin", "Tessarims", 1, ("r2",)),
    ]


def test_a_term_stands_with_its_forms_with_what_is_forbidden_and_with_nothing() -> None:
    found = rows(
        ("It has four berths.", "Er hat vier Liegeplätze."),
        ("A berth and a berth.", "Ein Liegeplatz und ein Anleger."),
        ("The berth is free.", "Er ist frei."),
        ("The berth fee is low.", "Das Liegegeld ist niedrig."),
        ("The crane is new.", "Der Kran ist neu."),
    )
    assert listed(found, GLOSSARY) == [
        ("term", "berth", "", 1, ("r2",)),
        ("term", "berth", "Anleger", 1, ("r1",)),
        ("term", "berth", "Liegeplatz", 1, ("r1",)),
        ("term", "berth", "Liegeplätze", 1, ("r0",)),
        ("term", "berth fee", "Liegegeld", 1, ("r3",)),
        ("term", "crane", "", 1, ("r4",)),
    ]


def test_a_source_that_writes_all_nouns_with_capitals_has_terms_only() -> None:
    found = rows(("Wir trafen Tessarin am Liegeplatz.", "Met Tessarin at the berth."), source="de")
    found = [(key, Pair(pair.source, pair.target, "de", "en", "aligned")) for key, pair in found]
    assert listed(found, GLOSSARY) == [("term", "Liegeplatz", "berth", 1, ("r0",))]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Berths and BERTH fees, EU and eu"), ("de", "Liegeplätze und Schiffsliegeplatz"),
     ("zh", "这个泊位很贵"), ("ar", "الميناء كبير")],
)  # fmt: skip
def test_a_term_that_stands_in_a_text_is_likely_there(language: str, text: str) -> None:
    terms = ["berth", "berth fee", "EU", "Liegeplatz", "泊位", "ميناء", "crane"]
    likely = LikelyTerms(terms, language).of(text)
    found = [number for number, term in enumerate(terms) if occurrences(term, text, language)]
    assert found
    assert set(found) <= set(likely)


@pytest.mark.parametrize(
    "pair", [Pair("A berth.", "", "en", "de", "missing"), Pair("", "x", "en", "de", "added")]
)
def test_a_row_without_another_side_has_no_rendering(pair: Pair) -> None:
    assert listed([("r", pair)], GLOSSARY) == []


def test_it_can_be_ended() -> None:
    def stop(number: int) -> None:
        if number:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        names_and_terms(rows(("A", "A"), ("B", "B")), (), stop)
