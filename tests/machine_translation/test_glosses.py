"""Sentences word by word in another language, for an encoder that does not know their own."""

from __future__ import annotations

import json
import re
from importlib import resources

import pytest

from reviewer.machine_translation.glosses import glossed, is_glossed, read_in
from reviewer.text.words import VOWEL_SIGNS

LISTS = json.loads(
    resources.files("reviewer.machine_translation").joinpath("glosses.json").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("vi", "Các công nhân sửa cây cầu cũ.", "workers repair bridge old."),
        ("vi-VN", "Ngư dân rời cảng lúc 5 giờ.", "Fishermen leave port at the time 5 hour."),
        ("uk", "Рибалки полагодили старий дах.", "Рыбак починить старый крыша."),
        ("uk", "П’ять дітей їдуть до міста", "Пять детей идуть до города"),
        ("el", "Οι εργάτες επισκευάζουν την παλιά γέφυρα.", "worker repair old bridge."),
        ("el-CY", "ΓΈΦΥΡΑ; Πού πήγε ο Νικόλας·", "Bridge? That go Nikolas;"),
        ("hi", "मज़दूर पुराने पुल पर काम करते हैं।", "worker old bridge but work make is."),
        ("hi", "१२ मछुआरे ठकड़म, 25 दरवाज़े", "१२ fisherman , 25 door"),
        ("de", "Die Brücke ist alt.", "Die Brücke ist alt."),
        ("", "Cây cầu cũ", "Cây cầu cũ"),
        ("vi", "", ""),
    ],
)
def test_words_are_replaced_by_those_of_the_other_language(
    language: str, text: str, words: str
) -> None:
    assert glossed(text, language) == words


def test_the_longest_of_several_words_together_counts() -> None:
    assert glossed("nhà", "vi") == "house"
    assert glossed("nhà khoa học", "vi") == "scientists"
    assert glossed("nhà  khoa\nhọc", "vi") == "scientists"
    assert glossed("nhà, khoa học", "vi") == "house, science"


def test_names_figures_and_plain_letters_stay_where_other_unknown_words_go() -> None:
    assert glossed("Ông Nguyễn Xyzôrắk 25 zyxưq wifi", "vi") == "He Nguyen Xyzorak 25 wifi"
    assert glossed("Zyxưq", "vi") == ""  # every first word has a capital


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("мешкан", "житель"),
        ("мешканабвг", "житель"),
        ("мешканабвгд", "житель"),  # five letters more
        ("мешканабвгде", "мешканабвгде"),  # six
        ("мостами", "мост"),  # three more than four letters
        ("мостабвг", "мост"),
        ("мостабвгд", "мостабвгд"),  # more than the stem has
        ("садами", "сад"),  # a stem of three letters
    ],
)
def test_a_stem_stands_for_words_that_add_an_ending(word: str, read: str) -> None:
    assert glossed(word, "uk") == read


def test_which_language_that_is() -> None:
    assert (read_in("vi-VN"), read_in("uk"), read_in("de-AT")) == ("en", "ru", "de-AT")
    assert is_glossed("vi")
    assert not is_glossed("ru")


@pytest.mark.parametrize("word", ["άνθρωπος", "ανθρωπος", "α\u0301νθρωπος", "ΑΝΘΡΩΠΟΣ"])
def test_accents_of_greek_make_no_difference(word: str) -> None:
    assert glossed(word, "el").lower() == "people"


@pytest.mark.parametrize("word", ["दरवाज़ा", "दरवाजा", "दरवा\u095bा"])
def test_dots_of_hindi_make_no_difference(word: str) -> None:
    assert glossed(word, "hi") == "door"


@pytest.mark.parametrize("language", sorted(LISTS))
def test_the_lists_are_sound(language: str) -> None:
    entries = LISTS[language]["words"]
    assert is_glossed(language)
    assert len(entries) > 800
    for word, gloss in entries.items():
        assert gloss.strip() == gloss != ""
        assert word == word.lower().strip()
        assert re.fullmatch(rf"[\w{VOWEL_SIGNS}' -]+\*?", word)
        assert len(word.rstrip("*")) >= (3 if word.endswith("*") else 1)
    letters = {"el": "[α-ω]", "hi": "[क-ह]", "uk": "[ґєії]", "vi": "[ăâđêôơư]"}[language]
    assert sum(bool(re.search(letters, word)) for word in entries) > 200
