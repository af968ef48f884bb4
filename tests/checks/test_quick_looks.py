"""The quick look before a costly pattern hides nothing that the pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks import repeated_words, whitespace
from reviewer.checks.name_evidence import _is_latin
from reviewer.text.names import with_capitals, words_in
from reviewer.text.web_addresses import MAIL, WEB, may_have_addresses

_PIECES = (
    *("the", "The", "Σας", "σας", "İl", "il", "ſo", "SO", "l’eau", "n\u0303u", "Berlin'de", "пес"),
    *(" ", "  ", "\t", "\u00a0", "\u202f", ",", ";", "!", "،", ".", ":", "(", ")", "]", "[", "»"),
    *(
        "我们",
        "5",
        "-",
        "_",
        "Ä",
        "\u0301",
        "ǅ",
        "1A",
        "'",
        "’",
        "www.a.b",
        "WWW.",
        "http://x",
        "a@b.c",
        "@",
        "?",
    ),
)
_texts = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


@given(_texts)
def test_a_word_that_stands_twice_is_seen(text: str) -> None:
    assert repeated_words._may_repeat(text) or not repeated_words._TWICE.search(text)


@given(_texts)
def test_an_address_is_seen(text: str) -> None:
    assert may_have_addresses(text) or not (WEB.search(text) or MAIL.search(text))


@pytest.mark.parametrize(
    ("costly", "quick"),
    [
        (whitespace._DOUBLE, [whitespace._MAY_DOUBLE]),
        (whitespace._WRONG_SIDE, [whitespace._BEFORE_A_MARK]),
        (whitespace._BEFORE, [whitespace._BEFORE_A_MARK]),
        (whitespace._BEFORE_BRACKET, [whitespace._BEFORE_A_MARK]),
        (whitespace._AFTER_BRACKET, [whitespace._BEHIND_A_BRACKET]),
        (whitespace._AFTER, [whitespace._MAY_LACK]),
    ],
)
@given(text=_texts)
def test_a_stray_or_missing_space_is_seen(
    costly: re.Pattern[str], quick: list[re.Pattern[str]], text: str
) -> None:
    assert any(one.search(text) for one in quick) or not costly.search(text)


@given(_texts)
def test_the_words_with_a_capital_are_those_of_all_words(text: str) -> None:
    found = [match.span() for match in words_in(text) if match[0][:1].isupper()]
    assert [match.span() for match in with_capitals(text)] == found


@pytest.mark.parametrize(
    ("text", "latin"),
    [("", False), ("12", False), ("a", True), ("aб", False), ("aаb", True), ("ệạ", True)],
)
def test_a_text_is_latin_where_most_of_its_letters_are(text: str, latin: bool) -> None:
    assert _is_latin(text) is latin
