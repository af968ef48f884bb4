"""What a client writes for a style, however it is typed."""

from __future__ import annotations

import pytest

from reviewer.checks.style import StyleKey, written


@pytest.mark.parametrize(
    ("key", "text", "taken"),
    [
        ("quotes", " « … » ", "«»"),
        ("quotes", "«...»", "«»"),
        ("quotes", "«»“", None),
        ("quotes", "xy", None),
        ("numbers", " 1 000 000 ", "12 345"),
        ("numbers", "12.345", "12.345"),
        ("numbers", "12345x", None),
        ("address", " formal ", "formal"),
        ("address", "informal", "informal"),
        ("address", "polite", None),
    ],
)
def test_it_is_taken_in_one_way(key: StyleKey, text: str, taken: str | None) -> None:
    assert written(key, text) == taken
