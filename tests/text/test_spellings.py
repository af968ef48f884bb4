"""All words asked at once say what each of them would have said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.names import are_alike
from reviewer.text.spellings import Spellings

LETTERS = "abcdehknorswy"
WORDS = st.lists(st.text(LETTERS, max_size=11), max_size=8)
NAMES = st.text(LETTERS, min_size=1, max_size=11)


@given(NAMES, WORDS, st.booleans())
def test_it_is_what_each_word_says(name: str, words: list[str], by_sound: bool) -> None:
    one_by_one = any(are_alike(name, word, by_sound=by_sound) for word in words)
    assert Spellings(words).have(name, by_sound=by_sound) == one_by_one


@given(NAMES, st.data(), st.booleans())
def test_it_is_so_for_words_that_are_nearly_the_name(
    name: str, data: st.DataObject, by_sound: bool
) -> None:
    at = data.draw(st.integers(0, len(name)))
    changed = name[:at] + data.draw(st.text(LETTERS, max_size=4)) + name[at + 1 :]
    alike = are_alike(name, changed, by_sound=by_sound)
    assert Spellings([changed]).have(name, by_sound=by_sound) == alike
    assert Spellings([changed, "zzzz"]).have(name, by_sound=by_sound) == alike


def test_what_was_asked_is_kept_for_each_way_of_asking() -> None:
    words = Spellings(["shevchenko"])
    assert words.have("sevcenko", by_sound=True)
    assert words.have("sevcenko", by_sound=False) == are_alike("sevcenko", "shevchenko")
    assert not words.have("kyiv", by_sound=True)
    assert not words.have("kyiv", by_sound=True)


@pytest.mark.parametrize(
    ("name", "word", "alike"),
    [("woskswbese", "woskn", True), ("woskswbese", "wosn", False), ("wosk", "woskn", True)],
)
def test_one_of_many_words_that_begins_as_the_name_does_is_enough(
    name: str, word: str, alike: bool
) -> None:
    assert Spellings([word, "harbour", "zzzz", "wo"]).have(name) is alike


def test_sounds_are_compared_only_where_that_is_asked_for() -> None:
    assert not Spellings(["koenigsberg"]).have("knxgsbrq")
    words = Spellings(["shevchenko"])
    assert words.have("sevcenko") == words.have("sevcenko", by_sound=False)
