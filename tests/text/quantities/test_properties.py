"""What holds for every text and every value, whatever the language."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.checks.numbers import check_numbers
from reviewer.text.quantities import extract_quantities
from reviewer.text.quantities.characters import DIGITS, fold, plain
from reviewer.text.quantities.extracted import Quantity

LANGUAGES = (
    "en", "de", "id", "uk", "ar", "vi", "fr", "es", "it", "pt", "nl", "ru", "pl", "cs", "tr",
    "hi", "zh", "ja", "fa", "sv", "sw", "ko", "th", "he", "xx", "de-CH", "",
)  # fmt: skip
SEPARATORS = ".,'’،٬٫ \u00a0\u202f\u2009:/-–−%°$€½²一二十百万億¹[]()\n\u200f"
FRAGMENTS = (
    "90°F", "(32 °C)", "5 feet 7 inches", "1,70 m", "25 miles", "(40 km)", "3/4", "9/11", "2–1",
    "10-15 %", "half a million", "the 1990s", "3 May 2020", "Monday", "Dienstag", "at 3:30 pm",
    "um 15.30 Uhr", "IPv6", "COVID-19", "2.10.3", "+962 6 555 0123", "XVI", "zwei", "both", "twice",
    "hundreds of", "a third", "drei Viertel", "minus 5", "-5", "$4 billion", "Mrd.", "1.250",
    "1,250", "١٬٢٥٠", "الثامنة", "شهرين", "năm", "tháng 7", "三分之二", "14亿", "2019年7月", "%18",
    "у травні", "двох", "Smith", "Berlin", "2019", "2020", "12", "7", "to", "and", "bis", "(", ")",
)  # fmt: skip
sentences = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map(" ".join)
texts = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from([chr(code) for code in DIGITS]),
        st.sampled_from("0123456789"),
        st.sampled_from(SEPARATORS),
    ),
    max_size=60,
)


@lru_cache(maxsize=1)
def locales() -> list[str]:
    return [name for name in locale_identifiers() if name != "root"]


def values(found: list[Quantity]) -> set[Decimal | Fraction]:
    return {value for quantity in found for value in quantity.values}


@given(texts, st.sampled_from(LANGUAGES))
@settings(max_examples=300)
def test_any_text_is_read_with_sound_spans_in_order(text: str, language: str) -> None:
    found = extract_quantities(text, language)
    end = 0
    for quantity in found:
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.span.of(text).strip() == quantity.span.of(text)
        assert quantity.values or quantity.kind == "code"
        end = quantity.span.end


@given(
    st.one_of(texts, sentences),
    st.one_of(texts, sentences),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=300)
def test_any_pair_is_compared(source: str, target: str, first: str, second: str) -> None:
    for finding in check_numbers(source, target, source_language=first, target_language=second):
        for span in finding.source_spans:
            assert 0 <= span.start < span.end <= len(source)
        for span in finding.target_spans:
            assert 0 <= span.start < span.end <= len(target)


@given(st.one_of(texts, sentences), st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_a_text_never_differs_from_itself(text: str, language: str) -> None:
    findings = check_numbers(text, text, source_language=language, target_language=language)
    assert not [f for f in findings if f.severity in ("critical", "major")]


@given(
    st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False),
    st.integers(min_value=0, max_value=10_000),
)
@settings(max_examples=400)
def test_a_value_that_cldr_formats_is_read_back(value: Decimal, choice: int) -> None:
    locale = locales()[choice % len(locales())]
    written = format_decimal(value, locale=locale, decimal_quantization=False)
    found = extract_quantities(f"xx {written} xx", locale.replace("_", "-"))
    assert value in values(found), (locale, written, found)
    assert len(found) == 1
    assert found[0].span.of(f"xx {written} xx") == written.strip("\u200e\u200f\u061c")


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=200))
@settings(max_examples=200)
def test_a_value_in_any_digit_script_is_read_back(value: int, choice: int) -> None:
    zeros = sorted(code for code, digit in DIGITS.items() if digit == "0")
    zero = zeros[choice % len(zeros)]
    written = "".join(chr(zero + int(digit)) for digit in str(value))
    (found,) = extract_quantities(f"( {written} )", "en")
    assert found.span.of(f"( {written} )") == written
    assert Decimal(value) in found.values


@given(texts)
def test_plain_text_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("word", "form"), [("٣ثَلاثة", "٣ثلاثه"), ("Zwölf", "zwölf"), ("п’ять", "п’ять")]
)
def test_words_are_folded_to_the_form_of_the_lexicon(word: str, form: str) -> None:
    assert fold(word) == form


def test_every_locale_has_a_lexicon() -> None:
    for name in locales():
        language = Locale.parse(name).language
        assert extract_quantities("12", language)
