"""Words in any script, in Latin letters, and the ones that carry meaning."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.line_shapes import count_words
from reviewer.text.words import (
    LETTERS,
    function_words,
    is_function_word,
    latin,
    word_texts,
    words,
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Don't re-open, O’Neil!", ["Don't", "re-open", "O’Neil"]),
        ("fr", "L’eau d’ici", ["L’", "eau", "d’", "ici"]),
        ("id", "anak-anak", ["anak-anak"]),
        ("uk", "п'ять м’ячів", ["п'ять", "м’ячів"]),
        ("ar", "العَرَبِيَّة لغة", ["العَرَبِيَّة", "لغة"]),
        ("hi", "हिन्दी में", ["हिन्दी", "में"]),
        ("zh", "数字经济 IPv6", ["数", "字", "经", "济", "IPv6"]),
        ("ja", "橋を", ["橋", "を"]),
        ("th", "ดี", ["ดี"]),
        ("en", "— … 😀", []),
    ],
)
def test_words(language: str, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text, language)] == expected


@given(st.text())
def test_word_spans_are_in_order_and_hold_no_white_space(text: str) -> None:
    at = 0
    for span in words(text, "en"):
        assert at <= span.start < span.end
        assert not any(map(str.isspace, span.of(text)))
        at = span.end


def test_latin_letters_make_names_comparable() -> None:
    assert latin("Шевченко") == "shevchenko"
    assert latin("Nguyễn Văn Đức") == "nguyen van duc"


def test_without_a_list_short_words_count_as_grammar() -> None:
    assert not function_words("et")
    assert is_function_word("ja", "et")
    assert not is_function_word("linnapea", "et")
    assert not is_function_word("5G", "et")


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("", 0),
        ("One two-three, it's", 3),
        ("Über alles", 2),
        ("字", 1),
        ("字字", 1),
        ("字字字 a", 3),
    ],
)
def test_two_characters_of_chinese_count_as_a_word(text: str, many: int) -> None:
    assert count_words(text) == many


@given(st.text("aé字あ ก'-.", max_size=30))
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    assert word_texts(text) == [span.of(text) for span in words(text, "")]


def test_no_sign_of_an_indian_script_parts_a_word() -> None:
    signs = [
        chr(code) for code in range(0x900, 0xDF4) if unicodedata.category(chr(code)) in ("Mn", "Mc")
    ]
    parted = [sign for sign in signs if not re.fullmatch(LETTERS, f"\u0915{sign}\u0916")]
    assert not parted
