"""Addresses are taken out of a text, which keeps its length."""

from __future__ import annotations

import pytest

from reviewer.text.web_addresses import without_addresses


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Details: https://town.example/en/a?x=1", "Details:"),
        ("Write to desk@paper.example, please.", "Write to , please."),
        ("See WWW.river.example now", "See  now"),
        ("Nothing here: 3/4, a@ b", "Nothing here: 3/4, a@ b"),
    ],
)
def test_addresses_are_words_of_no_language(text: str, left: str) -> None:
    without = without_addresses(text)
    assert len(without) == len(text)
    assert without.split() == left.split()
