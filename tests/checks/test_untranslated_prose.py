"""A sentence left as it was is found in languages that write nouns with capitals, too."""

from __future__ import annotations

import pytest

from reviewer.checks.untranslated import Untranslated, _may_be_alike, _may_be_source
from reviewer.domain import Pair


@pytest.mark.parametrize(
    "sentence",
    ["Verwenden Sie dazu nur den Entkalker EK-20.", "Essig beschädigt die Dichtungen."],
)
def test_a_german_sentence_left_in_german(sentence: str) -> None:
    assert [f.kind for f in Untranslated().find(Pair(sentence, sentence, "de", "en"))] == [
        "sentence"
    ]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "Der Name der Rose."),
        ("de", "Die Zeit, Der Spiegel, Frankfurter Allgemeine Zeitung"),
        ("de", "Landwirtschaftskammer Nordrhein, Abteilung Forschung und Entwicklung"),
        ("fr", "Le Monde, La Croix et Les Échos."),
    ],
)
def test_names_and_titles_stay_as_they_are(language: str, name: str) -> None:
    assert not list(Untranslated().find(Pair(name, name, language, "en")))


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("ar", "التفاصيل: https://town.example/en/a?x=1"),
        ("de", "Einzelheiten: https://town.example/en/a?x=1"),
        ("uk", "Подробиці: https://town.example/en/a?x=1"),
    ],
)
def test_an_address_is_no_sentence_that_was_left(language: str, target: str) -> None:
    source = "Details: https://town.example/en/a?x=1"
    assert not list(Untranslated().find(Pair(source, target, "en", language)))
    left = "The details of the sale are at https://town.example/en."
    assert list(Untranslated().find(Pair(left, left, "en", language)))


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("The house and the ferry of the old town.", True),
        ("THE HOUSE AND THE FERRY OF THE OLD TOWN.", True),
        ("Das Haus und die Fähre der alten Stadt.", False),
        ("DAS HAUS UND DIE FÄHRE DER ALTEN STADT.", False),
    ],
)
def test_the_grammar_of_a_language_is_known_in_capitals_too(text: str, may_be: bool) -> None:
    assert _may_be_source(text, Pair(text, text, "en", "de")) is may_be


PASSAGE = "the old ferry that crossed the wide river every single morning before the war"


@pytest.mark.parametrize("count", [398, 399, 400, 401, 402])
def test_a_passage_is_found_in_texts_of_any_length(count: int) -> None:
    """Just below, at and above the length from which no word is searched for by itself."""
    more = count - len(PASSAGE.split())
    german = " ".join(("Das alte Haus am Fluss ist sehr groß und " * 50).split()[:more])
    source = " ".join(("This old house by the river is big and " * 50).split()[:more])
    pair = Pair(f"{source} {PASSAGE}.", f"{german} {PASSAGE}.", "en", "de")
    assert [found.kind for found in Untranslated().find(pair)] == ["passage"]
    other = Pair(f"{source} and more.", f"{german} {PASSAGE}.", "en", "de")
    assert not list(Untranslated().find(other))


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("ab" * 1000, "ba" * 1000, True),  # short: nothing is counted
        ("ab" * 1000, "cd" * 1000, True),
        ("ab" * 1000 + "a", "cd" * 1000, False),
        ("ab" * 1000 + "a", "ba" * 1000, True),  # whatever the order
        ("a" * 8500 + "b" * 1500, "a" * 8500 + "c" * 1500, True),
        ("a" * 8499 + "b" * 1501, "a" * 8499 + "c" * 1501, False),
    ],
)
def test_long_texts_with_other_letters_are_not_compared(one: str, other: str, may_be: bool) -> None:
    assert _may_be_alike(one, other, 85.0) is may_be
