"""The list of a translation's unknown words."""

from __future__ import annotations

from reviewer.spelling.unknown_words import Sentence, asked_words, unknown_words

SENTENCES = [
    Sentence("a", "The mayor Odile Brandvik came.", "Die Bürgermeisterin Odile Brandvik kahm."),
    Sentence("b", "Then Brandvik left with Ferrand.", "Dann ging Brandviks Wagen, kahm Ferrant."),
    Sentence("c", "He used the workflow.", "Er nutzte den Workflow und den Kraan."),
]


def listed(unknown: set[str], language: str = "de") -> list[tuple[str, int, tuple[str, ...]]]:
    found = unknown_words(SENTENCES, unknown, language, "en")
    return [(one.word, one.count, one.rows) for one in found]


def test_names_and_words_of_the_source_are_left_out() -> None:
    unknown = {"kahm", "Kraan", "Brandvik", "Brandviks", "Odile", "Workflow", "Ferrant"}
    assert listed(unknown) == [("kahm", 2, ("a", "b")), ("Kraan", 1, ("c",))]


def test_each_word_is_asked_for_once() -> None:
    words = asked_words(SENTENCES, "de")
    assert len(words) == len(set(words))
    assert "kahm" in words


def test_names_that_another_script_spells_are_left_out() -> None:
    rows = [Sentence("a", "Then Brandvik left with Ferrand.", "Тоді Брандвік пішов із Ферраном.")]
    found = unknown_words(rows, {"Брандвік", "Ферраном", "Тоді", "пішов"}, "uk", "en")
    assert [one.word for one in found] == ["пішов", "Тоді"]


def test_a_source_without_capitals_gives_only_its_own_words() -> None:
    rows = [Sentence("a", "Der Hafen ist Velder.", "The harbour is Velder, Hafn.")]
    found = unknown_words(rows, {"Velder", "Hafn", "harbour"}, "en", "de")
    assert sorted(one.word for one in found) == ["Hafn", "harbour"]


def test_a_word_of_the_source_is_left_out_with_an_s_behind_it_too() -> None:
    rows = [Sentence("a", "the workflow", "die workflow workflows workflowen")]
    found = unknown_words(rows, {"workflow", "workflows", "workflowen"}, "de", "en")
    assert [one.word for one in found] == ["workflowen"]
