"""The words that a back-translation has otherwise."""

from __future__ import annotations

from reviewer.ui.differing import differing_words


def differing(source: str, back: str) -> tuple[list[str], list[str]]:
    gone, come = differing_words(source, back, "en")
    return [span.of(source) for span in gone], [span.of(back) for span in come]


def test_the_same_words_differ_in_nothing() -> None:
    assert differing("The mayor opened it.", "the Mayor opened it") == ([], [])


def test_another_word_differs_on_both_sides() -> None:
    assert differing("The red ship left.", "The blue ship left.") == (["red"], ["blue"])


def test_another_form_of_a_word_is_the_same_word() -> None:
    assert differing("They opened harbours.", "They opening harbour.") == ([], [])


def test_a_word_at_another_place_is_the_same_word() -> None:
    assert differing("Yesterday it rained.", "It rained yesterday.") == ([], [])


def test_figures_are_never_forms_of_each_other() -> None:
    assert differing("It cost 12345.", "It cost 12346.") == (["12345"], ["12346"])


def test_what_is_left_out() -> None:
    assert differing("It rained and stormed.", "It rained.") == (["and", "stormed"], [])
