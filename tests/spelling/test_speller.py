"""Hunspell's answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.spelling.speller import SpellingError, is_installed, look_up

pytestmark = pytest.mark.skipif(not is_installed(), reason="chunspell is not installed")


def test_known_and_unknown_words(german: Path) -> None:
    answers = look_up(german, ["Hafen", "hafen", "Haffen", "Kran", "Straße"], suggest=True)
    assert answers["Hafen"] is None
    assert answers["Kran"] is None
    assert answers["Straße"] is None
    assert answers["Haffen"] == ("Hafen",)


def test_compounds_with_a_hyphen_are_known_by_their_parts(german: Path) -> None:
    answers = look_up(german, ["Hafen-Kran", "Hafen-Kraan", "d’Ufer"], suggest=False)
    assert answers["Hafen-Kran"] is None
    assert answers["d’Ufer"] is None
    assert answers["Hafen-Kraan"] == ()


@pytest.mark.parametrize(
    "word",
    [
        "l’eau", "l\u02bceau", "Ha\u00adfen", "Ha\u200cfen", "Ha\u200dfen", "Stra\u00dfe",
        "Scho\u0308n",
    ],
)  # fmt: skip
def test_writings_that_dictionaries_do_not_have(tmp_path: Path, word: str) -> None:
    (tmp_path / "fr.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "fr.dic").write_text("4\nl'eau\nHafen\nStraße\nSchön\n", "utf-8")
    assert look_up(tmp_path / "fr.dic", [word], suggest=False)[word] is None


def test_letters_that_the_dictionary_cannot_write_are_none_of_its_words(tmp_path: Path) -> None:
    (tmp_path / "id.aff").write_text("SET ISO8859-1\n", "latin-1")
    (tmp_path / "id.dic").write_text("1\nkapal\n", "latin-1")
    answers = look_up(tmp_path / "id.dic", ["kapal", "kapaI", "Đà"], suggest=True)
    assert answers == {"kapal": None, "kapaI": ("kapal",), "Đà": None}


def test_a_dictionary_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(SpellingError, match="cannot be read"):
        look_up(tmp_path / "xx.dic", ["a"], suggest=False)


def test_it_stops_when_it_is_told_to(german: Path) -> None:
    stops = iter([False, True])
    answers = look_up(
        german, ["Hafen", "Kran", "Ufer"], suggest=False, cancelled=lambda: next(stops)
    )
    assert list(answers) == ["Hafen"]


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        ("e-Hafen", True), ("zz-Hafen", False), ("Hafen-zz", False), ("q", False),
        ("-", True), ("Hafen-", True),
    ],
)  # fmt: skip
def test_parts_of_one_letter_say_nothing(german: Path, word: str, is_known: bool) -> None:
    assert (look_up(german, [word], suggest=False)[word] is None) is is_known


def test_no_more_than_seven_are_suggested(tmp_path: Path) -> None:
    words = [f"Kra{letter}" for letter in "nlkbfgpst"]
    (tmp_path / "xx.aff").write_text("SET UTF-8\nTRY nlkbfgpst\nMAXNGRAMSUGS 12\n", "utf-8")
    (tmp_path / "xx.dic").write_text("9\n" + "\n".join(words) + "\n", "utf-8")
    answers = look_up(tmp_path / "xx.dic", ["Kraz"], suggest=True)
    assert len(answers["Kraz"] or ()) == 7


def test_it_is_told_how_far_it_is(german: Path) -> None:
    told: list[float] = []
    look_up(german, ["Hafen", "Kran", "Ufer", "kam"], suggest=False, within=told.append)
    assert told == [0, 0.25, 0.5, 0.75]


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("4\nHaus\nBaum\nTor\nDach\n", True),
        ("\ufeff 4 \r\nHaus\r\nBaum\r\n", True),
        ("6\nHaus\nBaum\nTor", True),
        ("8\nHaus\nBaum\nTor", False),
        ("2\nHaus\n", True),
        ("0\n", False),
        ("", False),
        ("Haus\nBaum\n", False),
    ],
)
def test_a_dictionary_that_was_cut_off_knows_nothing_and_says_so(
    tmp_path: Path, content: str, whole: bool
) -> None:
    (tmp_path / "x_X.aff").write_text("SET UTF-8\n", "utf-8")
    path = tmp_path / "x_X.dic"
    path.write_bytes(content.encode())
    if whole:
        assert look_up(path, ["Haus", "Hauz"], suggest=False) == {"Haus": None, "Hauz": ()}
    else:
        with pytest.raises(SpellingError, match="cannot be read"):
            look_up(path, ["Haus"], suggest=False)
