"""The words that a user has taught."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.formats.errors import UnwritableFileError
from reviewer.spelling.own_words import OwnWords, learnt_words


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    return tmp_path


def test_what_is_learnt_is_known_in_every_region_and_later_on(data: Path) -> None:
    OwnWords("de").learn(["Kranbahn", "schnittig"])
    again = OwnWords("de-CH")
    assert again.knows("Kranbahn")
    assert again.knows("Schnittig")
    assert not again.knows("kranbahn")
    assert (data / "words" / "de.txt").read_text("utf-8") == "Kranbahn\nschnittig\n"
    assert not OwnWords("uk").knows("Kranbahn")


def test_what_is_forgotten_is_asked_for_again() -> None:
    words = OwnWords("de")
    words.learn(["Kranbahn", "Kai"])
    words.forget(["Kai"])
    assert OwnWords("de").words() == ["Kranbahn"]


def test_two_windows_teach_the_same_list() -> None:
    first, second = OwnWords("de"), OwnWords("de")
    first.learn(["Kai"])
    second.learn(["Mole"])
    first.forget(["Kai"])
    assert OwnWords("de").words() == ["Mole"]


def test_a_file_edited_by_hand_is_read(data: Path) -> None:
    (data / "words").mkdir()
    (data / "words" / "de.txt").write_text("\ufeffMole \r\n\r\n Kai\n", "utf-8")
    assert OwnWords("de").knows("Kai")
    assert OwnWords("de").knows("Mole")


def test_it_is_said_where_nothing_can_be_kept(data: Path) -> None:
    (data / "words").write_text("a file where the folder would be")
    words = OwnWords("de")
    with pytest.raises(UnwritableFileError):
        words.learn(["Kranbahn"])
    assert not words.knows("Kranbahn")


def test_all_that_was_learnt_by_language(data: Path) -> None:
    assert learnt_words() == {}
    for language, words in {
        "uk": ["кран"],
        "de": ["kai", "Anker", "Mole"],
        "ar": ["ميناء"],
    }.items():
        OwnWords(language).learn(words)
    (data / "words" / "fr.txt").write_text("\n", "utf-8")
    (data / "words" / "id.txt").write_text("b\nA\nb\n", "utf-8")
    assert list(learnt_words().items()) == [
        ("ar", ["ميناء"]), ("de", ["Anker", "kai", "Mole"]), ("id", ["A", "b"]), ("uk", ["кран"])
    ]  # fmt: skip
