"""Which language a text is in, and what is known of languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text import languages

_SENTENCES = {
    "en": "The mayor opened the new bridge on Monday.",
    "de": "Die Bürgermeisterin eröffnete am Montag die neue Brücke.",
    "id": "Wali kota meresmikan jembatan baru itu pada hari Senin.",
    "uk": "Мерка відкрила новий міст у понеділок.",
    "ru": "Мэр открыла новый мост в понедельник.",
    "ar": "افتتحت رئيسة البلدية الجسر الجديد يوم الاثنين.",
    "vi": "Bà thị trưởng khánh thành cây cầu mới hôm thứ Hai.",
    "fr": "La maire a inauguré le nouveau pont lundi.",
    "es": "La alcaldesa inauguró el nuevo puente el lunes.",
    "pt": "A prefeita inaugurou a nova ponte na segunda-feira.",
    "zh": "市长星期一为新桥剪彩。",
    "ja": "市長は月曜日に新しい橋を開通させた。",
    "ko": "시장은 월요일에 새 다리를 개통했다.",
    "tr": "Belediye başkanı pazartesi günü yeni köprüyü açtı.",
    "hi": "महापौर ने सोमवार को नए पुल का उद्घाटन किया।",
    "el": "Η δήμαρχος εγκαινίασε τη νέα γέφυρα.",
    "he": "ראש העיר חנכה את הגשר החדש ביום שני.",
    "fa": "شهردار روز دوشنبه پل جدید را افتتاح کرد.",
}


@pytest.mark.parametrize(("language", "sentence"), _SENTENCES.items())
def test_one_sentence_is_enough(language: str, sentence: str) -> None:
    found, confidence = languages.detect(sentence)
    assert found == language
    assert confidence > 0.5


def test_a_menu_in_another_language_does_not_carry_the_day() -> None:
    text = "Home\nContact us\nAll stories\n" + (_SENTENCES["uk"] + " ") * 3
    assert languages.detect(text)[0] == "uk"


def test_addresses_and_figures_say_nothing() -> None:
    assert languages.detect("https://tower.example/about-us 1,200 (3)") == ("", 0.0)
    assert languages.detect("") == ("", 0.0)


def test_a_word_alone_is_a_doubtful_witness() -> None:
    assert languages.detect("Radio")[1] < 0.4


@given(st.text())
def test_detection_takes_anything(text: str) -> None:
    assert 0.0 <= languages.detect(text)[1] <= 1.0


@pytest.mark.parametrize(
    ("tag", "code"),
    [("de-CH", "de"), ("zh_Hant_TW", "zh"), ("iw", "he"), ("in", "id"), ("no", "nb"),
     ("fil", "tl"), ("PT-br", "pt"), ("", "")],
)  # fmt: skip
def test_base_is_the_language_alone(tag: str, code: str) -> None:
    assert languages.base(tag) == code


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar", True), ("ar-EG", True), ("he", True), ("fa", True), ("ur", True), ("de", False),
     ("az-Arab", True), ("pa-Guru", False), ("xx", False)],
)  # fmt: skip
def test_direction(tag: str, expected: bool) -> None:
    assert languages.is_right_to_left(tag) is expected


def test_names_come_in_the_language_asked_for() -> None:
    assert languages.display_name("de") == "German"
    assert languages.display_name("de", "fr") == "allemand"
    assert languages.display_name("zh-TW") == "Chinese (Taiwan)"
    assert languages.display_name("qqq") == "qqq"
    assert languages.display_name("") == "Unknown language"


def test_every_language_on_offer_is_known_and_named() -> None:
    offered = languages.all_languages()
    assert {"en", "de", "id", "uk", "ar", "vi", "zh", "tl"} <= set(offered)
    for tag in offered:
        assert languages.known(tag)
        assert languages.display_name(tag) != tag
    assert not languages.known("xx")


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("de-CH", "de"),
        ("de_CH", "de"),
        (" de ", "de"),
        ("DE", "de"),
        ("iw", "he"),
        ("no", "nb"),
        ("zh-Hant-TW", "zh"),
        ("", ""),
    ],
)
def test_a_tag_names_its_language_however_it_is_written(tag: str, language: str) -> None:
    assert languages.base(tag) == language


@pytest.mark.parametrize(
    ("tag", "shown_in", "name"),
    [
        ("de", "en", "German"),
        ("de-AT", "en", "German (Austria)"),
        ("de-at", "de", "Deutsch (Österreich)"),
        ("pt_BR", "en", "Portuguese (Brazil)"),
        ("de", "xx", "German"),
        ("xx", "en", "xx"),
        ("", "en", "Unknown language"),
        ("iw", "en", "Hebrew"),
    ],
)
def test_a_language_has_a_name_in_each_other(tag: str, shown_in: str, name: str) -> None:
    assert languages.display_name(tag, shown_in) == name


def test_names_of_cldr_are_casefolded() -> None:
    assert {"europe", "northern africa"} <= languages.cldr_regions("en")
    assert {"sunday", "german", "may"} <= languages.cldr_words("en")
    assert not languages.cldr_regions("xx") | languages.cldr_words("xx")
    for words in (languages.cldr_regions("de"), languages.cldr_words("de")):
        assert all(word == word.casefold() for word in words)
