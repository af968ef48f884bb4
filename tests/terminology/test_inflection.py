"""Forms of a term are found, and words that only resemble it are not."""

from __future__ import annotations

import pytest

from reviewer.terminology import occurrences
from reviewer.terminology.inflection import fitting


@pytest.mark.parametrize(
    ("language", "term", "form"),
    [
        ("uk", "порт", "портів"), ("uk", "ринок", "ринку"), ("uk", "договір", "договорами"),
        ("uk", "дорога", "доріг"), ("uk", "рука", "руці"), ("uk", "вікно", "вікон"),
        ("ru", "песок", "песком"), ("ru", "окно", "окон"), ("ru", "река", "реке"),
        ("pl", "miasto", "mieście"), ("pl", "ręka", "ręce"), ("cs", "stůl", "stolu"),
    ],
)  # fmt: skip
def test_a_form_is_found(language: str, term: str, form: str) -> None:
    assert occurrences(term, f"({form})", language)


@pytest.mark.parametrize(
    ("language", "term", "other"),
    [
        ("uk", "порт", "проти"), ("uk", "порт", "пріоритетом"), ("uk", "ріка", "року"),
        ("uk", "вікно", "віку"), ("uk", "човен", "цікавого"), ("uk", "човен", "кочових"),
        ("uk", "страйк", "старка"), ("ru", "порт", "проторит"), ("ru", "лодка", "лад"),
    ],
)  # fmt: skip
def test_another_word_with_the_same_consonants_is_none(
    language: str, term: str, other: str
) -> None:
    assert occurrences(term, f"({other})", language) == []


@pytest.mark.parametrize(
    ("language", "term", "form"),
    [
        ("id", "turbin", "Turbin-turbin"), ("id", "rumah", "rumah-rumahnya"),
        ("ms", "kapal", "kapal-kapal"), ("id", "dewan kota", "dewan-dewan kota"),
    ],
)  # fmt: skip
def test_a_word_said_twice_for_many_is_a_form_of_it(language: str, term: str, form: str) -> None:
    assert occurrences(term, f"({form})", language)


@pytest.mark.parametrize(
    ("language", "word", "form", "is_one"),
    [
        # Without a stemmer, or with more endings than one takes off: a long enough beginning.
        ("lv", "kuģis", "kuģiem", True), ("lv", "kuģis", "kuģošana", False),
        ("hu", "kikötő", "kikötőink", True), ("fi", "satama", "satamiimme", True),
        # 4 letters alike and 0.7 of the word; at most 4 more.
        ("lv", "abcd", "abcdefgh", True), ("lv", "abcd", "abcdefghi", False),
        ("lv", "abc", "abcd", False), ("lv", "abcdefg", "abcdezz", True),
        ("lv", "abcdefg", "abcdzzz", False), ("lv", "abcdefghij", "abcdefgzzz", True),
        ("lv", "abcdefghij", "abcdefzzzz", False), ("lv", "abcdefghijk", "abcdefgzzzz", False),
        # With a stemmer, its word is the last.
        ("en", "station", "stationary", False), ("en", "station", "stations", True),
    ],
)  # fmt: skip
def test_how_far_a_form_may_be_from_its_word(
    language: str, word: str, form: str, is_one: bool
) -> None:
    assert fitting(language)(word, form) is is_one


def test_a_word_joined_to_another_is_no_word_said_twice() -> None:
    assert occurrences("turbin", "(turbin-uap)", "id") == []


@pytest.mark.parametrize(
    ("language", "word", "form", "is_one"),
    [
        # From 5 letters on, of the stem or else of the word.
        ("de", "grenze", "grenzfluss", True), ("de", "lampe", "lampenschirm", True),
        ("de", "kran", "kranhaus", False), ("fr", "grand", "ultragrandiose", False),
        # A word that was taken in has an s.
        ("de", "kran", "krans", True), ("lv", "osta", "ostas", True),
        # Spanish writes z at the end and c before e.
        ("es", "voz", "voces", True), ("es", "pan", "pal", False), ("pt", "vez", "vec", False),
    ],
)  # fmt: skip
def test_stems_and_compounds(language: str, word: str, form: str, is_one: bool) -> None:
    assert fitting(language)(word, form) is is_one


@pytest.mark.parametrize(
    ("language", "word", "form", "is_one"),
    [
        # A closed syllable has another vowel than an open one.
        ("uk", "стіл", "столу", True), ("uk", "гора", "гір", True), ("uk", "ліс", "лісу", True),
        ("uk", "ріка", "рік", True), ("uk", "ріка", "роки", False),
        ("uk", "мрія", "мрої", False), ("uk", "ніжка", "ножка", True),
        ("uk", "більярд", "болярд", False),
        ("ru", "жена", "жёны", True), ("pl", "wół", "woły", True), ("cs", "vůz", "vozy", True),
        # One consonant tells nothing; two do.
        ("uk", "ухо", "уха", False), ("uk", "вухо", "вуха", True),
    ],
)  # fmt: skip
def test_vowels_of_slavic_words(language: str, word: str, form: str, is_one: bool) -> None:
    assert fitting(language)(word, form) is is_one


@pytest.mark.parametrize(
    ("word", "form", "is_one"),
    [
        ("מכתב", "המכתב", True), ("ספר", "הספר", True), ("ספר", "ושהספר", True),
        ("ספר", "וכשהספר", False), ("ספר", "מלון", False), ("לו", "שלו", False),
        ("ממשלה", "ממשלות", True), ("ממשלה", "בממשלות", True),
    ],
)  # fmt: skip
def test_what_hebrew_writes_together_with_a_word(word: str, form: str, is_one: bool) -> None:
    assert fitting("he")(word, form) is is_one


@pytest.mark.parametrize(
    ("word", "form", "is_one"),
    [
        ("مدينة", "المدن", True), ("مدينة", "والمدن", True), ("المدينة", "مدنهم", True),
        ("مدينة", "شركة", False), ("مدينة", "مدنشر", False), ("بحرين", "حران", False),
        ("دار", "الدور", False),
    ],
)  # fmt: skip
def test_roots_of_arabic_words(word: str, form: str, is_one: bool) -> None:
    assert fitting("ar")(word, form) is is_one
