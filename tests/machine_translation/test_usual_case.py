"""Which words are everyday ones, by the list of word pieces that comes with the program."""

from __future__ import annotations

import weakref

import pytest

from reviewer.machine_translation import usual_case
from reviewer.machine_translation.encoders import BUNDLED
from reviewer.machine_translation.usual_case import _PieceList, is_rare, is_usually_small


@pytest.mark.parametrize(
    ("word", "language"),
    [("Earth", "en"), ("Committee", "en"), ("Year", "en"), ("Terre", "fr"), ("Tierra", "es")],
)
def test_an_everyday_word_is_known(word: str, language: str) -> None:
    assert is_usually_small(word, language)
    assert not is_rare(word, language)


@pytest.mark.parametrize("word", ["Manchester", "Obama", "Caboolture", "Paris"])
def test_a_name_is_none(word: str) -> None:
    assert not is_usually_small(word, "en")


@pytest.mark.parametrize(("word", "rare"), [("Caboolture", True), ("Manchester", False)])
def test_a_word_that_the_list_does_not_have_is_rare(word: str, rare: bool) -> None:
    assert is_rare(word, "en") is rare


@pytest.mark.parametrize("language", ["vi", "uk", "id", "sv", "", "xx"])
def test_nothing_is_said_of_a_language_that_the_list_was_not_made_with(language: str) -> None:
    assert not is_usually_small("Earth", language)
    assert not is_rare("Caboolture", language)


@pytest.mark.parametrize("word", ["", "earth", "A" * 5000, "\ud800"])
def test_no_word_is_too_odd(word: str) -> None:
    assert not is_usually_small(word, "en")


def test_the_list_is_let_go_some_time_after_the_last_question_and_not_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    BUNDLED.release()  # else it is the encoder's own list, which the encoder holds
    pieces = _PieceList()
    held = weakref.ref(pieces.read())
    pieces._let_go()
    assert held() is not None
    monkeypatch.setattr(usual_case, "_KEPT", 0.0)
    pieces._let_go()
    assert held() is None


def test_the_list_of_a_loaded_encoder_is_not_read_again() -> None:
    with BUNDLED.loading_beside():
        pass
    assert BUNDLED.pieces is not None
    assert _PieceList().read() is BUNDLED.pieces
